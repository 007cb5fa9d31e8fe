/** Whether two values made of plain objects, lists and scalars are the same through and through. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const parts = Object.entries(a);
  const others = new Map(Object.entries(b));
  return (
    parts.length === others.size && parts.every(([key, part]) => others.has(key) && isEqual(part, others.get(key)))
  );
}
