import { didYouMean } from "../context/suggest.ts";
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
  problems.add(path, `unknown ${kind} "${name}".${near || ` Known are ${Object.keys(names).join(", ") || "none"}.`}`);
  return false;
}
