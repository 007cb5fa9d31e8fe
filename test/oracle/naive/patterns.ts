const token = /\[(?:\\.|[^\]\\])*\]|\\.|\{\d+,?\d*\}|./gsu;
const special = /[$()*+.?[\\\]^{|}/]/u;

/** Whether a whole text, spaces at either end left out, looks like a pattern of a rule file. */
export function matchesPattern(pattern: string, text: string): boolean {
  const source = (pattern.match(token) ?? []).map(inUnicodeMode).join("");
  return new RegExp(`^(?:${source})$`, "u").test(text.trim());
}

/** The same for a regular expression that reads code points, which is stricter about what may be escaped. */
function inUnicodeMode(part: string): string {
  if (part.startsWith("["))
    return part.replace(/\\([^dws])/gu, (_, each: string) => (each === "-" ? "\\-" : escaped(each)));
  if (part.startsWith("\\")) return /^\\[dws]$/.test(part) ? part : escaped(part.slice(1));
  return part === "]" || part === "}" || part === "/" ? escaped(part) : part;
}

function escaped(character: string): string {
  return special.test(character) ? `\\${character}` : character;
}
