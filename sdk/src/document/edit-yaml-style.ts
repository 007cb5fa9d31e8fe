import { type Document, isMap, isScalar, isSeq, visit } from "yaml";
import { eolOf } from "./edit-span.ts";

/** How a YAML text is laid out; new parts follow it. */
export interface YamlStyle {
  readonly eol: string;
  /** Columns a nested mapping is indented by. */
  readonly step: number;
  /** Columns a list is indented by below its key; 0 when its dashes stand below the key's first letter. */
  readonly listStep: number;
  /** What stands inside the braces of a flow mapping: a space or nothing. */
  readonly pad: string;
  /** Whether flow parts are written like JSON, with keys in double quotes. */
  readonly quoteFlow: boolean;
}

/** Judges the layout by the first place that shows each habit; two columns where none does. */
export function styleOf(text: string, document: Document.Parsed): YamlStyle {
  let step: number | undefined;
  let listStep: number | undefined;
  let pad: string | undefined;
  let quoteFlow: boolean | undefined;
  visit(document, {
    Map(_, map) {
      const { srcToken: token } = map;
      const first = map.items[0];
      if (first === undefined) return;
      if (token?.type === "flow-collection") {
        const inside = /^ ?/.exec(text.slice(token.offset + 1))?.[0] ?? "";
        pad ??= inside;
        quoteFlow ??= isScalar(first.key) && first.key.type === "QUOTE_DOUBLE";
      } else if (token?.type === "block-map") {
        for (const { value } of map.items) {
          const inner = isMap(value) || isSeq(value) ? value.srcToken : undefined;
          if (inner?.type === "block-map") step ??= inner.indent - token.indent;
          if (inner?.type === "block-seq") listStep ??= inner.indent - token.indent;
        }
      }
    },
  });
  step ??= listStep === undefined || listStep < 2 ? 2 : listStep;
  return { eol: eolOf(text), step, listStep: listStep ?? step, pad: pad ?? " ", quoteFlow: quoteFlow ?? false };
}
