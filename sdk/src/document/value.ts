/** A JSON object: string keys, any values. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object (not a list, not null). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is a list. Unlike `Array.isArray` it types the items as `unknown`. */
export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** Whether a value has keys: an object, or a list, whose keys no path names. */
export function isKeyed(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
