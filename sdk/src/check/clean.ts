import type { AheadTest } from "../ahead/ahead-test.ts";
import { type Facts, isAbsent } from "../context/facts.ts";
import type { Field } from "../context/field.ts";
import { BROKEN, HOLDS, type Judgement, UNKNOWN } from "../context/judgement.ts";
import type { ValueCheck } from "../keywords/keyword.ts";
import { type ColumnBuffer, columnIn, letGo, readTable, type Table } from "./clean/tables.ts";
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
  const tables: Table[] = [];
  const gates = createGates();
  const steps = rules.map((rule) => {
    const columns = new Set<ColumnBuffer>();
    const holds = compileStep(rule, (field) => {
      const column = columnIn(tables, field);
      columns.add(column);
      return column;
    });
    return { gate: gates.of(rule), holds, columns: [...columns] };
  });
  const open = rules.map(() => true);
  // A check that does not come to its end tells of no rule that it holds.
  let isDone = false;
  const test = (facts: Facts): boolean => {
    gates.decide(facts);
    let isRead = true;
    for (let index = 0; index < tables.length; index++) {
      const table = tables[index];
      if (table !== undefined && !readTable(table, facts)) isRead = false;
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
    isDone = false;
    try {
      const clean = test(facts);
      isDone = true;
      return clean;
    } finally {
      for (let index = 0; index < tables.length; index++) {
        const table = tables[index];
        if (table !== undefined) letGo(table, isDone);
      }
    }
  };
  return Object.assign(isClean, { isOpen: (index: number) => !isDone || open[index] !== false });
}

function areRead(columns: readonly ColumnBuffer[]): boolean {
  for (let index = 0; index < columns.length; index++) if (columns[index]?.isOpen === true) return false;
  return true;
}

/** Conditions that do not look at lines, each asked once for all rules that share it. */
function createGates() {
  const keys: string[] = [];
  const asks: ((facts: Facts) => Judgement)[] = [];
  const answers: Judgement[] = [];
  return {
    /** Which answer a rule waits for; -1 when it waits for none. */
    of: ({ quick }: CompiledRule): number => {
      const { when } = quick();
      if (when === undefined || when.perLine) return -1;
      const known = keys.indexOf(when.key);
      if (known >= 0) return known;
      keys.push(when.key);
      return asks.push((facts) => when.ask(facts, undefined)) - 1;
    },
    decide(facts: Facts): void {
      for (let index = 0; index < asks.length; index++) answers[index] = asks[index]?.(facts) ?? UNKNOWN;
    },
    /** `HOLDS` where there is no gate. */
    at: (gate: number): Judgement => (gate < 0 ? HOLDS : (answers[gate] ?? UNKNOWN)),
  };
}

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
  return (facts) => tests.every((test) => test(facts));
}

function valueTest(check: ValueCheck, { read, is }: Field, columnOf: (field: Field) => ColumnBuffer): Step {
  const { test, columns: needed } = check;
  const mayBeAbsent = check.whenAbsent <= HOLDS;
  if (needed === undefined) {
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
