import fc from "fast-check";
import { expect, test } from "vitest";
import { parseAllDocuments, parseDocument, stringify, type ToStringOptions } from "yaml";
import { editText } from "./edit-text.ts";
import { editValue } from "./edit-value.ts";
import { toPointer } from "./pointer.ts";
import type { Edit } from "./text.ts";
import { isList, isObject } from "./value.ts";

const RUNS = 300;
const awkward = [
  "0520",
  "1e3",
  "a: b",
  "x #y",
  "- z",
  "@at",
  "two\nlines",
  "tail\n",
  "",
  " pad ",
  "é😀",
  "yes",
  "2025-03-12",
];
const text = fc.oneof(
  fc.constantFrom(...awkward),
  fc.string({ maxLength: 8, unit: "grapheme" }),
  fc.string({ maxLength: 4, unit: "binary" }),
  fc.string({ unit: fc.constantFrom("a", " ", "\n", "#", ":", "-", "'", '"', "\t"), maxLength: 8 }),
);
const key = fc.oneof(fc.constantFrom("erp", "status", "note", "line_items", "__proto__", "no"), text);
const scalar = fc.oneof(
  text,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);
const { value: json } = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: "small", withCrossShrink: true }, scalar, tie("list"), tie("object")),
  list: fc.array(tie("value"), { maxLength: 3 }),
  object: fc.dictionary(key, tie("value"), { maxKeys: 4 }),
}));
const object = fc.dictionary(key, json, { minKeys: 1, maxKeys: 5 });

const anyOf = <T>(...choices: T[]) => fc.constantFrom(...choices);
const freshValue = () => json;
const freshKey = () => key.filter((name) => !/^\d+$/.test(name));

/** Draws an edit that `value` allows: a walk down to some place, then something to do there. */
function drawEdit(value: unknown, draw: fc.GeneratorValue): Edit {
  const path: (string | number)[] = [];
  let here = value;
  for (;;) {
    const steps = isList(here) ? here.map((_, index) => index) : isObject(here) ? Object.keys(here) : [];
    const stop = steps.length === 0 || (path.length > 0 && draw(fc.boolean));
    if (!stop) {
      const step = draw(anyOf<string | number>, ...steps);
      path.push(step);
      here = isList(here) ? here[Number(step)] : isObject(here) ? here[String(step)] : undefined;
      if (draw(fc.boolean)) continue;
    }
    break;
  }
  const fresh = () => draw(freshValue);
  const pointer = toPointer(path);
  const add = (step: string | number): Edit => ({ op: "add", path: toPointer([...path, step]), value: fresh() });
  const choice = draw(anyOf<string>, "replace", "add", "remove", "parents");
  if (choice === "remove" && path.length > 0) return { op: "remove", path: pointer };
  if (choice === "parents" && isObject(here) && !Object.hasOwn(here, "new"))
    return { op: "add", path: `${pointer}/new/list/-`, value: fresh() };
  if (choice !== "replace" && isList(here)) return add(draw(fc.boolean) ? "-" : draw(fc.nat, here.length));
  if (choice !== "replace" && isObject(here)) return add(draw(freshKey));
  return { op: "replace", path: pointer, value: fresh() };
}

function drawEdits(value: unknown, draw: fc.GeneratorValue): Edit[] {
  const edits: Edit[] = [];
  let current = value;
  for (let count = draw(fc.integer, { min: 1, max: 4 }); count > 0; count--) {
    const edit = drawEdit(current, draw);
    edits.push(edit);
    current = editValue(current, [edit]);
  }
  return edits;
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const readYaml = (source: string) => parseDocument(source, { logLevel: "error" });
// JSON has no negative zero: an edit to -0 writes 0.
const edited = (value: unknown, edits: Edit[]): unknown => plain(editValue(plain(value), edits));

test("JSON: reading the edited text gives the edited value", () => {
  const indent = fc.constantFrom<(string | number)[]>(0, 2, 4, "\t");
  fc.assert(
    fc.property(object, indent, fc.boolean(), fc.gen(), (value, space, crlf, draw) => {
      const edits = drawEdits(plain(value), draw);
      const printed = `${JSON.stringify(value, null, space)}\n`.replaceAll("\n", crlf ? "\r\n" : "\n");
      const after = editText(printed, { format: "json" }, edits);
      expect(JSON.parse(after)).toEqual(edited(value, edits));
      if (space === 0) expect(after.trimEnd()).not.toMatch(/\n/);
      if (crlf) expect(after).not.toMatch(/[^\r]\n/);
      const ndjson = `{"a": 1}\n\n${JSON.stringify(value)}\n{"b": 2}`;
      const lines = editText(ndjson, { format: "ndjson", index: 1 }, edits).split("\n");
      expect([lines.length, lines[0], lines[3]]).toEqual([4, '{"a": 1}', '{"b": 2}']);
      expect(JSON.parse(lines[2] ?? "")).toEqual(edited(value, edits));
    }),
    { numRuns: RUNS },
  );
});

const layouts: fc.Arbitrary<ToStringOptions> = fc.record({
  indent: fc.constantFrom(2, 4),
  indentSeq: fc.boolean(),
  lineWidth: fc.constantFrom(0, 20, 80),
  collectionStyle: fc.constantFrom("any", "any", "block", "flow"),
  flowCollectionPadding: fc.boolean(),
  defaultKeyType: fc.constantFrom(null, null, "QUOTE_DOUBLE"),
  defaultStringType: fc.constantFrom("PLAIN", "PLAIN", "QUOTE_SINGLE", "QUOTE_DOUBLE", "BLOCK_LITERAL"),
  nullStr: fc.constantFrom("null", "~", ""),
});

/** Puts comments, numbered, on lines of their own and at line ends wherever YAML takes them as comments. */
function sprinkle(printed: string, draw: fc.GeneratorValue): string {
  const same = JSON.stringify(readYaml(printed).toJS());
  const lines = printed.split("\n");
  const comment = (at: number) => `# comment ${at}.`;
  for (let at = lines.length - 1; at >= 0; at--) {
    const kind = draw(fc.nat, 5);
    const line = lines[at] ?? "";
    const tries = [...lines];
    if (kind === 0)
      tries.splice(at, 0, `${/^ */.exec(line)?.[0] ?? ""}${/^[}\]]/.test(line) ? " " : ""}${comment(at)}`);
    else if (kind === 1 && line !== "") tries[at] = `${line} ${comment(at)}`;
    else if (kind === 2) tries.splice(at, 0, "");
    else continue;
    const document = readYaml(tries.join("\n"));
    if (document.errors.length === 0 && JSON.stringify(document.toJS()) === same)
      lines.splice(0, lines.length, ...tries);
  }
  return lines.join("\n");
}

/** Comments that stand inside or beside the parts that the edits touch may go; no other may. */
test("YAML: reading the edited text gives the edited value", () => {
  fc.assert(
    fc.property(
      object,
      layouts,
      fc.constantFrom("", "---\n", "# top\n"),
      fc.boolean(),
      fc.gen(),
      (value, layout, top, crlf, draw) => {
        const printed = top + sprinkle(stringify(value, layout), draw);
        const source = crlf ? printed.replaceAll("\n", "\r\n") : printed;
        fc.pre(JSON.stringify(readYaml(source).toJS()) === JSON.stringify(value));
        const edits = drawEdits(plain(value), draw);
        const after = editText(source, { format: "yaml" }, edits);
        expect(readYaml(after).errors).toEqual([]);
        expect(plain(readYaml(after).toJS())).toEqual(edited(value, edits));
        if (crlf) expect(after).not.toMatch(/[^\r]\n/);
        // In a stream the other documents keep every character.
        const stream = `a: 1 # one\n---\n${source.replace(/^---\r?\n/, "")}${/\n$/.test(source) ? "" : "\n"}---\nb: 2`;
        const inStream = editText(stream, { format: "yaml", index: 1 }, edits);
        expect(inStream.startsWith("a: 1 # one\n---\n")).toBe(true);
        expect(inStream.endsWith("---\nb: 2")).toBe(true);
        expect(plain(parseAllDocuments(inStream)[1]?.toJS())).toEqual(edited(value, edits));
      },
    ),
    { numRuns: RUNS },
  );
});

const word = fc.constantFrom("alpha", "beta", "gamma", "delta");
const note = fc.constantFrom("", "", " # note", "   # far: note");
const above = fc.array(fc.constantFrom("# above", "#", ""), { maxLength: 2 });
const member = fc.record({ value: word, note, above });
const section = fc.record({ members: fc.array(member, { minLength: 2, maxLength: 4 }), note, above });

test("YAML: every line that is not edited stays, comments and blank lines included", () => {
  fc.assert(
    fc.property(
      fc.array(section, { minLength: 1, maxLength: 3 }),
      fc.record({ section: fc.nat(), member: fc.nat(), op: fc.constantFrom("add", "replace", "remove"), value: word }),
      fc.constantFrom("  ", "    "),
      fc.constantFrom("\n", "\r\n"),
      fc.boolean(),
      (sections, pick, indent, eol, final) => {
        const s = pick.section % sections.length;
        const members = sections[s]?.members ?? [];
        const m = pick.op === "add" ? members.length - 1 : pick.member % members.length;
        const before: string[] = [];
        const after: string[] = [];
        for (const [i, { members, note, above }] of sections.entries()) {
          before.push(...above, `s${i}:${note}`);
          after.push(...above, `s${i}:${note}`);
          for (const [j, { value, note, above }] of members.entries()) {
            const lines = above.map((line) => (line === "" ? "" : indent + line));
            const line = `${indent}m${j}: ${value}${note}`;
            before.push(...lines, line);
            after.push(...lines);
            if (i !== s || j !== m) after.push(line);
            else if (pick.op === "replace") after.push(`${indent}m${j}: ${pick.value}${note}`);
            else if (pick.op === "add") after.push(line, `${indent}fresh: ${pick.value}`);
          }
        }
        const path = `/s${s}/${pick.op === "add" ? "fresh" : `m${m}`}`;
        const edit: Edit =
          pick.op === "remove"
            ? { op: "remove", path }
            : { op: pick.op === "add" ? "add" : "replace", path, value: pick.value };
        const end = final ? eol : "";
        expect(editText(before.join(eol) + end, { format: "yaml" }, [edit])).toBe(after.join(eol) + end);
      },
    ),
  );
});
