import { didYouMean, nearestWord } from "../context/suggest.ts";
import { fromPointer, valueAt } from "../document/pointer.ts";
import { schemaKeys } from "../generated/schema-keys.ts";
import { show } from "../keywords/show.ts";
import type { SchemaError } from "./schema-error.ts";

/** A schema complaint as a sentence, at the place where it should be shown. */
export interface SchemaProblem {
  readonly path: string;
  readonly message: string;
}

/** Complaints that only say that one of the others has failed. */
const echoes = new Set(["anyOf", "oneOf", "if", "propertyNames", "additionalItems"]);

/**
 * Rewrites schema complaints as sentences for people. Alternatives that all fail are reported by the complaint that
 * went furthest into the value, since that is the one its author meant.
 */
export function schemaProblems(root: unknown, errors: readonly SchemaError[]): readonly SchemaProblem[] {
  const problems = new Map<string, SchemaProblem>();
  for (const error of errors) {
    if (echoes.has(error.keyword) && errors.some((other) => other !== error && isInside(other, error))) continue;
    const problem = describe(root, error);
    const key = error.keyword === "required" || error.keyword === "additionalProperties" ? `${problem.path} ${problem.message}` : problem.path;
    if (!problems.has(key)) problems.set(key, problem);
  }
  return [...problems.values()];
}

function isInside(inner: SchemaError, outer: SchemaError): boolean {
  if (outer.keyword === "propertyNames") return inner.propertyName === outer.params["propertyName"];
  return inner.instancePath.startsWith(outer.instancePath) && inner.schemaPath.startsWith(outer.schemaPath.replace(/[^/]+$/, ""));
}

function describe(root: unknown, error: SchemaError): SchemaProblem {
  const { params, instancePath: path, propertyName } = error;
  const found = show(valueAt(root, fromPointer(path)));
  const name = lastStep(path);
  if (propertyName !== undefined) {
    const wanted = /^\/(rules|lifecycle)/.test(path) ? "small letters, digits and hyphens, such as date-required" : "letters and digits, beginning with a small letter";
    return { path: `${path}/${propertyName}`, message: `"${propertyName}" can't be a name here; names are ${wanted}` };
  }
  switch (error.keyword) {
    case "additionalProperties": {
      const unknown = String(params["additionalProperty"]);
      return { path: `${path}/${escape(unknown)}`, message: `unknown key "${unknown}".${didYouMean(unknown, allowedKeys(error))}` };
    }
    case "required":
      return { path, message: `${name} needs "${String(params["missingProperty"])}"` };
    case "enum":
    case "const": {
      const allowed = (Array.isArray(params["allowedValues"]) ? params["allowedValues"] : [params["allowedValue"]]).map(String);
      const near = nearestWord(String(valueAt(root, fromPointer(path))), allowed);
      return { path, message: `${name} is ${found}; allowed is ${allowed.join(", ")}.${near === undefined ? "" : ` Did you mean "${near}"?`}` };
    }
    case "type":
      return { path, message: `${name} must be ${typeNoun(params["type"])}; found ${found}` };
    case "pattern":
      return { path, message: `${name} is ${found}, which is not of the form ${patternNoun(name)}` };
    case "minItems":
    case "minProperties":
      return { path, message: `${name} is too short; it needs at least ${String(params["limit"])} ${params["limit"] === 1 ? "entry" : "entries"}` };
    case "maxProperties":
      return { path, message: `${name} may have only ${String(params["limit"])} ${params["limit"] === 1 ? "entry" : "entries"}` };
    default:
      return { path, message: `${name} ${error.message ?? "is not right"}; found ${found}` };
  }
}

/** The keys that are allowed where an unknown one was found. */
function allowedKeys({ schemaPath }: SchemaError): readonly string[] {
  return schemaKeys[schemaPath.slice(schemaPath.indexOf("#")).replace(/\/additionalProperties$/, "")] ?? [];
}

function lastStep(path: string): string {
  const steps = fromPointer(path).map(String);
  const last = steps.at(-1);
  return last === undefined ? "the file" : /^[0-9]+$/.test(last) ? `entry ${Number(last) + 1} of "${steps.at(-2)}"` : `"${last}"`;
}

function escape(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

function typeNoun(type: unknown): string {
  const nouns: Readonly<Record<string, string>> = {
    string: "a text",
    integer: "a whole number",
    number: "a number",
    boolean: "true or false",
    object: "a group of keys",
    array: "a list",
    null: "empty",
  };
  return String(type).split(",").map((name) => nouns[name] ?? name).join(" or ");
}

function patternNoun(name: string): string {
  const nouns: Readonly<Record<string, string>> = {
    '"version"': "1.0.0",
    '"from"': "2020-04-09",
    '"until"': "2020-04-09",
    '"ruleSet"': "spectrum/pcco",
    '"url"': "https://…",
    '"path"': "line_items[].amount",
  };
  return nouns[name] ?? "this key takes";
}
