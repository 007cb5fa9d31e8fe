/**
 * A rule set reference, written as the value it replaces: quoted in the same way, or plain where that was plain.
 * @param current the value as it stands in the file, quotes included
 */
export function pinText(current: string, reference: string): string {
  if (current.startsWith("'")) return `'${reference.replaceAll("'", "''")}'`;
  // A plain value of YAML may not begin with these, nor hold what begins a comment or a key.
  const isPlain = /^[\w./]/.test(reference) && !/: | #|[:\s]$/.test(reference);
  return current.startsWith('"') || !isPlain ? JSON.stringify(reference) : reference;
}
