import { didYouMean } from "../context/suggest.ts";
import { either } from "../keywords/show.ts";
import type { Problems } from "./rule-file.ts";

/** Whether a name is there; notes a fault, with the name probably meant, when it is not. */
export function known(
  path: string,
  kind: string,
  name: string,
  names: Readonly<Record<string, unknown>>,
  problems: Problems,
): boolean {
  if (Object.hasOwn(names, name)) return true;
  const near = didYouMean(name, Object.keys(names));
  problems.add(path, `unknown ${kind} "${name}".${near || knownAre(Object.keys(names))}`);
  return false;
}

/** The names there are, as a sentence with a leading space. */
export function knownAre(names: readonly string[]): string {
  if (names.length < 2) return names.length === 0 ? " There are none." : ` Known is ${names[0]}.`;
  return ` Known are ${either(names, "and")}.`;
}
