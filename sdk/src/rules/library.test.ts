import { describe, expect, test } from "vitest";
import { coreLibrary, loadBundled } from "../load.ts";
import { createLibrary, type Library } from "./library.ts";
import { verifyLock } from "./lock.ts";
import { readRuleFile } from "./read-rule-file.ts";
import { type RuleFileSource, RuleSetError } from "./rule-file.ts";
import { sha256Of } from "./sha256.ts";

/** A rule file of a version that is in force from a day on, or from one day to another. */
function version(number: string, effective: string, ruleSet = "acme/pcco"): Promise<RuleFileSource> {
  const [from, until] = effective.split(" to ");
  const days = until === undefined ? `from: ${from}` : `from: ${from}, until: ${until}`;
  return readRuleFile(`format: 1\nruleSet: ${ruleSet}\nversion: ${number}\neffective: { ${days} }\n`, `${number}.yaml`);
}

async function libraryOf(...versions: readonly (readonly [number: string, effective: string])[]): Promise<Library> {
  return createLibrary(await Promise.all(versions.map(([number, effective]) => version(number, effective))));
}

function found(library: Library, reference: string, asOf?: string): string {
  try {
    return library.find(reference, asOf).content.version;
  } catch (error) {
    if (error instanceof RuleSetError) return error.message;
    throw error;
  }
}

describe("a rule set is found by name and range", async () => {
  const library = await libraryOf(
    ["1.0.0", "2024-01-01"],
    ["1.2.0", "2024-02-01"],
    ["1.10.0", "2024-03-01"],
    ["2.0.0", "2024-04-01"],
  );
  test.each([
    ["acme/pcco", "2.0.0"],
    ["acme/pcco@latest", "2.0.0"],
    ["acme/pcco@*", "2.0.0"],
    ["acme/pcco@1", "1.10.0"],
    ["acme/pcco@^1.0.0", "1.10.0"],
    ["acme/pcco@~1.2", "1.2.0"],
    ["acme/pcco@1.0.0", "1.0.0"],
    [" acme/pcco @ 1.0.0 ", "1.0.0"],
    [
      "acme/pcco@3",
      '"acme/pcco" has no version "3". It has 1.0.0 (from 2024-01-01), 1.2.0 (from 2024-02-01), 1.10.0 (from 2024-03-01), 2.0.0 (from 2024-04-01).',
    ],
    [
      "acme/pcco@",
      '"" is not a version or range; write for example acme/pcco@2.0.0, acme/pcco@1, acme/pcco@~1.0, acme/pcco@^1.1 or acme/pcco@latest.',
    ],
    [
      "acme/pcco@one",
      '"one" is not a version or range; write for example acme/pcco@2.0.0, acme/pcco@1, acme/pcco@~1.0, acme/pcco@^1.1 or acme/pcco@latest.',
    ],
    ["acme/pco", 'there is no rule set "acme/pco". Did you mean "acme/pcco"?'],
    ["", 'there is no rule set "". Known is acme/pcco.'],
  ])("%s", (reference, expected) => expect(found(library, reference)).toBe(expected));
});

describe("as of a day, only the version in force counts", async () => {
  const library = await libraryOf(
    ["1.0.0", "2024-01-01"],
    ["1.1.0", "2024-02-01 to 2024-02-29"],
    ["2.0.0", "2024-03-01 to 2024-03-31"],
  );
  const itHas = "It has 1.0.0 (from 2024-01-01), 1.1.0 (from 2024-02-01), 2.0.0 (from 2024-03-01).";
  const noVersionAtAll = (day: string) => `no version of "acme/pcco" was in force on ${day}. ${itHas}`;
  const noVersion = (day: string, range: string) =>
    `"acme/pcco" has no version "${range}" in force on ${day}. ${itHas}`;
  test.each([
    ["the day before the first", "acme/pcco", "2023-12-31", noVersionAtAll("2023-12-31")],
    ["the first day", "acme/pcco", "2024-01-01", "1.0.0"],
    ["the day before the next begins", "acme/pcco", "2024-01-31", "1.0.0"],
    ["the day the next begins", "acme/pcco", "2024-02-01", "1.1.0"],
    [
      "the day the next begins, asked for the one before",
      "acme/pcco@1.0.0",
      "2024-02-01",
      noVersion("2024-02-01", "1.0.0"),
    ],
    ["its last day", "acme/pcco", "2024-02-29", "1.1.0"],
    ["the day after", "acme/pcco", "2024-03-01", "2.0.0"],
    ["after the last day of the last", "acme/pcco", "2024-04-01", noVersionAtAll("2024-04-01")],
    ["any version, asked for as such", "acme/pcco@*", "2024-04-01", noVersionAtAll("2024-04-01")],
    ["a range of which none is in force any more", "acme/pcco@2", "2024-04-01", noVersion("2024-04-01", "2")],
    ["a range without the version in force", "acme/pcco@1", "2024-03-01", noVersion("2024-03-01", "1")],
    ["no day", "acme/pcco@1", "yesterday", '"yesterday" is not a day that exists; write it like 2025-03-04.'],
    [
      "a day that is none",
      "acme/pcco@1",
      "2024-02-30",
      '"2024-02-30" is not a day that exists; write it like 2025-03-04.',
    ],
    [
      "a time",
      "acme/pcco@1",
      "2024-02-01T00:00:00Z",
      '"2024-02-01T00:00:00Z" is not a day that exists; write it like 2025-03-04.',
    ],
  ])("%s", (_name, reference, day, expected) => expect(found(library, reference, day)).toBe(expected));
});

describe("the versions of a rule set follow on each other", () => {
  test.each([
    [["1.0.0", "2024-01-01"], ["1.0.0", "2024-02-01"], "1.0.0.yaml:3:1 version 1.0.0 of acme/pcco is there twice"],
    [
      ["1.0.0", "2024-01-01"],
      ["1.1.0", "2024-01-01"],
      "1.1.0.yaml:4:1 versions 1.0.0 and 1.1.0 both begin on 2024-01-01",
    ],
    [
      ["1.0.0", "2024-01-01 to 2024-02-01"],
      ["1.1.0", "2024-02-01"],
      "1.1.0.yaml:4:1 version 1.1.0 begins on 2024-02-01, but 1.0.0 holds until 2024-02-01: the days overlap",
    ],
    [
      ["1.0.0", "2024-01-01 to 2024-02-01"],
      ["1.1.0", "2024-02-03"],
      "1.1.0.yaml:4:1 version 1.1.0 begins on 2024-02-03, but 1.0.0 ends on 2024-02-01: the days between have no rules",
    ],
  ] satisfies [readonly [string, string], readonly [string, string], string][])(
    "%s, %s",
    async (first, second, message) => {
      const error = await libraryOf(first, second).catch((reason: unknown) => reason);
      expect(error).toMatchObject({
        name: "RuleSetError",
        message: `the versions of a rule set don't fit together:\n  ${message}`,
      });
    },
  );

  test("the same version is found however many stand between", async () => {
    await expect(libraryOf(["1.0.0", "2024-01-01"], ["1.1.0", "2024-02-01"], ["1.0.0", "2024-03-01"])).rejects.toThrow(
      "version 1.0.0 of acme/pcco is there twice",
    );
  });

  test("from one day to the next, over the end of a year", async () => {
    const library = await libraryOf(["1.0.0", "2023-01-01 to 2023-12-31"], ["1.1.0", "2024-01-01"]);
    expect(found(library, "acme/pcco", "2023-12-31")).toBe("1.0.0");
  });

  test("the days count, not the numbers: an older version may be in force later", async () => {
    const library = await libraryOf(["2.0.0", "2024-01-01"], ["1.5.0", "2024-02-01"]);
    expect(found(library, "acme/pcco", "2024-01-31")).toBe("2.0.0");
    expect(found(library, "acme/pcco", "2024-02-01")).toBe("1.5.0");
  });

  test("versions of different rule sets have nothing to do with each other", async () => {
    const files = [await version("1.0.0", "2024-01-01"), await version("1.0.0", "2024-01-01", "other/pcco")];
    expect(createLibrary(files).files).toEqual(files);
  });
});

test("of the rule sets that ship, 1.1.0 is in force from 2026-11-01 on", () => {
  expect(found(coreLibrary(), "spectrum/pcco", "2020-04-08")).toBe(
    'no version of "spectrum/pcco" was in force on 2020-04-08. It has 1.0.0 (from 2020-04-09), 1.1.0 (from 2026-11-01).',
  );
  expect(found(coreLibrary(), "spectrum/pcco", "2020-04-09")).toBe("1.0.0");
  expect(found(coreLibrary(), "spectrum/pcco", "2026-10-31")).toBe("1.0.0");
  expect(found(coreLibrary(), "spectrum/pcco", "2026-11-01")).toBe("1.1.0");
  expect(loadBundled("spectrum/pcco@1", { asOf: "2026-10-31" }).reference.version).toBe("1.0.0");
  expect(loadBundled("spectrum/pcco@1").reference.version).toBe("1.1.0");
  expect(loadBundled("spectrum/pcco").reference.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(() => loadBundled("spectrum/pcco@2")).toThrow('"spectrum/pcco" has no version "2"');
});

describe("a published version never changes", async () => {
  const text = "format: 1\nruleSet: acme/pcco\nversion: 1.0.0\neffective: { from: 2025-01-01 }\n";
  const file = await readRuleFile(text, "acme/pcco/1.0.0.yaml");
  const lock = `# hashes\nacme/pcco/1.0.0.yaml: ${await sha256Of(text)}\n`;

  test("a file of the same hash is right, one that is not in the lock is not published yet", () => {
    expect(verifyLock([file], lock)).toEqual([]);
    expect(verifyLock([file], "{}")).toEqual([]);
    expect(verifyLock([file], "# nothing is published yet\n")).toEqual([]);
    expect(verifyLock([{ ...file, file: "constructor" }], "{}")).toEqual([]);
  });

  test("a changed one is an error at its version, with what to do", async () => {
    const changed = await readRuleFile(`${text}title: Another\n`, file.file);
    expect(verifyLock([changed], lock)).toEqual([
      {
        file: "acme/pcco/1.0.0.yaml",
        path: "/version",
        message:
          "version 1.0.0 of acme/pcco is published and must not change. Undo the change, or save it as a new file with a higher version.",
        range: { start: { line: 2, character: 0 }, end: { line: 2, character: 7 } },
      },
    ]);
  });

  test("a lock file that can't be read is an error, not a lock that is open", () => {
    const shape = "a lock file gives the hash of each published rule file, by its name";
    expect(verifyLock([file], "a: 1\na: 2\n")).toMatchObject([{ file: "lock.yaml", range: { start: { line: 1 } } }]);
    expect(verifyLock([file], "- a\n")).toMatchObject([
      { message: `${shape}; item 1 of the list in this file is the text "a"` },
    ]);
    expect(verifyLock([file], "hello")).toMatchObject([{ message: `${shape}; this file holds only the text "hello"` }]);
    expect(verifyLock([file], `other.yaml: ab\n---\n${lock}`)).toMatchObject([
      {
        file: "lock.yaml",
        message: expect.stringContaining("a second document begins"),
        range: { start: { line: 3 } },
      },
    ]);
    expect(verifyLock([file], `${lock}---\na: [\n`)).toMatchObject([{ range: { start: { line: 3 } } }]);
    expect(verifyLock([file], `---\n${lock}---\n`)).toEqual([]);
  });
});
