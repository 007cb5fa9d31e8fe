import { parsePath } from "../context/field-path.ts";
import type { Field } from "../generated/types.ts";
import type { ResolvedRuleSet } from "../rules/resolve.ts";
import type { Doubts, Source } from "./doubts.ts";
import type { EmittedLines } from "./emit-checks.ts";
import type { GroupWriter } from "./emit-groups.ts";
import { createLineWriter } from "./emit-lines.ts";
import type { ListWriter } from "./emit-lists.ts";
import { loopOf, type Planned, type Read } from "./emit-loop.ts";
import { along, isPlain, isReadAlike } from "./emit-path.ts";

/** Writes the loops that read fields of lines: each list is walked once, for all fields and rules. */
export interface ColumnWriter {
  /** The variable of a column of a list of the PCCO. @param isBlankTold whether texts of spaces are missing values */
  column(name: string, isBlankTold: boolean): string | undefined;
  /** An expression: whether a column has lines without a value. */
  hasGaps(variable: string): string;
  /** What a check of all lines is written with; `undefined` when one of its columns can't be written. */
  lines(names: readonly string[]): EmittedLines | undefined;
  /** The variable of the sum of some columns; `undefined` when one of them can't be written. */
  sum(names: readonly string[]): string | undefined;
  /** Adds statements that are run for every value of a column, `value`. */
  forEach(variable: string, statements: string): void;
  /** Declarations that are kept from check to check. */
  kept(): readonly string[];
  /** Statements before the loops. */
  head(): readonly string[];
  /** The loops. */
  loops(): readonly string[];
  /** The variables of the columns that are kept. */
  variables(): readonly string[];
}

export function createColumnWriter(
  set: ResolvedRuleSet,
  doubts: Doubts,
  groups: GroupWriter,
  lists: ListWriter,
): ColumnWriter {
  const columns = new Map<string, Planned>();
  const sums: string[] = [];
  const compared = createLineWriter(groups);
  const column = (name: string): Planned | undefined => {
    const field = set.fields[name];
    if (field === undefined || parsePath(field.path).list === undefined || (field.in ?? "document") !== "document")
      return undefined;
    const known = columns.get(name);
    known?.source.read();
    if (known !== undefined) return known;
    if (!isPlain(field.path)) return undefined;
    const { source, made } = doubts.source(() => lookUpOf(field, set, lists));
    if (made === undefined) return undefined;
    const lookUp = field.otherwise === undefined ? undefined : (read: Read): string => made(source, read);
    const planned: Planned = {
      variable: `c${columns.size}`,
      field,
      source,
      lookUp,
      tests: [],
      sums: [],
      isKept: false,
      isFollowed: false,
      isBlankTold: false,
      isCounted: false,
    };
    source.read();
    columns.set(name, planned);
    return planned;
  };
  const named = (variable: string): Planned | undefined =>
    [...columns.values()].find((planned) => planned.variable === variable);
  const kept = (): readonly Planned[] => [...columns.values()].filter(({ isKept, isFollowed }) => isKept || isFollowed);
  return {
    column: (name, isBlankTold) => {
      const planned = column(name);
      if (planned !== undefined && isBlankTold) planned.isBlankTold = true;
      return planned?.variable;
    },
    hasGaps: (variable) => {
      const planned = named(variable);
      if (planned !== undefined) planned.isCounted = true;
      return `${variable}Absent > 0`;
    },
    lines: (names) => {
      const planned = names.flatMap((name) => column(name) ?? []);
      if (planned.length < names.length) return undefined;
      for (const each of planned) each.isBlankTold = true;
      return compared.lines(planned);
    },
    sum: (names) => {
      const planned = names.map(column);
      if (planned.includes(undefined)) return undefined;
      const variable = `s${sums.length}`;
      sums.push(variable);
      for (const each of planned) each?.sums.push(variable);
      return variable;
    },
    forEach: (variable, statements) => {
      named(variable)?.tests.push(statements);
    },
    kept: () => [...kept().map(({ variable }) => `const ${variable} = createColumn();`), ...compared.kept()],
    variables: () => kept().map(({ variable }) => variable),
    head: () => sums.map((variable) => `let ${variable} = 0, ${variable}Lines = 0;`),
    loops: () =>
      [...byList(columns.values())].map(([list, planned], index) =>
        loopOf(groups.read("document", list.split(".")), planned, index),
      ),
  };
}

function byList(columns: Iterable<Planned>): ReadonlyMap<string, readonly Planned[]> {
  const lists = new Map<string, readonly Planned[]>();
  for (const planned of columns) {
    const name = parsePath(planned.field.path).list?.join(".") ?? "";
    lists.set(name, [...(lists.get(name) ?? []), planned]);
  }
  return lists;
}

/** Statements that give `value`, which is absent, what it is taken from; `undefined` when they can't be written. */
function lookUpOf(
  field: Field,
  { fields }: ResolvedRuleSet,
  lists: ListWriter,
): ((source: Source, read: Read) => string) | undefined {
  const { otherwise } = field;
  if (otherwise === undefined) return () => "";
  if (otherwise.field !== undefined) {
    const other = fields[otherwise.field];
    if (other === undefined || !isReadAlike(other, field)) return undefined;
    const { steps } = parsePath(other.path);
    return (_source, read) => `value = ${read(steps)};`;
  }
  const [key, by] = Object.entries(otherwise.matching ?? {})[0] ?? [];
  const byField = by === undefined ? undefined : fields[by];
  const { from, take } = otherwise;
  if (from === undefined || take === undefined || key === undefined || byField === undefined) return undefined;
  if (!isReadAlike(byField, field) || !isPlain(`${from}.${key}.${take}`)) return undefined;
  const places = lists.places(from.split("."), key);
  const { steps } = parsePath(byField.path);
  return (source, read) =>
    [
      `const id = ${read(steps)};`,
      "value = undefined;",
      'if (typeof id === "number" || !isAbsent(id)) {',
      `const place = ${lists.find(places, "id")};`,
      `if (place >= 0) value = ${along(`${places}Items[place]`, [take])};`,
      `if (value === undefined) { ${source.doubt()} }`,
      "}",
    ].join("\n");
}
