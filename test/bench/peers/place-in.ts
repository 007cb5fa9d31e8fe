const fields: ReadonlyMap<string, string> = new Map([
  ["date-required", "created_at"],
  ["status-approved", "status"],
  ["associated-line-item-set", "prime_line_item_id"],
]);

/** A result's rule and place; Spectral names the place above one where nothing stands. */
export function placeIn(code: string | number, path: readonly (string | number)[]): string {
  const field = fields.get(String(code));
  const steps = field === undefined || path.at(-1) === field ? path : [...path, field];
  return `${code} /${steps.join("/")}`;
}
