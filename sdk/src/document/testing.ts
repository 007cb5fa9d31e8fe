import fc from "fast-check";
import { isKeyed, isList, isObject, type JsonObject } from "./value.ts";

type Draw = fc.GeneratorValue;

const words = [
  ..."0520 1e3 -0 0x1F 0o17 .5 1. +7 ~ null Null true FALSE .inf -.INF .nan +.nan yes 2025-03-12 12:30 05-120".split(
    " ",
  ),
  ..."a#b a:b -5 --- ... - ? ?x : :x #z @at `x` %y &n *n ] a]b [a] {a} | >- it's '' \" \\ c:\\q \\u0041 \\n".split(" "),
  ..."é😀 \u00a0 \u0085 \u2028 \uFEFF \uD83D << = x: a,b __proto__ constructor".split(" "),
  ...["a: b", "x #y", "- a", "--- a", "!t v", "a, b", 'say "x"', "a b c", "", " pad ", "two  spaces", "a\tb", "\t"],
  ...["first line\nsecond line\n", "one\n\ntwo", "a: b\n# c\n- d\n", "wide\n  further in\nback", "end\n\n"],
];
const keys = ["id", "number", "status", "line_items", "cost_code", "erp", "$rules", "title", "amount", "origin_id"];

const text = fc.oneof(
  fc.constantFrom(...words),
  fc.string({ maxLength: 6, unit: "grapheme" }),
  fc.string({ maxLength: 6, unit: fc.constantFrom(..."a1 #:-'\"\\,[]{}") }),
);
const scalar = fc.oneof(
  { arbitrary: fc.constantFrom("approved", "Canopy steel", "8000.00", "2025-03-04T15:10:00Z", "004"), weight: 3 },
  { arbitrary: text, weight: 3 },
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
);
const key = fc.oneof({ arbitrary: fc.constantFrom(...keys), weight: 8 }, text);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    scalar,
    fc.dictionary(key, tie("value"), { maxKeys: 5 }),
    fc.array(tie("value"), { maxLength: 4 }),
  ),
}));
const mapping = fc.dictionary(key, value, { minKeys: 1, maxKeys: 6 });
const root = fc.oneof(
  { arbitrary: mapping, weight: 12 },
  { arbitrary: fc.array(mapping, { maxLength: 3 }), weight: 6 },
  value,
);

const newRoot = () => root;
const chance = (outOf: number) => fc.nat(outOf - 1);
const anyOf = <T>(...choices: readonly T[]) => fc.constantFrom(...choices);

/** Whether a value has parts, which may stand on lines of their own. */
function isWide(value: unknown): boolean {
  return isKeyed(value) && Object.keys(value).length > 0;
}

/** Writes values as YAML in the many ways people do: mostly right, now and then not. */
class Writer {
  readonly #draw: Draw;
  readonly #lines: string[] = [];
  /** One thing in so many is odd; no oddities at 0. */
  readonly #odd: number;

  constructor(draw: Draw) {
    this.#draw = draw;
    this.#odd = draw(anyOf, 0, 0, 0, 90, 15);
  }

  text(): string {
    const count = this.#draw(anyOf, 1, 1, 1, 2, 3);
    for (let index = 0; index < count; index++) {
      if (index > 0 || this.#one(3)) this.#line(0, this.#draw(anyOf, "---", "---", "--- # next", "---  "));
      if (!this.#one(12)) this.#block(this.#draw(newRoot), 0);
    }
    const text = this.#lines.join("\n") + this.#draw(anyOf, "\n", "\n", "", "\n\n");
    const start = this.#one(15) ? "\uFEFF" : "";
    return start + (this.#one(4) ? text.replaceAll("\n", "\r\n") : text);
  }

  #one(outOf: number): boolean {
    return this.#draw(chance, outOf) === 0;
  }

  #isOdd(): boolean {
    return this.#odd > 0 && this.#one(this.#odd);
  }

  #line(indent: number, line: string): void {
    while (this.#one(12))
      this.#lines.push(this.#draw(anyOf, "", "", "  ", `${" ".repeat(indent)}# above`, "# at left", "     # far"));
    const comment = line !== "" && this.#one(8) ? this.#draw(anyOf, " # note", "   # it's", " #", "  ") : "";
    this.#lines.push(" ".repeat(indent + (this.#isOdd() ? this.#draw(anyOf, 1, 2, 3) : 0)) + line + comment);
  }

  #block(value: unknown, indent: number): void {
    if (isList(value) && isWide(value)) for (const item of value) this.#item(item, indent, "");
    else if (isObject(value) && isWide(value)) this.#fields(value, indent, "");
    else this.#line(indent, this.#inline(value));
  }

  /** @param before what already stands on the line of the first field: the dash of an item */
  #fields(value: JsonObject, indent: number, before: string): void {
    let start = before;
    for (const [name, field] of Object.entries(value)) {
      const first = indent - start.length;
      const lead = `${start}${this.#key(name)}${this.#one(20) ? " " : ""}:`;
      start = "";
      if (this.#blockText(lead, field, first, indent + 2)) continue;
      if (!isWide(field) || this.#one(6)) {
        this.#line(first, this.#withValue(lead, field));
        continue;
      }
      this.#line(first, lead);
      const step = this.#draw(anyOf, 2, 2, 4, 1, 3);
      this.#block(field, isList(field) && this.#one(2) ? indent : indent + step);
    }
  }

  #item(value: unknown, indent: number, before: string): void {
    const dash = `${before}-${" ".repeat(this.#one(8) ? 3 : 1)}`;
    const inner = indent + dash.length - before.length;
    const first = indent - before.length;
    if (isWide(value) && this.#one(8)) {
      this.#line(first, `${before}-`);
      this.#block(value, inner);
    } else if (isObject(value) && isWide(value) && !this.#one(6)) this.#fields(value, inner, dash);
    else if (isList(value) && isWide(value) && !this.#one(3)) {
      for (const [index, item] of value.entries()) this.#item(item, inner, index === 0 ? dash : "");
    } else if (!this.#blockText(`${before}-`, value, first, inner))
      this.#line(first, this.#withValue(`${before}-`, value));
  }

  /** A text as `|` or `>` and lines of its own, when it has such a form. */
  #blockText(lead: string, value: unknown, indent: number, inner: number): boolean {
    if (typeof value !== "string" || value.trim() === "" || /^[ \n]|[\r\t]/.test(value) || !this.#one(5)) return false;
    const sign = this.#draw(anyOf, "|", ">") + (value.endsWith("\n") ? "" : "-") + (this.#isOdd() ? "+" : "");
    this.#line(indent, `${lead} ${sign}`);
    for (const line of value.replace(/\n$/, "").split("\n"))
      this.#lines.push(line === "" ? "" : " ".repeat(inner) + line);
    return true;
  }

  #withValue(lead: string, value: unknown): string {
    if (value === null && this.#one(2)) return lead;
    return `${lead}${" ".repeat(this.#one(10) ? 3 : 1)}${this.#inline(value)}`;
  }

  #inline(value: unknown): string {
    const [gap, pad] = [this.#one(4) ? "" : " ", this.#one(2) ? "" : " "];
    if (isList(value)) {
      if (value.length === 0) return `[${pad}]`;
      return `[${pad}${value.map((item) => this.#inline(item)).join(`,${gap}`)}${pad}]`;
    }
    if (isObject(value)) {
      const fields = Object.entries(value).map(
        ([name, field]) => `${this.#key(name)}:${this.#isOdd() ? "" : " "}${this.#inline(field)}`,
      );
      return fields.length === 0 ? `{${pad}}` : `{${pad}${fields.join(`,${gap}`)}${pad}}`;
    }
    return this.#scalar(value);
  }

  #key(name: string): string {
    return this.#one(10) ? this.#quoted(name) : this.#plain(name);
  }

  #scalar(value: unknown): string {
    if (typeof value !== "string") return value === null ? this.#draw(anyOf, "null", "~") : String(value);
    return this.#one(2) ? this.#quoted(value) : this.#plain(value);
  }

  /** Plain when it may be, and also when it may not, at odd times. */
  #plain(text: string): string {
    const isPlain = /^[\w$.(/;=^][^:#,[\]{}\n\r\t]*$/.test(text) && text.trim() === text;
    return isPlain || this.#isOdd() ? text : this.#quoted(text);
  }

  #quoted(text: string): string {
    if (this.#one(2) && !/[\n\r\t]/.test(text)) return `'${text.replaceAll("'", "''")}'`;
    return JSON.stringify(text);
  }
}

/** Texts of YAML in the many ways people write it: mostly right, now and then not. */
export const yamlTexts: fc.Arbitrary<string> = fc.gen().map((draw) => new Writer(draw).text());

const scraps = [
  ..."\t \r \r\n \n \n\n : - # \" ' '' \\ , [ ] { } *a % x 0 ~ \uFEFF \u0007 \u0085".split(" "),
  ...[" ", "  ", ": ", "- ", " #", "&a ", "!t ", "? ", "| ", ">\n", "---\n", "...\n", "<<: ", "a: 1\n", "- b\n"],
];

/** Changes a text in some places: cuts, puts in, moves and repeats characters and lines. */
export function mutant(text: string, draw: Draw): string {
  let current = text;
  for (let left = draw(fc.nat, 1); left >= 0; left--) {
    const at = draw(fc.nat, current.length);
    const lineStart = current.lastIndexOf("\n", at - 1) + 1;
    const lineEnd = current.indexOf("\n", at) + 1 || current.length;
    const line = current.slice(lineStart, lineEnd);
    const way = draw(anyOf, "cut", "put", "replace", "indent", "outdent", "repeat", "drop", "split", "move");
    const scrap = draw(anyOf, ...scraps);
    if (way === "cut") current = current.slice(0, at) + current.slice(at + draw(fc.nat, 6));
    else if (way === "put") current = current.slice(0, at) + scrap + current.slice(at);
    else if (way === "replace") current = current.slice(0, at) + scrap + current.slice(at + scrap.length);
    else if (way === "indent")
      current = current.slice(0, lineStart) + " ".repeat(1 + draw(fc.nat, 3)) + current.slice(lineStart);
    else if (way === "outdent")
      current = current.slice(0, lineStart) + line.replace(/^ {1,2}/, "") + current.slice(lineEnd);
    else if (way === "repeat") current = current.slice(0, lineEnd) + line + current.slice(lineEnd);
    else if (way === "drop") current = current.slice(0, lineStart) + current.slice(lineEnd);
    else if (way === "split") current = `${current.slice(0, at)}\n${" ".repeat(draw(fc.nat, 5))}${current.slice(at)}`;
    else current = current.slice(0, lineStart) + current.slice(lineEnd) + line;
  }
  return current;
}
