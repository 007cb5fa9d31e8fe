import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanPcco, context } from "../../../test/bench/documents.ts";
import { setOf } from "../ahead/testing.ts";
import type { Facts } from "../context/facts.ts";
import type { JsonObject } from "../document/value.ts";
import { cleanTests } from "../generated/clean-tests.js";
import { facts } from "./clean/testing.ts";
import { type CleanTest, compileCleanTest } from "./clean.ts";
import { compileNames } from "./names.ts";
import { compileRule } from "./rule.ts";
import { current, frozen } from "./testing.ts";

// The columns are kept from check to check. Nobody must notice.

const { definition } = current;
const [written] = cleanTests[definition.file] ?? [];
if (written === undefined) throw new Error("there is no test written ahead of time");
const { holds, rules: asked } = written;

/** A quick test of the same rules that has never been asked. */
function fresh(): CleanTest {
  const names = compileNames(definition);
  const rules = definition.rules.flatMap((rule) => compileRule(rule, definition, names) ?? []);
  return compileCleanTest(rules.filter(({ id }) => asked.includes(id)));
}

const clean = (lines: number): Facts => frozen({ document: cleanPcco(lines), context, input: {} });
const kinds: readonly (readonly [string, CleanTest])[] = [
  ["made at run time", fresh()],
  ["written ahead of time", holds],
];

describe.each(kinds)("a quick test %s", (_name, isClean) => {
  test("gives the same answer whatever it was asked before", () => {
    fc.assert(
      fc.property(
        fc.array(facts, { minLength: 2, maxLength: 6 }),
        fc.array(fc.nat({ max: 5 }), { minLength: 8, maxLength: 8 }),
        (given, order) => {
          const first = given.map((each) => isClean(each));
          for (const position of order) {
            const at = position % given.length;
            const each = given[at];
            if (each !== undefined) expect(isClean(each)).toBe(first[at]);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  test("answers as one that was never asked before", () => {
    fc.assert(
      fc.property(fc.array(facts, { minLength: 1, maxLength: 4 }), (given) => {
        // Its doubt may differ in nothing: what is left over from others plays no part.
        const own = fresh();
        for (const each of given) own(each);
        const last = given.at(-1);
        if (last !== undefined) expect(own(last)).toBe(fresh()(last));
      }),
      { numRuns: 40 },
    );
  });

  test("a long PCCO leaves nothing behind that a short one meets", () => {
    for (const lines of [3000, 1, 25, 2, 2001, 24, 2000, 10]) expect(isClean(clean(lines))).toBe(true);
  });

  test("nor does one that can't be read to its end", () => {
    const message = "this value can't be read";
    for (const place of [0, 5, 11]) {
      for (const key of ["amount", "cost_code", "prime_line_item_id", "billing_item_code"]) {
        const document = cleanPcco(12);
        const line = document.line_items[place];
        Object.defineProperty(line, key, {
          get: () => {
            throw new Error(message);
          },
        });
        expect(() => isClean({ document, context, input: {} })).toThrow(message);
        expect(isClean(clean(3))).toBe(true);
        expect(isClean({ ...clean(3), document: { ...cleanPcco(3), grand_total: "1.00" } })).toBe(false);
      }
    }
  });

  test.each([
    ["clean", {}],
    ["clean but for its total", { grand_total: "1.00" }],
    ["of the wrong status", { status: "draft" }],
    ["with a group of fields for an amount", { grouped: true }],
    ["with a word for a line", { line: "none" }],
    ["that can't be read to its end", { unreadable: true }],
  ])("lets go of a PCCO: %s", async (_kind, change) => {
    for (const lines of [3, 3000]) expect(await isLetGo(hold(isClean, lines, change))).toBe(true);
  });

  test.each([
    ["clean", {}],
    ["clean but for its total", { grand_total: "1.00" }],
    ["that can't be read to its end", { unreadable: true }],
  ])("lets go of the texts of a long PCCO: %s", async (_kind, change) => {
    expect(await isLetGo([])).toBe(true);
    const before = process.memoryUsage().heapUsed;
    hold(isClean, 3000, { ...change, codes: 10_000 });
    expect(await isLetGo([])).toBe(true);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(10_000_000);
  });
});

test("a rule that throws does not poison the next check", () => {
  const set = setOf({
    fields: {
      note: { label: "Note", path: "line_items[].note", type: "text" },
      title: { label: "Title", path: "title", type: "text" },
    },
    rules: {
      notes: { severity: "error", stage: "send", source: "page", field: "note", maxLength: 3 },
      title: { severity: "error", stage: "send", source: "page", field: "title", required: true },
    },
  });
  const names = compileNames(set);
  const rules = set.rules.flatMap((rule) => compileRule(rule, set, names) ?? []);
  const isClean = compileCleanTest(rules);
  const factsOf = (document: JsonObject): Facts => ({ document, context: {}, input: {} });
  const throwing = {
    line_items: [{ note: "abc" }, { note: "abc" }],
    get title(): string {
      throw new Error("no title");
    },
  };
  expect(() => isClean(factsOf(throwing))).toThrow("no title");
  expect(isClean(factsOf({ title: "x", line_items: [{ note: "abc" }] }))).toBe(true);
  expect(() => isClean(factsOf(throwing))).toThrow("no title");
  expect(isClean(factsOf({ title: "x", line_items: [{ note: "abcd" }] }))).toBe(false);
  expect(isClean(factsOf({ title: "x" }))).toBe(true);
});

/** What is changed about a clean PCCO; what is no field of it concerns its last line. */
interface Change {
  readonly grand_total?: string;
  readonly status?: string;
  /** Whether its amount is a group of fields. */
  readonly grouped?: boolean;
  readonly line?: unknown;
  readonly unreadable?: boolean;
  /** How many letters each cost code has. */
  readonly codes?: number;
}

/** Asks about a PCCO that nothing else refers to, and returns references that do not hold it. */
function hold(isClean: CleanTest, length: number, change: Change): readonly WeakRef<object>[] {
  const { grouped, line, unreadable, codes = 0, ...fields } = change;
  const amount = grouped ? {} : undefined;
  const pcco = { ...cleanPcco(length), ...fields };
  const lines: unknown[] = pcco.line_items.map((each, index) => {
    // Made from bytes, a text shares nothing with others.
    const code = codes === 0 ? `05${index}` : `${Buffer.alloc(codes, 65).toString("latin1")}${index}`;
    return { ...each, cost_code: { origin_id: Buffer.from(code).toString("latin1") } };
  });
  const last = { ...pcco.line_items.at(-1), ...(amount === undefined ? {} : { amount }) };
  if (unreadable) {
    Object.defineProperty(last, "line_item_type", {
      get: () => {
        throw new Error("unreadable");
      },
    });
  }
  if (unreadable || amount !== undefined) lines[length - 1] = last;
  if (line !== undefined) lines[length - 1] = line;
  const document = { ...pcco, line_items: lines };
  // An error that is looked at would itself hold what it came from.
  let called: boolean | "unreadable" = "unreadable";
  try {
    called = isClean({ document, context, input: {} });
  } catch {}
  expect(called).toBe(unreadable ? "unreadable" : Object.keys(change).every((key) => key === "codes"));
  return [document, lines, ...lines, amount].flatMap((each) =>
    typeof each === "object" && each !== null ? [new WeakRef(each)] : [],
  );
}

/** Whether nothing holds any of these any more. */
async function isLetGo(held: readonly WeakRef<object>[]): Promise<boolean> {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect !== "function") throw new Error("memory can't be collected here");
  for (let times = 0; times < 3; times++) {
    // What a reference was made from is held until the turn is over.
    await new Promise((resolve) => setImmediate(resolve));
    collect();
  }
  return held.every((each) => each.deref() === undefined);
}
