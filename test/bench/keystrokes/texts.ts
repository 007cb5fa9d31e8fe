import { stringify } from "yaml";
import { cleanPcco } from "../documents.ts";
import type { Keystroke } from "./client.ts";

/** How the PCCOs of a measured text are written down. */
export type Shape = "JSON list" | "NDJSON" | "YAML list" | "YAML stream";

/** A text of about so many characters: PCCOs of three lines, one in ten with a code that is too long. */
export function textOf(shape: Shape, length: number): string {
  const written: string[] = [];
  for (let size = 0; size < length; ) {
    const next = writtenAs(shape, pcco(written.length));
    written.push(next);
    size += next.length;
  }
  if (shape === "JSON list") return `[\n${written.join(",\n")}\n]\n`;
  return shape === "YAML stream" ? written.join("---\n") : written.join("");
}

function pcco(index: number) {
  const [first, ...lines] = cleanPcco(3).line_items;
  const line_items =
    index % 10 === 0 ? [{ ...first, billing_item_code: "05-120-000-99" }, ...lines] : [first, ...lines];
  return { ...cleanPcco(3), number: String(index).padStart(3, "0"), line_items };
}

function writtenAs(shape: Shape, value: unknown): string {
  if (shape === "NDJSON") return `${JSON.stringify(value)}\n`;
  if (shape === "JSON list") return JSON.stringify(value, null, 2).replace(/^/gm, "  ");
  const yaml = stringify(value);
  return shape === "YAML stream" ? yaml : yaml.replace(/^(?=.)/gm, "  ").replace(/^ {2}/, "- ");
}

/** Draws numbers below one, the same ones each time. */
export function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 4294967296;
  };
}

/** A text under someone's hands: what is typed is what people type, and sometimes breaks the syntax for a moment. */
export class Typist {
  readonly #lines: string[];
  readonly #draw: () => number;
  readonly #next: Keystroke[] = [];

  constructor(text: string, draw: () => number) {
    this.#lines = text.split("\n");
    this.#draw = draw;
  }

  /** Mostly letters inside a title; now and then a quote too many, a new line or a line removed, which is then undone. */
  press(): Keystroke {
    const waiting = this.#next.shift();
    if (waiting !== undefined) return this.#done(waiting);
    const line = this.#titleLine();
    const text = this.#lines[line] ?? "";
    const at = text.indexOf("title") + 9 + Math.floor(this.#draw() * 10);
    const here = { line, character: Math.min(at, text.length) };
    const kind = this.#draw();
    if (kind < 0.9)
      return this.#done({ range: { start: here, end: here }, text: letters.charAt(Math.floor(this.#draw() * 26)) });
    const after = { line: line + 1, character: 0 };
    const [typed, undone] =
      kind < 0.95
        ? [
            { start: here, text: '"' },
            { ...here, character: here.character + 1 },
          ]
        : [{ start: { line, character: 0 }, text: "\n" }, after];
    this.#next.push({ range: { start: typed.start, end: undone }, text: "" });
    return this.#done({ range: { start: typed.start, end: typed.start }, text: typed.text });
  }

  #titleLine(): number {
    for (;;) {
      const line = Math.floor(this.#draw() * this.#lines.length);
      for (let at = line; at < Math.min(line + 100, this.#lines.length); at++) {
        if (this.#lines[at]?.includes("title")) return at;
      }
    }
  }

  #done(keystroke: Keystroke): Keystroke {
    const { range, text } = keystroke;
    const before = (this.#lines[range.start.line] ?? "").slice(0, range.start.character);
    const after = (this.#lines[range.end.line] ?? "").slice(range.end.character);
    this.#lines.splice(
      range.start.line,
      range.end.line - range.start.line + 1,
      ...`${before}${text}${after}`.split("\n"),
    );
    return keystroke;
  }
}

const letters = "abcdefghijklmnopqrstuvwxyz";
