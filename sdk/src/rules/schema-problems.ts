import { didYouMean } from "../context/suggest.ts";
import { fromPointer, toPointer, valueAt } from "../document/pointer.ts";
import { isList, isObject } from "../document/value.ts";
import { schemaKeys } from "../generated/schema-keys.ts";
import { either, show } from "../keywords/show.ts";
import type { SchemaError } from "./schema-error.ts";

/** A schema complaint as a sentence, at the place where it should be shown. */
export interface SchemaProblem {
  readonly path: string;
  readonly message: string;
}

/** Complaints that only say that one of the others has failed. */
const echoes = new Set(["anyOf", "oneOf", "if", "propertyNames", "additionalItems"]);

/** Complaints about the contents of a group of keys, of which there may be several at one place. */
const aboutKeys = new Set(["required", "additionalProperties"]);

/** Where the keys of each part of a file are listed among `schemaKeys`. The first pattern that fits a JSON Pointer counts. */
export type Parts = readonly (readonly [RegExp, string])[];

/**
 * Rewrites schema complaints as sentences for people, one for each thing that is wrong. Where alternatives have all
 * failed, a group of keys is judged as the alternative that is a group, since that is the one its author meant.
 * @param parts the parts of the file; those of a rule file unless given
 */
export function schemaProblems(
  root: unknown,
  errors: readonly SchemaError[],
  parts: Parts = ruleFileParts,
): readonly SchemaProblem[] {
  const failed = new Set(errors.filter(({ keyword }) => keyword === "anyOf").map(({ instancePath }) => instancePath));
  const problems = new Map<string, SchemaProblem>();
  for (const error of errors) {
    const { keyword, instancePath: path } = error;
    if (echoes.has(keyword)) continue;
    const isAlternative = failed.has(path) && !aboutKeys.has(keyword);
    if (isAlternative && isObject(at(root, path)) && errors.some((other) => isAboutInside(other, path))) continue;
    if (
      keyword === "minProperties" &&
      errors.some((other) => other.keyword === "required" && other.instancePath === path)
    )
      continue;
    const types = isAlternative
      ? errors.filter((other) => other.keyword === "type" && other.instancePath === path)
      : [error];
    const problem = describe(root, error, types, parts);
    const key =
      aboutKeys.has(keyword) || error.propertyName !== undefined ? `${problem.path} ${problem.message}` : problem.path;
    if (!problems.has(key)) problems.set(key, problem);
  }
  return [...problems.values()];
}

function isAboutInside({ keyword, instancePath }: SchemaError, path: string): boolean {
  return instancePath.startsWith(`${path}/`) || (instancePath === path && aboutKeys.has(keyword));
}

/** @param types all complaints about the type of the same value: the alternatives it could have been */
function describe(root: unknown, error: SchemaError, types: readonly SchemaError[], parts: Parts): SchemaProblem {
  const { params, instancePath: path, propertyName } = error;
  const value = at(root, path);
  const found = show(value);
  const name = nameOf(root, path);
  if (propertyName !== undefined) {
    return {
      path: `${path}${toPointer([propertyName])}`,
      message: `"${propertyName}" can't be a name here; names are ${namesAre(path)}`,
    };
  }
  const limit = Number(params["limit"]);
  switch (error.keyword) {
    case "additionalProperties": {
      const unknown = String(params["additionalProperty"]);
      return {
        path: `${path}${toPointer([unknown])}`,
        message: `unknown key "${unknown}".${hint(unknown, allowedKeys(path, parts))}`,
      };
    }
    case "required":
      return { path, message: `${name} needs "${String(params["missingProperty"])}"` };
    case "const":
      return { path, message: `${name} is ${found}; it can only be ${String(params["allowedValue"])}` };
    case "enum": {
      const allowed = Array.isArray(params["allowedValues"]) ? params["allowedValues"].map(String) : [];
      return { path, message: `${name} is ${found}; it can be ${either(allowed)}.${meant(value, allowed)}` };
    }
    case "type":
      return {
        path,
        message: `${name} must be ${forms[name] === undefined ? typesOf(types) : `written ${forms[name]}`}; found ${found}${quotes(name, value, types)}`,
      };
    case "pattern":
      return { path, message: `${name} is ${found}; it must be written ${forms[name] ?? "in another way"}` };
    case "minItems":
    case "minProperties":
      if (/^\/overrides\/[^/]+$/.test(path))
        return { path, message: `${name} changes nothing; write what is to be different beside "because"` };
      return { path, message: `${name} is empty; it needs at least one entry` };
    case "maxProperties":
      return { path, message: `${name} may have only ${counted(limit, "entry", "entries")}` };
    case "minLength":
      return { path, message: `${name} must not be empty` };
    case "maxLength":
      return { path, message: `${name} is too long; at most ${counted(limit, "character", "characters")} are allowed` };
    case "minimum":
      return { path, message: `${name} must be ${limit} or more; found ${found}` };
    case "maximum":
      return { path, message: `${name} must be ${limit} or less; found ${found}` };
    case "uniqueItems":
      return { path, message: `${name} lists an entry twice` };
    default:
      return { path, message: `${name} is ${found}, which is not allowed here` };
  }
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** The value at a JSON Pointer; a step of digits may also be a key. */
function at(root: unknown, path: string): unknown {
  return valueAt(root, pathIn(root, path));
}

/** Reads a JSON Pointer into a value that may have keys of digits only. */
export function pathIn(root: unknown, pointer: string): readonly (string | number)[] {
  let value = root;
  return fromPointer(pointer).map((step) => {
    const own = isObject(value) ? String(step) : step;
    value = valueAt(value, [own]);
    return own;
  });
}

function nameOf(root: unknown, path: string): string {
  const steps = pathIn(root, path);
  const last = steps.at(-1);
  return last === undefined
    ? "the file"
    : typeof last === "number"
      ? `entry ${last + 1} of "${steps.at(-2)}"`
      : `"${last}"`;
}

function namesAre(path: string): string {
  if (/^\/(rules|lifecycle)$/.test(path)) return "small letters, digits and hyphens, such as date-required";
  if (/^\/states$|\/input$/.test(path)) return "small letters, digits and underscores, such as ready_to_export";
  return "letters and digits, beginning with a small letter, such as billingItemCode";
}

const ruleFileParts: Parts = [
  [/^$/, "#"],
  [/^\/effective$/, "#/properties/effective"],
  [/^\/sources\/[^/]+$/, "#/definitions/source"],
  [/^\/features\/[^/]+$/, "#/definitions/feature"],
  [/^\/fields\/[^/]+$/, "#/definitions/field"],
  [/^\/fields\/[^/]+\/otherwise$/, "#/definitions/otherwise"],
  [/^\/rules\/[^/]+$/, "#/definitions/rule"],
  [/^\/overrides\/[^/]+$/, "#/definitions/override"],
  [/^\/roles\/[^/]+$/, "#/definitions/role"],
  [/^\/states\/[^/]+$/, "#/definitions/state"],
  [/^\/lifecycle\/[^/]+$/, "#/definitions/event"],
  [/^\/lifecycle\/[^/]+\/from\/[0-9]+$/, "#/definitions/fromState/anyOf/1"],
  [/^\/lifecycle\/[^/]+\/guards\/[0-9]+$/, "#/definitions/guard"],
  [/^\/lifecycle\/[^/]+\/input\/[^/]+$/, "#/definitions/input"],
  [/^\/lifecycle\/[^/]+\/set\/[^/]+$/, "#/definitions/setter"],
  [/\/equals$/, "#/definitions/rule/properties/equals/anyOf/1"],
  [/\/(when|where|not|all\/[0-9]+|any\/[0-9]+)$/, "#/definitions/condition"],
];

function allowedKeys(path: string, parts: Parts): readonly string[] {
  const [, place = ""] = parts.find(([pattern]) => pattern.test(path)) ?? [];
  return schemaKeys[place] ?? [];
}

const fewKeys = 12;

/** The key that was probably meant, or else all keys, if they are few. */
function hint(unknown: string, keys: readonly string[]): string {
  return (
    didYouMean(unknown, keys) || (keys.length > 0 && keys.length <= fewKeys ? ` Known are ${either(keys, "and")}.` : "")
  );
}

const nouns: Readonly<Record<string, string>> = {
  string: "a text",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  object: "a group of keys",
  array: "a list",
  null: "empty",
};

function namesOf(types: readonly SchemaError[]): readonly string[] {
  return [...new Set(types.flatMap(({ params }) => params["type"]).map(String))];
}

function typesOf(types: readonly SchemaError[]): string {
  return either(namesOf(types).map((name) => nouns[name] ?? name));
}

/** A number or a yes-no where only a text may stand has lost its quotes. */
function quotes(name: string, value: unknown, types: readonly SchemaError[]): string {
  const isBare = typeof value === "number" || typeof value === "boolean";
  return isBare && forms[name] === undefined && namesOf(types).join() === "string" ? ". Write it in quotes." : "";
}

const forms: Readonly<Record<string, string>> = {
  '"version"': "like 1.0.0",
  '"from"': "like 2020-04-09",
  '"until"': "like 2020-04-09",
  '"ruleSet"': "like spectrum/pcco, in small letters",
  '"url"': "like https://example.com",
  '"path"': "like line_items[].amount",
  '"minimum"': 'like 0 or "99.50"',
  '"maximum"': 'like 0 or "99.50"',
};

const toggles: ReadonlyMap<string, string> = new Map([
  ["yes", "on"],
  ["true", "on"],
  ["no", "off"],
  ["false", "off"],
]);

/** The word that was probably meant. Yes and no mean on and off, however near "no" is to "on". */
function meant(value: unknown, allowed: readonly string[]): string {
  // Neither a group nor a list is near to a word, and not each of them can be made text.
  if (isList(value) || isObject(value)) return "";
  const word = String(value);
  const toggle = allowed.join() === "on,off" ? toggles.get(word.toLowerCase()) : undefined;
  return toggle === undefined ? didYouMean(word, allowed) : ` Did you mean "${toggle}"?`;
}
