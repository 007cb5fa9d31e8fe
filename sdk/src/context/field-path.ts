/** Keys from the top, outermost first. */
export type Steps = readonly string[];

/**
 * Splits the path of a field: `line_items[].cost_code.origin_id` is the list `line_items` and, in each item, the
 * steps `cost_code`, `origin_id`. A path without `[]` has no list. Only the first `[]` counts as a list.
 */
export function parsePath(path: string): { readonly list: Steps | undefined; readonly steps: Steps } {
  const at = path.indexOf("[]");
  if (at < 0) return { list: undefined, steps: path.split(".") };
  const rest = path.slice(at + 2);
  return { list: path.slice(0, at).split("."), steps: rest === "" ? [] : rest.slice(1).split(".") };
}
