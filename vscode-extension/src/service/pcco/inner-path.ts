import { type Path, valueAt } from "@erp-export-rules/sdk/text";

/** What Procore's responses stand in. */
const wrappers = ["data", "change_order", "prime_change_order"];

/** A path from the PCCO itself, for a path from the top of a response that holds it. */
export function innerPath(path: Path): Path {
  const begin = path.findIndex((step) => !isWrapper(step));
  return begin < 0 ? [] : path.slice(begin);
}

function isWrapper(step: string | number): boolean {
  return wrappers.some((wrapper) => wrapper === step);
}

/** The PCCO itself, of a response that holds it, and the path that leads there. */
export function innerPcco(value: unknown): { readonly value: unknown; readonly path: Path } {
  for (const wrapper of wrappers) {
    const inner = valueAt(value, [wrapper]);
    if (valueAt(value, ["status"]) !== undefined || typeof inner !== "object" || inner === null) continue;
    const found = innerPcco(inner);
    return { value: found.value, path: [wrapper, ...found.path] };
  }
  return { value, path: [] };
}

/** A path as rule files write it: `line_items[].amount`. */
export function dottedPath(path: Path): string {
  let dotted = "";
  for (const step of path) dotted += typeof step === "number" ? "[]" : `${dotted === "" ? "" : "."}${step}`;
  return dotted;
}
