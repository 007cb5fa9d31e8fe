import { isSameWord } from "./context/suggest.ts";
import { isBlank } from "./context/text-length.ts";
import { isList, isObject, type JsonObject } from "./document/value.ts";
import type { ResolvedRuleSet } from "./rules/resolve.ts";

const systemsKnown = new WeakMap<ResolvedRuleSet, readonly string[]>();

/** The ERP systems that the conditions and rules of a rule set name. */
export function systemsIn(definition: ResolvedRuleSet): readonly string[] {
  const known = systemsKnown.get(definition);
  if (known !== undefined) return known;
  const { fields, features, rules, roles, lifecycle } = definition;
  const names = Object.keys(fields).filter(
    (name) => fields[name]?.in === "context" && fields[name]?.path === "erp.system",
  );
  const found = comparedWith(names, [features, rules, roles, lifecycle]).filter((word) => typeof word === "string");
  systemsKnown.set(definition, found);
  return found;
}

/** Everything that fields are compared with, anywhere in a part of a rule set. */
function comparedWith(names: readonly string[], part: unknown): readonly unknown[] {
  if (isList(part)) return part.flatMap((each) => comparedWith(names, each));
  if (!isObject(part)) return [];
  const within = Object.values(part).flatMap((each) => comparedWith(names, each));
  if (!names.some((name) => name === part["field"])) return within;
  return [...within, part["equals"], ...(isList(part["oneOf"]) ? part["oneOf"] : [])];
}

/** Knows the ERP systems of contexts as a rule set names them. */
export interface SystemNames {
  /** A system that is as it is, as most are: the one that was seen last. */
  readonly usual: unknown;
  /**
   * Gives a context as the rule set compares it: its ERP system by the name that it has there, whatever its letter case,
   * spaces and hyphens. A context whose system has that name already, or is another one, is given as it is.
   */
  settled<Context>(context: Context): Context | JsonObject;
}

/** Knows the ERP systems that a rule set names. */
export function systemNames(definition: ResolvedRuleSet): SystemNames {
  let usual: unknown;
  return {
    get usual() {
      return usual;
    },
    settled: (context) => {
      const erp = isObject(context) ? context["erp"] : undefined;
      const system = isObject(erp) ? erp["system"] : undefined;
      if (typeof system !== "string" || system === usual) return context;
      const known = systemsIn(definition);
      const isSaid = known.includes(system) || isBlank(system);
      const same = isSaid ? undefined : known.find((name) => isSameWord(name, system.trim()));
      if (same !== undefined) return { ...context, erp: { ...Object(erp), system: same } };
      usual = system;
      return context;
    },
  };
}
