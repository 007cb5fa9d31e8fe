import { toPointer, valueAt } from "../../document/pointer.ts";
import { isList, isObject } from "../../document/value.ts";
import type { RuleTestCase } from "../../generated/types.ts";
import type { Witness } from "../diff/witness.ts";
import type { Given } from "../given.ts";
import type { Touch } from "./touch.ts";

/** Changes to a document and a context, as a case writes them. */
export interface Overlay {
  readonly change: NonNullable<RuleTestCase["change"]>;
  readonly changeContext: NonNullable<RuleTestCase["changeContext"]>;
}

/**
 * The changes after which what stands at some places is what stands there in a witness.
 * @param lines whether lines are changed one by one, so that others stay, or lists are taken from the witness as they are
 */
export function overlayOf(
  given: Given,
  { document }: Witness,
  touched: readonly Touch[],
  lines: "one by one" | "as they are",
): Overlay {
  const { $context: context, ...pcco } = document;
  const of = (place: Touch["place"], root: unknown, witness: unknown): Overlay["change"] => {
    const own = touched.filter((touch) => touch.place === place);
    return Object.assign({}, ...own.map((touch) => changeFor(touch, root, witness, lines)));
  };
  return { change: of("document", given.document, pcco), changeContext: of("context", given.context, context) };
}

/** The change that puts a value where it has to stand; none when it stands there already. */
function changeFor({ path, value }: Touch, root: unknown, witness: unknown, lines: string): Overlay["change"] {
  const current = valueAt(root, path);
  if (isSame(current, value)) return {};
  const line = path.findIndex((step) => typeof step === "number");
  if (line >= 0) {
    const list = path.slice(0, line);
    const [own, ofWitness] = [valueAt(root, list), valueAt(witness, list)];
    // What the witness has no such line for, and what is taken over with its list, needs no change of its own.
    const isOwnLine = isList(own) && Number(path[line]) < own.length;
    if (lines === "as they are" || !isOwnLine || !isList(ofWitness) || Number(path[line]) >= ofWitness.length)
      return {};
    if (isObject(value) && isObject(current) && line === path.length - 1) return {};
  } else if (lines === "one by one" && isList(value) && value.length > 0 && isList(current)) {
    if (current.length >= value.length) return {};
  }
  if (value === undefined) return { [toPointer(path)]: null };
  // In a change null removes; to write it, what stands around it is written anew.
  if (value !== null) return { [toPointer(path)]: value };
  const parent = path.slice(0, -1);
  const group = valueAt(root, parent);
  return { [toPointer(parent)]: { ...(isObject(group) ? group : {}), [String(path.at(-1))]: null } };
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
