import { pathToFileURL } from "node:url";
import type { Contender, Pass, Task } from "./contender.ts";

// One contender, in a process of its own, that does what it is asked. Processor time is that of all its threads.

/** What is asked of a contender. */
export type Question =
  | { readonly ask: "prepare"; readonly task: Task }
  | { readonly ask: "told" }
  | { readonly ask: "time"; readonly milliseconds: number };

/** What it answers to `time`. */
export interface Timed {
  /** Microseconds of processor time for one pass. */
  readonly pass: number;
  /** How much each pass found. */
  readonly found: number;
}

const exported: { readonly contender: Contender } = await import(pathToFileURL(process.argv[2] ?? "").href);
let prepared: Pass | undefined;

process.on("message", async (question: Question) => {
  process.send?.(await answer(question));
});

async function answer(question: Question): Promise<unknown> {
  if (question.ask === "prepare") {
    prepared = await exported.contender(question.task);
    return true;
  }
  if (prepared === undefined) throw new Error("a contender is asked before it has a task");
  return question.ask === "told" ? prepared.told() : timed(prepared, question.milliseconds);
}

async function timed(pass: Pass, milliseconds: number): Promise<Timed> {
  const before = process.cpuUsage();
  let passes = 0;
  let found = 0;
  let used = 0;
  do {
    const given = pass.run();
    found = typeof given === "number" ? given : await given;
    passes++;
    const { user, system } = process.cpuUsage(before);
    used = user + system;
  } while (used < milliseconds * 1000);
  return { pass: used / passes, found };
}
