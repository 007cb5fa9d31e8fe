import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished, vi } from "vitest";
import { bundleCli } from "../../sdk/scripts/bundle-cli.ts";

const repository = fileURLToPath(new URL("../../", import.meta.url));

// Starting a program is quick, but not on a machine that is busy with something else.
vi.setConfig({ testTimeout: 60_000 });

/** The command line, bundled as it ships but apart from `sdk/dist`, so that tests never meet a build of yesterday. */
export const cli = join(await bundled(), "erp-rules.cjs");

/** A bundle is kept until a source changes; test files that run side by side share it. */
async function bundled(): Promise<string> {
  const cache = join(repository, "node_modules/.cache/erp-rules-cli-test");
  const hash = createHash("sha256");
  for (const file of sources()) hash.update(`${file}\0`).update(readFileSync(join(repository, file)));
  const folder = join(cache, hash.digest("hex").slice(0, 16));
  if (existsSync(folder)) return folder;
  removeOld(cache);
  const own = join(cache, randomUUID());
  await bundleCli(own);
  try {
    renameSync(own, folder);
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** Bundles that no run of the last hour has made. */
function removeOld(cache: string): void {
  if (!existsSync(cache)) return;
  for (const name of readdirSync(cache)) {
    const folder = join(cache, name);
    const { mtimeMs = Date.now() } = statSync(folder, { throwIfNoEntry: false }) ?? {};
    if (Date.now() - mtimeMs > 3_600_000) rmSync(folder, { recursive: true, force: true });
  }
}

function sources(): readonly string[] {
  const code = readdirSync(join(repository, "sdk/src"), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.[jt]s$/.test(name) && !/\.test\.ts$/.test(name))
    .map((name) => `sdk/src/${name}`);
  const scripts = readdirSync(join(repository, "sdk/scripts")).filter((name) => name.endsWith(".ts"));
  const bundling = scripts.sort().map((name) => `sdk/scripts/${name}`);
  return [...code.sort(), "sdk/package.json", ...bundling, "package-lock.json"];
}

/** How a run is made. */
export interface RunOptions {
  /** The folder it runs in. */
  readonly in?: string;
  /** What it reads from standard input; nothing unless given. */
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** What a run ended with. */
export interface Run {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** Optimising code takes longer than a run of a tenth of a second lasts. */
const quickly = ["--no-opt", "--single-threaded-gc"];

/** Runs the command line to its end. */
export function run(words: readonly string[], options: RunOptions = {}): Run {
  const done = spawnSync(process.execPath, [...quickly, cli, ...words], {
    cwd: options.in ?? repository,
    env: environment(options.env),
    input: options.input ?? "",
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  if (done.error !== undefined) throw done.error;
  return { code: done.status, signal: done.signal, out: done.stdout, err: done.stderr };
}

/**
 * Runs a line of shell in which `erp-rules` is the command line.
 * @param options `in` is the folder
 */
export function shell(script: string, options: RunOptions = {}): Run {
  const done = spawnSync("bash", ["-c", `erp-rules() { "${process.execPath}" "${cli}" "$@"; }\n${script}`], {
    cwd: options.in ?? repository,
    env: environment(options.env),
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  if (done.error !== undefined) throw done.error;
  return { code: done.status, signal: done.signal, out: done.stdout, err: done.stderr };
}

/** A run that goes on while the test does. */
export interface Running {
  readonly process: ChildProcess;
  /** Waits until what it has written so far matches. Fails when it ends first. */
  until(stream: "out" | "err", pattern: RegExp): Promise<string>;
  readonly ended: Promise<Run>;
}

/** Starts the command line; it is killed when the test is over. */
export function start(words: readonly string[], options: RunOptions = {}): Running {
  const child = spawn(process.execPath, [cli, ...words], {
    cwd: options.in ?? repository,
    env: environment(options.env),
    stdio: "pipe",
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const texts = { out: "", err: "" };
  const waiting = new Set<() => void>();
  const hear = (stream: "out" | "err") => (chunk: Buffer) => {
    texts[stream] += chunk.toString();
    for (const look of waiting) look();
  };
  child.stdout.on("data", hear("out"));
  child.stderr.on("data", hear("err"));
  const ended = new Promise<Run>((resolve) => {
    child.on("close", (code, signal) => resolve({ code, signal, ...texts }));
  });
  return {
    process: child,
    ended,
    until: (stream, pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (!pattern.test(texts[stream])) return;
          waiting.delete(look);
          resolve(texts[stream]);
        };
        waiting.add(look);
        look();
        void ended.then(() => reject(new Error(`it ended before ${pattern}: ${texts.out}${texts.err}`)));
      }),
  };
}

/** The environment of this process without what would colour the output or reach into Node. */
function environment(own: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const { NO_COLOR, FORCE_COLOR, NODE_OPTIONS, ...others } = process.env;
  return { ...others, ...own };
}

/** A folder of its own for a test, with these files in it; it is removed when the test is over. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "erp-rules-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** A sample, as text. */
export function sample(path: string): string {
  return readFileSync(join(repository, "samples", path), "utf8");
}

/** A PCCO that can be sent, judged by spectrum.context.yaml beside it; with words replaced. */
export function approved(...replacements: readonly (readonly [from: string | RegExp, to: string])[]): string {
  return replaced(sample("spectrum/approved-two-lines.pcco.yaml"), replacements);
}

/** The same as JSON. */
export function approvedJson(...replacements: readonly (readonly [from: string | RegExp, to: string])[]): string {
  return replaced(sample("spectrum/approved-two-lines.pcco.json"), replacements);
}

function replaced(text: string, replacements: readonly (readonly [from: string | RegExp, to: string])[]): string {
  return replacements.reduce((before, [from, to]) => {
    const after = before.replace(from, to);
    if (after === before) throw new Error(`the sample has no ${from}`);
    return after;
  }, text);
}

/** The context of the samples. */
export const context = { "spectrum.context.yaml": sample("spectrum/spectrum.context.yaml") };

/** A PCCO on one line, without its context. */
export function line(fields: Readonly<Record<string, unknown>> = {}): string {
  const { $context, $expect, ...own } = JSON.parse(approvedJson());
  return JSON.stringify({ ...own, ...fields });
}

/** A finding of a report, as far as tests look at it. */
export interface ReportedFinding {
  readonly ruleId: string;
  readonly severity: string;
  readonly state: string;
  readonly message: string;
  readonly path: string;
  readonly range?: { readonly start: { readonly line: number; readonly character: number } };
  readonly fixes: readonly { readonly title: string; readonly kind: string }[];
}

/** A document of a report. */
export interface ReportedDocument {
  readonly file: string;
  readonly index: number;
  readonly event: string;
  readonly erpStatus?: string;
  readonly outcome: string;
  readonly ruleSet?: { readonly id: string; readonly version: string };
  readonly findings: readonly ReportedFinding[];
}

/** The documents of a report in NDJSON. */
export function documentsOf({ out }: Pick<Run, "out">): readonly ReportedDocument[] {
  return out
    .split("\n")
    .filter((each) => each !== "")
    .map((each) => JSON.parse(each));
}

/** Checks one file and gives what is said of it. */
export function checkOne(
  words: readonly string[],
  options: RunOptions = {},
): ReportedDocument & { readonly code: number | null } {
  const done = run(["check", ...words, "--format", "ndjson"], options);
  const [document, ...more] = documentsOf(done);
  if (document === undefined || more.length > 0) throw new Error(`not one document: ${done.out}${done.err}`);
  return { ...document, code: done.code };
}
