import { describe, expect, test } from "vitest";
import { parseText } from "../../document/parse.ts";
import { writeYaml } from "../../document/write-yaml.ts";
import { validateContext } from "../../generated/context-validator.js";
import type { PccoContext } from "../../generated/types.ts";
import { loadBundled } from "../../load.ts";
import type { RuleSet } from "../../rule-set.ts";
import type { EventDiff } from "./event-diff.ts";
import { diffRuleSets, type RuleSetDiff } from "./rule-set-diff.ts";
import { line, pairOf, ruleFile } from "./testing.ts";

const [older, newer] = [loadBundled("spectrum/pcco@1.0.0"), loadBundled("spectrum/pcco@1.1.0")];
const shipped = diffRuleSets(older, newer);

function eventOf(diff: RuleSetDiff, name: string): EventDiff {
  const found = diff.events.find(({ event }) => event === name);
  if (found === undefined) throw new Error(`no event ${name}`);
  return found;
}

/** Each difference as one line: `exportable → blocked: title-length`. */
function told(diff: RuleSetDiff, event = "send"): readonly string[] {
  return eventOf(diff, event).differences.map(({ before, after, because }) => `${before} → ${after}: ${because.name}`);
}

async function diffOf(before: string, after: string, change?: (text: string) => string): Promise<RuleSetDiff> {
  return diffRuleSets(...(await pairOf(ruleFile(before), ruleFile(after, change))));
}

describe("the versions that ship", () => {
  test("1.1.0 refuses more than 1.0.0 and lets nothing else through: proved for every event", () => {
    const relations = Object.fromEntries(shipped.events.map(({ event, relation }) => [event, relation]));
    const stricter = ["approve", "send", "accept", "resend", "retry-export"];
    expect(relations).toEqual(
      Object.fromEntries(newer.events.map((event) => [event, stricter.includes(event) ? "stricter" : "equivalent"])),
    );
    expect(shipped.events.flatMap(({ notDecided }) => notDecided)).toEqual([]);
    expect(shipped.step).toMatchObject({ needed: "minor", made: "minor", isCertain: true, problem: undefined });
  });

  test("each rule that newly refuses has a PCCO that it alone holds back", () => {
    const { differences } = eventOf(shipped, "send");
    const alone = differences.filter(({ isAlone, after }) => isAlone && after === "blocked");
    expect(alone.map(({ because }) => because.name)).toEqual([
      "amount-format",
      "title-length",
      "number-length",
      "contract-approved",
      "contract-match",
      "contract-synced",
      "amount-based-contract",
      "approved-date-required",
      "line-items-required",
      "cost-code-and-type",
    ]);
    for (const { because, witness } of alone) {
      const { document } = witness;
      const { findings } = newer.check(document, document.$context);
      const against = findings.filter(({ severity, state }) => severity === "error" && state === "broken");
      expect(against.map(({ ruleId }) => ruleId)).toEqual(
        because.name === "number-length" ? ["document/type"] : against.map(() => because.name),
      );
    }
  });

  test("each witness is as small as it gets: without any one of its fields the difference is gone or another rule speaks", () => {
    const { differences } = eventOf(shipped, "send");
    for (const { before, after, because, witness, isAlone } of differences) {
      for (const smaller of withoutOne(witness.document)) {
        const [first, second] = [older, newer].map((rules) => rules.check(smaller, contextIn(smaller)));
        const says =
          second?.findings.some(({ ruleId }) => ruleId === because.name || ruleId === "document/type") ?? false;
        const others = second?.findings.filter(
          ({ ruleId, severity, state }) =>
            ruleId !== because.name && !ruleId.startsWith("document/") && (severity === "error" || state === "unknown"),
        );
        const isStill =
          first?.outcome === before && second?.outcome === after && says && (!isAlone || others?.length === 0);
        expect([because.name, smaller, isStill]).toEqual([because.name, smaller, false]);
      }
    }
  });

  test("the other way round, 1.0.0 lets through what 1.1.0 refuses, which would be a major step", () => {
    const back = diffRuleSets(newer, older);
    expect(eventOf(back, "send").relation).toBe("looser");
    expect(back.step).toMatchObject({ needed: "major", made: undefined, problem: undefined });
  });

  test("a rule set is equivalent to itself", () => {
    const same = diffRuleSets(newer, newer);
    expect(new Set(same.events.map(({ relation }) => relation))).toEqual(new Set(["equivalent"]));
    expect(same).toMatchObject({ changes: [], step: { needed: "none", reasons: [], isCertain: true } });
  });
});

function contextIn({ $context: context }: Readonly<Record<string, unknown>>): PccoContext {
  if (!validateContext(context)) throw new Error("no context");
  return context;
}

/** A value with one member left out, everywhere where there is one. */
function withoutOne(value: unknown): readonly Record<string, unknown>[] {
  if (typeof value !== "object" || value === null) return [];
  const entries = Object.entries(value);
  return entries.flatMap(([key, member]) => {
    const others = Object.fromEntries(entries.filter(([name]) => name !== key));
    const inner = Array.isArray(member) ? member.flatMap((_, at) => [member.toSpliced(at, 1)]) : withoutOne(member);
    return [
      ...(key === "$context" ? [] : [others]),
      ...inner.map((each) => ({ ...Object.fromEntries(entries), [key]: each })),
    ];
  });
}

describe("what the rules ask", () => {
  const short = line("short", "field: title, maxLength: 10");

  test.each([
    [
      "a tighter limit",
      short,
      line("short", "field: title, maxLength: 9"),
      "stricter",
      ["exportable → blocked: short"],
    ],
    ["a looser limit", short, line("short", "field: title, maxLength: 12"), "looser", ["blocked → exportable: short"]],
    [
      "another rule in its place",
      short,
      line("there", "field: title, required: true"),
      "incomparable",
      ["exportable → blocked: there", "blocked → exportable: short"],
    ],
    ["the same rule, asked twice", short, short + line("again", "field: title, maxLength: 12"), "equivalent", []],
    [
      "the same, said otherwise",
      line("a", "field: title, oneOf: [x]"),
      line("a", "field: title, equals: x"),
      "equivalent",
      [],
    ],
    [
      "a condition that is always met",
      short,
      line("short", "field: title, maxLength: 10, when: { field: title, required: true }"),
      "looser",
      // A title of a wrong type leaves it open whether the condition is met.
      ["blocked → unknown: short"],
    ],
    [
      "a difference that another rule hides",
      line("none", "field: title, absent: true"),
      line("none", "field: title, absent: true") + short,
      "equivalent",
      [],
    ],
    [
      "patterns that mean the same",
      line("p", 'field: title, pattern: "[0-9]{2}"'),
      line("p", 'field: title, pattern: "\\\\d\\\\d"'),
      "equivalent",
      [],
    ],
    [
      "a fact of the surroundings",
      "{}",
      line("c", "field: contract, required: true"),
      "stricter",
      ["exportable → unknown: c"],
    ],
  ])("%s", async (_what, before, after, relation, differences) => {
    const [first, second] = [before, after].map((rules) => (rules === "{}" ? "" : rules));
    const text = (rules: string | undefined): string =>
      rules === "" ? ruleFile("x: y").replace(/rules:\n {2}x: y\n/, "rules: {}\n") : ruleFile(rules ?? "");
    const diff = diffRuleSets(...(await pairOf(text(first), text(second))));
    expect([eventOf(diff, "send").relation, told(diff)]).toEqual([relation, differences]);
  });

  test("lines are real lines: three codes of which two are the same show the difference", async () => {
    const diff = await diffOf(
      line("codes", "field: code, distinctOrSame: true"),
      line("codes", "field: code, same: true"),
    );
    expect(eventOf(diff, "send").relation).toBe("stricter");
    expect(told(diff)[0]).toBe("exportable → blocked: codes");
    expect(eventOf(diff, "send").differences[0]?.witness.document.line_items).toHaveLength(2);
    const other = await diffOf(
      line("codes", "field: code, distinct: true"),
      line("codes", "field: code, distinctOrSame: true"),
    );
    expect(told(other)).toContain("blocked → exportable: codes");
    const strict = await diffOf(
      line("codes", "field: code, absent: true"),
      line("codes", "field: code, distinctOrSame: true") + line("known", "field: code, required: true"),
    );
    expect(eventOf(strict, "send").relation).toBe("incomparable");
    const three = await diffOf(
      line("t", "field: title, absent: true"),
      line("t", "field: title, absent: true") + line("codes", "field: code, distinctOrSame: true"),
    );
    expect(eventOf(three, "send").differences[0]?.witness.document.line_items).toHaveLength(3);
  });

  test("sums are exact, over as many lines as it takes", async () => {
    const sum = line("sum", "field: total, sumEquals: [amount]");
    const diff = await diffOf(
      line("cents", "field: amount, maxDecimals: 2"),
      line("cents", "field: amount, maxDecimals: 2") + sum,
    );
    expect(told(diff)).toContain("exportable → blocked: sum");
    const same = await diffOf(
      sum,
      line("sum", "field: total, sumEquals: [amount], when: { field: total, required: true }"),
    );
    expect(told(same)).toEqual(["blocked → unknown: sum"]);
  });

  test("a line that is not known beside one that is broken takes two lines", async () => {
    const limit = (most: number): string => line("cents", `field: lineAmounts, maxDecimals: ${most}`);
    const diff = await diffOf(limit(2), limit(1));
    expect(told(diff)).toContain("unknown → blocked: cents");
    const { witness } =
      eventOf(diff, "send").differences.find(({ before, after }) => before === "unknown" && after === "blocked") ?? {};
    expect(witness?.document.$context.prime_contract?.line_items).toHaveLength(2);
  });

  test("a warning that is broken on one line hides that it is unknown on another", async () => {
    const warning = (least: number): string =>
      line("ids", `field: lineIds, minLength: ${least}`).replace("error", "warning");
    const diff = await diffOf(warning(1), warning(2));
    expect(told(diff)).toEqual(["unknown → exportable: ids"]);
    expect(eventOf(diff, "send").relation).toBe("looser");
  });

  test("where only some words can stand, these are compared", async () => {
    const same = line("same", "field: title, equals: { field: permission }");
    const none = line("none", "field: title, required: true") + line("who", "field: permission, required: true");
    const diff = await diffOf(none + same, none + line("absent", "field: title, absent: true"));
    // A title that is the same as the permission must be one of the four that there are.
    const { witness } = eventOf(diff, "send").differences.find(({ before }) => before === "exportable") ?? {};
    expect(witness?.document.title).toBe(witness?.document.$context.actor?.prime_contracts);
    expect(witness?.document.title).toEqual(expect.any(String));
  });

  test("what can't be split into classes is not decided, and never called equivalent", async () => {
    const date = line("d", "field: title, format: date");
    const diff = await diffOf(
      date + line("l", "field: title, maxLength: 10"),
      date + line("l", "field: title, maxLength: 11"),
    );
    const { relation, notDecided } = eventOf(diff, "send");
    expect(relation).toBe("not decided");
    expect(notDecided[0]?.why).toContain("title can't be split into classes for sure");
    expect(diff.step.isCertain).toBe(false);
  });
});

describe("the life cycle", () => {
  const rule = line("title", "field: title, required: true");
  const changed = (from: string, to: string) => (text: string) => {
    if (!text.includes(from)) throw new Error(`no ${from}`);
    return text.replace(from, to);
  };

  test.each([
    [
      "a wider role",
      "to: in, role: admin",
      "to: in, role: [admin, anyone]",
      "send",
      "looser",
      "major",
      "impossible → possible: role",
    ],
    [
      "another state to start from",
      "from: [out]",
      "from: [out, in]",
      "send",
      "looser",
      "major",
      "impossible → possible: ERP status",
    ],
    [
      "a guard",
      "role: admin, checks",
      "role: admin, guards: [{ when: { field: total, absent: true }, message: No. }], checks",
      "send",
      "stricter",
      "minor",
      "possible → impossible: guard 1",
    ],
    [
      "a value that must be entered",
      "Comment, type: text }",
      "Comment, type: text, required: true }",
      "recall",
      "stricter",
      "major",
      "possible → impossible: comment",
    ],
    [
      "another ERP status to lead to",
      "from: [out], to: in",
      "from: [out], to: out",
      "send",
      "incomparable",
      "major",
      "leads to in → leads to out: send",
    ],
    ["checks that are gone", ", checks: [send]", "", "send", "looser", "major", "blocked → exportable: title"],
  ])("%s", async (_what, from, to, event, relation, step, difference) => {
    const diff = await diffOf(rule, rule, changed(from, to));
    expect([eventOf(diff, event).relation, diff.step.needed]).toEqual([relation, step]);
    expect(told(diff, event)).toContain(difference);
  });

  test("an event that is gone, and one that is new", async () => {
    const without = (text: string): string => text.replace(/^ {2}recall: .*\n/m, "");
    const diff = await diffOf(rule, rule, without);
    expect([eventOf(diff, "recall").relation, told(diff, "recall")]).toEqual([
      "stricter",
      ["possible → impossible: recall"],
    ]);
    expect(diff.step).toMatchObject({ needed: "major", reasons: expect.arrayContaining(["event recall is removed."]) });
    const back = diffRuleSets(...(await pairOf(ruleFile(rule, without), ruleFile(rule))));
    expect(eventOf(back, "recall").relation).toBe("looser");
  });

  test("a value that may be entered is a minor step", async () => {
    const diff = await diffOf(rule, rule, changed("text } }", "text }, note: { label: Note, type: text } }"));
    expect([eventOf(diff, "recall").relation, diff.step.needed]).toEqual(["equivalent", "minor"]);
  });
});

test("rule sets without a life cycle are compared as if for sending", async () => {
  const bare = (text: string): string =>
    text.replace(/roles:[\s\S]*?rules:/, "rules:").replace(/lifecycle:[\s\S]*/, "");
  const texts = [9, 10].map((limit) => ruleFile(line("short", `field: title, maxLength: ${limit}`), bare));
  const diff = diffRuleSets(...(await pairOf(texts[0] ?? "", texts[1] ?? "")));
  expect(diff.events.map(({ event, relation }) => [event, relation])).toEqual([["send", "looser"]]);
});

test("a witness that is saved as a file is the same PCCO", () => {
  const judge = (rules: RuleSet, text: string): string | undefined => {
    const [document] = parseText(text, { format: "yaml" }).documents;
    expect(document?.problems).toEqual([]);
    const value = document?.value;
    if (typeof value !== "object" || value === null || !("$context" in value)) throw new Error("no PCCO");
    return rules.check({ ...value }, { ...(typeof value.$context === "object" ? value.$context : {}) }).outcome;
  };
  for (const { before, after, witness } of eventOf(shipped, "send").differences) {
    const text = writeYaml(witness.document);
    expect([judge(older, text), judge(newer, text)]).toEqual([before, after]);
  }
});
