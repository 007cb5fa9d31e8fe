import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { approved, context, folderWith, line, run, start } from "../support/cli.ts";
import { bulk, draft, into, reported, reportOf, stopped, whole } from "../support/stopped-check.ts";

describe("--checkpoint", () => {
  test("goes on after Ctrl+C: what was reported is not reported again, and counts for the exit code", async () => {
    const folder = await stopped();
    const go = (input: string) => run(["check", "-", ...bulk], { in: folder, input });
    expect(go(whole)).toEqual({ code: 3, signal: null, out: "", err: "" });
    expect(reportOf(folder).map(({ index, outcome }) => `${index} ${outcome}`)).toEqual([
      "0 exportable",
      "1 blocked",
      "2 unreadable",
      "3 exportable",
      "4 blocked",
    ]);
    expect(existsSync(join(folder, "here"))).toBe(false);
    // Nothing is left to go on with: the next check is a new one.
    expect(go(line()).code).toBe(0);
    expect(reportOf(folder)).toHaveLength(1);
  });

  test("what was written of the report after the checkpoint is dropped", async () => {
    const folder = await stopped();
    appendFileSync(join(folder, "report.ndjson"), '{"file":"-","index":3,"out'.repeat(1000));
    run(["check", "-", ...bulk], { in: folder, input: whole });
    expect(reportOf(folder).map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
  });

  test("warnings before the interruption count for --max-warnings, and another number of threads may go on", async () => {
    const folder = folderWith(context);
    const warned = line({ grand_total: "10500.01" });
    const running = start(["check", "-", ...bulk], { in: folder });
    running.process.stdin?.write(`${warned}\n${warned}\n`);
    await reported(folder, 2);
    running.process.kill("SIGINT");
    await running.ended;
    const words = ["check", "-", ...bulk, "--max-warnings", "2", "--jobs", "2"];
    const { code, err } = run(words, { in: folder, input: `${warned}\n${warned}\n${warned}\n` });
    expect({ code, err }).toEqual({ code: 1, err: "3 warnings; --max-warnings allows 2.\n" });
  });

  test("without --as-of it is still the time of the first start", async () => {
    const words = ["--context", "spectrum.context.yaml", ...into, "--checkpoint", "here"];
    const folder = await stopped({}, words);
    const { at } = JSON.parse(readFileSync(join(folder, "here"), "utf8"));
    expect(Date.parse(at)).toBeGreaterThan(Date.now() - 60_000);
    expect(run(["check", "-", ...words], { in: folder, input: whole }).code).toBe(3);
    expect(reportOf(folder)).toHaveLength(5);
  });

  test("files that are done are not read again", async () => {
    const folder = folderWith({ ...context, "a.pcco.yaml": approved(), "b.pcco.ndjson": `${line()}\n` });
    const words = ["check", "a.pcco.yaml", "-", "b.pcco.ndjson", ...bulk];
    const running = start(words, { in: folder });
    running.process.stdin?.write(`${draft}\n`);
    await reported(folder, 2);
    running.process.kill("SIGINT");
    await running.ended;
    writeFileSync(join(folder, "a.pcco.yaml"), "not a PCCO any more");
    expect(run(words, { in: folder, input: `${draft}\n${draft}\n` })).toMatchObject({ code: 1, err: "" });
    expect(reportOf(folder).map(({ file, index, outcome }) => `${file} ${index} ${outcome}`)).toEqual([
      "a.pcco.yaml 0 exportable",
      "- 0 blocked",
      "- 1 blocked",
      "b.pcco.ndjson 0 exportable",
    ]);
  });
});

describe("wrong usage", () => {
  test.each([
    ["--checkpoint alone", ["--checkpoint", "here"], "--checkpoint needs --format ndjson and --output FILE"],
    ["another format", ["--checkpoint", "here", "--output", "x", "--format", "json"], "--checkpoint needs --format"],
    ["with --watch", [...into, "--checkpoint", "here", "--watch"], "--checkpoint can't be used with --watch."],
    ["with --fix", [...into, "--checkpoint", "here", "--fix"], "--checkpoint can't be used with --fix."],
    ["into no file", ["--checkpoint", "here", "--format", "ndjson", "--output", "/dev/null"], "needs an --output that"],
    ["no thread", ["--jobs", "0"], '--jobs is "0"; it takes a whole number from 1 to 256.'],
    ["far too many", ["--jobs", "257"], '--jobs is "257"; it takes a whole number from 1 to 256.'],
    ["threads in words", ["--jobs", "all"], '--jobs is "all"; it takes a whole number from 1 to 256.'],
  ])("%s ends with 2", (_what, words, sentence) => {
    const { code, out, err } = run(["check", ...words], { in: folderWith({ ...context, "a.pcco.yaml": approved() }) });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(sentence);
  });

  test.each([
    ["the checkpoint", [...into, "--checkpoint", "gone/here"], "the checkpoint gone/here can't be written: its"],
    [
      "the report",
      ["--format", "ndjson", "--output", "gone/x", "--checkpoint", "here"],
      "gone/x can't be written: its",
    ],
  ])("a folder that is not there for %s ends with 3", (_what, words, sentence) => {
    const older = '{"file":"older"}\n';
    const folder = folderWith({ ...context, "a.pcco.yaml": approved(), "report.ndjson": older });
    const { code, err } = run(["check", ...words], { in: folder });
    expect(code).toBe(3);
    expect(err).toContain(sentence);
    expect(readFileSync(join(folder, "report.ndjson"), "utf8")).toBe(older);
  });
});
