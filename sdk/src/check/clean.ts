import type { AheadTest } from "../ahead/ahead-test.ts";
import { letGoOfMany } from "../context/buffers.ts";
import { cents } from "../context/decimal.ts";
import { type Facts, isAbsent } from "../context/facts.ts";
import type { Field } from "../context/field.ts";
import { isTextual } from "../context/field-type.ts";
import { BROKEN, HOLDS, type Judgement, UNKNOWN } from "../context/judgement.ts";
import { isBlank } from "../context/text-length.ts";
import { isList, isObject } from "../document/value.ts";
import type { Column } from "../keywords/column.ts";
import type { ValueCheck } from "../keywords/keyword.ts";
import type { CompiledRule } from "./rule.ts";

// The quick way for what most PCCOs are: clean. It reads each field of each line once, into columns that are kept from
// check to check, and asks all rules of the columns. It only ever says "clean" or "can't say"; then the rules are asked
// one by one, in full. A test proves that it never says "clean" where the rules do not.

/** Whether all rules certainly hold or do not apply. `false` means nothing: the rules have to be asked. */
export interface CleanTest {
  (facts: Facts): boolean;
  /** After `false`, where the test can tell: whether the rule at a position has to be asked. */
  readonly isOpen?: (index: number) => boolean;
}

/** The columns of one list. */
interface Table {
  readonly lister: Field;
  readonly columns: ColumnBuffer[];
}

interface ColumnBuffer extends Column {
  readonly field: Field;
  readonly readColumn: Field["readColumn"];
  readonly is: Field["is"];
  readonly fill: Fill;
  readonly values: unknown[];
  readonly cents: number[];
  /** Whether a value stands there that only the full way can tell. */
  isOpen: boolean;
  /** The lines the values were read from. */
  items: readonly unknown[];
  length: number;
  absent: number;
}

/**
 * The quick test for some rules that are asked together: the one written ahead of time for just these, else one made now.
 */
export function cleanTestFor(rules: readonly CompiledRule[], ahead: readonly AheadTest[]): CleanTest {
  const ids = rules.map(({ id }) => id);
  const written = ahead.find(
    (test) => test.rules.length === ids.length && test.rules.every((id, index) => id === ids[index]),
  );
  if (written === undefined) return compileCleanTest(rules);
  const { holds, isOpen } = written;
  const isRest = rules.map(({ id }) => written.rest.includes(id));
  if (!isRest.includes(true)) return Object.assign(holds, { isOpen });
  const rest = rules.filter((_rule, index) => isRest[index]).map(({ judge }) => judge);
  let others = false;
  const test = (facts: Facts): boolean => {
    others = holds(facts);
    if (!others) return false;
    for (let index = 0; index < rest.length; index++) if ((rest[index]?.(facts) ?? UNKNOWN) > HOLDS) return false;
    return true;
  };
  return Object.assign(test, { isOpen: (index: number) => isRest[index] === true || (!others && isOpen(index)) });
}

/** Makes the quick test for some rules that are asked together. */
export function compileCleanTest(rules: readonly CompiledRule[]): CleanTest {
  const tables = new Map<string, Table>();
  const columnOf = (field: Field): ColumnBuffer => {
    const key = `${field.place} ${field.list?.join(".")}`;
    const table = tables.get(key) ?? { lister: field, columns: [] };
    tables.set(key, table);
    const known = table.columns.find((column) => column.field === field);
    if (known !== undefined) return known;
    const { readColumn, is } = field;
    const column: ColumnBuffer = {
      field,
      readColumn,
      is,
      fill: fillOf(field),
      values: [],
      cents: [],
      items: [],
      length: 0,
      absent: 0,
      isOpen: false,
    };
    table.columns.push(column);
    return column;
  };
  const gates = compileGates(rules);
  const steps = rules.map((rule) => {
    const columns = new Set<ColumnBuffer>();
    const holds = compileStep(rule, (field) => {
      const column = columnOf(field);
      columns.add(column);
      return column;
    });
    return { gate: gates.of(rule), holds, columns: [...columns] };
  });
  const ordered = [...tables.values()];
  const columns = ordered.flatMap((table) => table.columns);
  const open = rules.map(() => true);
  // A check that does not come to its end tells of no rule that it holds.
  let isDone = false;
  const test = (facts: Facts): boolean => {
    gates.decide(facts);
    let isRead = true;
    for (let index = 0; index < ordered.length; index++) {
      const table = ordered[index];
      if (table !== undefined && !fill(table, facts)) isRead = false;
    }
    let clean = true;
    for (let index = 0; index < steps.length; index++) {
      const step = steps[index];
      if (step === undefined) continue;
      const gate = gates.at(step.gate);
      const holds = (isRead || areRead(step.columns)) && (gate === BROKEN || (gate === HOLDS && step.holds(facts)));
      open[index] = !holds;
      if (!holds) clean = false;
    }
    return clean;
  };
  const isClean = (facts: Facts): boolean => {
    let clean = false;
    isDone = false;
    try {
      clean = test(facts);
      isDone = true;
    } finally {
      for (let index = 0; index < columns.length; index++) {
        const column = columns[index];
        if (column !== undefined) letGo(column, clean);
      }
    }
    return clean;
  };
  return Object.assign(isClean, { isOpen: (index: number) => !isDone || open[index] !== false });
}

function areRead(columns: readonly ColumnBuffer[]): boolean {
  for (let index = 0; index < columns.length; index++) if (columns[index]?.isOpen === true) return false;
  return true;
}

/** Lets go of the PCCO; of its values too when they are many, or when some may be of another type than the field. */
function letGo(column: ColumnBuffer, clean: boolean): void {
  column.items = noItems;
  if (clean) letGoOfMany(column.values);
  else column.values.length = 0;
}

const noItems: readonly unknown[] = [];

/** Conditions that do not look at lines, each asked once for all rules that share it. */
function compileGates(rules: readonly CompiledRule[]) {
  const keys = new Map<string, number>();
  const asks: ((facts: Facts) => Judgement)[] = [];
  const answers: Judgement[] = [];
  const gateOf = ({ quick }: CompiledRule): number => {
    const { when } = quick();
    if (when === undefined || when.perLine) return -1;
    const known = keys.get(when.key);
    if (known !== undefined) return known;
    keys.set(when.key, asks.length);
    return asks.push((facts) => when.ask(facts, undefined)) - 1;
  };
  const gates = new Map(rules.map((rule) => [rule, gateOf(rule)]));
  return {
    of: (rule: CompiledRule): number => gates.get(rule) ?? -1,
    decide(facts: Facts): void {
      for (let index = 0; index < asks.length; index++) answers[index] = asks[index]?.(facts) ?? UNKNOWN;
    },
    /** `HOLDS` where there is no gate. */
    at: (gate: number): Judgement => (gate < 0 ? HOLDS : (answers[gate] ?? UNKNOWN)),
  };
}

/** Reads every field of every line once. `false` when something stands there that only the full way can tell. */
function fill({ lister, columns }: Table, facts: Facts): boolean {
  const given = lister.items(facts);
  const isMissing = given === undefined || given === null;
  const items = isList(given) ? given : noItems;
  let isRead = isMissing || items === given;
  for (let index = 0; index < items.length && isRead; index++) isRead = isObject(items[index]);
  let isAllRead = isRead;
  for (let at = 0; at < columns.length; at++) {
    const column = columns[at];
    if (column === undefined) continue;
    column.items = items;
    column.length = 0;
    column.absent = 0;
    column.isOpen = !isRead || !column.fill(column, items, facts);
    if (column.isOpen) isAllRead = false;
  }
  return isAllRead;
}

/** Reads one field of all lines. One function for each kind of value, so that each stays quick. */
type Fill = (column: ColumnBuffer, items: readonly unknown[], facts: Facts) => boolean;

function fillOf(field: Field): Fill {
  if (field.type === "money") return fillMoney;
  return field.type === "text" || field.type === "choice" ? fillTexts : fillOthers;
}

const fillTexts: Fill = (column, items, facts) => {
  const { values } = column;
  column.readColumn(facts, items, values, items.length);
  let absent = 0;
  for (let index = 0; index < items.length; index++) {
    const value = values[index];
    if (typeof value !== "string" || isBlank(value)) {
      if (!isAbsent(value)) return false;
      values[index] = undefined;
      absent++;
    }
  }
  column.length = items.length;
  column.absent = absent;
  return true;
};

const fillMoney: Fill = (column, items, facts) => {
  const { values } = column;
  column.readColumn(facts, items, values, items.length);
  let absent = 0;
  for (let index = 0; index < items.length; index++) {
    const value = values[index];
    if (typeof value === "string" && !isBlank(value)) {
      column.cents[index] = cents(value);
    } else {
      if (!isAbsent(value)) return false;
      values[index] = undefined;
      absent++;
    }
  }
  column.length = items.length;
  column.absent = absent;
  return true;
};

const fillOthers: Fill = (column, items, facts) => {
  const { is, values } = column;
  column.readColumn(facts, items, values, items.length);
  let absent = 0;
  for (let index = 0; index < items.length; index++) {
    const value = values[index];
    if (isAbsent(value)) {
      values[index] = undefined;
      absent++;
    } else {
      if (!is(value)) return false;
    }
  }
  column.length = items.length;
  column.absent = absent;
  return true;
};

// Below, everything a test needs is taken out of its object beforehand: the objects of different checks have different
// shapes, and reading a property of many shapes is slow.

type Step = (facts: Facts) => boolean;

function compileStep({ judge, quick }: CompiledRule, columnOf: (field: Field) => ColumnBuffer): Step {
  const { fields, check, when } = quick();
  const full: Step = (facts) => judge(facts) <= HOLDS;
  if (when?.perLine) return full;
  if (check.subject === "list") {
    const { holds } = check;
    if (holds === undefined) return full;
    const columns = fields.map(columnOf);
    return () => holds(columns);
  }
  if (check.subject === "feature") return full;
  const tests = fields.map((field) =>
    field.list === undefined ? valueTest(check, field, columnOf) : columnTest(check, columnOf(field)),
  );
  const [first, second] = tests;
  if (first === undefined) return full;
  if (second === undefined) return first;
  if (tests.length === 2) return (facts) => first(facts) && second(facts);
  return (facts) => {
    for (const test of tests) if (!test(facts)) return false;
    return true;
  };
}

function valueTest(check: ValueCheck, { read, is, type }: Field, columnOf: (field: Field) => ColumnBuffer): Step {
  const { test, columns: needed } = check;
  const mayBeAbsent = check.whenAbsent <= HOLDS;
  if (needed === undefined) {
    if (isTextual(type))
      return (facts) => {
        const value = read(facts, undefined);
        if (typeof value === "string" && !isBlank(value)) return test(value, facts, undefined) <= HOLDS;
        return mayBeAbsent && isAbsent(value);
      };
    return (facts) => {
      const value = read(facts, undefined);
      return isAbsent(value) ? mayBeAbsent : is(value) && test(value, facts, undefined) <= HOLDS;
    };
  }
  const { holds } = needed;
  const columns = needed.fields.map(columnOf);
  return (facts) => {
    const value = read(facts, undefined);
    return isAbsent(value) ? mayBeAbsent : is(value) && holds(value, columns);
  };
}

function columnTest(check: ValueCheck, column: ColumnBuffer): Step {
  const { test, allHold = (): boolean => false } = check;
  const mayBeAbsent = check.whenAbsent <= HOLDS;
  return (facts) => {
    if (column.absent > 0 && !mayBeAbsent) return false;
    if (allHold(column, facts)) return true;
    for (let index = 0; index < column.length; index++) {
      const value = column.values[index];
      if (value !== undefined && test(value, facts, column.items[index]) > HOLDS) return false;
    }
    return true;
  };
}
