import { type CompletionItem, InsertTextFormat, InsertTextMode } from "vscode-languageserver-types";
import type { Location } from "../location/location.ts";

/** What one completion offers. */
export interface Offer {
  readonly label: string;
  readonly kind: CompletionItem["kind"];
  /** What is written, without what has to stand before and behind it. */
  readonly text: string;
  /** Whether `text` has places to fill in, in the syntax of snippets. */
  readonly isSnippet?: boolean;
  /** Further words it is found by. */
  readonly search?: string;
  readonly detail?: string | undefined;
  /** Markdown. */
  readonly documentation?: string | undefined;
  /** Whether a comma may follow; not where a value is still to be typed. */
  readonly mayEnd?: boolean;
}

/** An item that replaces exactly the word at the cursor, and writes with it the signs that are missing around it. */
export function completionItem(offer: Offer, location: Location, rank: number): CompletionItem {
  const { needsComma, needsSpace, isNewItem, commaAt, quote, replace } = location;
  const before = `${needsSpace ? " " : ""}${isNewItem ? "- " : ""}`;
  const behind = needsComma && (offer.mayEnd ?? true) ? "," : "";
  const newText = `${before}${offer.text}${behind}`;
  const { detail, documentation } = offer;
  return {
    label: offer.label,
    ...(offer.kind === undefined ? {} : { kind: offer.kind }),
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation: { kind: "markdown", value: documentation } }),
    sortText: String(rank).padStart(4, "0"),
    // Editors compare it with what the edit replaces up to the cursor, so it begins with the same quote.
    filterText: `${quote ?? ""}${[offer.label, offer.search].filter((part) => part !== undefined).join(" ")}`,
    textEdit: { range: replace, newText },
    ...(offer.isSnippet === true ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(newText.includes("\n") ? { insertTextMode: InsertTextMode.asIs } : {}),
    ...(commaAt === undefined
      ? {}
      : { additionalTextEdits: [{ range: { start: commaAt, end: commaAt }, newText: "," }] }),
  };
}

/** A text as snippets write it when nothing in it is to be filled in. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

/** A place to fill in by choosing one of some texts. */
export function choicePlace(texts: readonly string[]): string {
  return `\${1|${texts.map((text) => text.replace(/[\\$},|]/g, "\\$&")).join(",")}|}`;
}
