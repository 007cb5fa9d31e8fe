import { spawnSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { approved, cli, context, documentsOf, folderWith, run } from "../support/cli.ts";

/** A run that is ended when it would go on for ever. */
function ended(words: readonly string[], folder: string) {
  const { status, stdout, stderr } = spawnSync("timeout", ["50", process.execPath, cli, ...words], {
    cwd: folder,
    encoding: "utf8",
  });
  return { code: status, out: stdout, err: stderr };
}

const naming = (key: "$context" | "$rules", path: string) => `${key}: ${path}\nnumber: "004"\n`;

describe("what is no ordinary file is not read", () => {
  test.each([
    ["a device named as context", { "a.pcco.yaml": naming("$context", "/dev/zero") }, 3],
    ["standard input named as context", { "a.pcco.yaml": naming("$context", "/dev/stdin") }, 3],
    ["a pipe named as context", { "a.pcco.yaml": naming("$context", "./pipe.yaml") }, 3],
    ["a pipe named as rules", { "a.pcco.yaml": naming("$rules", "./pipe.yaml") }, 2],
    ["a link to a device named as rules", { "a.pcco.yaml": naming("$rules", "./zero.yaml") }, 2],
  ])("%s", (_what, files, code) => {
    const folder = folderWith({ ...context, ...files });
    spawnSync("mkfifo", [join(folder, "pipe.yaml")]);
    symlinkSync("/dev/zero", join(folder, "zero.yaml"));
    const done = ended(["check", "--format", "ndjson"], folder);
    expect(done.code).toBe(code);
    expect(documentsOf(done).map(({ findings: [finding] }) => finding?.message)).toEqual([
      expect.stringMatching(/is not an ordinary file/),
    ]);
  });

  test.each([
    ["a pipe", "pipe.pcco.yaml"],
    ["a pipe of lines", "pipe.pcco.ndjson"],
    ["a device", "/dev/zero"],
    ["a link to a device", "zero.pcco.yaml"],
    ["a link to a device, as lines", "zero.pcco.ndjson"],
    ["a pattern", "z*.ndjson"],
  ])("%s that is to be checked", (_what, path) => {
    const folder = folderWith(context);
    for (const name of ["pipe.pcco.yaml", "pipe.pcco.ndjson"]) spawnSync("mkfifo", [join(folder, name)]);
    for (const name of ["zero.pcco.yaml", "zero.pcco.ndjson"]) symlinkSync("/dev/zero", join(folder, name));
    const done = ended(["check", path, "--format", "ndjson"], folder);
    expect({ code: done.code, err: done.err }).toEqual({ code: 3, err: "" });
    expect(done.out).toContain("This file is not an ordinary file");
  });

  test.each([
    ["--context", 3],
    ["--actor", 3],
    ["--rules", 2],
  ])("%s", (option, code) => {
    const folder = folderWith({ ...context, "a.pcco.yaml": approved() });
    symlinkSync("/dev/zero", join(folder, "zero.yaml"));
    const done = ended(["check", "a.pcco.yaml", option, "zero.yaml"], folder);
    expect(done.code).toBe(code);
    expect(done.err).toContain("zero.yaml");
    expect(done.err).toContain("is not an ordinary file");
  });
});

describe("a file that a PCCO names is not quoted", () => {
  const secrets = {
    "a text": "hunter2:x:0:0\n",
    "an unclosed list": "hunter2: [\n",
    "a mapping": "erp: hunter2\n",
    "a rule file": "format: 1\nruleSet: hunter2\nerp: hunter2\n",
  };
  test.each(Object.entries(secrets))("%s", (_what, text) => {
    const folder = folderWith({
      "secret.yaml": text,
      "a.pcco.yaml": naming("$context", "./secret.yaml"),
      "b.pcco.yaml": naming("$rules", "./secret.yaml"),
    });
    const done = run(["check", "--format", "ndjson"], { in: folder });
    expect(done.out + done.err).not.toContain("hunter2");
    expect(documentsOf(done).map(({ findings: [finding] }) => finding?.message)).toEqual([
      expect.stringMatching(/see (it|them) with --context secret\.yaml/),
      expect.stringMatching(/see them with erp-rules lint secret\.yaml/),
    ]);
    const typed = run(["check", "a.pcco.yaml", "--context", "secret.yaml"], { in: folder });
    expect(typed.err).toMatch(/hunter2|is never closed|is a rule file/);
  });
});
