import { didYouMean } from "../context/suggest.ts";
import { getters } from "../generated/getters.ts";
import type { Field } from "../generated/types.ts";
import type { Problems } from "./rule-file.ts";

/** Below this a word is near too many others. */
const shortest = 6;

/** A step that is nearly a known property is a slip of the pen; others are allowed, for companies have fields of their own. */
export function verifyPath(path: string, field: Field, problems: Problems): void {
  if (field.in === "input") return;
  for (const step of field.path.replaceAll("[]", "").split(".")) {
    if (step.length < shortest || Object.hasOwn(getters, step) || step.startsWith("custom_field")) continue;
    const near = didYouMean(step, Object.keys(getters));
    if (near !== "") problems.add(`${path}/path`, `no PCCO and no context has "${step}".${near}`);
  }
}
