import { randomUUID } from "node:crypto";
import { closeSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CommandError, UNREADABLE } from "./exit-code.ts";
import { reasonOf } from "./reason-of.ts";

/** A part of a file, in bytes. */
export interface Span {
  readonly from: number;
  to: number;
}

/** A file for what has no room in memory. It has no name, so that it is gone with the process, however that ends. */
export interface Overflow {
  /** Writes texts down; where each stands is added to its spans, and it is no longer in memory. */
  write(added: Iterable<{ readonly spans: Span[]; readonly texts: string[] }>): void;
  /** What stands in a part, in UTF-8. The bytes of a piece are those of the next. */
  read(span: Span): Generator<Uint8Array>;
  close(): void;
}

const mostAtOnce = 1 << 20;

/**
 * Makes an empty one, in the folder for temporary files.
 * @throws {CommandError} when it can't be made, as its methods do when it can't be written or read
 */
export function openOverflow(): Overflow {
  const folder = tmpdir();
  const attempt = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw new CommandError(
        `the report waits in ${folder} for its counts, and that can't be written: ${reasonOf(error)}. Name a folder with more room as TMPDIR, or ask for --format ndjson, which waits for nothing.`,
        UNREADABLE,
      );
    }
  };
  const path = join(folder, `erp-rules.${randomUUID()}.tmp`);
  const file = attempt(() => openSync(path, "wx+", 0o600));
  attempt(() => rmSync(path));
  let length = 0;
  return {
    write: (added) => {
      const contents: Buffer[] = [];
      for (const { spans, texts } of added) {
        const content = Buffer.from(texts.join(""));
        texts.length = 0;
        contents.push(content);
        const last = spans.at(-1);
        const to = length + content.length;
        if (last?.to === length) last.to = to;
        else spans.push({ from: length, to });
        length = to;
      }
      let rest: Uint8Array = Buffer.concat(contents);
      let at = length - rest.length;
      while (rest.length > 0) {
        const count = attempt(() => writeSync(file, rest, 0, rest.length, at));
        at += count;
        rest = rest.subarray(count);
      }
    },
    *read({ from, to }) {
      const bytes = Buffer.alloc(Math.min(mostAtOnce, to - from));
      for (let at = from; at < to; ) {
        const count = attempt(() => readSync(file, bytes, 0, Math.min(bytes.length, to - at), at));
        if (count === 0) throw new RangeError("the report that waited is shorter than it was");
        yield bytes.subarray(0, count);
        at += count;
      }
    },
    close: () => closeSync(file),
  };
}
