import { parsePath } from "../context/field-path.ts";
import { isInherited } from "../context/walk.ts";
import type { Field } from "../generated/types.ts";
import { literal } from "../keywords/literal.ts";

// Expressions that read along paths, and that tell the type of what is found there.

/** Whether a path leads along keys that an object has only when someone wrote them. */
export function isPlain(path: string): boolean {
  const { list = [], steps } = parsePath(path);
  return ![...list, ...steps].some(isInherited);
}

/** Whether a field stands where another does, and can be read as it can. */
export function isReadAlike(other: Field, field: Field): boolean {
  const listOf = ({ in: place = "document", path }: Field): string => `${place} ${parsePath(path).list?.join(".")}`;
  return other.otherwise === undefined && isPlain(other.path) && listOf(other) === listOf(field);
}

// What is asked of nearly every value is written out where it is asked: a function this long calls others rather than
// take them in. `t` and `q` are variables for this.

/** An expression that walks along keys; `undefined` where it can't go on, `null` where that is what stands there. */
export function along(root: string, steps: readonly string[]): string {
  return steps.reduce(
    (expression, step, index) =>
      index === 0 && root === "item"
        ? `${root}[${literal(step)}]`
        : `(typeof (t = ${expression}) === "object" && t !== null ? t[${literal(step)}] : undefined)`,
    root,
  );
}

/**
 * An expression: whether a value is there and of the field's type. What is most often there is asked first.
 * @param isFull an expression: whether what is known to be a text is certainly not blank; `true` where blank texts are taken
 * for others
 */
export function presentTest(variable: string, field: Field, isFull: string = beginsFull(variable)): string {
  const text = `typeof ${variable} === "string"`;
  const fullText = isFull === "true" ? text : `${text} && (${isFull} || !isBlank(${variable}))`;
  switch (field.type) {
    case "text":
    case "money":
    case "choice":
      return fullText;
    case "id":
      return `typeof ${variable} === "number" ? Number.isSafeInteger(${variable}) : ${fullText}`;
    default:
      return typeTest(variable, field);
  }
}

/**
 * An expression: whether a text begins with a character that is no space. The code of a character that is not there would make V8 compile
 * the whole test anew, so the length is asked first.
 */
export function beginsFull(variable: string): string {
  return `${variable}.length > 0 && (q = ${variable}.charCodeAt(0)) > 32 && q < 160`;
}

/** An expression: whether what a variable holds is known to be missing. */
export function absentTest(variable: string): string {
  return `(${variable} === undefined || isAbsent(${variable}))`;
}

/** An expression: whether a variable holds a group of fields. */
export function objectTest(variable: string): string {
  return `typeof ${variable} === "object" && ${variable} !== null && !Array.isArray(${variable})`;
}

/** The test of a type whose values are never blank. */
function typeTest(variable: string, { type }: Field): string {
  switch (type) {
    case "date":
      return `typeof ${variable} === "string" && isDate(${variable})`;
    case "dateTime":
      return `typeof ${variable} === "string" && isDateTime(${variable})`;
    case "boolean":
      return `typeof ${variable} === "boolean"`;
    case "integer":
      return `Number.isSafeInteger(${variable})`;
    case "list":
      return `isList(${variable})`;
    default:
      return "false";
  }
}
