import { spawnSync } from "node:child_process";
import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { approved, context, documentsOf, folderWith, line, run } from "../support/cli.ts";

describe("size", () => {
  test("a file of a tebibyte is refused without reading it", () => {
    const folder = folderWith({ "big.pcco.json": "", "big.pcco.yaml": "", "ok.pcco.yaml": approved(), ...context });
    for (const name of ["big.pcco.json", "big.pcco.yaml"]) truncateSync(join(folder, name), 2 ** 40);
    const done = run(["check", "--format", "ndjson"], { in: folder });
    expect(done.code).toBe(3);
    const message = expect.stringMatching(/^This file has more than 96 MiB, the most that is read as one text\./);
    expect(documentsOf(done)).toMatchObject([
      { file: "big.pcco.json", outcome: "unreadable", findings: [{ ruleId: "document/limit", message }] },
      { file: "big.pcco.yaml", outcome: "unreadable", findings: [{ ruleId: "document/limit", message }] },
      { file: "ok.pcco.yaml", outcome: "exportable" },
    ]);
  });

  test("a text over 32 MiB but under that is refused by its length", () => {
    const folder = folderWith({ "big.pcco.json": `${" ".repeat(34 * 2 ** 20)}{}` });
    const done = run(["check", "--format", "ndjson"], { in: folder });
    expect(documentsOf(done)).toMatchObject([
      { findings: [{ ruleId: "document/limit", message: expect.stringMatching(/35,651,586 characters long/) }] },
    ]);
  });

  test("one endless line of NDJSON stands in nobody's way", () => {
    const folder = folderWith({ ...context });
    const file = join(folder, "a.pcco.ndjson");
    const own = line({ $context: "spectrum.context.yaml" });
    writeFileSync(file, `${own}\n`);
    spawnSync("bash", ["-c", `head -c 110000000 /dev/zero | tr '\\0' x >> "${file}"`]);
    writeFileSync(file, `\n${own}\n{"id": "${"x".repeat(34 * 2 ** 20)}"}\n${own}\n`, { flag: "a" });
    const done = run(["check", "--format", "ndjson"], {
      in: folder,
      env: { NODE_OPTIONS: "--max-old-space-size=512" },
    });
    expect({ code: done.code, err: done.err }).toEqual({ code: 3, err: "" });
    expect(
      documentsOf(done).map(({ index, outcome, findings: [finding] }) => [
        index,
        outcome,
        finding?.ruleId,
        finding?.message,
      ]),
    ).toEqual([
      [0, "exportable", undefined, undefined],
      [1, "unreadable", "document/limit", expect.stringMatching(/^Line 2 has more than 96 MiB/)],
      [2, "exportable", undefined, undefined],
      [3, "unreadable", "document/limit", expect.stringMatching(/characters long/)],
      [4, "exportable", undefined, undefined],
    ]);
  });

  test("bytes that are no text are told by their line in NDJSON", () => {
    const folder = folderWith({
      "a.pcco.ndjson": Buffer.concat([
        Buffer.from(`${line()}\n{"title": "caf`),
        Buffer.from([0xe9]),
        Buffer.from('"}\n[1]\n'),
      ]),
      "pcco.context.yaml": context["spectrum.context.yaml"],
    });
    const documents = documentsOf(run(["check", "--format", "ndjson"], { in: folder }));
    expect(documents).toMatchObject([
      { index: 0, outcome: "exportable" },
      {
        index: 1,
        outcome: "unreadable",
        findings: [{ message: expect.stringMatching(/^Line 2 is not UTF-8 text: byte 0xe9/) }],
      },
      { index: 2, outcome: "unreadable", findings: [{ ruleId: "document/type" }] },
    ]);
  });
});
