import { compileLess } from "./compile-less.ts";
import type { Judge } from "./judge.ts";
import type { Setup } from "./setup.ts";
import type { Work } from "./work.ts";

/** What the main thread judges by, whether it has others beside it or not. */
export interface OwnJudge {
  judgeFor(work: Work): Promise<Judge>;
  /** Told that there is much to do. */
  expectMany(): void;
}

/**
 * A block this long, in bytes, holds so many PCCOs that they are done sooner by what judges many, although that is still
 * to be loaded. Whoever waits until there has been much to do has V8 compile twice what it calls often.
 */
const many = 1 << 19;

/**
 * @param first what is judged by while there may be little to do, and files always: reading them takes longer than what
 * another would save
 */
export function createOwnJudge(setup: Setup, first: Judge): OwnJudge {
  let forMany: Promise<Judge> | undefined;
  let areMany = false;
  const load = async (): Promise<Judge> => {
    await compileLess();
    const { judgeFor } = await import("./thread.ts");
    return judgeFor(setup);
  };
  return {
    judgeFor: async (work) => {
      if (work.kind === "files") return first;
      areMany ||= (work.kind === "lines" || work.kind === "items") && work.bytes.length >= many;
      if (!areMany) return first;
      forMany ??= load();
      return forMany;
    },
    expectMany: () => {
      areMany = true;
    },
  };
}
