import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { rememberBeside } from "../read-beside.ts";
import { addRead } from "../read-so-far.ts";
import { waitsForPipe } from "./byte-source.ts";
import { compileLess } from "./compile-less.ts";
import type { Judge } from "./judge.ts";
import type { Judged } from "./judged.ts";
import { giveBack, takeForReport } from "./memory.ts";
import { now } from "./now.ts";
import { createOwnJudge, type OwnJudge } from "./own-judge.ts";
import type { Setup } from "./setup.ts";
import type { Answer, Asked } from "./thread.ts";
import { memoryOf, type Work } from "./work.ts";

/** Threads that judge works. */
export interface Lanes {
  /** Works that may be on their way at once; more would only wait in memory. */
  readonly width: number;
  judge(work: Work): Promise<Judged>;
  /** Stops all threads, whatever they do. */
  close(): Promise<void>;
}

/** A run that takes longer than this, in milliseconds, gets more than this thread. */
const patience = 150;

/** With small files it gets them only after so long: until another thread is as quick, this one has judged thousands. */
const patienceWithFiles = 2000;

/** With more threads the one that reads and writes for them has no time to judge as well. */
const mostWithThis = 4;

/** PCCOs are done with at once: more room for what is new takes memory and saves no time. */
const resourceLimits = { maxYoungGenerationSizeMb: 4 };

/** How lanes begin and what they become. */
export interface LanesOptions {
  /** What this thread judges by while there may be little to do. */
  readonly judge: Judge;
  readonly setup: Setup;
  /** Threads to start at once; `undefined` for one a core, when it turns out that there is much to do. */
  readonly jobs: number | undefined;
  /** Called when it turns out that there is much to do. */
  readonly grown: () => void;
}

/** One lane, this thread, for as long as there may be little to do; then several. */
export function growingLanes({ judge, setup, jobs, grown }: LanesOptions): Lanes {
  const own = createOwnJudge(setup, judge);
  let lanes: Lanes = { width: 1, judge: async (work) => lastly(await own.judgeFor(work), work), close: async () => {} };
  let threads = 0;
  const begun = now();
  const wanted = async (work: Work): Promise<number> => {
    const time = now() - begun;
    if (jobs !== undefined || time <= patience) return jobs ?? 0;
    return work.kind === "files" && time <= patienceWithFiles ? 1 : await cores();
  };
  return {
    get width() {
      return lanes.width;
    },
    async judge(work) {
      const more = await wanted(work);
      if (more > threads) {
        if (threads === 0) grown();
        threads = more;
        lanes = await startLanes(threads, setup, own);
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

/** So many threads, of which this is one, unless it has enough to do for the others. */
async function startLanes(jobs: number, setup: Setup, own: OwnJudge): Promise<Lanes> {
  await compileLess();
  own.expectMany();
  const isFree = jobs === 1 || (jobs <= mostWithThis && !waitsForPipe(setup.typed.positionals));
  const others = isFree ? jobs - 1 : jobs;
  const lanes = others === 0 ? [] : await startOthers(others, setup);
  if (isFree || lanes.length === 0) lanes.push(ownLane(own));
  return {
    // One work waits for each other thread, so that none is ever without. This one takes its next when it looks up.
    width: jobs + others,
    judge: (work) =>
      lanes
        .reduce((best, lane) => (lane.waiting() < best.waiting() ? lane : best))
        .judge(work, setup.question.format === "ndjson" ? takeForReport() : undefined),
    close: async () => {
      await Promise.all(lanes.map((lane) => lane.close()));
    },
  };
}

/** A thread that judges one work after the other. */
interface Lane {
  judge: Judge;
  /** Works that it has not answered yet. */
  waiting(): number;
  close(): Promise<unknown>;
}

/** Judges a work and gives its memory back. */
async function lastly(judge: Judge, work: Work, memory?: ArrayBuffer): Promise<Judged> {
  const judged = await judge(work, memory);
  const done = memoryOf(work);
  if (done !== undefined) giveBack(done);
  return judged;
}

/** This thread, which looks up from time to time: Ctrl+C is heard, and other threads are answered, only between works. */
function ownLane(own: OwnJudge): Lane {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  const judgeOne = async (work: Work, memory: ArrayBuffer | undefined): Promise<Judged> => {
    await new Promise((resolve) => setImmediate(resolve));
    return lastly(await own.judgeFor(work), work, memory);
  };
  return {
    judge: (work, memory) => {
      waiting++;
      const judged = last.then(() => judgeOne(work, memory)).finally(() => waiting--);
      last = judged.catch(() => {});
      return judged;
    },
    waiting: () => waiting,
    close: async () => {},
  };
}

/** So many other threads; none when the system does not let this process have them all. */
async function startOthers(count: number, setup: Setup): Promise<Lane[]> {
  const { Worker } = await import("node:worker_threads");
  const lanes: Lane[] = [];
  try {
    while (lanes.length < count)
      lanes.push(laneOf(new Worker(join(__dirname, "cli-bulk.cjs"), { workerData: setup, resourceLimits })));
    return lanes;
  } catch {
    await Promise.all(lanes.map((lane) => lane.close()));
    return [];
  }
}

function laneOf(worker: Worker): Lane {
  const asked: { readonly resolve: (judged: Judged) => void; readonly reject: (error: Error) => void }[] = [];
  worker.on("message", (answer: Answer) => {
    const first = asked.shift();
    addRead(answer.read);
    for (const path of answer.beside) rememberBeside(path);
    if (answer.memory !== undefined) giveBack(answer.memory);
    if ("judged" in answer) first?.resolve(answer.judged);
    else first?.reject(new Error(answer.problem));
  });
  worker.on("error", (error) => {
    for (const { reject } of asked.splice(0)) reject(error);
  });
  return {
    judge: (work, memory) =>
      new Promise((resolve, reject) => {
        asked.push({ resolve, reject });
        const given = [memoryOf(work), memory].filter((each) => each !== undefined);
        worker.postMessage({ work, memory } satisfies Asked, given);
      }),
    waiting: () => asked.length,
    close: () => worker.terminate(),
  };
}
