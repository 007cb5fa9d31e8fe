import { didYouMean } from "../context/suggest.ts";
import { getters } from "../generated/getters.ts";
import type { Field } from "../generated/types.ts";
import type { Problems } from "./rule-file.ts";

/** Below this a word is near too many others. */
const shortest = 6;

/** `Did you mean …?` for a name that is nearly a known property; nothing for others, for companies have fields of their own. */
export function nearProperty(name: string): string {
  if (name.length < shortest || Object.hasOwn(getters, name) || name.startsWith("custom_field")) return "";
  return didYouMean(name, Object.keys(getters));
}

/** The property under which a company's own fields stand, by names of its own. */
export const ownFields = "custom_fields";

/** A step that is nearly a known property is a slip of the pen. */
export function verifyPath(path: string, field: Field, problems: Problems): void {
  if (field.in === "input") return;
  for (const step of field.path.replaceAll("[]", "").split(".")) {
    if (step === ownFields) return;
    const near = nearProperty(step);
    if (near !== "") problems.add(`${path}/path`, `no PCCO and no context has "${step}".${near}`);
  }
}
