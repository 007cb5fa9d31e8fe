import { existsSync, readFileSync, watch } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { approved, context, folderWith, line, type Running, start } from "../support/cli.ts";

const judged = ["--context", "spectrum.context.yaml", "--as-of", "2026-11-05"];
const bulk = ["--format", "ndjson", "--output", "report.ndjson", "--checkpoint", "check.checkpoint"];

/** So many lines: most can be sent, some can't, some are no JSON, some hold nothing. */
function lines(first: number, count: number): string {
  const clean = line({ id: 1_000_001 });
  const draft = line({ id: 1_000_001, status: "draft" });
  return Array.from({ length: count }, (_, index) => {
    const number = first + index;
    if (number % 101 === 50) return '{"number": ';
    if (number % 211 === 100) return " \r";
    return (number % 3 === 0 ? draft : clean).replace("1000001", String(1_000_001 + number));
  }).join("\n");
}

const folderOfExports = () =>
  folderWith({
    ...context,
    "a.pcco.ndjson": `${lines(0, 12_000)}\n`,
    ...Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [
        `b/${String(index).padStart(2, "0")}.pcco.yaml`,
        approved(["./spectrum.context.yaml", "../spectrum.context.yaml"], ["id: 3307", `id: ${index}`]),
      ]),
    ),
    "c.pcco.ndjson": lines(12_000, 5000),
    // Too long to be read whole.
    "d.pcco.json": `[${Array.from({ length: 8000 }, (_, id) => line({ id, ...(id % 3 === 0 ? { status: "draft" } : {}) })).join(",\n")}]`,
  });

/** Numbers from 0 to 1, the same in every run. */
function createRandom(): () => number {
  let state = 42;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Kills a run so many milliseconds after it starts, or after it has told how far it is. */
async function killed(running: Running, folder: string, after: "start" | "checkpoint", wait: number): Promise<boolean> {
  const stop = new AbortController();
  const kill = () => setTimeout(() => running.process.kill("SIGKILL"), wait);
  let moment = after === "start" ? kill() : undefined;
  watch(folder, { signal: stop.signal }, (_event, name) => {
    if (name === "check.checkpoint") moment ??= kill();
  });
  const { signal } = await running.ended;
  clearTimeout(moment);
  stop.abort();
  return signal === "SIGKILL";
}

describe("a check that is killed and started again tells of every PCCO exactly once", () => {
  test.each([
    ["files and folders", 50, ["a.pcco.ndjson", "b", "c.pcco.ndjson", "d.pcco.json"], undefined],
    ["standard input", 10, ["-"], "a.pcco.ndjson"],
  ])("%s, killed %i times at random moments", { timeout: 300_000 }, async (_what, kills, paths, input) => {
    const folder = folderOfExports();
    const at = (name: string) => join(folder, name);
    const stream = input === undefined ? undefined : Buffer.concat(Array(3).fill(readFileSync(at(input))));
    const go = (...more: string[]) => {
      const running = start(["check", ...paths, ...judged, ...bulk, ...more], { in: folder });
      // Whom it is sent to may be gone.
      running.process.stdin?.on("error", () => {});
      running.process.stdin?.end(stream);
      return running;
    };
    const isWhole = () => Buffer.compare(readFileSync(at("report.ndjson")), expected) === 0;
    const begun = performance.now();
    const whole = await go().ended;
    const duration = performance.now() - begun;
    expect({ code: whole.code, err: whole.err }).toEqual({ code: 3, err: "" });
    const expected = readFileSync(at("report.ndjson"));
    expect(existsSync(at("check.checkpoint"))).toBe(false);

    const random = createRandom();
    let midway = 0;
    for (let count = 0; count < kills; ) {
      const running = go("--jobs", count % 4 === 3 ? "2" : "1");
      const wasKilled =
        count % 5 === 0
          ? await killed(running, folder, "start", random() * duration)
          : await killed(running, folder, "checkpoint", random() * 30);
      if (wasKilled) count++;
      else expect(isWhole()).toBe(true);
      if (existsSync(at("check.checkpoint"))) midway++;
    }
    expect(midway).toBeGreaterThan(kills / 2);
    const last = await go().ended;
    expect({ code: last.code, err: last.err }).toEqual({ code: 3, err: "" });
    expect(isWhole()).toBe(true);
    expect(existsSync(at("check.checkpoint"))).toBe(false);
  });
});
