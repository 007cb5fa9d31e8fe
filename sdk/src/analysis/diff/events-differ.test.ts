import { describe, expect, test } from "vitest";
import { diffRuleSets } from "./rule-set-diff.ts";
import { diffOf, eventOf, line, pairOf, ruleFile, told } from "./testing.ts";

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
    expect(diff.step).toMatchObject({ needed: "major", reasons: expect.arrayContaining(["Event recall is removed."]) });
    const back = diffRuleSets(...(await pairOf(ruleFile(rule, without), ruleFile(rule))));
    expect(eventOf(back, "recall").relation).toBe("looser");
  });

  test("a word that must be given", async () => {
    const asking = (more: string) => (text: string) =>
      text.replace("Comment, type: text }", `Comment, type: boolean, required: true${more} }`);
    const files = [ruleFile(rule, asking("")), ruleFile(rule, asking(", mustBe: true"))] as const;
    const diff = diffRuleSets(...(await pairOf(...files)));
    expect([eventOf(diff, "recall").relation, diff.step.needed]).toEqual(["stricter", "major"]);
    expect(eventOf(diff, "recall").differences[0]?.witness.input).toEqual({ comment: false });
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
