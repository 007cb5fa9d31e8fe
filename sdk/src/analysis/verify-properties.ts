import { toPointer } from "../document/pointer.ts";
import { isList, isObject } from "../document/value.ts";
import type { Problems } from "../rules/rule-file.ts";
import { nearProperty, ownFields } from "../rules/verify-path.ts";

/** Below these stand names that are no properties: those of toggles, and a company's own. */
const freeBelow: ReadonlySet<string> = new Set(["features", ownFields]);

/** Checks the JSON Pointers of changes, and the names of properties in them and in what they set. */
export function verifyChanges(
  path: string,
  changes: Readonly<Record<string, unknown>> | undefined,
  problems: Problems,
): void {
  for (const [pointer, value] of Object.entries(changes ?? {})) {
    const place = `${path}${toPointer([pointer])}`;
    if (!pointer.startsWith("/")) {
      problems.add(place, `write a JSON Pointer, which begins with a slash, such as /line_items/0/amount`);
      continue;
    }
    const steps = pointer.slice(1).split("/");
    const free = steps.findIndex((step) => freeBelow.has(step));
    for (const step of free < 0 ? steps : steps.slice(0, free)) verifyProperty(place, step, problems);
    if (free < 0) verifyProperties(place, value, problems, 0);
  }
}

/**
 * Checks the names of properties inside a value against those that PCCOs and contexts have.
 * @param names how many levels of names of the file's own stand above the properties
 */
export function verifyProperties(path: string, value: unknown, problems: Problems, names: number): void {
  if (isList(value)) {
    value.forEach((item, index) => {
      verifyProperties(`${path}/${index}`, item, problems, names);
    });
    return;
  }
  if (!isObject(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    const place = `${path}${toPointer([key])}`;
    if (names === 0) verifyProperty(place, key, problems);
    if (names > 0 || !freeBelow.has(key)) verifyProperties(place, inner, problems, Math.max(0, names - 1));
  }
}

function verifyProperty(place: string, name: string, problems: Problems): void {
  const near = nearProperty(name);
  if (near !== "") problems.add(place, `no PCCO and no context has "${name}".${near}`);
}
