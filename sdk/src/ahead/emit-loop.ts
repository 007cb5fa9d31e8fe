import { parsePath } from "../context/field-path.ts";
import { isTextual } from "../context/field-type.ts";
import type { Field } from "../generated/types.ts";
import type { Source } from "./doubts.ts";
import { absentTest, along, beginsFull, objectTest, presentTest } from "./emit-path.ts";

/** A field of lines, and what is done with each of its values. */
export interface Planned {
  readonly variable: string;
  readonly field: Field;
  readonly source: Source;
  /**
   * For a value that may be taken from elsewhere: statements that look it up once it is absent.
   * @param read an expression: what stands at these keys of the line
   */
  readonly lookUp: ((read: Read) => string) | undefined;
  readonly tests: string[];
  /** The sums it is added to. */
  readonly sums: string[];
  /** Whether its values are kept for checks of all lines. */
  isKept: boolean;
  /** Whether each id is compared with the one before, as it is read. */
  isFollowed: boolean;
  /** Whether texts of spaces have to be told from others. */
  isBlankTold: boolean;
  /** Whether lines without a value are counted. */
  isCounted: boolean;
}

/** Writes what reads along keys of a line. */
export type Read = (steps: readonly string[]) => string;

/** Statements that read some columns of a list, `list`, line by line. */
export function loopOf(list: string, columns: readonly Planned[], loop: number): string {
  const items = `items${loop}`;
  // What one column is looked up by is read once, when it is a column too.
  const shared = new Set<Planned>();
  const read: Read = (steps) => {
    const own = columns.find(({ field }) => parsePath(field.path).steps.join() === steps.join());
    if (own === undefined) return along("item", steps);
    shared.add(own);
    return `${own.variable}Read`;
  };
  const lookedUp = columns.map(({ lookUp }) => lookUp?.(read));
  const doubt = [...new Set(columns.map(({ source }) => source.doubt()))].join(" ");
  const kept = columns.filter(({ isKept }) => isKept).map(({ variable }) => variable);
  return [
    ...columns.filter(({ isCounted }) => isCounted).map(({ variable }) => `let ${variable}Absent = 0;`),
    ...columns.filter(({ isFollowed }) => isFollowed).map(({ variable }) => beginFollowing(variable)),
    `const ${items} = listOf(${list});`,
    `if (${items} === undefined) { ${doubt} ${kept.map((variable) => `${variable}.length = 0;`).join(" ")} } else {`,
    ...kept.map((variable) => `${variable}.length = ${items}.length;`),
    ...[...new Set(columns.flatMap(({ sums }) => sums))].map((sum) => `${sum}Lines += ${items}.length;`),
    ...(columns.some(({ isKept, isFollowed }) => isKept || isFollowed)
      ? [`if (${items}.length > mostKept) isLong = true;`]
      : []),
    `for (let index = 0; index < ${items}.length; index++) {`,
    `const item = ${items}[index];`,
    `if (!(${objectTest("item")})) { ${doubt} continue; }`,
    ...[...shared].map(({ variable, field }) => `const ${variable}Read = ${ownValue(field)};`),
    ...columns.map((column, at) =>
      readColumn(column, shared.has(column) ? `${column.variable}Read` : ownValue(column.field), lookedUp[at]),
    ),
    "}",
    "}",
  ].join("\n");
}

function ownValue({ path }: Field): string {
  return along("item", parsePath(path).steps);
}

// Ids mostly rise from line to line, or all are the same: then nothing else has to be kept of them.

function beginFollowing(variable: string): string {
  return `let ${variable}Last = -Infinity, ${variable}Rises = 0, ${variable}Stays = false, ${variable}Falls = false;`;
}

function follow(variable: string): string {
  return [
    `if (typeof value !== "number") ${variable}Falls = true;`,
    `else if (value > ${variable}Last) { ${variable}Last = value; ${variable}Rises++; }`,
    `else if (value === ${variable}Last) ${variable}Stays = true;`,
    `else ${variable}Falls = true;`,
  ].join("\n");
}

/** An expression: whether the ids of a column that is followed are numbers, each above the one before. */
export function areRising(variable: string): string {
  return `!${variable}Stays && !${variable}Falls`;
}

/** An expression: whether they are all the same number. */
export function areAlike(variable: string): string {
  return `${variable}Rises < 2 && !${variable}Falls`;
}

function readColumn(column: Planned, own: string, lookedUp: string | undefined): string {
  const { variable, source, tests, sums, isKept, isFollowed, isCounted } = column;
  const { begin, present } = begun(column, own, lookedUp);
  return [
    "{",
    ...begin,
    `if (${present}) {`,
    ...sums.flatMap((sum) => [
      `${sum} += valueCents;`,
      // Past this, whole numbers are no longer exact, even if a later amount leads back.
      `if (!(${sum} >= ${Number.MIN_SAFE_INTEGER} && ${sum} <= ${Number.MAX_SAFE_INTEGER})) ${sum} = NaN;`,
    ]),
    ...(isKept ? [`${variable}.values[index] = value;`] : []),
    ...(isFollowed ? [follow(variable)] : []),
    ...tests,
    "} else {",
    `if (!(${absentTest("value")})) { ${source.doubt()} }`,
    ...(isKept ? [`${variable}.values[index] = undefined;`] : []),
    ...(isCounted ? [`${variable}Absent++;`] : []),
    "}",
    "}",
  ].join("\n");
}

/** Statements that declare `value`, and an expression: whether it is there. */
function begun(
  { field, sums, isBlankTold }: Planned,
  own: string,
  lookedUp: string | undefined,
): { readonly begin: readonly string[]; readonly present: string } {
  const isMoney = field.type === "money";
  const cents = sums.length === 0 ? "isCents(value)" : "!Number.isNaN(valueCents = cents(value))";
  const declared = isMoney ? ["let valueCents = NaN, valueIsCents = false;"] : [];
  const isFull = isMoney ? `(valueIsCents = ${cents})` : isBlankTold ? undefined : "true";
  if (lookedUp === undefined)
    return { begin: [`const value = ${own};`, ...declared], present: presentTest("value", field, isFull) };
  if (isMoney || !isTextual(field.type))
    return {
      begin: [`let value = ${own};`, `if (${absentTest("value")}) {`, lookedUp, "}", ...declared],
      present: presentTest("value", field, isFull),
    };
  // Whether it is there is asked twice, but its first character only once.
  const isText = `isFull = typeof value === "string" && ${beginsFull("value")};`;
  return {
    begin: [`let value = ${own}, ${isText}`, `if (!isFull && ${absentTest("value")}) {`, lookedUp, isText, "}"],
    present: presentTest("value", field, isBlankTold ? "isFull" : "true"),
  };
}
