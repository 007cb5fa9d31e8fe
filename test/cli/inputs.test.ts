import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  approved,
  approvedJson,
  context,
  documentsOf,
  folderWith,
  line,
  type RunOptions,
  run,
  shell,
  start,
} from "../support/cli.ts";

const ok = approved();
/** A PCCO that is judged by the nearest pcco.context.yaml. */
const inFolder = approved([/^\$context.*\n/m, ""]);

/** The files a check finds, each with its outcome. */
function found(words: readonly string[], options: RunOptions): readonly string[] {
  return documentsOf(run(["check", ...words, "--format", "ndjson"], options)).map(
    ({ file, outcome }) => `${file} ${outcome}`,
  );
}

describe("folders, files and globs", () => {
  test("a folder stands for all PCCOs below it, by name; other files, node_modules and .git are left out", () => {
    const names = ["b.pcco.yml", "a.pcco.yaml", "sub/deep/d.PCCO.YAML"];
    const left = ["notes.yaml", "pcco.yaml", "node_modules/x.pcco.yaml", ".git/x.pcco.yaml", ".a.pcco.yaml.1.tmp"];
    const folder = folderWith({
      ...Object.fromEntries([...names, ...left].map((name) => [name, inFolder])),
      "sub/c.pcco.json": line(),
      "e.pcco.ndjson": line(),
      "f.pcco.jsonl": line(),
      "pcco.context.yaml": context["spectrum.context.yaml"],
    });
    const all = [
      "a.pcco.yaml exportable",
      "b.pcco.yml exportable",
      "e.pcco.ndjson exportable",
      "f.pcco.jsonl exportable",
      "sub/c.pcco.json exportable",
      "sub/deep/d.PCCO.YAML exportable",
    ];
    expect(found([], { in: folder })).toEqual(all);
    expect(found(["."], { in: folder })).toEqual(all);
    expect(found(["sub", "a.pcco.yaml"], { in: folder })).toEqual([...all.slice(4), all[0]]);
  });

  test("a file that is named is checked whatever its name; what names it twice is said once", () => {
    const folder = folderWith({ ...context, "export.txt": ok, "export.data": approvedJson() });
    expect(found(["export.txt", "./export.txt", join(folder, "export.txt"), "export.data"], { in: folder })).toEqual([
      "export.txt exportable",
      "export.data exportable",
    ]);
  });

  test("globs are expanded when the shell does not, below and above, and keep absolute paths", () => {
    const folder = folderWith({
      ...context,
      "a.pcco.yaml": ok,
      "b.pcco.yaml": ok,
      "x/c.pcco.yaml": ok,
      "x/spectrum.context.yaml": context["spectrum.context.yaml"],
      "[1].pcco.yaml": ok,
    });
    expect(found(["*.pcco.yaml"], { in: folder })).toEqual([
      "[1].pcco.yaml exportable",
      "a.pcco.yaml exportable",
      "b.pcco.yaml exportable",
    ]);
    expect(found(["**/{b,c}.pcco.yaml"], { in: folder })).toEqual([
      "b.pcco.yaml exportable",
      "x/c.pcco.yaml exportable",
    ]);
    expect(found(["[1].pcco.yaml"], { in: folder })).toEqual(["[1].pcco.yaml exportable"]);
    expect(found([`${folder}/x/*.pcco.yaml`], { in: folder })).toEqual([`${folder}/x/c.pcco.yaml exportable`]);
    expect(found(["../*.pcco.yaml"], { in: join(folder, "x") })).toEqual([
      "../[1].pcco.yaml exportable",
      "../a.pcco.yaml exportable",
      "../b.pcco.yaml exportable",
    ]);
  });

  test("links to files and folders are followed; a loop ends; a link that leads nowhere is told", () => {
    const folder = folderWith({
      ...context,
      "real/a.pcco.yaml": ok,
      "real/spectrum.context.yaml": context["spectrum.context.yaml"],
    });
    const link = (to: string, name: string) => symlinkSync(to, join(folder, name));
    link("real/a.pcco.yaml", "file.pcco.yaml");
    mkdirSync(join(folder, "other"));
    link("../real", "other/linked");
    link("..", "real/up");
    link("nowhere", "gone.pcco.yaml");
    link("round.pcco.yaml", "round.pcco.yaml");
    const { code, out } = run(["check", "--format", "ndjson"], { in: folder });
    expect(code).toBe(3);
    expect(
      documentsOf({ out }).map(
        ({ file, outcome, findings: [finding] }) => `${file} ${outcome} ${finding?.message ?? ""}`,
      ),
    ).toEqual([
      "file.pcco.yaml exportable ",
      "gone.pcco.yaml unreadable This file can't be read: there is no such file.",
      "other/linked/a.pcco.yaml exportable ",
      "round.pcco.yaml unreadable This file can't be read: its links lead in a circle.",
    ]);
    expect(found(["real/**/*.pcco.yaml"], { in: folder }).length).toBeGreaterThan(0);
  });

  test("a pipe among the files of a folder is passed by, and read when it is named", () => {
    const folder = folderWith({ ...context, "a.pcco.yaml": ok });
    spawnSync("mkfifo", [join(folder, "pipe.pcco.yaml")]);
    expect(found(["."], { in: folder })).toEqual(["a.pcco.yaml exportable"]);
    const named = shell("erp-rules check <(cat a.pcco.yaml) --context spectrum.context.yaml --format ndjson", {
      in: folder,
    });
    expect(documentsOf(named)).toMatchObject([{ file: expect.stringMatching(/^\/dev\/fd\//), outcome: "exportable" }]);
  });

  test("a folder named like a PCCO is a folder", () => {
    const folder = folderWith({
      "x.pcco.yaml/a.pcco.yaml": ok,
      "x.pcco.yaml/spectrum.context.yaml": context["spectrum.context.yaml"],
      "y.pcco.ndjson/note": "",
    });
    expect(found(["."], { in: folder })).toEqual(["x.pcco.yaml/a.pcco.yaml exportable"]);
  });
});

describe("what can't be read has a finding of its own and stops nothing", () => {
  test("files, folders and patterns, in between good ones", () => {
    const folder = folderWith({ ...context, "a.pcco.yaml": ok, "z.pcco.yaml": ok, "list.ndjson/x": "" });
    mkdirSync(join(folder, "empty"));
    symlinkSync("loop", join(folder, "loop"));
    const words = [
      "a.pcco.yaml",
      "gone.pcco.json",
      "a.pcco.yaml/x",
      "loop",
      "gone/*.json",
      "empty",
      "gone.ndjson",
      "z.pcco.yaml",
    ];
    const { code, out, err } = run(["check", ...words, "--format", "ndjson"], { in: folder });
    expect({ code, err }).toEqual({ code: 2, err: "" });
    const said = documentsOf({ out }).map(({ file, outcome, findings }) => [
      file,
      outcome,
      findings.map(({ ruleId, message }) => `${ruleId}: ${message}`).join(),
    ]);
    expect(said).toEqual([
      ["a.pcco.yaml", "exportable", ""],
      ["gone.pcco.json", "unreadable", "document/file: This file can't be read: there is no such file."],
      ["a.pcco.yaml/x", "unreadable", "document/file: This file can't be read: a part of the path is not a folder."],
      ["loop", "unreadable", "document/file: This file can't be read: its links lead in a circle."],
      ["gone/*.json", "unreadable", "document/file: No file matches gone/*.json."],
      [
        "empty",
        "unreadable",
        "document/file: No PCCO found in empty: looked for files named *.pcco.yaml, .yml, .json, .ndjson or .jsonl.",
      ],
      ["gone.ndjson", "unreadable", "document/file: This file can't be read: there is no such file."],
      ["z.pcco.yaml", "exportable", ""],
    ]);
  });

  test("each ends with its own exit code", () => {
    const folder = folderWith({ ...context });
    mkdirSync(join(folder, "empty"));
    const code = (...words: string[]) => run(["check", ...words], { in: folder }).code;
    expect([code("gone.pcco.yaml"), code("gone.ndjson"), code("empty"), code("gone/*.json"), code()]).toEqual([
      3, 3, 2, 2, 2,
    ]);
  });

  test("a file and a folder without the right to read them", () => {
    const folder = folderWith({ ...context, "a.pcco.yaml": ok, "secret.pcco.yaml": ok, "closed/b.pcco.yaml": ok });
    if (process.getuid?.() === 0) {
      // Nothing is closed to root: only what is no file can't be read.
      symlinkSync("/proc/self/mem", join(folder, "other.pcco.yaml"));
      const [, other] = documentsOf(
        run(["check", "a.pcco.yaml", "other.pcco.yaml", "--format", "ndjson"], { in: folder }),
      );
      expect(other).toMatchObject({
        outcome: "unreadable",
        findings: [{ message: expect.stringMatching(/^This file/) }],
      });
      return;
    }
    chmodSync(join(folder, "secret.pcco.yaml"), 0);
    chmodSync(join(folder, "closed"), 0);
    const { code, out } = run(["check", "--format", "ndjson"], { in: folder });
    chmodSync(join(folder, "closed"), 0o700);
    expect(code).toBe(3);
    expect(documentsOf({ out }).map(({ file, findings }) => `${file} ${findings[0]?.message ?? "ok"}`)).toEqual([
      "a.pcco.yaml ok",
      "closed This folder can't be read: you may not read or write it.",
      "secret.pcco.yaml This file can't be read: you may not read or write it.",
    ]);
  });
});

describe("standard input", () => {
  const folder = () => folderWith({ ...context, "pcco.context.yaml": context["spectrum.context.yaml"] });

  test.each([
    ["YAML", ok, 1],
    ["JSON over several lines", approvedJson(), 1],
    ["JSON on one line", line(), 1],
    ["JSON on one line with its end", `${line()}\n`, 1],
    ["a list in JSON", `[${line()},\n${line()}]`, 2],
    ["a YAML stream", `${ok}---\n${ok}`, 2],
    ["NDJSON", `${line()}\n${line()}\n`, 2],
    ["NDJSON with Windows line ends, an empty line and a byte order mark", `\uFEFF${line()}\r\n\r\n${line()}\r\n`, 2],
    ["NDJSON in UTF-16", Buffer.from(`\uFEFF${line()}\n${line()}\n`, "utf16le"), 2],
    ["NDJSON in UTF-16, the other way round", Buffer.from(`\uFEFF${line()}\n${line()}\n`, "utf16le").swap16(), 2],
    ["YAML in UTF-16 without a mark", Buffer.from(ok, "utf16le"), 1],
  ])("%s", (_what, input, count) => {
    const { code, out, err } = run(["check", "-", "--format", "ndjson"], { in: folder(), input });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(documentsOf({ out }).map(({ file, index, outcome }) => ({ file, index, outcome }))).toEqual(
      Array.from({ length: count }, (_, index) => ({ file: "-", index, outcome: "exportable" })),
    );
  });

  test("pretty calls it by its name; it stands beside files, once", () => {
    const own = folderWith({ ...context, "a.pcco.yaml": ok });
    const { out } = run(["check", "a.pcco.yaml", "-", "-"], {
      in: own,
      input: approved(["status: approved", "status: draft"]),
    });
    expect(out).toContain("stdin: can't be sent");
    expect(out).toContain("at stdin:10:9 (/status)");
    expect(out).toContain("2 PCCOs: 1 can be sent, 1 can't; 1 error.");
  });

  test("nothing, half a character, a folder and a closed one are told", () => {
    const code = (input: Uint8Array) => {
      const done = run(["check", "-", "--format", "ndjson"], { in: folder(), input });
      return [done.code, documentsOf(done)[0]?.findings[0]?.message];
    };
    expect(code(Buffer.from(""))).toEqual([3, expect.stringMatching(/^this file is empty/)]);
    expect(code(Buffer.from([0xff, 0xfe, 0x20]))).toEqual([
      3,
      "Standard input is not UTF-16 text: the last character is cut in half.",
    ]);
    expect(code(Buffer.from("title: caf\xe9\n", "latin1"))).toEqual([
      3,
      expect.stringMatching(/^Standard input is not UTF-8 text: byte 0xe9 at offset 10/),
    ]);
    for (const from of ["< .", "<&-"]) {
      const done = shell(`erp-rules check - --format ndjson ${from}`, { in: folder() });
      expect([done.code, done.err, documentsOf(done)[0]?.outcome]).toEqual([3, "", "unreadable"]);
    }
  });

  test("NDJSON is answered line by line: the first before the second is sent", async () => {
    const running = start(["check", "-", "--format", "ndjson"], { in: folder() });
    // However long it is.
    running.process.stdin?.write(`${line({ id: 1, memo: "m".repeat(1_500_000) })}\n`);
    await running.until("out", /"index":0,.*\n/);
    running.process.stdin?.write(`${line({ id: 2, status: "draft" }).slice(0, 50)}`);
    running.process.stdin?.write(`${line({ id: 2, status: "draft" }).slice(50)}\n`);
    await running.until("out", /"index":1,.*\n/);
    running.process.stdin?.end("{");
    const { code, out } = await running.ended;
    expect(code).toBe(3);
    expect(documentsOf({ out }).map(({ outcome }) => outcome)).toEqual(["exportable", "blocked", "unreadable"]);
  });

  test("actions and transition read it; --write can't write into it, nor into a line of NDJSON", () => {
    const own = folderWith({ ...context, "a.pcco.ndjson": line() });
    const moved = run(["transition", "-", "send"], { in: own, input: ok });
    expect(moved).toMatchObject({ code: 0, err: "stdin: send done, ERP status Not in ERP → Ready to Export.\n" });
    expect(moved.out).toContain("status: ready_to_export");
    expect(run(["actions", "-"], { in: own, input: ok }).out).toContain("yes  send");
    const sentence = (what: string) =>
      `erp-rules: --write can't write into ${what}; put the PCCO into a file of its own.\n`;
    for (const command of [
      ["transition", "-", "send"],
      ["repair", "-"],
    ])
      expect(run([...command, "--write"], { in: own, input: ok })).toMatchObject({
        code: 2,
        out: "",
        err: sentence("standard input"),
      });
    const ndjson = run(["transition", "a.pcco.ndjson", "send", "--write", "--context", "spectrum.context.yaml"], {
      in: own,
    });
    expect(ndjson).toMatchObject({ code: 2, out: "", err: sentence("a line of NDJSON") });
  });
});

describe("a reader that goes away", () => {
  test.each(["ndjson", "pretty"])("%s ends quietly and soon", (format) => {
    const folder = folderWith({ "many.pcco.ndjson": `${line({ status: "draft" })}\n`.repeat(5000), ...context });
    const done = shell(
      `erp-rules check many.pcco.ndjson --context spectrum.context.yaml --format ${format} | head -n 1; echo "\${PIPESTATUS[0]}"`,
      { in: folder },
    );
    expect(done.err).toBe("");
    expect(done.out.trimEnd().split("\n")).toHaveLength(2);
    expect(done.out).toMatch(/\n0\n$/);
  });
});
