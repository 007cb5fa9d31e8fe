import { editValue } from "../document/edit-value.ts";
import { fromPointer, valueAt } from "../document/pointer.ts";
import type { Edit } from "../document/text.ts";
import { isObject, type JsonObject } from "../document/value.ts";
import type { Pcco, PccoContext, RuleTestCase, RuleTestFile } from "../generated/types.ts";

/** What a case is about. */
export interface Given {
  readonly document: Pcco;
  readonly context: PccoContext;
}

/**
 * The document and the context of a case, with its changes and its actor.
 * @throws {RangeError} when one of them is not there, or a change leads nowhere
 */
export function givenTo(
  file: RuleTestFile,
  { document: name, change, context, changeContext, actor }: Omit<RuleTestCase, "name">,
): Given {
  return {
    document: changed(documentNamed(file, name), change, `document "${name}"`),
    context: contextOf(file, context, changeContext, actor),
  };
}

/** A document of the file, or a variant of one. A variant is made from what stands above it, so this comes to an end. */
function documentNamed(file: RuleTestFile, name: string): JsonObject | undefined {
  const above = Object.entries(file.variants ?? {});
  const at = above.findIndex(([variant]) => variant === name);
  const [, variant] = above[at] ?? [];
  if (variant === undefined) return named(file.documents, name);
  const before = { ...file, variants: Object.fromEntries(above.slice(0, at)) };
  return changed(documentNamed(before, variant.of), variant.change, `document "${variant.of}"`);
}

function contextOf(
  file: RuleTestFile,
  name: string | undefined,
  changeContext: RuleTestCase["changeContext"],
  actor: string | undefined,
): PccoContext {
  const context =
    name === undefined
      ? changed({}, changeContext, "")
      : changed(named(file.contexts, name), changeContext, `context "${name}"`);
  if (actor === undefined) return context;
  const person = named(file.actors, actor);
  if (person === undefined) throw new RangeError(`there is no actor "${actor}"`);
  return { ...context, actor: person };
}

/** The entry of a name, unless it is one that every object has, such as `constructor`. */
function named<T>(entries: Readonly<Record<string, T>> = {}, name: string): T | undefined {
  return Object.hasOwn(entries, name) ? entries[name] : undefined;
}

function changed(value: JsonObject | undefined, changes: RuleTestCase["change"], name: string): JsonObject {
  if (value === undefined) throw new RangeError(`there is no ${name}`);
  let result: unknown = value;
  for (const [path, to] of Object.entries(changes ?? {})) result = editValue(result, [editOf(result, path, to)]);
  if (!isObject(result)) throw new RangeError(`nothing is left of ${name}`);
  return result;
}

function editOf(value: unknown, path: string, to: unknown): Edit {
  if (to === null) return { op: "remove", path };
  return { op: valueAt(value, fromPointer(path)) === undefined ? "add" : "replace", path, value: to };
}
