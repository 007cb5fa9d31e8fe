import { parsePath } from "../context/field-path.ts";
import type { Field } from "../generated/types.ts";
import type { ResolvedRuleSet } from "../rules/resolve.ts";
import type { Doubts, Source } from "./doubts.ts";
import type { GroupWriter } from "./emit-groups.ts";
import type { ListWriter } from "./emit-lists.ts";
import { loopOf, mayRise, type Planned } from "./emit-loop.ts";
import { absentTest, along, isPlain, isReadAlike } from "./emit-path.ts";

/** Writes the loops that read fields of lines: each list is walked once, for all fields and rules. */
export interface ColumnWriter {
  /** The variable of a column of a list of the PCCO. */
  column(name: string): string | undefined;
  /** The same, its values kept for checks of all lines. */
  keptColumn(name: string): string | undefined;
  /** An expression: whether all values of a column that is kept are numbers, each above the one before; "false" where it is not told. */
  areRising(variable: string): string;
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
    const lookUp = (): string => made(source);
    const planned = { variable: `c${columns.size}`, field, source, lookUp, tests: [], sums: [], isKept: false };
    source.read();
    columns.set(name, planned);
    return planned;
  };
  const kept = (): readonly Planned[] => [...columns.values()].filter(({ isKept }) => isKept);
  return {
    column: (name) => column(name)?.variable,
    keptColumn: (name) => {
      const planned = column(name);
      if (planned !== undefined) planned.isKept = true;
      return planned?.variable;
    },
    areRising: (variable) => {
      const isTold = [...columns.values()].some((planned) => planned.variable === variable && mayRise(planned));
      return isTold ? `${variable}IsRising` : "false";
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
      [...columns.values()].find((planned) => planned.variable === variable)?.tests.push(statements);
    },
    kept: () => kept().map(({ variable }) => `const ${variable} = createColumn();`),
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

/** Statements that give `value` what it is taken from while it is absent; `undefined` when they can't be written. */
function lookUpOf(
  field: Field,
  { fields }: ResolvedRuleSet,
  lists: ListWriter,
): ((source: Source) => string) | undefined {
  const { otherwise } = field;
  if (otherwise === undefined) return () => "";
  if (otherwise.field !== undefined) {
    const other = fields[otherwise.field];
    if (other === undefined || !isReadAlike(other, field)) return undefined;
    const { steps } = parsePath(other.path);
    return () => `if (${absentTest("value")}) value = ${along("item", steps)};`;
  }
  const [key, by] = Object.entries(otherwise.matching ?? {})[0] ?? [];
  const byField = by === undefined ? undefined : fields[by];
  const { from, take } = otherwise;
  if (from === undefined || take === undefined || key === undefined || byField === undefined) return undefined;
  if (!isReadAlike(byField, field) || !isPlain(`${from}.${key}.${take}`)) return undefined;
  const places = lists.places(from.split("."), key);
  const id = along("item", parsePath(byField.path).steps);
  return (source) =>
    [
      `if (${absentTest("value")}) {`,
      `const id = ${id};`,
      "value = undefined;",
      'if (typeof id === "number" || !isAbsent(id)) {',
      `const place = ${lists.find(places, "id")};`,
      `if (place >= 0) value = ${along(`${places}Items[place]`, [take])};`,
      `if (value === undefined) { ${source.doubt()} }`,
      "}",
      "}",
    ].join("\n");
}
