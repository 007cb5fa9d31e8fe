import type { Scalar } from "yaml";

/** The plain value of a scalar; numbers come out as `JSON.parse` would read them. */
export function plainValue(node: Scalar.Parsed): string | number | boolean | null {
  const { value, source } = node;
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  // The library's parseInt may round integers beyond 2^53 differently from JSON.parse.
  if (typeof value === "number") return /^[-+]?[0-9]+$/.test(source) ? Number(source) : value;
  return String(value);
}

/** Where a value that is not written stands: just after the colon, dash or anchor before it. */
export function emptyAt(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && (text[at - 1] === " " || text[at - 1] === "\t")) at--;
  return at;
}

/** The end of a scalar, less the line ends after a block scalar (`|`, `>`) that are not part of its value. */
export function blockScalarEnd(text: string, node: Scalar.Parsed, end: number): number {
  const [start] = node.range;
  const isBlock = node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED";
  if (!isBlock || /^[|>][0-9]?\+/.test(text.slice(start, start + 3))) return end;
  let at = end;
  while (at > start && (text[at - 1] === "\n" || text[at - 1] === "\r")) at--;
  return at;
}
