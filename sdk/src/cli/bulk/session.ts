import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { CommandError } from "../exit-code.ts";
import { type Typed, text } from "../options.ts";
import { pipesRead } from "../pipes-read.ts";
import { takeBeside } from "../read-beside.ts";
import { type Checkpoint, readCheckpoint, removeCheckpoint, writeCheckpoint } from "./checkpoint.ts";
import { createFileNotes, mustHoldTheSame } from "./noted-files.ts";
import { now } from "./now.ts";
import { openResumable } from "./resumable-output.ts";

declare const PRODUCT_VERSION: string;

/** A run that can be interrupted at any moment and gone on with by the same command. */
export interface Session {
  /** Where it goes on, after an interruption. */
  readonly from: Checkpoint | undefined;
  /** The time of the event: that of the first start. */
  readonly at: string;
  write(text: string | Uint8Array): void;
  /** Told that all up to here is in the report. It is remembered at once, or soon, or when the run is stopped. */
  reached(where: Where): void;
  /** Forgets where the run is: all is done. */
  finish(): void;
  /** Remembers where the run is: it is stopped. */
  stop(): void;
}

/** Where a run is, and what it has found out. */
type Where = Pick<Checkpoint, "position" | "summary" | "exitCode">;

/** Milliseconds between two checkpoints: what may have to be done again. */
const often = 20;

/** What a session is for. */
export interface SessionOptions {
  readonly typed: Typed;
  readonly format: string;
  /** Hash of the rules of the run. */
  readonly rules: string;
  readonly event: string;
  readonly at: string;
}

/**
 * Begins a run, or goes on with the one that `--checkpoint` tells of.
 * @throws {CommandError} when the options don't go together, or the checkpoint is that of another run
 */
export function openSession(file: string, { typed, format, rules, event, at }: SessionOptions): Session {
  const output = text(typed, "output");
  if (output === undefined || format !== "ndjson")
    throw new CommandError(
      "--checkpoint needs --format ndjson and --output FILE: only such a report can be gone on with.",
    );
  const run = hashOf(typed, rules, event);
  const from = readCheckpoint(file);
  if (from !== undefined && from.run !== run)
    throw new CommandError(
      `the checkpoint ${file} is that of another run, with other inputs, rules, context or options; delete it to start over.`,
    );
  if (from !== undefined) mustHoldTheSame(from.beside);
  const notes = createFileNotes(from?.beside ?? {});
  const started = from?.at ?? at;
  const report = openResumable(output, from?.outputLength ?? 0);
  let last: Checkpoint | undefined;
  let saved = 0;
  return {
    from,
    at: started,
    write: report.write,
    reached: (where) => {
      notes.add(takeBeside());
      last = { run, at: started, outputLength: report.length(), beside: notes.noted(), ...where };
      if (now() - saved < often) return;
      writeCheckpoint(file, last);
      saved = now();
    },
    finish: () => {
      report.close();
      removeCheckpoint(file);
    },
    stop: () => {
      if (last !== undefined) writeCheckpoint(file, last);
      report.close();
    },
  };
}

/** What does not change the report. */
const besides = ["jobs", "checkpoint", "max-warnings"];

function hashOf({ values, positionals }: Typed, rules: string, event: string): string {
  const options = Object.entries(values).filter(([name]) => !besides.includes(name));
  const contents = [values["context"], values["actor"]].map((file) =>
    typeof file === "string" ? contentOf(file) : "",
  );
  return createHash("sha256")
    .update(JSON.stringify([PRODUCT_VERSION, rules, event, positionals, options.sort(), contents]))
    .digest("hex");
}

/** A file that can't be read has been complained of already. */
function contentOf(file: string): string {
  return Buffer.from(pipesRead().get(file) ?? readFileSync(file)).toString("base64");
}
