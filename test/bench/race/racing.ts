import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { bundled } from "./bundle.ts";
import type { Task } from "./contender.ts";
import type { Question, Timed } from "./racer.ts";

/** The seconds of processor time of one pass, by contender and round. */
export type Times<Name extends string> = ReadonlyMap<Name, readonly number[]>;

/** How long contenders warm up and how long they are measured, in milliseconds of processor time each. */
export interface Pace {
  readonly warmUps: number;
  readonly rounds: number;
  readonly milliseconds: number;
}

const usual: Pace = { warmUps: 3, rounds: 9, milliseconds: 150 };

/** Of how many PCCOs nothing was found, and of how many something. */
export interface Agreed {
  readonly clean: number;
  readonly broken: number;
}

/** Contenders, each in a process of its own, only one of which works at a time. */
export class Racing<Name extends string> {
  readonly #children: readonly (readonly [Name, ChildProcess])[];
  /** How much each of those who have agreed has told of the task in hand. */
  #proved: ReadonlyMap<Name, number> = new Map();

  private constructor(children: readonly (readonly [Name, ChildProcess])[]) {
    this.#children = children;
  }

  /** Starts them. @param files the contenders' sources by name, relative to `test/bench` */
  static async of<Name extends string>(files: ReadonlyMap<Name, string>): Promise<Racing<Name>> {
    const racer = "race/racer.ts";
    const bundles = await bundled([racer, ...files.values()]);
    const start = (file: string): ChildProcess =>
      fork(bundles.get(racer) ?? "", [bundles.get(file) ?? ""], { execArgv: [] });
    return new Racing([...files].map(([name, file]) => [name, start(file)] as const));
  }

  /** Hands out a task. */
  async prepare(task: Task): Promise<void> {
    this.#proved = new Map();
    for (const [, child] of this.#children) await ask(child, { ask: "prepare", task });
  }

  /**
   * Proves that all of them, or those named, find the same of every PCCO of the task in hand.
   * @throws when two do not agree, with the first PCCO of which they say different things
   */
  async agree(among?: readonly Name[]): Promise<Agreed> {
    const asked = this.#children.filter(([name]) => among?.includes(name) ?? true);
    const [[first, reference] = never(), ...others] = asked;
    const expected = wordsOf(await ask(reference, { ask: "told" }));
    for (const [name, child] of others) {
      const told = wordsOf(await ask(child, { ask: "told" }));
      const at = expected.findIndex((words, index) => words.join() !== told[index]?.join());
      if (at >= 0 || told.length !== expected.length)
        throw new Error(`PCCO ${at}: ${first} finds [${expected[at]}], ${name} finds [${told[at]}]`);
    }
    this.#proved = new Map(asked.map(([name]) => [name, expected.flat().length]));
    const clean = expected.filter((words) => words.length === 0).length;
    return { clean, broken: expected.length - clean };
  }

  /**
   * Lets those named do the task in hand, in turn.
   * @param tellsSums whether what they have told are not single findings, so that their number says nothing
   * @throws when one that has agreed with others finds more or less while it is timed
   */
  async times(
    among: readonly Name[],
    { warmUps, rounds, milliseconds }: Pace = usual,
    tellsSums = false,
  ): Promise<Times<Name>> {
    const racing = this.#children.filter(([name]) => among.includes(name));
    const times = new Map<Name, number[]>(racing.map(([name]) => [name, []]));
    for (let round = -warmUps; round < rounds; round++) {
      for (const [name, child] of racing) {
        const { pass, found } = timedOf(await ask(child, { ask: "time", milliseconds }));
        const proved = this.#proved.get(name) ?? found;
        if (found !== proved && !tellsSums)
          throw new Error(`${name} finds ${found} while it is timed, and has told ${proved}`);
        if (round >= 0) times.get(name)?.push(pass / 1e6);
      }
    }
    return times;
  }

  /** Ends all of them. */
  end(): void {
    for (const [, child] of this.#children) if (child.connected) child.disconnect();
  }
}

async function ask(child: ChildProcess, question: Question): Promise<unknown> {
  const stop = new AbortController();
  const ended = once(child, "exit", { signal: stop.signal }).then(([code]) => {
    throw new Error(`a contender ended with ${String(code)}`);
  });
  const answered = once(child, "message", { signal: stop.signal });
  child.send(question);
  try {
    const [answer]: readonly unknown[] = await Promise.race([answered, ended]);
    return answer;
  } finally {
    stop.abort();
    await Promise.allSettled([answered, ended]);
  }
}

function wordsOf(answer: unknown): readonly (readonly string[])[] {
  if (!Array.isArray(answer)) throw new Error("a contender told nothing");
  return answer;
}

function timedOf(answer: unknown): Timed {
  if (typeof answer === "object" && answer !== null && "pass" in answer && "found" in answer) {
    const { pass, found } = answer;
    if (typeof pass === "number" && typeof found === "number") return { pass, found };
  }
  throw new Error("a contender gave no time");
}

function never(): never {
  throw new Error("nobody races");
}
