/** A text as it is, whatever signs it holds. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~]/g, "\\$&").replace(/\s*\n\s*/g, " ");
}

/** A text as code. */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  const space = longest > 0 ? " " : "";
  return `${fence}${space}${text.replace(/\s*\n\s*/g, " ")}${space}${fence}`;
}

/** A text that leads to a page; the text alone where there is none. */
export function link(text: string, url: string | undefined): string {
  if (url === undefined || url === "") return plain(text);
  return `[${plain(text)}](${url.replace(/[()<>\s]/g, percentCode)})`;
}

function percentCode(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).padStart(2, "0")}`;
}
