/** How people know a PCCO: its number and title, or where it stands in its file. */
export function labelOf(value: unknown, index: number): string {
  const number = fieldOf(value, "number");
  const title = fieldOf(value, "title");
  const parts = [number, title].filter((part) => typeof part === "string" || typeof part === "number");
  return parts.length === 0 ? `PCCO ${index + 1} of the file` : `PCCO ${parts.join(" ")}`.trim();
}

/** A field of a value, if that is a group of fields. Only own fields count. */
export function fieldOf(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}
