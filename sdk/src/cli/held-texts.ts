import type { Held, Reporter } from "../report/index.ts";
import type { Overflow, Span } from "./overflow.ts";

/** The texts that a report holds back: those added last are in memory, all others in a file. */
export interface HeldTexts {
  hold(): Held;
  /**
   * Keeps the memory from filling: to be awaited after texts are added.
   * @throws {CommandError} when there is no room on disk
   */
  makeRoom(): Promise<void>;
  /** Lets go of all. */
  close(): void;
}

/** Characters in memory, at most, before they are written to disk. Most reports have fewer. */
const mostInMemory = 1 << 23;

/** Characters that are written at once. */
const together = 1 << 16;

/** @param most characters in memory before they are written to disk */
export function holdTexts(most = mostInMemory): HeldTexts {
  let overflow: Overflow | undefined;
  let added = new Set<InMemory>();
  let length = 0;
  return {
    hold: () => {
      const spans: Span[] = [];
      const inMemory: InMemory = { spans, texts: [] };
      return {
        add: (text) => {
          inMemory.texts.push(text);
          added.add(inMemory);
          length += text.length;
        },
        *pieces() {
          for (const span of spans) if (overflow !== undefined) yield* overflow.read(span);
          yield* inMemory.texts;
        },
      };
    },
    makeRoom: async () => {
      if (length <= most) return;
      const { openOverflow } = await import("./overflow.ts");
      overflow ??= openOverflow();
      overflow.write(added);
      added = new Set();
      length = 0;
    },
    close: () => overflow?.close(),
  };
}

/** What of a text is in memory; and where the rest is, which stands before it. */
interface InMemory {
  readonly spans: Span[];
  readonly texts: string[];
}

/** What a report ends with, in pieces that are neither many nor long. */
export function* piecesOf(end: ReturnType<Reporter["end"]>): Generator<string | Uint8Array> {
  let texts = "";
  for (const part of end) {
    for (const piece of typeof part === "string" ? [part] : part.pieces()) {
      if (typeof piece === "string") texts += piece;
      else {
        if (texts !== "") yield texts;
        texts = "";
        yield piece;
      }
      if (texts.length < together) continue;
      yield texts;
      texts = "";
    }
  }
  if (texts !== "") yield texts;
}
