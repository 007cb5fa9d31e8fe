import { compare } from "../compare.ts";
import type { Measured, Table } from "../table.ts";
import type { Task } from "./contender.ts";
import { Racing } from "./racing.ts";

/** Someone in a race. */
export interface Entrant {
  /** Empty for one that is no row of its own, and races only where it is the reference. */
  readonly label: string;
  /** Its source, relative to `test/bench`. */
  readonly file: string;
  /** Whether its ratio tells how good we are, so that it must not fall behind. */
  readonly tellsOfOurs?: true;
  /** It races, but judges nothing and has no part in the proof. */
  readonly judgesNothing?: true;
  readonly target?: Measured["target"];
}

/** One column of a race's table. */
export interface Column {
  readonly label: string;
  readonly task: Task;
  /** The name of the entrant whose time is one. */
  readonly reference: string;
  /** In place of the entrants' own; it tells, too, whether more is better, as `--check` has to know. */
  readonly target?: Measured["target"];
}

/** What is raced, and how it is told. */
export interface Race {
  /** Its name among the committed ratios. */
  readonly key: string;
  readonly title: string;
  /** In words; what was agreed on is put behind it. */
  readonly about: string;
  readonly entrants: Readonly<Record<string, Entrant>>;
  readonly columns: readonly Column[];
  /** On what all must agree before. They must agree on each column's task, too. */
  readonly proofs: readonly Task[];
  /** Whether they tell how often each rule is broken rather than each finding. */
  readonly tellsSums?: true;
}

/**
 * Holds a race.
 * @throws when the entrants don't find the same
 */
export async function raceTable({ key, title, about, entrants, columns, proofs, tellsSums }: Race): Promise<Table> {
  const names = Object.keys(entrants);
  const judges = names.filter((name) => entrants[name]?.judgesNothing !== true);
  const racing = await Racing.of(new Map(Object.entries(entrants).map(([name, { file }]) => [name, file])));
  const agreed = { clean: 0, broken: 0 };
  const rows = new Map(names.map((name) => [name, [] as (Measured | undefined)[]]));
  try {
    for (const task of proofs) await proved(task);
    for (const { label, task, reference, target: ofColumn } of columns) {
      await proved(task);
      const times = await racing.times(
        names.filter((name) => !isIdle(name, reference)),
        undefined,
        tellsSums,
      );
      for (const [name, cells] of rows) {
        const target = entrants[name]?.target && (ofColumn ?? entrants[name]?.target);
        cells.push(
          times.has(name)
            ? {
                key: `${key}/${name}/${label}`,
                ratio: compare(times.get(name), times.get(reference)),
                tellsOfOurs: entrants[name]?.tellsOfOurs === true,
                ...(target === undefined ? {} : { target }),
              }
            : undefined,
        );
      }
    }
  } finally {
    racing.end();
  }
  const { clean, broken } = agreed;
  return {
    title,
    about:
      proofs.length === 0 ? about : `${about} All agree on each of ${clean + broken} PCCOs, ${broken} of them broken.`,
    columns: columns.map(({ label }) => label),
    rows: [...rows]
      .filter(([name]) => entrants[name]?.label !== "")
      .map(([name, cells]) => ({ label: entrants[name]?.label ?? name, cells })),
  };

  /** A floor that is measured only where others are measured by it. */
  function isIdle(name: string, reference: string): boolean {
    return entrants[name]?.label === "" && name !== reference;
  }

  async function proved(task: Task): Promise<void> {
    await racing.prepare(task);
    const { clean, broken } = await racing.agree(judges);
    agreed.clean += clean;
    agreed.broken += broken;
  }
}
