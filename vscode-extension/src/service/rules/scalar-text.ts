/**
 * What a file says in some place as text; `undefined` where nothing stands, and for a group or a list: not each of them can
 * be made text.
 */
export function scalarText(value: unknown): string | undefined {
  return value === undefined || typeof value === "object" ? undefined : String(value);
}
