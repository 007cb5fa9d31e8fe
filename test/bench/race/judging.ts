import type { Contender, Pass, Task } from "./contender.ts";

/** A PCCO with the context it is judged against. */
export interface Judged<Pcco, Context> {
  readonly pcco: Pcco;
  readonly context: Context;
}

/** A contender that judges one PCCO at a time, and how its findings are put as "rule path". */
export interface Checker<Pcco, Context, Found> {
  readonly check: (pcco: Pcco, context: Context) => readonly Found[];
  readonly told: (found: Found) => string;
  /** Judges a text of one PCCO a line by itself; without it each line is parsed and checked. */
  readonly checkText?: (text: string, context: Context) => readonly (readonly Found[])[];
}

/** One that gives its findings later. */
export interface LaterChecker<Pcco, Context, Found> {
  readonly checkLater: (pcco: Pcco, context: Context) => Promise<readonly Found[]>;
  readonly told: (found: Found) => string;
}

/** What PCCOs are judged: `context` is the one for all PCCOs of a text. */
export interface Material<Pcco, Context> {
  readonly documents: (task: Task) => readonly Judged<Pcco, Context>[];
  readonly context: (task: Task) => Context;
}

/** Makes contenders of whoever judges such PCCOs. */
export function judging<Pcco, Context>({ documents, context: shared }: Material<Pcco, Context>) {
  return <Found>(checker: Checker<Pcco, Context, Found> | LaterChecker<Pcco, Context, Found>): Contender =>
    (task) => {
      const judged = documents(task);
      if (task.form === "parsed") return "checkLater" in checker ? later(checker, judged) : now(checker, judged);
      const text = judged.map(({ pcco }) => `${JSON.stringify(pcco)}\n`).join("");
      return "checkLater" in checker ? laterText(checker, text, shared(task)) : nowText(checker, text, shared(task));
    };
}

function now<Pcco, Context, Found>(
  { check, told }: Checker<Pcco, Context, Found>,
  judged: readonly Judged<Pcco, Context>[],
): Pass {
  return {
    run: () => {
      let found = 0;
      for (const { pcco, context } of judged) found += check(pcco, context).length;
      return found;
    },
    told: () => judged.map(({ pcco, context }) => check(pcco, context).map(told).sort()),
  };
}

function later<Pcco, Context, Found>(
  { checkLater, told }: LaterChecker<Pcco, Context, Found>,
  judged: readonly Judged<Pcco, Context>[],
): Pass {
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

function nowText<Pcco, Context, Found>(
  { check, checkText, told }: Checker<Pcco, Context, Found>,
  text: string,
  context: Context,
): Pass {
  const one = (line: string): readonly Found[] => check(JSON.parse(line), context);
  return {
    run: () => {
      let found = 0;
      if (checkText === undefined) for (const line of linesOf(text)) found += one(line).length;
      else for (const each of checkText(text, context)) found += each.length;
      return found;
    },
    told: () => (checkText?.(text, context) ?? linesOf(text).map(one)).map((each) => each.map(told).sort()),
  };
}

function laterText<Pcco, Context, Found>(
  { checkLater, told }: LaterChecker<Pcco, Context, Found>,
  text: string,
  context: Context,
): Pass {
  const one = (line: string): Promise<readonly Found[]> => checkLater(JSON.parse(line), context);
  return {
    run: async () => {
      let found = 0;
      for (const line of linesOf(text)) found += (await one(line)).length;
      return found;
    },
    told: async () => {
      const all: string[][] = [];
      for (const line of linesOf(text)) all.push((await one(line)).map(told).sort());
      return all;
    },
  };
}

function linesOf(text: string): string[] {
  const lines = text.split("\n");
  lines.pop();
  return lines;
}
