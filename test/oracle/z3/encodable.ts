import type { CheckKeywords, Condition, Field, Rule } from "../../../sdk/src/generated/types.ts";
import type { Book } from "../naive/book.ts";

/** The keywords that are encoded, and for which types of field. */
const encoded: Readonly<Partial<Record<keyof CheckKeywords, readonly Field["type"][]>>> = {
  required: ["text", "id", "money", "boolean", "integer", "choice", "list"],
  absent: ["text", "id", "money", "boolean", "integer", "choice", "list"],
  equals: ["text", "id", "boolean", "integer", "choice"],
  oneOf: ["text", "choice", "id"],
  maxLength: ["text", "choice", "id"],
  minLength: ["text", "choice", "id"],
  minimum: ["money", "integer"],
  maximum: ["money", "integer"],
  maxDecimals: ["money"],
  minItems: ["list"],
  distinct: ["text", "id", "choice"],
  distinctOrSame: ["text", "id", "choice"],
  same: ["text", "id", "choice"],
};

/** Texts: what can be compared with each other, and has a length. */
export const textual: ReadonlySet<Field["type"]> = new Set(["text", "id", "choice"]);

/** Whether a rule can be put into terms: its fields, its keyword and its condition. */
export function isEncodable(book: Book, { field, fields, feature, when, ...settings }: Rule): boolean {
  const names = fields ?? (field === undefined ? [] : [field]);
  if (when !== undefined && !isEncodableCondition(book, when)) return false;
  return feature === undefined ? areEncodable(book, names, settings) : isEncodableFeature(book, feature);
}

function isEncodableFeature(book: Book, name: string): boolean {
  const where = book.features[name]?.where;
  return where === undefined || isEncodableCondition(book, where);
}

function isEncodableCondition(book: Book, condition: Condition): boolean {
  const { all = [], any = [], not, field, feature } = condition;
  const parts = [...all, ...any, ...(not === undefined ? [] : [not])];
  if (parts.length > 0) return parts.every((part) => isEncodableCondition(book, part));
  if (feature !== undefined) return isEncodableFeature(book, feature);
  return field !== undefined && areEncodable(book, [field], condition);
}

function areEncodable(book: Book, names: readonly string[], settings: CheckKeywords): boolean {
  const other = typeof settings.equals === "object" ? [settings.equals.field] : [];
  const types = [...names, ...other].map((name) => typeOf(book, name));
  if (other.length > 0 && !types.every((type) => type !== undefined && textual.has(type))) return false;
  if ([settings.minimum, settings.maximum].some((limit) => limit !== undefined && !/^-?[0-9.]+$/.test(String(limit))))
    return false;
  return Object.entries(encoded).some(
    ([keyword, on]) => keyword in settings && types.every((type) => type !== undefined && on.includes(type)),
  );
}

/** The type of a field that can be put into terms; `undefined` for one that can't. */
function typeOf(book: Book, name: string): Field["type"] | undefined {
  const field = book.fields[name];
  if (field === undefined || field.in === "input" || field.otherwise?.from !== undefined) return undefined;
  if (field.in === "context" && (field.path.includes("[]") || field.type === "list")) return undefined;
  const other = field.otherwise?.field;
  return other === undefined || typeOf(book, other) === field.type ? field.type : undefined;
}
