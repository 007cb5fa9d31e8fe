/**
 * A value as source text, for tests that are written ahead of time. Rule files can't put code into it: it is JSON, with
 * what ends a line in JavaScript, or a script in a page, escaped.
 */
export function literal(value: unknown): string {
  return (JSON.stringify(value) ?? "undefined")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029")
    .replaceAll("<", "\\u003c");
}
