/** Puts a text between the codes that switch a style on and off. */
export type Style = (text: string) => string;

const codes = {
  bold: [1, 22],
  dim: [2, 22],
  underline: [4, 24],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
} as const;

/** The styles of terminal text; when colours are not wanted they leave the text as it is. */
export function createColors(enabled: boolean): Readonly<Record<keyof typeof codes, Style>> {
  const style = (name: keyof typeof codes): Style => {
    const [on, off] = codes[name];
    return enabled ? (text) => `\u001b[${on}m${text}\u001b[${off}m` : (text) => text;
  };
  return {
    bold: style("bold"),
    dim: style("dim"),
    underline: style("underline"),
    red: style("red"),
    green: style("green"),
    yellow: style("yellow"),
    cyan: style("cyan"),
  };
}
