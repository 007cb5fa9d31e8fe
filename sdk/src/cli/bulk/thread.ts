import { parentPort, workerData } from "node:worker_threads";
import { pipesRead } from "../pipes-read.ts";
import { takeBeside } from "../read-beside.ts";
import { takeRead } from "../read-so-far.ts";
import { readSetting } from "../setting.ts";
import { createJudge, type Judge } from "./judge.ts";
import type { Judged } from "./judged.ts";
import type { Setup } from "./setup.ts";
import { memoryOf, type Work } from "./work.ts";

// A file of its own, with the quick tests that were written ahead of time: a run that loads it has many PCCOs to judge.

/** What a thread is asked. */
export interface Asked {
  readonly work: Work;
  /** What the report may be written into. */
  readonly memory: ArrayBuffer | undefined;
}

/** What a thread answers to a work. */
export type Answer = ({ readonly judged: Judged } | { readonly problem: string }) & {
  /** The memory of the work, to be used again. */
  readonly memory: ArrayBuffer | undefined;
  /** The files it has read since the last answer, as `addRead` takes them. */
  readonly read: readonly string[];
  /** Those of them that `takeBeside` gives. */
  readonly beside: readonly string[];
};

/** Makes a judge for many PCCOs. */
export async function judgeFor({ typed, question, pipes }: Setup): Promise<Judge> {
  for (const [path, bytes] of pipes) pipesRead().set(path, bytes);
  return createJudge(await readSetting(typed), question);
}

/** Answers each work that the main thread sends, in the same order. */
function listen(port: NonNullable<typeof parentPort>, setup: Setup): void {
  const judge = judgeFor(setup);
  let last: Promise<void> = Promise.resolve();
  port.on("message", (asked: Asked) => {
    last = last.then(async () => {
      const reply = await answer(judge, asked);
      const report = "judged" in reply ? reply.judged.ndjson.buffer : undefined;
      port.postMessage(
        reply,
        [reply.memory, report].filter((each) => each !== undefined),
      );
    });
  });
}

async function answer(judge: Promise<Judge>, { work, memory: room }: Asked): Promise<Answer> {
  const memory = memoryOf(work);
  try {
    const judged = await (await judge)(work, room);
    return { judged, memory, read: takeRead(), beside: takeBeside() };
  } catch (error) {
    return {
      problem: error instanceof Error ? error.message : String(error),
      memory,
      read: takeRead(),
      beside: takeBeside(),
    };
  }
}

if (parentPort !== null) listen(parentPort, workerData);
