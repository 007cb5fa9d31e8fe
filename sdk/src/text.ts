// For editors and tools that keep texts: documents with positions, and edits that keep comments and layout.
export {
  cannotJudge,
  checkDocument,
  checkWithout,
  inlineContext,
  rangeFor,
  type TextVerdict,
} from "./check-document.ts";
export { type CheckTextOptions, checkText } from "./check-text.ts";
export { textLength } from "./context/text-length.ts";
export { binaryAt } from "./document/binary.ts";
export { applyTextEdits, editText, type TextEdit, textEdits } from "./document/edit-text.ts";
export { editValue } from "./document/edit-value.ts";
export { type Decoded, decodeText } from "./document/encoding.ts";
export { formatOf } from "./document/format.ts";
export { MAX_TEXT_LENGTH } from "./document/limits.ts";
export { messageWithin } from "./document/message-within.ts";
export { isBlankLine, parseLine } from "./document/ndjson.ts";
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
