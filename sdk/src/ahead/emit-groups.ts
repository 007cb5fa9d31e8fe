import { literal } from "../keywords/literal.ts";

/** Writes what leads to fields of the PCCO and of the context: each group of fields is read once, for all fields in it. */
export interface GroupWriter {
  /** An expression: what stands at these keys; `undefined` where they lead nowhere. */
  read(place: "document" | "context", steps: readonly string[]): string;
  /** The variable of a group; it holds `nothing` where there is none. */
  group(place: "document" | "context", steps: readonly string[]): string;
  /** Statements before all others. */
  head(): readonly string[];
}

export function createGroupWriter(): GroupWriter {
  const groups = new Map<string, string>();
  const head: string[] = ["const { document, context } = facts;"];
  const read = (place: "document" | "context", steps: readonly string[]): string =>
    `${group(place, steps.slice(0, -1))}[${literal(steps.at(-1))}]`;
  const group = (place: "document" | "context", steps: readonly string[]): string => {
    if (steps.length === 0) return place;
    const name = literal([place, ...steps]);
    const known = groups.get(name);
    if (known !== undefined) return known;
    const value = read(place, steps);
    const variable = `x${groups.size}`;
    groups.set(name, variable);
    head.push(`const ${variable} = typeof (t = ${value}) === "object" && t !== null ? t : nothing;`);
    return variable;
  };
  return { read, group, head: () => head };
}
