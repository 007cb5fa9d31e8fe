import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { addRead } from "../read-so-far.ts";
import type { Judge } from "./judge.ts";
import type { Judged } from "./judged.ts";
import { giveBack } from "./memory.ts";
import { now } from "./now.ts";
import type { Setup } from "./setup.ts";
import type { Answer } from "./thread.ts";
import { memoryOf, type Work } from "./work.ts";

/** Threads that judge works. */
export interface Lanes {
  /** Works that may be on their way at once; more would only wait in memory. */
  readonly width: number;
  /** Most small files that are best one work. */
  readonly together: number;
  judge(work: Work): Promise<Judged>;
  /** Stops all threads, whatever they do. */
  close(): Promise<void>;
}

/** A run that takes longer than this, in milliseconds, gets more than this thread. */
const patience = 150;

/** Few enough to be told of soon, and to hear Ctrl+C between them. */
const mostTogether = 32;

/** PCCOs are done with at once: more room for what is new takes memory and saves no time. */
const resourceLimits = { maxYoungGenerationSizeMb: 4 };

/** How lanes begin and what they become. */
export interface LanesOptions {
  /** The judge of this thread. */
  readonly judge: Judge;
  readonly setup: Setup;
  /** Threads to start at once; `undefined` for one a core, when it turns out that there is much to do. */
  readonly jobs: number | undefined;
  /** Called when it turns out that there is much to do. */
  readonly grown: () => void;
}

/** One lane, this thread, for as long as there may be little to do; then several. */
export function growingLanes({ judge, setup, jobs, grown }: LanesOptions): Lanes {
  let lanes: Lanes = { width: 1, together: 1, judge, close: async () => {} };
  let hasGrown = false;
  const begun = now();
  return {
    get width() {
      return lanes.width;
    },
    get together() {
      return lanes.together;
    },
    async judge(work) {
      if (!hasGrown && (jobs !== undefined || now() - begun > patience)) {
        hasGrown = true;
        grown();
        lanes = await startLanes(jobs ?? (await cores()), setup);
      }
      return lanes.judge(work);
    },
    close: () => lanes.close(),
  };
}

async function cores(): Promise<number> {
  const { availableParallelism } = await import("node:os");
  return availableParallelism();
}

async function startLanes(jobs: number, setup: Setup): Promise<Lanes> {
  if (jobs === 1) {
    const { judgeFor } = await import("./thread.ts");
    return patientLane(await judgeFor(setup));
  }
  const { Worker } = await import("node:worker_threads");
  const lanes = Array.from({ length: jobs }, () =>
    laneOf(new Worker(join(__dirname, "cli-bulk.cjs"), { workerData: setup, resourceLimits })),
  );
  return {
    // One work waits for each thread, so that none is ever without.
    width: jobs * 2,
    together: mostTogether,
    judge: (work) => lanes.reduce((best, lane) => (lane.waiting() < best.waiting() ? lane : best)).judge(work),
    close: async () => {
      await Promise.all(lanes.map((lane) => lane.close()));
    },
  };
}

/** This thread, which looks up from time to time: Ctrl+C is heard only between works. */
function patientLane(judge: Judge): Lanes {
  return {
    width: 1,
    together: mostTogether,
    judge: async (work) => {
      await new Promise((resolve) => setImmediate(resolve));
      const judged = await judge(work);
      const memory = memoryOf(work);
      if (memory !== undefined) giveBack(memory);
      return judged;
    },
    close: async () => {},
  };
}

interface Lane {
  judge(work: Work): Promise<Judged>;
  /** Works that it has not answered yet. */
  waiting(): number;
  close(): Promise<unknown>;
}

function laneOf(worker: Worker): Lane {
  const asked: { readonly resolve: (judged: Judged) => void; readonly reject: (error: Error) => void }[] = [];
  worker.on("message", (answer: Answer) => {
    const first = asked.shift();
    addRead(answer.read);
    if (answer.memory !== undefined) giveBack(answer.memory);
    if ("judged" in answer) first?.resolve(answer.judged);
    else first?.reject(new Error(answer.problem));
  });
  worker.on("error", (error) => {
    for (const { reject } of asked.splice(0)) reject(error);
  });
  return {
    judge: (work) =>
      new Promise((resolve, reject) => {
        asked.push({ resolve, reject });
        const memory = memoryOf(work);
        worker.postMessage(work, memory === undefined ? [] : [memory]);
      }),
    waiting: () => asked.length,
    close: () => worker.terminate(),
  };
}
