import { parsePath } from "../context/field-path.ts";
import type { Field } from "../generated/types.ts";
import type { Source } from "./doubts.ts";
import { absentTest, along, objectTest, presentTest } from "./emit-path.ts";

/** A field of lines, and what is done with each of its values. */
export interface Planned {
  readonly variable: string;
  readonly field: Field;
  readonly source: Source;
  /** For a value that may be taken from elsewhere: statements that look it up. */
  readonly lookUp: () => string;
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

/** Statements that read some columns of a list, `list`, line by line. */
export function loopOf(list: string, columns: readonly Planned[], loop: number): string {
  const items = `items${loop}`;
  const doubt = [...new Set(columns.map(({ source }) => source.doubt()))].join(" ");
  const kept = columns.filter(({ isKept }) => isKept).map(({ variable }) => variable);
  return [
    ...columns.filter(({ isCounted }) => isCounted).map(({ variable }) => `let ${variable}Absent = 0;`),
    ...columns.filter(({ isFollowed }) => isFollowed).map(({ variable }) => beginFollowing(variable)),
    `const ${items} = listOf(${list});`,
    `if (${items} === undefined) { ${doubt} ${kept.map((variable) => `${variable}.length = 0;`).join(" ")} } else {`,
    ...kept.map((variable) => `${variable}.length = ${items}.length;`),
    ...[...new Set(columns.flatMap(({ sums }) => sums))].map((sum) => `${sum}Lines += ${items}.length;`),
    ...(kept.length === 0 ? [] : [`if (${items}.length > mostKept) isLong = true;`]),
    `for (let index = 0; index < ${items}.length; index++) {`,
    `const item = ${items}[index];`,
    `if (!(${objectTest("item")})) { ${doubt} continue; }`,
    ...columns.map(readColumn),
    "}",
    "}",
  ].join("\n");
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

function readColumn({
  variable,
  field,
  source,
  lookUp,
  tests,
  sums,
  isKept,
  isFollowed,
  isBlankTold,
  isCounted,
}: Planned): string {
  const lookedUp = lookUp();
  const cents = sums.length === 0 ? "isCents(value)" : "!Number.isNaN(valueCents = cents(value))";
  const isFull = field.type === "money" ? `(valueIsCents = ${cents})` : isBlankTold ? undefined : "true";
  return [
    "{",
    `${lookedUp === "" ? "const" : "let"} value = ${along("item", parsePath(field.path).steps)};`,
    lookedUp,
    ...(field.type === "money" ? ["let valueCents = NaN, valueIsCents = false;"] : []),
    `if (${presentTest("value", field, isFull)}) {`,
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
  ]
    .filter((line) => line !== "")
    .join("\n");
}
