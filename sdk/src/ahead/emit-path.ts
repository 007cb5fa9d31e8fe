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

/** An expression that walks along keys; `undefined` where it can't go on, `null` where that is what stands there. */
export function along(root: string, steps: readonly string[]): string {
  return steps.reduce(
    (expression, step, index) =>
      index === 0 && (root === "item" || root.startsWith("facts"))
        ? `${root}[${literal(step)}]`
        : `at(${expression})[${literal(step)}]`,
    root,
  );
}

/** An expression: whether a value is there and of the field's type. What is most often there is asked first. */
export function presentTest(variable: string, field: Field): string {
  switch (field.type) {
    case "text":
    case "money":
    case "choice":
      return `typeof ${variable} === "string" && !isBlank(${variable})`;
    case "id":
      return `typeof ${variable} === "number" ? Number.isSafeInteger(${variable}) : typeof ${variable} === "string" && !isBlank(${variable})`;
    default:
      return `(${typeTest(variable, field)}) && !isAbsent(${variable})`;
  }
}

function typeTest(variable: string, { type }: Field): string {
  switch (type) {
    case "text":
    case "money":
    case "choice":
      return `typeof ${variable} === "string"`;
    case "id":
      return `typeof ${variable} === "string" || Number.isSafeInteger(${variable})`;
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
  }
}
