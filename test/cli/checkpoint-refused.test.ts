import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { approved, context, folderWith, line, run, shell, start } from "../support/cli.ts";
import {
  bulk,
  draft,
  into,
  judged,
  reported,
  reportOf,
  stopped,
  stoppedEarly,
  whole,
} from "../support/stopped-check.ts";

describe("a checkpoint is not gone on with when", () => {
  const again = (folder: string, words: readonly string[] = bulk, input = whole) => {
    const before = readFileSync(join(folder, "here"), "utf8");
    const { code, out, err } = run(["check", "-", ...words], { in: folder, input });
    expect(out).toBe("");
    expect(readFileSync(join(folder, "here"), "utf8")).toBe(before);
    return { code, err };
  };
  const another =
    "erp-rules: the checkpoint here is that of another run, with other inputs, rules, context or options; delete it to start over.\n";

  test.each<[string, readonly string[]]>([
    ["other rules are asked", [...bulk, "--rules", "spectrum/pcco@1.1.0"]],
    ["another event is meant", [...bulk, "--for", "retrieve"]],
    ["another day is meant", [...bulk, "--as-of", "2026-11-06"]],
    ["there are more inputs", ["a.pcco.yaml", ...bulk]],
    ["the report goes elsewhere", [...bulk, "--output", "other.ndjson"]],
  ])("%s", async (_what, words) => {
    const folder = await stopped({ "a.pcco.yaml": approved() });
    expect(again(folder, words)).toEqual({ code: 2, err: another });
  });

  test("the rules have changed", async () => {
    const rules = readFileSync("rules/spectrum/pcco/1.1.0.yaml", "utf8");
    const words = [...bulk, "--rules", "my-rules.yaml"];
    const folder = await stopped({ "my-rules.yaml": rules }, words);
    writeFileSync(join(folder, "my-rules.yaml"), rules.replace("maxLength: 10", "maxLength: 12"));
    expect(again(folder, words)).toEqual({ code: 2, err: another });
  });

  test.each(["spectrum.context.yaml", "actor.yaml"])("%s has changed", async (file) => {
    const words = [...bulk, "--actor", "actor.yaml"];
    const folder = await stopped({ "actor.yaml": "id: 12\n" }, words);
    appendFileSync(join(folder, file), "# more\n");
    expect(again(folder, words)).toEqual({ code: 2, err: another });
  });

  test.each<[string, string, string, string]>([
    ["a context beside", "pcco.context.yaml", context["spectrum.context.yaml"], line()],
    ["a context that a PCCO names", "named.yaml", context["spectrum.context.yaml"], line({ $context: "named.yaml" })],
    [
      "rules that a PCCO names",
      "rules.yaml",
      readFileSync("rules/spectrum/pcco/1.1.0.yaml", "utf8"),
      line({ $rules: "rules.yaml" }),
    ],
  ])("%s has changed", async (_what, name, content, pcco) => {
    for (const jobs of ["1", "3"]) {
      const words = ["check", "-", "--as-of", "2026-11-05", ...into, "--checkpoint", "here", "--jobs", jobs];
      const folder = folderWith({ [name]: content });
      const running = start(words, { in: folder });
      running.process.stdin?.write(`${pcco}\n`);
      await reported(folder, 1);
      running.process.kill("SIGINT");
      await running.ended;
      appendFileSync(join(folder, name), "# more\n");
      expect(run(words, { in: folder, input: `${pcco}\n${pcco}\n` })).toMatchObject({
        code: 2,
        err: `erp-rules: ${name}, by which PCCOs were judged, is not what it was then; delete the checkpoint to start over.\n`,
      });
      writeFileSync(join(folder, name), content);
      expect(run(words, { in: folder, input: `${pcco}\n${pcco}\n` }).err).toBe("");
      expect(reportOf(folder)).toHaveLength(2);
    }
  });

  test.each([
    ["the input begins with other lines", `${draft}\n${draft}\n{\n${line()}\n`],
    ["the input is shorter", `${line()}\n`],
    ["the input is gone", ""],
  ])("%s", async (_what, input) => {
    const folder = await stopped();
    expect(again(folder, bulk, input)).toEqual({
      code: 2,
      err: "erp-rules: standard input is not what it was when the checkpoint was written; delete the checkpoint to start over.\n",
    });
  });

  test("the report is gone", async () => {
    const folder = await stopped();
    rmSync(join(folder, "report.ndjson"));
    expect(run(["check", "-", ...bulk], { in: folder, input: whole })).toMatchObject({
      code: 2,
      err: "erp-rules: the report report.ndjson that the checkpoint goes with is gone; delete the checkpoint to start over.\n",
    });
    rmSync(join(folder, "here"));
    expect(run(["check", "-", ...bulk], { in: folder, input: whole })).toMatchObject({ code: 3, err: "" });
    expect(reportOf(folder)).toHaveLength(5);
  });

  test("the report is shorter than it was", async () => {
    const folder = await stopped();
    writeFileSync(join(folder, "report.ndjson"), "");
    expect(again(folder)).toEqual({
      code: 3,
      err: "erp-rules: report.ndjson is shorter than it was when the checkpoint was written; delete the checkpoint to start over.\n",
    });
  });

  test("other files are there", async () => {
    const folder = folderWith({ ...context, "in/b.pcco.ndjson": `${line()}\n`.repeat(30_000) });
    const words = ["check", "in", ...bulk];
    await stoppedEarly(start(words, { in: folder }), folder);
    writeFileSync(join(folder, "in/a.pcco.ndjson"), line());
    expect(run(words, { in: folder })).toMatchObject({
      code: 2,
      err: "erp-rules: the inputs are not those of the checkpoint, which ends at in/b.pcco.ndjson; delete the checkpoint to start over.\n",
    });
  });

  const inLines = { name: "in/b.pcco.ndjson", text: `${line()}\n`.repeat(30_000) };
  const inList = { name: "in/b.pcco.json", text: `[${line()}${`,\n${line()}`.repeat(30_000)}]` };

  test.each([
    ["NDJSON", inLines],
    ["a list", inList],
  ])("a file in which it ends is gone for a while: %s", async (_what, { name, text }) => {
    const folder = folderWith({ ...context, [name]: text });
    const words = ["check", name, ...bulk];
    await stoppedEarly(start(words, { in: folder }), folder);
    rmSync(join(folder, name));
    expect(run(words, { in: folder })).toMatchObject({
      code: 3,
      err: `erp-rules: ${name} can't be read, in which the checkpoint ends: there is no such file. Bring it back, or delete the checkpoint to start over.\n`,
    });
    mkdirSync(join(folder, name));
    expect(run(words, { in: folder })).toMatchObject({
      code: 2,
      err: expect.stringContaining("delete the checkpoint"),
    });
    rmSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name), text);
    expect(run(words, { in: folder })).toMatchObject({ code: 0, err: "" });
    expect(reportOf(folder).map(({ index }) => index)).toEqual(
      Array.from({ length: name === inList.name ? 30_001 : 30_000 }, (_, index) => index),
    );
  });

  test("a long list in which it ends is short now", async () => {
    const folder = folderWith({ ...context, [inList.name]: inList.text });
    const words = ["check", inList.name, ...bulk];
    await stoppedEarly(start(words, { in: folder }), folder);
    const before = readFileSync(join(folder, "report.ndjson"), "utf8");
    writeFileSync(join(folder, inList.name), `[${line()}]`);
    expect(run(words, { in: folder })).toMatchObject({
      code: 2,
      err: `erp-rules: ${inList.name} is not what it was when the checkpoint was written; delete the checkpoint to start over.\n`,
    });
    expect(before.startsWith(readFileSync(join(folder, "report.ndjson"), "utf8"))).toBe(true);
  });

  test.skipIf(process.platform === "win32")("it is a pipe or a device: reading it might never end", () => {
    const folder = folderWith({ ...context, "a.pcco.yaml": approved() });
    shell("mkfifo here", { in: folder });
    for (const file of ["here", "/dev/zero"]) {
      expect(run(["check", "a.pcco.yaml", ...judged, ...into, "--checkpoint", file], { in: folder })).toMatchObject({
        code: 3,
        err: `erp-rules: the checkpoint ${file} is not an ordinary file, but a device or a pipe.\n`,
      });
    }
    expect(existsSync(join(folder, "report.ndjson"))).toBe(false);
  });

  test.each([
    ["a text", "hello"],
    ["other JSON", '{"a":1}'],
    ["one with a fault", "half"],
  ])("it is %s", async (_what, content) => {
    const folder = await stopped();
    const now = readFileSync(join(folder, "here"), "utf8");
    writeFileSync(join(folder, "here"), content === "half" ? now.replace('"offset":', '"offset":-') : content);
    expect(again(folder)).toEqual({
      code: 3,
      err: "erp-rules: here is not a checkpoint; name another file, or delete this one to start over.\n",
    });
  });
});
