import { sameId } from "../../context/ids.ts";
import { BROKEN, HOLDS } from "../../context/judgement.ts";
import { setOf } from "./clause.ts";
import type { Demand } from "./search.ts";
import { LINE, LIST, lineSlot, listSlot, ODD, type Slot, valueSlot } from "./slot.ts";
import type { Space, SpaceSource } from "./space.ts";
import type { Assignment, Unit } from "./unit.ts";

/** How the lines of a list are looked up: by which of their keys, and for the values of which slots. */
interface LookUp {
  readonly key: string;
  readonly by: readonly Slot[];
}

/**
 * Demands on lists whose lines are only looked up by one key, such as the lines of a prime contract by their ids. What
 * nobody looks up is never found, a second line of the same key is not, either, the order makes no difference, and of lines
 * whose key is not given one is as good as many. So it is enough to try lists of lines that are looked up, in the order in
 * which they are, and of which only the last may have a key that is not given.
 */
export function lookUpDemands(space: Space): readonly Demand[] {
  const lists = space.variables.flatMap(({ slot }) => (slot.kind === "list" && slot.place === "context" ? [slot] : []));
  return lists.flatMap((list) => {
    const lookUps = space.sources.flatMap((source) => lookUpsOf(source, list));
    const [first] = lookUps;
    const isSimple = lookUps.every(
      ({ key, by }) => key === first?.key && by.every(({ kind, list: path }) => kind === "value" && path !== list.list),
    );
    return first === undefined || !isSimple
      ? []
      : demandsFor(
          space,
          list,
          first.key,
          lookUps.flatMap(({ by }) => by),
        );
  });
}

/** No key of a line is called so: for lists of which something else is asked, too. */
const otherwise = "";

function lookUpsOf({ set, reads, readings }: SpaceSource, list: Slot): readonly LookUp[] {
  type ReadField = SpaceSource["readings"][number]["field"];
  const isOnList = ({ place, list: path }: ReadField): boolean => place === list.place && path?.join(".") === list.list;
  return readings.flatMap(({ field, boundaries, judge }): readonly LookUp[] => {
    const found: LookUp[] = [];
    for (const boundary of boundaries) {
      if (boundary.kind === "same" && isOnList(boundary.as))
        found.push({ key: boundary.as.steps.join("."), by: reads.sourcesOf(field.name) });
      if (boundary.kind === "sum" && boundary.of.some(isOnList)) found.push({ key: otherwise, by: [] });
    }
    const { from, matching = {} } = set.fields[field.name]?.otherwise ?? {};
    if (from === list.list)
      for (const [key, by] of Object.entries(matching)) found.push({ key, by: reads.sourcesOf(by) });
    const isAsked = isOnList(field) && (judge !== undefined || boundaries.length > 0);
    const isCounted = field.place === list.place && field.path === list.list;
    return isAsked || isCounted ? [...found, { key: otherwise, by: [] }] : found;
  });
}

function demandsFor(space: Space, list: Slot, key: string, by: readonly Slot[]): readonly Demand[] {
  const keys = space.of(valueSlot(list.place, list.list, key.split(".")));
  const lines = space.of(lineSlot(list.place, list.list ?? ""));
  const seekers = [...new Set(by.flatMap((slot) => space.of(slot)))].map((variable) => ({
    variable,
    around: presenceOf(space, variable),
  }));
  const around = seekers.flatMap((seeker) => [seeker.variable, ...seeker.around]);
  return keys.map((_, line) => {
    const own = [...keys.slice(0, line + 1), ...lines.slice(0, line + 2)];
    const unit: Unit = {
      scope: [...new Set([...own, ...around])].sort((a, b) => a - b),
      judge: (assignment) => {
        const asked: number[] = [];
        const isFine = isInOrder(readerOf(space, assignment, asked), line);
        return { judgement: isFine ? HOLDS : BROKEN, asked };
      },
    };
    return { unit, allowed: setOf(HOLDS) };
  });

  /** Whether a line is looked up, later than the line before it, or is the last and its key is not given. */
  function isInOrder(read: Read, line: number): boolean {
    const form = read(lines[line]);
    if (form === undefined) return true;
    if (form === ODD) return false;
    const own = read(keys[line]);
    if (own === undefined) return read(lines[line + 1]) === undefined;
    const before = line === 0 ? undefined : read(keys[line - 1]);
    let isAfter = line === 0;
    for (const seeker of seekers) {
      const sought = seeker.around.every((variable) => isHere(read(variable))) ? read(seeker.variable) : undefined;
      if (sameId(sought, own)) return isAfter;
      isAfter ||= sameId(sought, before);
    }
    return false;
  }
}

/** The value of a variable. */
type Read = (variable: number | undefined) => unknown;

/** The variables that decide whether there is something where a variable stands. */
function presenceOf(space: Space, variable: number): readonly number[] {
  const { slot, line } = space.variables[variable] ?? {};
  if (slot?.list === undefined || line === undefined) return [];
  const form = space.of(lineSlot(slot.place, slot.list))[line];
  return [...space.of(listSlot(slot.place, slot.list)), ...(form === undefined ? [] : [form])];
}

/** Whether there is a list, or a line. */
function isHere(value: unknown): boolean {
  return value === LIST || value === LINE;
}

/** Reads variables, and notes of which. */
function readerOf({ variables }: Space, assignment: Assignment, asked: number[]): Read {
  return (variable) => {
    if (variable === undefined) return undefined;
    if (!asked.includes(variable)) asked.push(variable);
    return variables[variable]?.values[assignment[variable] ?? 0];
  };
}
