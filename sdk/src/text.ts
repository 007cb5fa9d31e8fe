// For editors and tools that keep texts: documents with positions, and edits that keep comments and layout.
export { cannotJudge, checkDocument, inlineContext, rangeFor, type TextVerdict } from "./check-document.ts";
export { type CheckTextOptions, checkText } from "./check-text.ts";
export { applyTextEdits, editText, type TextEdit, textEdits } from "./document/edit-text.ts";
export { editValue } from "./document/edit-value.ts";
export { type Decoded, decodeText } from "./document/encoding.ts";
export { formatOf } from "./document/format.ts";
export { parseLine } from "./document/ndjson.ts";
export { parseText } from "./document/parse.ts";
export { fromPointer, type Path, toPointer, valueAt } from "./document/pointer.ts";
export type {
  Edit,
  ParsedText,
  Position,
  Range,
  Spot,
  TextDocument,
  TextFormat,
  TextProblem,
} from "./document/text.ts";
