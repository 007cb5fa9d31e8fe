import { fstatSync } from "node:fs";
import { grouped } from "../../report/words.ts";
import { findFiles } from "../find-files.ts";
import { sizeOf } from "../size-of.ts";
import type { Terminal } from "../terminal.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { now } from "./now.ts";
import type { Position } from "./work.ts";

/** How far a run is. */
export interface Run {
  readonly documents: number;
  readonly seconds: number;
  /** Bytes that were judged, and those that are still to be read; `undefined` when nobody knows. */
  readonly bytes: number;
  readonly left: number | undefined;
}

/** Shows how far a run is. */
export interface Progress {
  /** Tells of PCCOs that are done, in all, and of the bytes of the last of them. */
  tell(documents: number, size: number): void;
}

/** Nobody is told of a shorter run, in milliseconds, and nobody is told more often than that. */
const [quick, often] = [1000, 100];

/**
 * Shows a long run on a terminal, on one line.
 * @param from where the run begins
 */
export function showProgress(terminal: Terminal, paths: readonly string[], from: Checkpoint | undefined): Progress {
  const begun = now();
  let told = begun + quick;
  let [bytes, isAsked] = [0, false];
  let all: number | undefined;
  return {
    tell(documents, size) {
      bytes += size;
      const time = now();
      if (!terminal.showsProgress || time < told) return;
      told = time + often;
      if (!isAsked) {
        isAsked = true;
        bytesAhead(paths, from?.position).then(
          (ahead) => {
            all = ahead;
          },
          // The time left stays untold. What can't be read is told of where it is read.
          () => {},
        );
      }
      const left = all === undefined ? undefined : Math.max(0, all - bytes);
      const done = documents - (from?.summary.documents ?? 0);
      terminal.progress(progressWords({ documents: done, seconds: (time - begun) / 1000, bytes, left }));
    },
  };
}

/** How far a run is, how quick, and how long it will still take, in a few words. */
export function progressWords({ documents, seconds, bytes, left }: Run): string {
  const rate = seconds > 0 ? Math.round(documents / seconds) : 0;
  const words = `${grouped(documents)} PCCOs checked, ${grouped(rate)} a second`;
  if (left === undefined || bytes === 0) return words;
  return `${words}, ${timeWords((left / bytes) * seconds)} left`;
}

function timeWords(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** The bytes that paths stand for from a position on; `undefined` when one is a pipe, of which nobody knows. */
async function bytesAhead(paths: readonly string[], from: Position | undefined): Promise<number | undefined> {
  let [files, total] = [0, 0];
  for await (const found of findFiles(paths)) {
    const size = found.file === "-" ? sizeOfInput() : sizeOf(found.file);
    if (size === undefined) return undefined;
    if (files === (from?.files ?? 0)) total -= from?.offset ?? 0;
    if (files >= (from?.files ?? 0)) total += size;
    files++;
  }
  return total;
}

function sizeOfInput(): number | undefined {
  const status = fstatSync(0);
  return status.isFile() ? status.size : undefined;
}
