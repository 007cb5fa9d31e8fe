import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith, run } from "../support/cli.ts";

const head = `format: 1
ruleSet: company/pcco
version: 1.0.0
effective: { from: 2026-11-01 }
extends: spectrum/pcco@1.1.0
`;
const company = `${head}overrides:
  title-length: { maxLength: 60, because: Our letters have room for 60. }
`;
const north = head.replace("company/pcco", "north/pcco").replace("spectrum/pcco@1.1.0", "company/pcco@1");
const tests = "ruleSet: company/pcco@1\ncases:\n  - { name: long, broken: [title-length] }\n";

/** What lint reports of each file: its name, then the ids of what was found. */
function linted(words: readonly string[], folder: string) {
  const { code, out } = run(["lint", ...words, "--format", "json"], { in: folder });
  const files: readonly { file: string; findings: readonly { id: string; message: string }[] }[] =
    JSON.parse(out).files;
  return { code, files, ids: files.map(({ file, findings }) => [file, ...findings.map(({ id }) => id)]) };
}

describe("a lock file", () => {
  const name = "vista/pcco/1.0.0.yaml";
  /** A published version that was changed, with this lock file. */
  const changed = (lock: string | Uint8Array): string => {
    const folder = folderWith({ [name]: "", "lock.yaml": lock });
    copyFileSync(`rules/${name}`, join(folder, name));
    writeFileSync(join(folder, name), `${readFileSync(join(folder, name), "utf8")}# changed\n`);
    return folder;
  };
  const lock = readFileSync("rules/lock.yaml", "utf8");

  test.each([
    ["an open bracket", "a.yaml: [\n", 0],
    ["marks of a merge", `<<<<<<< ours\n${lock}`, 2],
    ["a text", "nothing\n", 0],
  ])("with faults is told, with the place: %s", (_name, text, line) => {
    const { code, files } = linted([name], changed(text));
    expect(code).toBe(2);
    expect(files.map(({ file }) => file)).toEqual([name, "lock.yaml"]);
    expect(files[1]?.findings[0]).toMatchObject({ id: "rules/syntax", range: { start: { line } } });
  });

  test("with faults is told once, in words about lock files, whatever is named", () => {
    const folder = changed("nothing\n");
    const { out } = run(["lint", ".", name, "vista"], { in: folder });
    expect(out.match(/lock\.yaml:1:1/g)).toHaveLength(1);
    expect(out).toContain("    A lock file gives the hash of each published rule file, by its name");
    expect(linted(["lock.yaml"], folder).files.map(({ file }) => file)).toEqual(["lock.yaml"]);
  });

  test("that is no text is told", () => {
    const { code, files } = linted([name], changed(new Uint8Array([0xff, 0xfe, 0xfd, 0x00, 0xd8])));
    expect(code).toBe(2);
    expect(files[1]).toMatchObject({ file: "lock.yaml", findings: [{ id: "rules/file" }] });
  });

  test("that names a file which is not there is told where that file would be linted", () => {
    const project = folderWith({
      "rules/a/company.yaml": company,
      "rules/b/north.yaml": north,
      "rules/lock.yaml": `# Published\na/gone.yaml: ${"a".repeat(64)}\n`,
      "package.json": "{}",
    });
    for (const words of [[], ["."], ["rules"], ["rules/a"], ["rules/a", "rules/b/north.yaml"]]) {
      const { code, files } = linted(words, project);
      expect(code).toBe(2);
      expect(files.filter(({ file }) => file === "rules/lock.yaml")).toMatchObject([
        {
          findings: [
            {
              id: "rules/published",
              message:
                "a/gone.yaml is published and must stay, but it is not there. Bring it back as it was; PCCOs may name its version.",
              range: { start: { line: 1, character: 0 } },
            },
          ],
        },
      ]);
    }
    for (const words of [["rules/b"], ["rules/a/company.yaml"]])
      expect(linted(words, project)).toMatchObject({ code: 0, files: [{}] });
  });

  test("below what is named has its say of the files below its own folder", () => {
    const other = "a".repeat(64);
    const project = folderWith({
      "ours/own/company.yaml": company,
      "ours/lock.yaml": `own/company.yaml: ${other}\n`,
      "ours/own/lock.yaml": `north.yaml: ${other}\n`,
      "theirs/north.yaml": north,
      "theirs/lock.yaml": `north.yaml: ${other}\n---\nnorth.yaml: ${other}\n`,
    });
    const { code, ids, files } = linted(["."], project);
    expect(code).toBe(2);
    expect(Object.fromEntries(ids.map(([file, ...found]) => [file, found]))).toEqual({
      "ours/own/company.yaml": expect.arrayContaining(["rules/published"]),
      "theirs/north.yaml": expect.not.arrayContaining(["rules/published"]),
      "ours/own/lock.yaml": ["rules/published"],
      "theirs/lock.yaml": ["rules/syntax"],
    });
    expect(files.find(({ file }) => file === "theirs/lock.yaml")?.findings[0]?.message).toContain("second document");
    expect(linted(["ours"], project).ids.map(([file, ...found]) => [file, found.includes("rules/published")])).toEqual([
      ["ours/own/company.yaml", true],
      ["ours/own/lock.yaml", true],
    ]);
  });

  test("of another tool does not make lint read all that is beside it", () => {
    const other = { "lock.yaml": "packages:\n  left: { version: 1.0.0 }\n", "own/north.yaml": north };
    const folder = folderWith({ ...other, "company.yaml": company });
    expect(linted(["own/north.yaml"], folder)).toMatchObject({ code: 2, ids: [["own/north.yaml", "rules/names"]] });
    const beside = folderWith({ ...other, "own/lock.yaml": other["lock.yaml"], "own/below/company.yaml": company });
    expect(linted(["own/north.yaml"], beside)).toMatchObject({ code: 2, ids: [["own/north.yaml", "rules/names"]] });
  });

  test.each([".git/HEAD", "package.json"])("above a folder with %s is that of something else", (top) => {
    const files = { "lock.yaml": lock, "company.yaml": company, "own/rules/north.yaml": north };
    expect(linted(["own/rules/north.yaml"], folderWith(files)).ids[0]).not.toContain("rules/names");
    const apart = folderWith({ ...files, [`own/${top}`]: "" });
    expect(linted(["own/rules/north.yaml"], apart).ids[0]).toContain("rules/names");
    const inside = folderWith({ ...files, [top]: "" });
    expect(linted(["own/rules/north.yaml"], inside).ids[0]).not.toContain("rules/names");
  });
});

describe("a test file that can't be read", () => {
  test.each([
    ["a broken text", "ruleSet: company/pcco@1\ncases: [\n", "rules/syntax"],
    ["an empty one", "", "rules/syntax"],
    ["no text", new Uint8Array([0xff, 0xfe, 0xfd, 0x00, 0xd8]), "rules/file"],
  ])("is told instead of that there are no tests: %s", (_name, text, id) => {
    const folder = folderWith({ "company.yaml": company, "company.test.yaml": text });
    expect(linted(["company.yaml"], folder)).toMatchObject({
      code: 2,
      ids: [["company.yaml"], ["company.test.yaml", id]],
    });
  });

  test("is told in words about tests", () => {
    const folder = folderWith({ "company.yaml": company, "company.test.yaml": "nothing\n" });
    const { out } = run(["lint", "company.yaml"], { in: folder });
    expect(out).toContain("    A rule test file is a group of keys such as `ruleSet` and `cases`;");
    expect(out).toContain("    at company.test.yaml:1:1\n");
  });
});

test("a folder with the name of a rule file or test beside a file that is named is neither", () => {
  const folder = folderWith({ "company.yaml": company, "company.test.yaml": tests });
  mkdirSync(join(folder, "old.yaml"));
  mkdirSync(join(folder, "old.test.yaml"));
  expect(linted(["company.yaml"], folder)).toMatchObject({ code: 0, ids: [["company.yaml"]] });
});

describe("what is named twice is linted once", () => {
  const folder = (): string =>
    folderWith({ "a/company.yaml": company, "a/company.test.yaml": tests, "a/b/north.yaml": north });
  const found = [["a/b/north.yaml", "lint/missing-test"], ["a/company.yaml"]];

  test.each([[["a", "a/b"]], [["a/b", "a"]], [["a", "./a/", "a/b/north.yaml"]]])(
    "among all that is beside it: %s",
    (words) => {
      const { code, ids } = linted(words, folder());
      expect({ code, ids: ids.toSorted() }).toEqual({ code: 0, ids: found });
    },
  );

  test("and by the lock file, if there is one", () => {
    const name = "own/vista/pcco/1.0.0.yaml";
    const files = folderWith({ [name]: `${readFileSync("rules/vista/pcco/1.0.0.yaml", "utf8")}# changed\n` });
    writeFileSync(join(files, "own/lock.yaml"), `vista/pcco/1.0.0.yaml: ${"a".repeat(64)}\n`);
    for (const words of [
      [".", "own"],
      ["own", "."],
    ])
      expect(linted(words, files).ids).toMatchObject([[name, "lint/missing-test", "rules/published"]]);
  });

  test("an empty folder too", () => {
    expect(linted(["e", "e"], folderWith({ "e/readme.yaml": "a: 1\n" })).ids).toEqual([["e", "rules/file"]]);
  });
});

describe("a file with faults that is extended is told with its own faults, once", () => {
  const middle = north.replace("company/pcco@1", "north/base@1.0.0");
  const base = head.replace("company/pcco", "north/base");
  const rule = "title: T, required: true, severity: error, stage: send, source: send";
  const told = (file: string, message: string) => ({ file, findings: [{ id: expect.any(String), message }] });
  const files = (faulty: string) => ({
    "base.yaml": `${base}rules:\n  own: { ${faulty} }\n`,
    "north.yaml": middle,
    "south.yaml": middle.replace("north/pcco", "south/pcco"),
    "below.yaml": head.replace("company/pcco", "below/pcco").replace("spectrum/pcco@1.1.0", "north/pcco@1"),
  });
  const mend = (file: string) => `${file}, which this rule set extends, has faults. Mend these first.`;

  test.each([
    ["names that are not known", `${rule}, field: titel`, 'Unknown field "titel". Did you mean "title"?'],
    ["keys that are not known", `${rule}, field: title, wen: {}`, 'Unknown key "wen". Did you mean "when"?'],
    ["no proper YAML", "title: T } }", expect.stringContaining("}")],
  ])("of %s", (_, faulty, message) => {
    const folder = folderWith(files(faulty));
    const faults = told("base.yaml", message);
    expect(linted(["north.yaml"], folder)).toMatchObject({
      code: 2,
      files: [told("north.yaml", mend("base.yaml")), faults],
    });
    expect(linted(["south.yaml", "north.yaml"], folder).files).toMatchObject([
      told("north.yaml", mend("base.yaml")),
      told("south.yaml", mend("base.yaml")),
      faults,
    ]);
    expect(linted(["north.yaml", "base.yaml"], folder).files).toMatchObject([
      faults,
      told("north.yaml", mend("base.yaml")),
    ]);
    const { files: all } = linted(["below.yaml"], folder);
    expect(all[0]?.file).toBe("below.yaml");
    expect(all.at(-1)).toMatchObject(faults);
  });

  test("and what is only probably not meant there is left to it", () => {
    const folder = folderWith({ ...files(`${rule}, field: title, when: { field: title, absent: true }`) });
    expect(linted(["base.yaml"], folder).ids[0]?.length).toBeGreaterThan(1);
    expect(linted(["north.yaml"], folder).files.map(({ file }) => file)).toEqual(["north.yaml"]);
  });
});
