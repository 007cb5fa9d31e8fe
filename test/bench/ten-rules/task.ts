import type { Contender, Pass, Task } from "../race/contender.ts";
import { contextOf, documents, type Judged } from "./documents.ts";
import type { Context, Pcco } from "./pcco.ts";

/** A contender that judges one PCCO at a time, and how its findings are put as "rule path". */
export interface Checker<Found> {
  readonly check: (pcco: Pcco, context: Context) => readonly Found[];
  readonly told: (found: Found) => string;
  /** Judges a text of one PCCO a line by itself; without it each line is parsed and checked. */
  readonly checkText?: (text: string, context: Context) => readonly (readonly Found[])[];
}

/** One that gives its findings later. */
export interface LaterChecker<Found> {
  readonly checkLater: (pcco: Pcco, context: Context) => Promise<readonly Found[]>;
  readonly told: (found: Found) => string;
}

/** A contender for the task of the ten rules. */
export function tenRules<Found>(checker: Checker<Found> | LaterChecker<Found>): Contender {
  return (task) => {
    if ("checkLater" in checker) return task.form === "parsed" ? later(checker, task) : laterText(checker, task);
    return task.form === "parsed" ? now(checker, task) : text(checker, task);
  };
}

function now<Found>({ check, told }: Checker<Found>, { lines, count, seed }: Task): Pass {
  const judged = documents(lines, count, seed);
  return {
    run: () => {
      let found = 0;
      for (const { pcco, context } of judged) found += check(pcco, context).length;
      return found;
    },
    told: () => judged.map(({ pcco, context }) => check(pcco, context).map(told).sort()),
  };
}

function later<Found>({ checkLater, told }: LaterChecker<Found>, { lines, count, seed }: Task): Pass {
  const judged = documents(lines, count, seed);
  return {
    run: async () => {
      let found = 0;
      for (const { pcco, context } of judged) found += (await checkLater(pcco, context)).length;
      return found;
    },
    told: async () => {
      const all: string[][] = [];
      for (const { pcco, context } of judged) all.push((await checkLater(pcco, context)).map(told).sort());
      return all;
    },
  };
}

function text<Found>({ check, checkText, told }: Checker<Found>, task: Task): Pass {
  const { written, context } = writtenDown(task);
  const one = (line: string): readonly Found[] => check(JSON.parse(line), context);
  return {
    run: () => {
      let found = 0;
      if (checkText === undefined) for (const line of linesOf(written)) found += one(line).length;
      else for (const each of checkText(written, context)) found += each.length;
      return found;
    },
    told: () => (checkText?.(written, context) ?? linesOf(written).map(one)).map((each) => each.map(told).sort()),
  };
}

function laterText<Found>({ checkLater, told }: LaterChecker<Found>, task: Task): Pass {
  const { written, context } = writtenDown(task);
  const one = (line: string): Promise<readonly Found[]> => checkLater(JSON.parse(line), context);
  return {
    run: async () => {
      let found = 0;
      for (const line of linesOf(written)) found += (await one(line)).length;
      return found;
    },
    told: async () => {
      const all: string[][] = [];
      for (const line of linesOf(written)) all.push((await one(line)).map(told).sort());
      return all;
    },
  };
}

/** The PCCOs of a task as text, one a line, all judged against one context. */
function writtenDown({ lines, count, seed }: Task): { readonly written: string; readonly context: Judged["context"] } {
  const written = documents(lines, count, seed)
    .map(({ pcco }) => `${JSON.stringify(pcco)}\n`)
    .join("");
  return { written, context: contextOf(Math.max(lines, 12)) };
}

function linesOf(written: string): string[] {
  const lines = written.split("\n");
  lines.pop();
  return lines;
}
