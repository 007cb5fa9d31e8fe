import { parsePath } from "../context/field-path.ts";
import { isInherited } from "../context/walk.ts";
import type { Condition, Field } from "../generated/types.ts";
import { literal } from "../keywords/literal.ts";
import type { ResolvedRuleSet } from "../rules/resolve.ts";

/** Writes the statements that read fields. Each gives `false` or `undefined` when a field can't be read that way. */
export interface Reader {
  /** Declares a variable for a field that stands by itself. */
  value(variable: string, field: Field): boolean;
  /** Notes a column to be read, under a variable. */
  column(variable: string, field: Field): boolean;
  /** Has the values of a column kept, for checks of all lines. */
  keep(variable: string): void;
  /** Adds statements that are run for every value of a column, `value`. */
  forEach(variable: string, statements: string): void;
  /** The variable that holds all values of a field of a list of the context. */
  known(field: Field): string | undefined;
  /** The variable that holds the position of a toggle. */
  feature(name: string, where: (condition: Condition) => string | undefined): string | undefined;
  /** The statements that read the columns. */
  columns(): readonly string[];
  /** What is kept from check to check: the columns, and the lists of values, each as an expression. */
  kept(): { readonly columns: string; readonly lists: string } | undefined;
}

interface PlannedColumn {
  readonly variable: string;
  readonly field: Field;
  /** For a value that is looked up in the context: the expression that looks it up, for one line. */
  readonly lookUp: string | undefined;
  readonly tests: string[];
  isKept: boolean;
}

/**
 * @param kept where the declarations go that are kept from check to check
 * @param head where the statements go that stand before everything else
 */
export function emitReader(set: ResolvedRuleSet, kept: string[], head: string[]): Reader {
  const planned = new Map<string, PlannedColumn[]>();
  const lists = new Map<string, string>();
  const features = new Map<string, string>();
  let unique = 0;

  const known = (field: Field): string | undefined => {
    const { list, steps } = parsePath(field.path);
    if (list === undefined || field.in !== "context" || steps.length !== 1 || !isPlain(field.path)) return undefined;
    return knownValues(list, steps[0] ?? "");
  };
  const knownValues = (list: readonly string[], key: string): string => {
    const name = `${list.join(".")}[].${key}`;
    const there = lists.get(name);
    if (there !== undefined) return there;
    const variable = `k${lists.size}`;
    lists.set(name, variable);
    kept.push(`const ${variable} = [];`);
    head.push(
      `const ${variable}Items = ${along("facts.context", list)};`,
      `if (!isList(${variable}Items)) return false;`,
      `if (${variable}.length !== ${variable}Items.length) ${variable}.length = ${variable}Items.length;`,
      `for (let index = 0; index < ${variable}Items.length; index++) ${variable}[index] = ${along(`${variable}Items[index]`, [key])};`,
    );
    return variable;
  };

  return {
    known,
    value(variable, field) {
      const { otherwise } = field;
      const other = otherwise?.field === undefined ? undefined : set.fields[otherwise.field];
      if (!isPlain(field.path)) return false;
      if (otherwise !== undefined && (other === undefined || !isReadAlike(other, field))) return false;
      const root = field.in === "context" ? "facts.context" : "facts.document";
      // What the context does not give may still have any value.
      const given = field.in === "context" ? `if (${variable} === undefined) return false;\n` : "";
      const read = (path: string): string =>
        `${variable} = ${along(root, parsePath(path).steps)};\n${given}if (isAbsent(${variable})) ${variable} = undefined;`;
      head.push(`let ${read(field.path)}`);
      if (other !== undefined) head.push(`if (${variable} === undefined) {\n${read(other.path)}\n}`);
      head.push(`if (${variable} !== undefined && !(${typeTest(variable, field)})) return false;`);
      return true;
    },
    column(variable, field) {
      const { list = [] } = parsePath(field.path);
      const { otherwise } = field;
      if (!isPlain(field.path)) return false;
      let lookUp: string | undefined;
      if (otherwise?.field !== undefined) {
        const other = set.fields[otherwise.field];
        if (other === undefined || !isReadAlike(other, field)) return false;
        lookUp = along("item", parsePath(other.path).steps);
      } else if (otherwise !== undefined) {
        const [key, by] = Object.entries(otherwise.matching ?? {})[0] ?? [];
        const byField = by === undefined ? undefined : set.fields[by];
        if (
          otherwise.from === undefined ||
          otherwise.take === undefined ||
          key === undefined ||
          byField === undefined ||
          !isReadAlike(byField, field) ||
          !isPlain(`${otherwise.from}.${key}.${otherwise.take}`)
        )
          return false;
        const ids = knownValues(otherwise.from.split("."), key);
        lookUp = `lookUp(${along("item", parsePath(byField.path).steps)}, ${ids}, ${ids}Items, ${literal(otherwise.take)})`;
      }
      const name = list.join(".");
      kept.push(`const ${variable} = createColumn();`);
      planned.set(name, [...(planned.get(name) ?? []), { variable, field, lookUp, tests: [], isKept: false }]);
      return true;
    },
    keep(variable) {
      for (const column of [...planned.values()].flat()) if (column.variable === variable) column.isKept = true;
    },
    forEach(variable, statements) {
      [...planned.values()]
        .flat()
        .find((column) => column.variable === variable)
        ?.tests.push(statements);
    },
    feature(name, where) {
      const there = features.get(name);
      if (there !== undefined) return there;
      const feature = set.features[name];
      if (feature === undefined) return undefined;
      const condition = feature.definition.where === undefined ? "true" : where(feature.definition.where);
      if (condition === undefined) return undefined;
      const variable = `f${features.size}`;
      features.set(name, variable);
      head.push(
        `const ${variable} = ${condition} ? toggle(${along("facts.context", ["erp", "features"])}, ${literal(name)}, ${literal(feature.set)}, ${literal(feature.definition.default)}) : "off";`,
        `if (${variable} === undefined) return false;`,
      );
      return variable;
    },
    kept: () => {
      const columns = [...planned.values()].flat().filter(({ isKept }) => isKept);
      if (columns.length + lists.size === 0) return undefined;
      return {
        columns: `[${columns.map(({ variable }) => variable).join(", ")}]`,
        lists: `[${[...lists.values()].join(", ")}]`,
      };
    },
    columns: () =>
      [...planned].map(([list, columns]) => {
        const items = `items${unique++}`;
        const declarations = columns.map(({ variable }) => `${variable}.absent = 0;`);
        const reads = columns.map((column) => readColumn(column));
        const ends = columns.map(({ variable }) => `${variable}.length = ${items}.length;`);
        return [
          `const ${items} = listOf(${along("facts.document", list.split("."))});`,
          `if (${items} === undefined) return false;`,
          ...declarations,
          `for (let index = 0; index < ${items}.length; index++) {`,
          `const item = ${items}[index];`,
          "if (!isObject(item)) return false;",
          ...reads,
          "}",
          ...ends,
        ].join("\n");
      }),
  };
}

function readColumn({ variable, field, lookUp, tests, isKept }: PlannedColumn): string {
  const { steps } = parsePath(field.path);
  const money = field.type === "money";
  const keep = [
    ...(money ? ["const amount = cents(value);", ...(isKept ? [`${variable}.cents[index] = amount;`] : [])] : []),
    ...(isKept ? [`${variable}.values[index] = value;`] : []),
  ];
  return [
    "{",
    `let value = ${along("item", steps)};`,
    ...(lookUp === undefined
      ? []
      : [`if (isAbsent(value)) value = ${lookUp};`, "if (value === NOT_GIVEN) return false;"]),
    `if (${presentTest("value", field)}) {`,
    ...keep,
    ...tests,
    "} else {",
    "if (!isAbsent(value)) return false;",
    ...(isKept ? [`${variable}.values[index] = undefined;`] : []),
    `${variable}.absent++;`,
    "}",
    "}",
  ].join("\n");
}

/** Whether a path leads along keys that an object has only when someone wrote them. */
function isPlain(path: string): boolean {
  const { list = [], steps } = parsePath(path);
  return ![...list, ...steps].some(isInherited);
}

/** Whether a field stands where another does, and can be read as it can. */
function isReadAlike(other: Field, field: Field): boolean {
  const listOf = ({ in: place = "document", path }: Field): string => `${place} ${parsePath(path).list?.join(".")}`;
  return other.otherwise === undefined && isPlain(other.path) && listOf(other) === listOf(field);
}

/** An expression that walks along keys; `undefined` where it can't go on, `null` where that is what stands there. */
function along(root: string, steps: readonly string[]): string {
  return steps.reduce(
    (expression, step, index) =>
      index === 0 && (root === "item" || root.startsWith("facts"))
        ? `${root}[${literal(step)}]`
        : `at(${expression})[${literal(step)}]`,
    root,
  );
}

/** An expression: whether a value is there and of the field's type. What is most often there is asked first. */
function presentTest(variable: string, field: Field): string {
  switch (field.type) {
    case "text":
    case "money":
    case "choice":
      return `typeof ${variable} === "string" && !isBlank(${variable})`;
    case "id":
      return `typeof ${variable} === "number" ? Number.isSafeInteger(${variable}) : typeof ${variable} === "string" && !isBlank(${variable})`;
    default:
      return `(${typeTest(variable, field)}) && !isAbsent(${variable})`;
  }
}

function typeTest(variable: string, { type }: Field): string {
  switch (type) {
    case "text":
    case "money":
    case "choice":
      return `typeof ${variable} === "string"`;
    case "id":
      return `typeof ${variable} === "string" || Number.isSafeInteger(${variable})`;
    case "date":
      return `typeof ${variable} === "string" && isDate(${variable})`;
    case "dateTime":
      return `typeof ${variable} === "string" && isDateTime(${variable})`;
    case "boolean":
      return `typeof ${variable} === "boolean"`;
    case "integer":
      return `Number.isSafeInteger(${variable})`;
    case "list":
      return `isList(${variable})`;
  }
}
