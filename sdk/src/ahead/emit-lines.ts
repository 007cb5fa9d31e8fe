import { parsePath } from "../context/field-path.ts";
import type { EmittedLines } from "./emit-checks.ts";
import type { GroupWriter } from "./emit-groups.ts";
import { areAlike, areRising, type Planned } from "./emit-loop.ts";
import { along, presentTest } from "./emit-path.ts";

/** Writes what checks of all lines ask of columns together. */
export interface LineWriter {
  /** What a check of these columns is written with; from then on they are kept, or followed. */
  lines(columns: readonly Planned[]): EmittedLines;
  /** Declarations that are kept from check to check. */
  kept(): readonly string[];
}

export function createLineWriter(groups: GroupWriter): LineWriter {
  const kept: string[] = [];
  return {
    lines(columns) {
      const [only] = columns;
      const variable = `g${kept.length}`;
      const declared = `const ${variable} = [${columns.map((column) => column.variable).join(", ")}];`;
      const isFollowed = only?.field.type === "id" && only.field.otherwise === undefined && columns.length === 1;
      if (only === undefined || !isFollowed) {
        for (const column of columns) column.isKept = true;
        kept.push(declared);
        return { columns: variable, areRising: "false", areAlike: "false" };
      }
      only.isFollowed = true;
      const { list = [], steps } = parsePath(only.field.path);
      const read = [
        `const ${variable}Of = (item) => {`,
        `let t, q, value = ${along("item", steps)};`,
        `return (${presentTest("value", only.field)}) ? value : undefined;`,
        "};",
      ];
      kept.push([declared, ...read].join("\n"));
      return {
        columns: `filled(${variable}, ${variable}Of, ${groups.read("document", list)})`,
        areRising: areRising(only.variable),
        areAlike: areAlike(only.variable),
      };
    },
    kept: () => kept,
  };
}
