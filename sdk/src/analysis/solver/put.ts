import { isObject } from "../../document/value.ts";

/** A group of fields that is still being made. */
export type Mutable = Record<string, unknown>;

/** Sets the last of some keys, making the groups on the way. What stands in the way as something else stays. */
export function put(root: Mutable, steps: readonly string[], set: (group: Mutable, key: string) => void): void {
  let group = root;
  for (const [depth, step] of steps.entries()) {
    if (depth === steps.length - 1) {
      set(group, step);
      return;
    }
    const inner = Object.getOwnPropertyDescriptor(group, step);
    if (inner === undefined) {
      const made: Mutable = {};
      setOwn(group, step, made);
      group = made;
    } else if (isMutable(inner.value)) group = inner.value;
    else return;
  }
}

/** Sets a member, also one that is called `__proto__`. */
export function setOwn(group: Mutable, key: string, value: unknown): void {
  if (key !== "__proto__") group[key] = value;
  else Object.defineProperty(group, key, { value, enumerable: true, configurable: true, writable: true });
}

/** Whether a value is a group of fields, which whoever made it may change. */
export function isMutable(value: unknown): value is Mutable {
  return isObject(value);
}
