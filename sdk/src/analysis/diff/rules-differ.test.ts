import { describe, expect, test } from "vitest";
import { diffRuleSets } from "./rule-set-diff.ts";
import { diffOf, eventOf, line, pairOf, ruleFile, told } from "./testing.ts";

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
      // A context that says spaces says that there is nothing.
      ["exportable → blocked: c", "exportable → unknown: c"],
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

  test("a warning that is unknown on one line is so whatever is broken on another", async () => {
    const warning = (least: number): string =>
      line("ids", `field: lineIds, minLength: ${least}`).replace("error", "warning");
    const diff = await diffOf(warning(1), warning(2));
    expect(told(diff)).toEqual([]);
    expect(eventOf(diff, "send").relation).toBe("equivalent");
  });

  test("spaces in place of the lines are told by rules about each line, but are none for others", async () => {
    const change = (text: string): string =>
      text.replace("roles:\n", "  lines: { label: Lines, path: line_items, type: list }\nroles:\n");
    const before = ruleFile(line("codes", "field: code, distinct: true"), change);
    const after = ruleFile(line("none", "field: title, absent: true, when: { field: lines, minItems: 1 }"), change);
    const found = eventOf(diffRuleSets(...(await pairOf(before, after))), "send").differences;
    const shown = found.find((each) => each.before === "blocked" && each.after === "exportable");
    expect(shown?.because.name).toBe("codes");
    const other = found.find((each) => each.before === "blocked" && each.after === "unknown");
    expect(other?.witness.document.line_items).toBe("odd");
  });

  const many = "field: lines, minItems: 2";
  test.each([
    ["by its condition", many, "default: off }"],
    ["by the place of a toggle", "feature: export, is: on", `default: off, where: { ${many} } }`],
  ])("a line may be asked only where there are others: %s", async (_how, when, toggle) => {
    const change = (text: string): string =>
      text
        .replace("roles:\n", "  lines: { label: Lines, path: line_items, type: list }\nroles:\n")
        .replace("default: off }", toggle);
    const asked = line("same", `field: code, equals: { field: title }, when: { ${when} }`);
    const named = line("named", "field: title, required: true");
    const diff = diffRuleSets(...(await pairOf(ruleFile(asked, change), ruleFile(asked + named, change))));
    // A title of a wrong type leaves open whether the codes are the same as it.
    expect(told(diff)).toContain("unknown → blocked: named");
  });

  test("where only some words can stand, these are compared", async () => {
    const same = line("same", "field: title, equals: { field: permission }");
    const none = line("none", "field: title, minLength: 8") + line("who", "field: permission, required: true");
    const diff = await diffOf(none + same, none + same + line("short", "field: title, maxLength: 1"));
    // A title that is the same as the permission must be one of the two that are long enough.
    const { witness } = eventOf(diff, "send").differences.find(({ before }) => before === "exportable") ?? {};
    expect(witness?.document.title).toBe(witness?.document.$context.actor?.prime_contracts);
    expect(witness?.document.title).toMatch(/^(read_only|standard)$/);
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
