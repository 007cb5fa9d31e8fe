import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { MarkupContent } from "vscode-languageserver-types";
import { ruleHover } from "./hover.ts";
import { at, companyRules, companySample, companyTests, northRules, projectOf, wordAt } from "./testing.ts";

const files: Readonly<Record<string, string>> = {
  "company.yaml": companyRules,
  "north.yaml": northRules,
  "company.test.yaml": companyTests,
  "a.pcco.yaml": companySample,
  "north.pcco.yaml": "$rules: company/north\ntitle: A canopy over the whole dock\n",
};

/** What hovering at the mark shows, as paragraphs, after the word it is about. */
async function hovered(file: string, around: string, text = files[file] ?? ""): Promise<readonly string[] | undefined> {
  const project = await projectOf({ ...files, [file]: at(text, around) });
  const asked = file.endsWith(".test.yaml") ? project.ruleTest(file) : project.rule(file);
  const found = ruleHover(asked, project.cursor, project);
  if (found === undefined) return undefined;
  if (!MarkupContent.is(found.contents) || found.range === undefined)
    throw new Error("Markdown with a place is wanted");
  return [wordAt(text, found.range), ...found.contents.value.split("\n\n")];
}

describe("a rule", () => {
  test("tells what it asks, when, what it says, where it comes from, and how many PCCOs break it", async () => {
    expect(await hovered("company.yaml", "  title-|length:")).toEqual([
      "title-length",
      "**`title-length`** The Title is short",
      "Asks Title (`title`) `maxLength: 9`",
      "Severity error: it blocks; asked on save, send and export",
      "Message: \\{label\\} has \\{length\\} characters; \\{maxLength\\} fit.",
      "From [Handbook](https://example.com/handbook)",
      "Breaks 2 of 2 PCCOs of this folder",
    ]);
  });

  test("tells its condition in words, and the keyword's message where it has none", async () => {
    const lines = await hovered("company.yaml", "  sum|-of");
    expect(lines).toContain('When "Night work" is off and Number required: true');
    expect(lines).toContain("Message: \\{label\\} is \\{value\\}, but the lines add up to \\{sum\\}.");
  });

  test("that is overridden tells how it is now, why, and what that means for the PCCOs of this file", async () => {
    const lines = await hovered("north.yaml", "title-|length");
    expect(lines).toContain("Asks Title (`title`) `maxLength: 20`");
    expect(lines).toContain("Changed here because: We write more.");
    expect(lines).toContain("Breaks 1 of 1 PCCOs of this folder");
  });

  test.each([
    [undefined, "Breaks 2 of 2 PCCOs of this folder"],
    ["soFar", "Breaks 2 of 2 PCCOs of this folder; others are still being read"],
    ["open", "Breaks 2 of 2 open PCCOs of this folder"],
  ] as const)("tells of which PCCOs it speaks: %s", async (extent, line) => {
    const project = await projectOf({ ...files, "company.yaml": at(companyRules, "  title-|length:") });
    const found = ruleHover(project.rule("company.yaml"), project.cursor, { ...project, extent });
    expect(MarkupContent.is(found?.contents) ? found.contents.value.split("\n\n").at(-1) : "").toBe(line);
  });

  test("in a test tells the same", async () => {
    expect((await hovered("company.test.yaml", "broken: [title|-length"))?.[1]).toBe(
      "**`title-length`** The Title is short",
    );
  });
});

describe("other names", () => {
  test.each<[string, string, readonly string[]]>([
    [
      "a field",
      "field: num|ber, required",
      [
        "number",
        "**`number`** Number",
        "`number` of the PCCO, of type `text`",
        "Otherwise `title`",
        "Used by: `sum-of-lines`",
      ],
    ],
    [
      "a field of the context",
      "where: { field: is|Admin",
      ["isAdmin", "**`isAdmin`** Admin", "`actor.prime_contracts` of the context, of type `text`", "Used by: `admin`"],
    ],
    [
      "a toggle",
      "night|_work: {",
      [
        "night_work",
        "**`night_work`** Night work",
        "A toggle, off unless the context says otherwise",
        "From [Handbook](https://example.com/handbook)",
        "Asked by: `sum-of-lines`",
      ],
    ],
    [
      "a role",
      "role: ad|min,",
      [
        "admin",
        "**`admin`** an administrator",
        'Who: Admin equals: "admin"',
        "May: `send` (Send), `take-back` (Take back)",
      ],
    ],
    [
      "an ERP status",
      "to: se|nt",
      [
        "sent",
        "**`sent`** Sent",
        "An ERP status; icon blue; the PCCO is locked",
        "From here: `take-back` (Take back)",
        "Leads here: `send` (Send)",
      ],
    ],
    [
      "an event",
      "  take|-back:",
      [
        "take-back",
        "**`take-back`** Take back",
        "From `sent` after `send` to `fresh`",
        "Needs an administrator",
        "Takes: `why` Why (optional)",
        "From [Handbook](https://example.com/handbook)",
      ],
    ],
    ["what is entered", "input: w|hy", ["why", "**`why`** Why", "Entered for `take-back`: a text, optional"]],
  ])("%s", async (_what, around, lines) => {
    expect(await hovered("company.yaml", around)).toEqual(lines);
  });

  test("a source", async () => {
    expect(await hovered("company.yaml", "  hand|book: {")).toEqual([
      "handbook",
      "**`handbook`**",
      "[Handbook](https://example.com/handbook)",
      "Rules from it: `title-length`, `sum-of-lines`",
    ]);
  });

  test("the rule set that is extended", async () => {
    expect(await hovered("north.yaml", "extends: comp|any")).toEqual([
      "company/pcco@1",
      "**`company/pcco@1.0.0`**",
      "In force from 2026-11-01; 2 rules of its own",
      "`company.yaml`",
    ]);
  });

  test("choices and settled words", async () => {
    const shipped = readFileSync(join(import.meta.dirname, "../../../../rules/spectrum/pcco/1.1.0.yaml"), "utf8");
    const lines = await hovered("s.yaml", "    field: sta|tus\n", shipped);
    expect(lines?.find((line) => line.startsWith("Choices"))).toContain("`pending` Pending - In Review");
    expect(lines).toContain("Settled, so that no repair changes it: `no_charge`, `rejected`, `void`");
  });
});

describe("words of the language", () => {
  test("a check keyword: what it asks, of what, and the words of its message", async () => {
    const lines = await hovered("company.yaml", "max|Length: 9");
    expect(lines?.slice(0, 3)).toEqual([
      "maxLength",
      "**`maxLength: a whole number, 1 or more`**",
      "At most this many characters (Unicode code points, spaces at either end left out).",
    ]);
    expect(lines?.join()).toContain("`{maxLength}`");
  });

  test.each([
    [
      "seve|rity: error",
      [
        "severity",
        "**`severity`**",
        "`error` blocks, `warning` and `info` are reported, `off` is not asked.",
        "One of `error`, `warning`, `info`, `off`",
      ],
    ],
    [
      "severity: er|ror",
      [
        "error",
        "**`severity`**",
        "`error` blocks, `warning` and `info` are reported, `off` is not asked.",
        "One of `error`, `warning`, `info`, `off`",
      ],
    ],
    ["other|wise: {", ["otherwise", "**`otherwise`**", "Where the value comes from when the path has none."]],
    [
      "effec|tive: {",
      [
        "effective",
        "**`effective`**",
        "The days this version is in force, as `YYYY-MM-DD`. Without `until` it holds until the next version begins.",
      ],
    ],
  ])("%s", async (around, lines) => {
    expect(await hovered("company.yaml", around)).toEqual(lines);
  });

  test("keys of rule tests, and of the PCCOs in them", async () => {
    expect((await hovered("company.test.yaml", "mov|es: sent"))?.[2]).toBe(
      "The ERP status the event must lead to, or `refused`.",
    );
    expect((await hovered("company.test.yaml", "{ tit|le: Canopy"))?.[2]).toBe("Title.");
  });
});

test.each(["title: The| Title", "{ label: Ti|tle", "https://exam|ple.com"])("%j has none", async (around) => {
  expect(await hovered("company.yaml", around)).toBeUndefined();
});

test("while a line is half typed the others are explained as they were last good", async () => {
  const before = await projectOf(files);
  const half = companyRules.replace("  sum-of-lines:", "  half\n  sum-of-lines:");
  const project = await projectOf({ ...files, "company.yaml": at(half, "field: ti|tle\n") }, before);
  const found = ruleHover(project.rule("company.yaml"), project.cursor, project);
  expect(found?.contents).toMatchObject({ value: expect.stringContaining("of type `text`") });
});
