import { fileName } from "./words.ts";

/** A file as a URI: absolute paths as `file:`, relative ones stay relative, standard input is `stdin`. */
export function fileUri(file: string): string {
  const path = fileName(file).replaceAll("\\", "/");
  const encoded = path
    .replace(/^(?:\.\/+)+/, "")
    .split("/")
    .map((step, position) => (position === 0 && /^[A-Za-z]:$/.test(step) ? step : encode(step)))
    .join("/");
  if (/^[A-Za-z]:\//.test(encoded)) return `file:///${encoded}`;
  if (encoded.startsWith("//")) return `file:${encoded}`;
  return encoded.startsWith("/") ? `file://${encoded}` : encoded;
}

/** Half of a character, which a URI can't hold, becomes a replacement character. */
function encode(step: string): string {
  return encodeURIComponent(step.replaceAll(/\p{Surrogate}/gu, "\ufffd"));
}
