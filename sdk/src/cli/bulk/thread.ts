import { parentPort, workerData } from "node:worker_threads";
import { readSetting } from "../setting.ts";
import { createJudge, type Judge } from "./judge.ts";
import type { Judged } from "./judged.ts";
import type { Setup } from "./setup.ts";
import type { Work } from "./work.ts";

// A file of its own, with the quick tests that were written ahead of time: a run that loads it has many PCCOs to judge.

/** What a thread answers to a work. */
export type Answer = { readonly judged: Judged } | { readonly problem: string };

/** Makes a judge for many PCCOs. */
export async function judgeFor({ typed, question }: Setup): Promise<Judge> {
  return createJudge(await readSetting(typed), question);
}

/** Answers each work that the main thread sends, in the same order. */
function listen(port: NonNullable<typeof parentPort>, setup: Setup): void {
  const judge = judgeFor(setup);
  let last: Promise<void> = Promise.resolve();
  port.on("message", (work: Work) => {
    last = last.then(async () => port.postMessage(await answer(judge, work)));
  });
}

async function answer(judge: Promise<Judge>, work: Work): Promise<Answer> {
  try {
    return { judged: await (await judge)(work) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

if (parentPort !== null) listen(parentPort, workerData);
