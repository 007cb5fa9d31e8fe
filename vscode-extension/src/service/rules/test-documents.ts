import { valueAt } from "@erp-export-rules/sdk/text";
import { isGroup } from "./names.ts";

/** A document of a rule test file, or a variant of one. */
export interface NamedDocument {
  readonly name: string;
  /** What it is called, or what it is a variant of. */
  readonly detail: string | undefined;
}

/**
 * The documents of a rule test file and their variants, from texts that may be half typed.
 * @param above a variant: only what stands above it
 */
export function documentNames(content: unknown, above?: string): readonly NamedDocument[] {
  const documents = Object.entries(Object(valueAt(content, ["documents"]))).map(([name, document]) => {
    const title = valueAt(document, ["title"]);
    return { name, detail: typeof title === "string" ? title : undefined };
  });
  const variants = Object.entries(Object(valueAt(content, ["variants"])));
  const end = variants.findIndex(([name]) => name === above);
  const known = variants.slice(0, end < 0 ? variants.length : end).map(([name, variant]) => {
    const of = valueAt(variant, ["of"]);
    return { name, detail: typeof of === "string" ? `A variant of ${of}` : undefined };
  });
  return [...documents, ...known];
}

/** The document that a document or a variant is made from, without what is changed; `undefined` when there is none. */
export function baseDocument(content: unknown, name: unknown): unknown {
  const variants = valueAt(content, ["variants"]);
  const seen = new Set<unknown>();
  for (let each = name; typeof each === "string" && !seen.has(each); ) {
    seen.add(each);
    const variant = isGroup(variants) && Object.hasOwn(variants, each) ? variants[each] : undefined;
    if (variant === undefined) return valueAt(content, ["documents", each]);
    each = valueAt(variant, ["of"]);
  }
  return undefined;
}
