import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { isObject } from "../../document/value.ts";
import type { Summary } from "../../generated/types.ts";
import { CommandError, type ExitCode, isExitCode, UNREADABLE } from "../exit-code.ts";
import { notOrdinary } from "../read-file.ts";
import { reasonOf } from "../reason-of.ts";
import type { NotedFiles } from "./noted-files.ts";
import { expectedInList, type ListPlace } from "./scan-list.ts";
import type { Fingerprint, Position } from "./work.ts";

/** Where a run is, and what it has found so far. All of it is told in the first `outputLength` bytes of its report. */
export interface Checkpoint {
  /** Hash of what the run was asked; a run that is asked something else can't go on from here. */
  readonly run: string;
  /** The time of the event. */
  readonly at: string;
  readonly position: Position;
  readonly outputLength: number;
  /** The contexts and rule files that were found beside the PCCOs. */
  readonly beside: NotedFiles;
  readonly summary: Summary;
  readonly exitCode: ExitCode;
}

/**
 * Reads a checkpoint.
 * @returns `undefined` when there is none
 * @throws {CommandError} when the file can't be read or is something else, or there is no folder to write it into
 */
export function readCheckpoint(file: string): Checkpoint | undefined {
  let content: string;
  try {
    const status = statSync(file);
    // Reading it may never end.
    if (!status.isFile() && !status.isDirectory())
      throw new CommandError(`the checkpoint ${file} ${notOrdinary}.`, UNREADABLE);
    content = readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (isMissing && existsSync(dirname(file))) return undefined;
    // Before the report takes the place of an older one.
    if (isMissing)
      throw new CommandError(`the checkpoint ${file} can't be written: its folder is not there.`, UNREADABLE);
    throw new CommandError(`the checkpoint ${file} can't be read: ${reasonOf(error)}.`, UNREADABLE);
  }
  const checkpoint = parsed(content);
  if (isCheckpoint(checkpoint)) return checkpoint;
  throw new CommandError(
    `${file} is not a checkpoint; name another file, or delete this one to start over.`,
    UNREADABLE,
  );
}

/**
 * Writes a checkpoint in one step, so that it is always whole.
 * @throws {CommandError} when it can't be written
 */
export function writeCheckpoint(file: string, checkpoint: Checkpoint): void {
  const temporary = temporaryOf(file);
  try {
    writeFileSync(temporary, `${JSON.stringify({ schemaVersion, ...checkpoint })}\n`);
    renameSync(temporary, file);
  } catch (error) {
    throw new CommandError(`the checkpoint ${file} can't be written: ${reasonOf(error)}.`, UNREADABLE);
  }
}

/** The file that becomes the checkpoint once it is whole. */
export function temporaryOf(file: string): string {
  return `${file}.tmp`;
}

/** Removes the checkpoint of a run that is done. */
export function removeCheckpoint(file: string): void {
  rmSync(file, { force: true });
}

const schemaVersion = 1;

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

function isCheckpoint(value: unknown): value is Checkpoint {
  return (
    isObject(value) &&
    value["schemaVersion"] === schemaVersion &&
    typeof value["run"] === "string" &&
    typeof value["at"] === "string" &&
    isCount(value["outputLength"]) &&
    isExitCode(value["exitCode"]) &&
    isPosition(value["position"]) &&
    isObject(value["beside"]) &&
    Object.values(value["beside"]).every((hash) => typeof hash === "string") &&
    isObject(value["summary"]) &&
    Object.values(value["summary"]).every(isCount)
  );
}

function isPosition(value: unknown): value is Position {
  return (
    isObject(value) &&
    typeof value["file"] === "string" &&
    ["files", "offset", "line", "index"].every((name) => isCount(value[name])) &&
    (value["before"] === undefined || isFingerprint(value["before"])) &&
    (value["list"] === undefined || isListPlace(value["list"]))
  );
}

function isListPlace(value: unknown): value is ListPlace {
  if (!isObject(value) || !isObject(value["position"])) return false;
  const { line, character } = value["position"];
  return expectedInList.some((each) => each === value["expected"]) && isCount(line) && isCount(character);
}

function isFingerprint(value: unknown): value is Fingerprint {
  return isObject(value) && isCount(value["length"]) && typeof value["sha256"] === "string";
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
