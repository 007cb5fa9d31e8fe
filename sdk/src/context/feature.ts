import leven from "leven";
import { isObject, type JsonObject } from "../document/value.ts";
import type { Feature as FeatureDefinition, Toggle } from "../generated/types.ts";
import { type Facts, NOT_GIVEN } from "./facts.ts";
import { DOES_NOT_APPLY, HOLDS, type Judgement, UNKNOWN } from "./judgement.ts";
import { isInherited, nearKey } from "./walk.ts";

/** A toggle of the ERP Integrations tool, ready to be read. */
export interface Feature {
  readonly name: string;
  readonly title: string;
  readonly switchedOnBy: string;
  /** Its position; `NOT_GIVEN` when the context leaves it open. */
  read(facts: Facts): Toggle | typeof NOT_GIVEN;
  /** The part of the context that is needed when `read` says `NOT_GIVEN`. */
  missing(facts: Facts): string;
}

/** Most letters in which a misspelt toggle differs: names of toggles are long, and others are much alike. */
const mostSlips = 3;

function isSlipOf(word: string, name: string): boolean {
  return Math.abs(word.length - name.length) <= mostSlips && leven(word.toLowerCase(), name.toLowerCase()) <= mostSlips;
}

/**
 * Makes a toggle readable. The context decides; else what the rule set sets; else, where the context lists toggles at
 * all, the default. Outside the place where the toggle exists it is off.
 * @param set what a rule set that extends another sets it to
 * @param exists judges whether the toggle exists in these surroundings; `undefined` when it always does
 */
export function compileFeature(
  name: string,
  definition: FeatureDefinition,
  set: Toggle | undefined,
  exists: ((facts: Facts) => Judgement) | undefined,
): Feature {
  const mayBeInherited = isInherited(name);
  const misspelt = (listed: JsonObject): string | undefined =>
    Object.hasOwn(listed, name) ? undefined : Object.keys(listed).find((key) => isSlipOf(key, name));
  const position = (facts: Facts): Toggle | typeof NOT_GIVEN => {
    const erp = facts.context["erp"];
    const listed = isObject(erp) ? erp["features"] : undefined;
    if (isObject(listed)) {
      const given = mayBeInherited && !Object.hasOwn(listed, name) ? undefined : listed[name];
      if (given === undefined) {
        // A toggle that is nearly this one is a slip of the pen, and no reason to take the default.
        return misspelt(listed) === undefined ? (set ?? definition.default) : NOT_GIVEN;
      }
      return typeof given === "boolean" ? (given ? "on" : "off") : NOT_GIVEN;
    }
    // Nor is a slip of the pen above them a reason to take what the rule set sets.
    return set === undefined || nearGroup(facts.context) !== "" ? NOT_GIVEN : set;
  };
  return {
    name,
    title: definition.title,
    switchedOnBy: definition.switchedOnBy ?? "ERP administrator",
    read: (facts) => {
      const place = exists === undefined ? HOLDS : exists(facts);
      if (place === HOLDS) return position(facts);
      if (place === UNKNOWN) return position(facts) === "off" ? "off" : NOT_GIVEN;
      return "off";
    },
    missing: (facts) => {
      const place = exists === undefined ? DOES_NOT_APPLY : exists(facts);
      if (place === UNKNOWN) return `erp.system${nearGroup(facts.context, "system")}`;
      const erp = facts.context["erp"];
      const listed = isObject(erp) ? erp["features"] : undefined;
      const near = isObject(listed) ? misspelt(listed) : undefined;
      return `erp.features.${name}${near === undefined ? nearGroup(facts.context) : ` (it has "${near}")`}`;
    },
  };
}

/** Names what was probably meant to be a part of the context that is not there: the group `erp`, or a key of it. */
function nearGroup(context: Facts["context"], key = "features"): string {
  return nearKey(context, "erp") || nearKey(context["erp"], key);
}
