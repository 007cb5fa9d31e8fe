import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readContextText } from "../../sdk/src/context-file.ts";
import { loadRuleSet } from "../../sdk/src/index.ts";
import { approved, approvedJson, context, documentsOf, folderWith, line, run, shell, start } from "../support/cli.ts";
import { kinds } from "../support/kinds-of-lines.ts";

const judged = ["--context", "spectrum.context.yaml", "--as-of", "2026-11-05"];
const draft = line({ status: "draft" });

/** Lines of all kinds, more of them than are judged at once. */
const many = Array.from({ length: 2500 }, (_, index) => kinds[(index * 7) % (index % 50 === 0 ? kinds.length : 24)]);

describe("lines of NDJSON", () => {
  test.each(["\n", "\r\n", "\r"])("each is told what the SDK tells of it, when they end with %j", async (lineEnd) => {
    const text = kinds.join(lineEnd);
    const folder = folderWith({ ...context, "a.pcco.ndjson": text });
    const rules = await loadRuleSet("spectrum/pcco@1.1.0");
    const read = readContextText(context["spectrum.context.yaml"], "yaml");
    const surroundings = "context" in read ? read.context : {};
    const expected = rules.checkText(text, { format: "ndjson", context: surroundings, at: "2026-11-05T00:00:00Z" });
    const { out } = run(["check", "a.pcco.ndjson", "--rules", "spectrum/pcco@1.1.0", ...judged, "--format", "ndjson"], {
      in: folder,
    });
    const told = documentsOf({ out }).map(({ index, outcome, findings }) => ({ index, outcome, findings }));
    expect(told).toEqual(JSON.parse(JSON.stringify(expected)));
    expect(told.filter(({ outcome }) => outcome === "exportable").length).toBeGreaterThan(5);
  });

  test.each(["\n", "\r\n", "\r"])("are known as such from standard input when they end with %j", (lineEnd) => {
    const input = [line(), line({ status: "draft" }), ""].join(lineEnd);
    const { out } = run(["check", "-", ...judged, "--format", "ndjson"], { in: folderWith(context), input });
    const told = documentsOf({ out }).map(({ outcome, findings: [first] }) => [outcome, first?.range?.start.line]);
    expect(told).toEqual([
      ["exportable", undefined],
      ["blocked", 1],
    ]);
  });

  test("each is told its own ERP status, when the event is not possible in it", () => {
    // Without a rule set of their own.
    const own = (more = {}) => line({ $rules: undefined, ...more });
    const inState = (status: string, more = {}) => own({ erp: { status, origin_id: "1" }, ...more });
    const text = [own(), inState("synced"), own(), inState("exporting"), inState("synced", { status: "draft" })];
    const folder = folderWith({ ...context, "a.pcco.ndjson": text.join("\n") });
    const { out } = run(["check", "a.pcco.ndjson", ...judged, "--format", "ndjson"], { in: folder });
    expect(documentsOf({ out }).map(({ erpStatus }) => erpStatus)).toEqual([
      undefined,
      "Synced",
      undefined,
      "Exporting",
      "Synced",
    ]);
  });
});

describe("--jobs", () => {
  const folderOfMany = () =>
    folderWith({
      ...context,
      "a.pcco.ndjson": many.join("\n"),
      ...Object.fromEntries(
        Array.from({ length: 70 }, (_, index) => [
          `b/${String(index).padStart(2, "0")}.pcco.${index % 2 === 0 ? "yaml" : "json"}`,
          (index % 2 === 0 ? approved : approvedJson)(["004", `004-${index}`]),
        ]),
      ),
      "b/spectrum.context.yaml": context["spectrum.context.yaml"],
      "b/99.pcco.json": `[${many
        .slice(0, 24)
        .filter((each) => /^\{.*\}$/s.test(each ?? ""))
        .join(",\n")}]`,
      "c.pcco.ndjson": `${line()}\n`,
      "d.pcco.ndjson": "",
    });

  test.each(["ndjson", "pretty", "sarif", "junit"])(
    "the report in %s is the same for any number of threads, in the order of the inputs",
    (format) => {
      const folder = folderOfMany();
      const words = ["check", ".", "gone.pcco.json", ...judged, "--format", format];
      const { code, out, err } = run([...words, "--jobs", "1"], { in: folder });
      expect({ code, err }).toEqual({ code: 3, err: "" });
      for (const jobs of [[], ["--jobs", "2"], ["--jobs", "5"]]) {
        const other = run([...words, ...jobs], { in: folder });
        expect({ code: other.code, err: other.err, same: other.out === out }, jobs.join(" ")).toEqual({
          code: 3,
          err: "",
          same: true,
        });
      }
      if (format !== "ndjson") return;
      const files = documentsOf({ out }).map(({ file, index }) => `${file} ${index}`);
      const counted = many.filter((each) => /\S/.test(each?.replaceAll("\uFEFF", "") ?? "")).length;
      expect(files.slice(0, counted)).toEqual(Array.from({ length: counted }, (_, index) => `a.pcco.ndjson ${index}`));
      expect(files.at(-1)).toBe("gone.pcco.json 0");
    },
  );

  test("each line is told of itself, in a file of which many blocks go through the same memory", () => {
    // Each is found fault with by its own number, and stands elsewhere in its block than in the one before.
    const numbers = Array.from({ length: 8000 }, (_, index) => String(index * 7919));
    const text = numbers.map((number) => line({ status: `draft ${number}`, memo: "m".repeat(Number(number) % 1613) }));
    const folder = folderWith({ ...context, "a.pcco.ndjson": text.join("\n") });
    for (const jobs of [[], ["--jobs", "1"], ["--jobs", "2"]]) {
      const words = ["check", "a.pcco.ndjson", ...judged, "--format", "ndjson", ...jobs];
      const told = documentsOf(run(words, { in: folder })).map(({ index, findings }) => ({
        index,
        number: findings.map(({ message }) => /draft (\d+)/.exec(message)?.[1]).find((found) => found !== undefined),
      }));
      expect(told).toEqual(numbers.map((number, index) => ({ index, number })));
    }
  });

  test("standard input and a file of the same lines get the same report, and a pipe too", () => {
    const folder = folderWith({ ...context, "a.pcco.ndjson": many.join("\n") });
    const words = `${judged.join(" ")} --format ndjson --jobs 2`;
    const named = shell(
      `erp-rules check a.pcco.ndjson ${words} | sed 's/"file":"a.pcco.ndjson"/"file":"-"/' | md5sum`,
      {
        in: folder,
      },
    );
    for (const input of ["< a.pcco.ndjson erp-rules check -", "cat a.pcco.ndjson | erp-rules check -"]) {
      expect(shell(`${input} ${words} | md5sum`, { in: folder })).toEqual(named);
    }
  });

  test("a context that comes through a pipe is that of every thread", () => {
    const folder = folderWith({ ...context, "a.pcco.ndjson": many.join("\n") });
    const check = (from: string, more: string) => {
      const words = `--context ${from} --as-of 2026-11-05 --format ndjson --output report.ndjson ${more}`;
      expect(shell(`erp-rules check a.pcco.ndjson ${words}`, { in: folder })).toMatchObject({ code: 3, err: "" });
      return readFileSync(join(folder, "report.ndjson"), "utf8");
    };
    const named = check("spectrum.context.yaml", "--jobs 1");
    for (const more of ["--jobs 1", "--jobs 2", "--jobs 2 --checkpoint here"]) {
      expect(check("<(cat spectrum.context.yaml)", more) === named, more).toBe(true);
    }
  });

  test.each(["2", "8"])("where the system gives no more threads, one does it all: --jobs %s", (jobs) => {
    const folder = folderWith({
      ...context,
      "a.pcco.ndjson": many.join("\n"),
      "few.cjs": `const threads = require("node:worker_threads");
        let left = ${Number(jobs) - 2};
        threads.Worker = class extends threads.Worker {
          constructor(...given) {
            if (left-- === 0) throw new Error("EAGAIN");
            super(...given);
          }
        };`,
    });
    const words = ["check", "a.pcco.ndjson", ...judged, "--format", "ndjson", "--jobs"];
    const alone = run([...words, "1"], { in: folder });
    expect(run([...words, jobs], { in: folder, env: { NODE_OPTIONS: "--require ./few.cjs" } })).toEqual(alone);
  });

  test("a line is answered while the next is waited for, in other threads too", async () => {
    const running = start(["check", "-", ...judged, "--format", "ndjson", "--jobs", "2"], {
      in: folderWith({ ...context }),
    });
    running.process.stdin?.write(`${line()}\n`);
    await running.until("out", /"index":0,.*\n/);
    running.process.stdin?.end(draft);
    const { code, out } = await running.ended;
    expect(code).toBe(1);
    expect(documentsOf({ out }).map(({ outcome }) => outcome)).toEqual(["exportable", "blocked"]);
  });

  test("a reader that goes away ends all threads, quietly", () => {
    const folder = folderWith({ ...context, "a.pcco.ndjson": many.join("\n") });
    const done = shell(
      `erp-rules check a.pcco.ndjson ${judged.join(" ")} --format ndjson --jobs 2 | head -n 1 | wc -l; echo "\${PIPESTATUS[0]}"`,
      { in: folder },
    );
    expect(done).toMatchObject({ out: "1\n0\n", err: "" });
  });

  test("a rule set or context that can't be had is told by the line, by every thread", () => {
    const pinned = [line({ $rules: "spectrum/pcco@9" }), line({ $rules: "spectrum/pcco@1.0" }), line(), draft];
    const folder = folderWith({ ...context, "a.pcco.ndjson": `${pinned.join("\n")}\n`.repeat(800) });
    const words = ["check", "a.pcco.ndjson", "--context", "spectrum.context.yaml", "--format", "ndjson"];
    const { code, out } = run([...words, "--jobs", "2"], { in: folder });
    expect(code).toBe(2);
    const told = documentsOf({ out }).map(({ outcome, ruleSet }) => `${outcome} ${ruleSet?.version ?? ""}`.trim());
    expect(told).toEqual(
      Array.from({ length: 800 }, () => ["unreadable", "exportable 1.0.0", "exportable", "blocked"]).flat(),
    );
  });
});

describe("Ctrl+C", () => {
  test("stops between two PCCOs, says so, and ends by the signal", async () => {
    const running = start(["check", "-", ...judged, "--format", "ndjson", "--jobs", "2"], {
      in: folderWith({ ...context }),
    });
    running.process.stdin?.write(`${line()}\n${draft}\n`);
    await running.until("out", /"index":1,.*\n/);
    running.process.kill("SIGINT");
    const { signal, out, err } = await running.ended;
    expect({ signal, err }).toEqual({ signal: "SIGINT", err: "Stopped after 2 PCCOs.\n" });
    expect(documentsOf({ out })).toHaveLength(2);
  });

  test("leaves the file of --output as it was, and nothing beside it", async () => {
    const folder = folderWith({ ...context, "report.ndjson": "old" });
    const running = start(["check", "-", ...judged, "--format", "ndjson", "--jobs", "1", "--output", "report.ndjson"], {
      in: folder,
    });
    running.process.stdin?.on("error", () => {});
    // More than is held in memory: some of it is in a file by now.
    running.process.stdin?.write(`${draft}\n`.repeat(5000));
    await writing(folder);
    running.process.kill("SIGINT");
    expect((await running.ended).signal).toBe("SIGINT");
    expect(readdirSync(folder).sort()).toEqual(["report.ndjson", "spectrum.context.yaml"]);
    expect(readFileSync(join(folder, "report.ndjson"), "utf8")).toBe("old");
  });
});

/** Waits until a report is being written in a folder. */
async function writing(folder: string): Promise<void> {
  while (!readdirSync(folder).some((name) => name.endsWith(".tmp"))) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}
