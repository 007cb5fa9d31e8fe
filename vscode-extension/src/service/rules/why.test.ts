import { describe, expect, test } from "vitest";
import { commands } from "../../protocol.ts";
import { always, pccoFile, readRepositoryFile, surroundings } from "../testing.ts";
import { ruleTestCodeLenses } from "./test-lenses.ts";
import { at, companyRules, companyTests, projectOf, type TestProject, wordAt } from "./testing.ts";
import { matrixTests } from "./testing-matrix.ts";
import { whyPcco } from "./why-pcco.ts";
import { whyTest } from "./why-test.ts";

function project(text: string): Promise<TestProject> {
  return projectOf({ "company.yaml": companyRules, "t.test.yaml": text });
}

async function page(text: string, asked: Parameters<typeof whyTest>[2]): Promise<string> {
  const found = await project(text);
  return whyTest(found.ruleTest("t.test.yaml"), found, asked)?.page ?? "";
}

describe("a case", () => {
  test("that has passed: each rule with its condition and its facts, and what the event needs", async () => {
    expect(await page(matrixTests, { test: "what is long: canopy" })).toBe(`# Why: test what is long: canopy, send

Document canopy, context here.

The test has passed: all is as expected.

Checked by company/pcco 1.0.0 for the event \`send\`, on 2026-11-05T09:00:00Z. The outcome is **exportable**: of the rules 1 holds, 1 does not apply.

## Event \`send\` Send

It is refused:

- role: "Send" needs an administrator. Can't tell: the context does not give actor.

- holds: the ERP status is one of these: Fresh. Found: Fresh
- unknown: the person has this role
  - unknown: an administrator
    - unknown: Admin equals: "admin". Found: Admin is not given (context \`actor.prime_contracts\`)

## Holds

### \`title-length\` The Title is short

Holds. An error, checked at save. It asks: Title maxLength: 9.

- Title = "Canopy" (\`/title\`)

## Does not apply

### \`sum-of-lines\`

Does not apply. A warning, checked at send. It asks: Total sumEquals: ["lineAmount"].

- It applies, since this holds:
  - holds: all of these hold
    - holds: "Night work" is off. Found: Night work = off (context \`erp.features.night_work\`)
    - holds: Number required: true. Found: Number = "Canopy" (\`/title\`)
- Total is missing (\`/grand_total\`)
- Amount is missing (\`line_items[].amount\`)
- Without a value there is nothing to check.
`);
  });

  test("of a matrix: the first that has not passed, with what is different", async () => {
    const text = matrixTests.replace("default: refused", "default: sent");
    expect(await page(text, { test: "who sends: long" })).toBe(`# Why: test who sends: long, someone, send

One of 4 cases, of which 3 have not passed.

Document long, no context, actor someone.

The test has not passed.

- noisy: send is refused, but should lead to sent: "Send" is possible while the ERP status is Fresh; it is Sent. Title has 22 characters; 9 fit.

Checked by company/pcco 1.0.0 for the event \`send\`, on 2026-11-05T09:00:00Z. The outcome is **blocked**: of the rules 1 broken, 1 unknown.

## Event \`send\` Send

It is refused:

- state: "Send" is possible while the ERP status is Fresh; it is Sent.
- rule: Title has 22 characters; 9 fit.

- does not hold: the ERP status is one of these: Fresh. Found: Sent
- holds: the person has this role
  - holds: an administrator
    - holds: Admin equals: "admin". Found: Admin = "admin" (context \`actor.prime_contracts\`)

## Broken

### \`title-length\` The Title is short

Broken. An error, checked at save. It asks: Title maxLength: 9.

- Title has 22 characters; 9 fit.
- Title = "A canopy over the dock" (\`/title\`)

## Unknown

### \`sum-of-lines\`

Unknown. A warning, checked at send. It asks: Total sumEquals: ["lineAmount"].

- Can't tell whether this holds: sum-of-lines. The context does not give erp.features.night_work.
- Whether it applies is unknown, since this is:
  - unknown: all of these hold
    - unknown: "Night work" is off. Found: Night work is not given (context \`erp.features.night_work\`)
    - holds: Number required: true. Found: Number = "A canopy over the dock" (\`/title\`)
`);
  });

  test("is the one around a line, on the line of a document of a matrix that document", async () => {
    const titleAt = async (around: string, text: string): Promise<string | undefined> => {
      const found = await project(at(text, around));
      return whyTest(found.ruleTest("t.test.yaml"), found, { line: found.cursor.line })?.title;
    };
    expect(await titleAt("chan|ge: { /title", companyTests)).toBe("test a long Title");
    expect(await titleAt("moves|: sent", companyTests)).toBe("test sent");
    expect(await titleAt("defa|ult: refused", matrixTests)).toBe("test who sends");
    expect(await titleAt("documents: [lo|ng, canopy]", matrixTests)).toBe("test what is long");
    const apart = matrixTests.replace("[long, canopy]", "\n      - long\n      - canopy");
    expect(await titleAt("- can|opy\n", apart)).toBe("test canopy");
    expect(await titleAt("docu|ments:", matrixTests)).toBe("test who sends");
  });

  test.each([
    ["that is faulty", companyTests.replace("[title-length]", "[titel-length]"), 'unknown rule "titel-length"'],
    [
      "of rules that are not there",
      companyTests.replace("company/pcco", "none/pcco"),
      'there is no rule set "none/pcco"',
    ],
    ["whose change leads nowhere", companyTests.replace("/title: A", "/title/b: A"), "This case can't be run"],
  ])("%s says so", async (_what, text, expected) => {
    expect(await page(text, { test: "a long Title" })).toContain(expected);
  });

  test("that is not there has no page", async () => {
    expect(await page(companyTests, { test: "another" })).toBe("");
    expect(await page("cases: []\n", { line: 0 })).toBe("");
  });
});

describe("a PCCO", () => {
  const good = readRepositoryFile("samples/spectrum/approved-two-lines.pcco.yaml");
  const pages = (text: string, of = always()): readonly string[] =>
    pccoFile(text, "yaml").records.map((record) => whyPcco(record, of).page);

  test("that is blocked: what it is judged by, and first what is broken", () => {
    const [text = ""] = pages(good.replace("status: approved", "status: draft"));
    expect(text).toMatch(/^# Why: PCCO 004 Added loading dock canopy\n\nRules: .*\. Context: .*\.\n/);
    expect(text).toContain("The outcome is **blocked**: of the rules 1 broken, 19 hold, 2 do not apply.");
    expect(text.match(/^## .*/gm)).toEqual([
      "## Event `send` Send to ERP",
      "## Broken",
      "## Holds",
      "## Does not apply",
      "## Not asked",
    ]);
    expect(text).toContain("- Status is Draft; it must be Approved.\n- Status = Draft (`/status`)\n");
  });

  test("with lines: each with its facts, those that break a rule first; a condition that is the same for all stands once", () => {
    const [text = ""] = pages(good.replace("prime_line_item_id: 7001", "prime_line_item_id: 7999"));
    const rule = text.slice(text.indexOf("### `associated-line-item-known`")).replace(/\n##.*/s, "\n");
    expect(rule.match(/^- .*|applies/gm)).toEqual([
      expect.stringMatching(/^- Line 2: /),
      "- It applies, since this holds:",
      "- Line 2: broken",
      "- Line 1: holds",
    ]);
    expect(rule).toContain("  - Associated Line Item = 7999 (`/line_items/1/prime_line_item_id`)\n");
  });

  test("with very many lines: some, and how many more", () => {
    const lines = Array.from({ length: 30 }, (_, id) => `  - { id: ${id}, amount: "1.00" }\n`).join("");
    const [text = ""] = pages(`line_items:\n${lines}  - { amount: "1.001" }\n`);
    const rule = text.slice(text.indexOf("### `amount-format`"));
    expect(rule).toContain("- Line 31: broken\n");
    expect(rule.slice(0, rule.indexOf("###", 4))).toMatch(/- 21 more lines: holds\n/);
  });

  test("that can't be read or judged says why", () => {
    expect(pages("- 1\n")[0]).toMatch(
      /^# Why: PCCO 1 of the file\n\nThis PCCO can't be read, so no rule is asked\.\n$/,
    );
    expect(pages(good, always({ cannot: "rules", problem: "There is no rule set x/y." }))[0]).toContain(
      "It can't be judged. There is no rule set x/y.",
    );
    expect(pages(good, always({ ...surroundings(), event: "nothing-such" }))[0]).toContain('no event "nothing-such"');
  });

  test("whose text has faults says that they block it", () => {
    expect(pages(`${good}title: again\n`)[0]).toContain("Its text has faults, which block it whatever the rules say: ");
  });
});

describe("lenses over rule tests", () => {
  test("run and explain each case and each matrix, by its id; and run all", async () => {
    const found = await project(matrixTests);
    const test = found.ruleTest("t.test.yaml");
    const lenses = ruleTestCodeLenses(test, true);
    expect(
      lenses.map(({ range, command }) => [wordAt(matrixTests, range), command?.title, command?.arguments?.[1]]),
    ).toEqual([
      ["ruleSet", "Run all", undefined],
      ["who sends", "Run", ["matrix: who sends"]],
      ["who sends", "Why?", "matrix: who sends"],
      ["what is long", "Run", ["matrix: what is long"]],
      ["what is long", "Why?", "matrix: what is long"],
      ["a variant", "Run", ["a variant"]],
      ["a variant", "Why?", "a variant"],
    ]);
    expect(new Set(lenses.map(({ command }) => command?.command))).toEqual(new Set([commands.runTests, commands.why]));
    expect(lenses.every(({ command }) => command?.arguments?.[0] === test.uri)).toBe(true);
  });

  test("are not there without the commands, nor over a file without tests", async () => {
    const found = await project(matrixTests);
    expect(ruleTestCodeLenses(found.ruleTest("t.test.yaml"), false)).toEqual([]);
    const empty = await project("ruleSet: a/b@1\ncases: []\n");
    expect(ruleTestCodeLenses(empty.ruleTest("t.test.yaml"), true)).toEqual([]);
  });
});
