import { linkSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { approved, context, documentsOf, folderWith, line, run, sample, shell } from "../support/cli.ts";

const spectrum = readFileSync("rules/spectrum/pcco/1.1.0.yaml", "utf8");
const company = (name: string) => readFileSync(`samples/company-overlay/rules/${name}`, "utf8");
const pinned = approved([/^\$context.*\n/m, "$context: named.context.yaml\n$rules: named.yaml\n"]);
const refusal = (name: string, option = "--output") =>
  `erp-rules: ${option} names ${name}, which this command reads; nothing was written.\n`;

const files = () => ({
  ...context,
  "named.context.yaml": context["spectrum.context.yaml"],
  "a.pcco.yaml": approved(),
  "in/pinned.pcco.yaml": pinned.replaceAll("named", "../named"),
  // What can be fixed comes first.
  "fix/a.pcco.yaml": approved([/^\$context: \.\//m, "$context: ../"], [/^status: .*$/m, "status: Approved"]),
  "fix/b.pcco.yaml": pinned.replaceAll("named", "../named"),
  "x.ndjson": `${line()}\n${line()}\n`,
  "pins.ndjson": `${line()}\n${line({ $rules: "named.yaml", $context: "named.context.yaml" })}\n`,
  "named.yaml": spectrum,
  "other.yaml": spectrum,
  "actor.yaml": "id: a\n",
  "company/company.yaml": company("company.yaml"),
  "company/company.test.yaml": company("company.test.yaml"),
});

/** Every file of a folder, by its path. */
const contentsOf = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true, encoding: "utf8" })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), "utf8")]),
  );

/** The words of a command up to the file that its report must not replace. */
const readers: readonly (readonly [words: string, output: string])[] = [
  ["check x.ndjson --format ndjson", "x.ndjson"],
  ["check x.ndjson --format ndjson", "./in/../x.ndjson"],
  ["check -  --format ndjson x.ndjson --jobs 2", "x.ndjson"],
  ["check a.pcco.yaml", "a.pcco.yaml"],
  ["check a.pcco.yaml --fix", "a.pcco.yaml"],
  ["check . --fix", "in/pinned.pcco.yaml"],
  ["check fix --fix", "named.context.yaml"],
  ["check fix --fix", "named.yaml"],
  ["check fix/a.pcco.yaml pins.ndjson --fix", "named.context.yaml"],
  ["check", "a.pcco.yaml"],
  ["check */*.yaml", "in/pinned.pcco.yaml"],
  ["check a.pcco.yaml --rules named.yaml", "named.yaml"],
  ["check a.pcco.yaml --context named.context.yaml", "named.context.yaml"],
  ["check a.pcco.yaml --actor actor.yaml", "actor.yaml"],
  ["check in", "named.yaml"],
  ["check in", "named.context.yaml"],
  ["check a.pcco.yaml", "spectrum.context.yaml"],
  ["check x.ndjson pins.ndjson --jobs 2", "named.yaml"],
  ["check pins.ndjson --jobs 2", "named.context.yaml"],
  ["lint named.yaml", "named.yaml"],
  ["lint company", "company/company.yaml"],
  ["diff named.yaml other.yaml", "other.yaml"],
  ["samples named.yaml", "named.yaml"],
  ["explain status-approved --rules named.yaml", "named.yaml"],
  ["actions a.pcco.yaml", "a.pcco.yaml"],
  ["actions a.pcco.yaml", "spectrum.context.yaml"],
  ["repair a.pcco.yaml --write", "a.pcco.yaml"],
  ["transition a.pcco.yaml send --write", "a.pcco.yaml"],
  ["transition a.pcco.yaml send --actor actor.yaml --write", "actor.yaml"],
  ["impact named.yaml other.yaml .", "named.yaml"],
  ["impact named.yaml other.yaml .", "a.pcco.yaml"],
  ["test company", "company/company.test.yaml"],
  ["test company --update", "company/company.yaml"],
  ["types --rules named.yaml", "named.yaml"],
  ["graph --rules named.yaml", "named.yaml"],
];

describe("--output never replaces what the command reads", () => {
  test.each(readers)("%s --output %s", (words, output) => {
    const folder = folderWith(files());
    const before = contentsOf(folder);
    const { code, err } = run([...words.split(/ +/), "--output", output], { in: folder, input: `${line()}\n` });
    expect(contentsOf(folder)).toEqual(before);
    expect({ code, err: err.slice(-refusal(output).length) }).toEqual({ code: 2, err: refusal(output) });
  });

  test.each(["soft", "hard"])("by a %s link neither", (name) => {
    const folder = folderWith(files());
    symlinkSync("x.ndjson", join(folder, "soft"));
    linkSync(join(folder, "x.ndjson"), join(folder, "hard"));
    const before = contentsOf(folder);
    const done = run(["check", "x.ndjson", "--format", "ndjson", "--output", name], { in: folder });
    expect({ ...done, now: contentsOf(folder) }).toMatchObject({ code: 2, err: refusal(name), now: before });
  });

  test("nor standard input that is a file", () => {
    const folder = folderWith(files());
    const before = contentsOf(folder);
    const { code, err } = shell("erp-rules check - --output x.ndjson < x.ndjson", { in: folder });
    expect({ code, err, now: contentsOf(folder) }).toEqual({ code: 2, err: refusal("x.ndjson"), now: before });
  });

  test("a module compiled from rules of that name", () => {
    const folder = folderWith({ "rules.mjs": spectrum });
    const { code, err } = run(["compile", "rules.mjs", "--output", "rules.mjs"], { in: folder });
    expect({ code, err, names: readdirSync(folder) }).toEqual({
      code: 2,
      err: refusal("rules.mjs"),
      names: ["rules.mjs"],
    });
    expect(readFileSync(join(folder, "rules.mjs"), "utf8")).toBe(spectrum);
  });

  test("a report of before is replaced", () => {
    const folder = folderWith({ ...files(), "report.json": "old" });
    const words = ["check", "a.pcco.yaml", "--format", "json", "--output", "report.json"];
    expect([run(words, { in: folder }).code, run(words, { in: folder }).code]).toEqual([0, 0]);
    expect(JSON.parse(readFileSync(join(folder, "report.json"), "utf8")).summary.documents).toBe(1);
  });
});

describe("--checkpoint", () => {
  const words = (output: string, checkpoint: string, input = "x.ndjson") =>
    `check ${input} --format ndjson --output ${output} --checkpoint ${checkpoint}`.split(" ");

  test.each([
    ["x.ndjson", "c", refusal("x.ndjson")],
    ["./x.ndjson", "c", refusal("./x.ndjson")],
    ["r", "x.ndjson", refusal("x.ndjson", "--checkpoint")],
    ["r", "named.context.yaml", refusal("named.context.yaml", "--checkpoint")],
  ])("with --output %s --checkpoint %s loses no input", (output, checkpoint, refused) => {
    const folder = folderWith(files());
    const before = contentsOf(folder);
    const all = [...words(output, checkpoint), "--context", "named.context.yaml"];
    const { code, err } = run(all, { in: folder });
    expect({ code, err, now: contentsOf(folder) }).toEqual({ code: 2, err: refused, now: before });
  });

  test("nor the file that it is written to first", () => {
    const folder = folderWith({ "c.tmp": `${line()}\n` });
    const { code, err } = run(words("r", "c", "c.tmp"), { in: folder });
    expect({ code, err, names: readdirSync(folder) }).toEqual({
      code: 2,
      err: refusal("c.tmp", "--checkpoint"),
      names: ["c.tmp"],
    });
  });

  test.each(["named.yaml", "named.context.yaml"])("nor %s, which a PCCO names", (name) => {
    const folder = folderWith(files());
    const before = contentsOf(folder);
    const { code, err } = run(words(name, "c", "pins.ndjson"), { in: folder });
    expect({ code, err, now: contentsOf(folder) }).toEqual({
      code: 2,
      err: `erp-rules: --output names ${name}, which is there and is no report in NDJSON; name another file, or delete it. Nothing was written.\n`,
      now: before,
    });
  });

  test.each([
    ["F", "F"],
    ["F", "./F"],
    ["here/F", "F"],
    ["F.tmp", "F"],
  ])("and --output can't be one file: %s and %s", (output, checkpoint) => {
    const folder = folderWith(files());
    symlinkSync(".", join(folder, "here"));
    const before = readdirSync(folder);
    const { code, err } = run(words(output, checkpoint), { in: folder });
    expect({ code, err, names: readdirSync(folder) }).toEqual({
      code: 2,
      err: `erp-rules: --output is ${output}, which --checkpoint ${checkpoint} writes; give each a file of its own. Nothing was written.\n`,
      names: before,
    });
  });

  test("takes the place of a report of before, whole or torn", () => {
    const folder = folderWith(files());
    for (const old of ["", '{"fi', `{"file":"old"}\n`.repeat(100)]) {
      writeFileSync(join(folder, "r"), old);
      expect(run(words("r", "c"), { in: folder })).toMatchObject({ err: "" });
      expect(documentsOf({ out: readFileSync(join(folder, "r"), "utf8") })).toHaveLength(2);
    }
  });
});

describe("transition --write --output", () => {
  const words = ["transition", "a.pcco.yaml", "send", "--write", "--as-of", "2026-11-09", "--output"];

  test("writes both", () => {
    const folder = folderWith(files());
    expect(run([...words, "moved.yaml"], { in: folder })).toMatchObject({ code: 0, out: "" });
    const [file, moved] = ["a.pcco.yaml", "moved.yaml"].map((name) => readFileSync(join(folder, name), "utf8"));
    expect(moved).toBe(file);
    expect(file).not.toBe(approved());
  });

  test("leaves the PCCO as it is when the other can't be written", () => {
    const folder = folderWith(files());
    mkdirSync(join(folder, "folder"));
    for (const output of ["gone/moved.yaml", "folder"])
      expect(run([...words, output], { in: folder }).err).toContain(`${output} can't be written`);
    expect(readFileSync(join(folder, "a.pcco.yaml"), "utf8")).toBe(approved());
  });
});

describe.runIf(process.platform === "linux")("a disk that is full", () => {
  const name = "spectrum/approved-two-lines.pcco.yaml";

  test("standard output is told of as a file is", () => {
    const folder = folderWith({ ...context, "a.pcco.yaml": sample(name) });
    const told = ["> /dev/full", "--output /dev/full"].map((to) =>
      shell(`erp-rules check a.pcco.yaml ${to}`, { in: folder }),
    );
    expect(told.map(({ code, err }) => ({ code, err }))).toEqual([
      { code: 3, err: "erp-rules: standard output can't be written: the disk is full.\n" },
      { code: 3, err: "erp-rules: /dev/full can't be written: the disk is full.\n" },
    ]);
  });

  test("words for a person that can't be written change nothing else", () => {
    const folder = folderWith({ ...context, "a.pcco.yaml": sample(name) });
    const { code } = shell("erp-rules transition a.pcco.yaml send --write 2> /dev/full", { in: folder });
    expect(code).toBe(0);
  });
});
