import { parsePath } from "../context/field-path.ts";
import type { Condition, Field } from "../generated/types.ts";
import { literal } from "../keywords/literal.ts";
import type { ResolvedRuleSet } from "../rules/resolve.ts";
import type { Doubts, Source } from "./doubts.ts";
import type { GroupWriter } from "./emit-groups.ts";
import { absentTest, isPlain, isReadAlike, presentTest } from "./emit-path.ts";

/** Writes what reads fields that stand by themselves, and toggles. */
export interface ValueWriter {
  /** The variable of a field, `undefined` while it has no value. @param isBlankTold whether texts of spaces are missing values */
  value(name: string, isBlankTold: boolean): string | undefined;
  /** The variable that holds the position of a toggle. */
  feature(name: string, where: (condition: Condition) => string | undefined): string | undefined;
  /** Statements that read them, in their order. */
  head(): readonly string[];
}

export function createValueWriter(set: ResolvedRuleSet, doubts: Doubts, groups: GroupWriter): ValueWriter {
  const values = new Map<string, Variable>();
  const features = new Map<string, Omit<Variable, "isBlankTold">>();
  const head: (() => string)[] = [];
  const readOf = (field: Field): ((variable: Variable) => string) | undefined => {
    const { otherwise } = field;
    const other = otherwise?.field === undefined ? undefined : set.fields[otherwise.field];
    if (!isPlain(field.path)) return undefined;
    if (otherwise !== undefined && (other === undefined || !isReadAlike(other, field))) return undefined;
    const isOpen = field.in === "context";
    const expression = (path: string): string => groups.read(isOpen ? "context" : "document", parsePath(path).steps);
    return ({ name, source, isBlankTold }) => {
      const absent = absentTest(name);
      // What the context does not give may still have any value.
      const known = isOpen ? `${name} !== undefined && isAbsent(${name})` : absent;
      const isMoney = field.type === "money";
      const isFull = isMoney
        ? `(${name}IsCents = !Number.isNaN(${name}Cents = cents(${name})))`
        : isBlankTold
          ? undefined
          : "true";
      return [
        `let ${name} = ${expression(field.path)};`,
        ...(other === undefined
          ? []
          : [
              ...(isOpen ? [`if (${name} === undefined) { ${source.doubt()} }`] : []),
              `if (${absent}) ${name} = ${expression(other.path)};`,
            ]),
        ...(isMoney ? [`let ${name}Cents = NaN, ${name}IsCents = false;`] : []),
        `if (!(${presentTest(name, field, isFull)})) {`,
        `if (!(${known})) { ${source.doubt()} }`,
        `${name} = undefined;`,
        "}",
      ].join("\n");
    };
  };
  return {
    value(name, isBlankTold) {
      const field = set.fields[name];
      if (field === undefined || parsePath(field.path).list !== undefined || field.in === "input") return undefined;
      const known = values.get(name);
      known?.source.read();
      if (known !== undefined) {
        known.isBlankTold ||= isBlankTold;
        return known.name;
      }
      const read = readOf(field);
      if (read === undefined) return undefined;
      const variable = { name: `v${values.size}`, source: doubts.source(() => undefined).source, isBlankTold };
      variable.source.read();
      values.set(name, variable);
      head.push(() => read(variable));
      return variable.name;
    },
    feature(name, where) {
      const there = features.get(name);
      there?.source.read();
      if (there !== undefined) return there.name;
      const feature = set.features[name];
      if (feature === undefined) return undefined;
      const { definition } = feature;
      const { source, made } = doubts.source(() => (definition.where === undefined ? "true" : where(definition.where)));
      if (made === undefined) return undefined;
      const variable = { name: `f${features.size}`, source };
      source.read();
      features.set(name, variable);
      const listed = groups.group("context", ["erp", "features"]);
      const position = `toggle(${listed}, ${listed}[${literal(name)}], ${literal(feature.set)}, ${literal(definition.default)})`;
      head.push(
        () =>
          `const ${variable.name} = ${made} ? ${position} : "off";\nif (${variable.name} === undefined) { ${source.doubt()} }`,
      );
      return variable.name;
    },
    head: () => head.map((write) => write()),
  };
}

interface Variable {
  readonly name: string;
  readonly source: Source;
  /** Whether a text of spaces is told as a missing value. */
  isBlankTold: boolean;
}
