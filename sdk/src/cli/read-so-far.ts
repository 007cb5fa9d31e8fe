import { fstatSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { CommandError } from "./exit-code.ts";

declare global {
  /** What `rememberRead` was told. Global, since parts of the command line that are loaded later have modules of their own. */
  var erpRulesReadSoFar: ReadSoFar | undefined;
}

interface ReadSoFar {
  readonly marks: Set<string>;
  /** Paths whose marks nobody has asked for yet: of most runs nobody ever does. */
  readonly paths: Set<string>;
}

function known(): ReadSoFar {
  globalThis.erpRulesReadSoFar ??= { marks: new Set(), paths: new Set() };
  return globalThis.erpRulesReadSoFar;
}

/**
 * Remembers that this command reads a file, so that no report takes its place. Never throws.
 * @param file a path, or the number of an open file
 */
export function rememberRead(file: string | number): void {
  if (typeof file === "string") known().paths.add(file);
  else for (const mark of marksOf(file)) known().marks.add(mark);
}

/** Forgets all that was read: a new run begins. */
export function forgetRead(): void {
  known().marks.clear();
  known().paths.clear();
}

function knownMarks(): Set<string> {
  const { marks, paths } = known();
  for (const path of paths) for (const mark of marksOf(path)) marks.add(mark);
  paths.clear();
  return marks;
}

/** What a thread has read since it was last asked, for `addRead` of the thread that writes. */
export function takeRead(): readonly string[] {
  const taken = [...knownMarks()];
  forgetRead();
  return taken;
}

/** Remembers what another thread has read. */
export function addRead(taken: readonly string[]): void {
  for (const mark of taken) known().marks.add(mark);
}

/**
 * Makes sure that a file to be written is none that this command has read, whatever it is called there.
 * @param option the option that names it
 * @throws {CommandError} when it is
 */
export function mustNotBeRead(path: string, option: string): void {
  if (marksOf(path).some((mark) => knownMarks().has(mark)))
    throw new CommandError(`${option} names ${path}, which this command reads; nothing was written.`);
}

/** Whether two paths lead to the same file, which need not be there yet. */
export function isSameFile(a: string, b: string): boolean {
  if (placeOf(a) === placeOf(b)) return true;
  const marks = marksOf(a);
  return marksOf(b).some((mark) => marks.includes(mark));
}

/** What tells a file from others: its number on its disk, and its path, as some disks have no numbers. None for what is not there, or a pipe. */
function marksOf(file: string | number): readonly string[] {
  try {
    const status = typeof file === "number" ? fstatSync(file, { bigint: true }) : statSync(file, { bigint: true });
    if (!status.isFile()) return [];
    const number = status.ino === 0n ? [] : [`${status.dev}:${status.ino}`];
    return typeof file === "number" ? number : [...number, resolve(file)];
  } catch {
    return [];
  }
}

function placeOf(path: string): string {
  const whole = resolve(path);
  try {
    return realpathSync(whole);
  } catch {
    const folder = dirname(whole);
    return folder === whole ? whole : join(placeOf(folder), basename(whole));
  }
}
