import { CompletionItemKind } from "vscode-languageserver-types";
import { iconOf } from "./choices.ts";
import type { Named } from "./names.ts";

/** A key that can be written. */
export interface KeyChoice {
  readonly name: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string | undefined;
  readonly documentation?: string | undefined;
  /** Whether the group is not complete without it. */
  readonly isRequired?: boolean;
}

/** Names as keys. */
export function named(kind: "rule" | "feature" | "field", names: readonly Named[]): readonly KeyChoice[] {
  return names.map(({ name, detail }) => ({ name, kind: iconOf[kind] ?? CompletionItemKind.Property, detail }));
}
