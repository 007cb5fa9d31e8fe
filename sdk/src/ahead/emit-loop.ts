import { parsePath } from "../context/field-path.ts";
import type { Field } from "../generated/types.ts";
import type { Source } from "./doubts.ts";
import { along, objectTest, presentTest } from "./emit-path.ts";

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
  isKept: boolean;
}

/** Statements that read some columns of a list, `list`, line by line. */
export function loopOf(list: string, columns: readonly Planned[], loop: number): string {
  const items = `items${loop}`;
  const doubt = [...new Set(columns.map(({ source }) => source.doubt()))].join(" ");
  const kept = columns.filter(({ isKept }) => isKept).map(({ variable }) => variable);
  return [
    ...columns.map(({ variable }) => `let ${variable}Absent = 0;`),
    ...columns.filter(mayRise).map(({ variable }) => `let ${variable}Last = -Infinity, ${variable}IsRising = true;`),
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

/** Whether a column is compared line by line as it is read: ids mostly rise from line to line, and then none stands twice. */
export function mayRise({ field, isKept }: Planned): boolean {
  return isKept && field.type === "id";
}

function readColumn(planned: Planned): string {
  const { variable, field, source, lookUp, tests, sums, isKept } = planned;
  const isMoney = field.type === "money";
  const cents =
    sums.length === 0
      ? ["const valueIsCents = isCents(value);"]
      : ["const valueCents = cents(value);", "const valueIsCents = !Number.isNaN(valueCents);"];
  return [
    "{",
    `let value = ${along("item", parsePath(field.path).steps)};`,
    lookUp(),
    `if (${presentTest("value", field)}) {`,
    ...(isMoney ? cents : []),
    ...sums.flatMap((sum) => [
      `${sum} += valueCents;`,
      // Past this, whole numbers are no longer exact, even if a later amount leads back.
      `if (!(${sum} >= ${Number.MIN_SAFE_INTEGER} && ${sum} <= ${Number.MAX_SAFE_INTEGER})) ${sum} = NaN;`,
    ]),
    ...(isKept ? [`${variable}.values[index] = value;`] : []),
    ...(mayRise(planned)
      ? [
          `if (typeof value === "number" && value > ${variable}Last) ${variable}Last = value; else ${variable}IsRising = false;`,
        ]
      : []),
    ...tests,
    "} else {",
    `if (!isAbsent(value)) { ${source.doubt()} }`,
    ...(isKept ? [`${variable}.values[index] = undefined;`] : []),
    `${variable}Absent++;`,
    "}",
    "}",
  ]
    .filter((line) => line !== "")
    .join("\n");
}
