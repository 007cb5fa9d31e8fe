import { isList } from "../../document/value.ts";
import { isMutable, type Mutable, put, setOwn } from "./put.ts";
import { MISSPELT, ODD, type Slot } from "./slot.ts";
import type { Variable } from "./space.ts";

/** A PCCO, its surroundings and what is entered for an event. */
export interface World {
  readonly document: Mutable;
  readonly context: Mutable;
  readonly input: Mutable;
}

/** A slot with its value. */
export interface Entry extends Pick<Variable, "slot" | "line"> {
  readonly value: unknown;
}

/** What stands where a list or a line should. */
export const oddText = "odd";

/** Puts values together. Lists come before their lines, and lines before what stands on them. */
export function worldOf(entries: readonly Entry[]): World {
  const world: World = { document: {}, context: {}, input: {} };
  for (const { slot, line, value } of entries) {
    if (value === undefined) continue;
    const root = world[slot.place];
    switch (slot.kind) {
      case "list": {
        const list =
          typeof value === "number" ? Array.from({ length: value }, () => ({})) : value === ODD ? oddText : value;
        put(root, slot.list?.split(".") ?? [], (group, key) => setOwn(group, key, list));
        break;
      }
      case "line":
        if (value === ODD) onLine(root, slot, line, (list, at) => void list.splice(at, 1, oddText));
        break;
      case "toggles":
        put(root, slot.steps, (group, key) => setOwn(group, key, {}));
        break;
      case "toggle":
        putToggle(root, slot, value);
        break;
      case "value":
        if (slot.list === undefined) put(root, slot.steps, (group, key) => setOwn(group, key, value));
        else
          onLine(root, slot, line, (list, at) => {
            const item = list[at];
            if (isMutable(item)) put(item, slot.steps, (group, key) => setOwn(group, key, value));
          });
    }
  }
  return world;
}

/** Lists a toggle where toggles are listed. */
function putToggle(context: Mutable, slot: Slot, value: unknown): void {
  let listed: unknown = context;
  for (const step of slot.steps.slice(0, -1)) listed = isMutable(listed) ? listed[step] : undefined;
  if (isMutable(listed)) listToggle(listed, slot, value);
}

/** Lists a toggle: under its own name, or one that is nearly its own. */
export function listToggle(listed: Mutable, slot: Slot, value: unknown): void {
  const name = slot.steps.at(-1) ?? "";
  if (value === MISSPELT) setOwn(listed, name.slice(0, -1), true);
  else if (value !== undefined) setOwn(listed, name, value);
}

/** Does something to a line, if there is such a line. */
function onLine(
  root: Mutable,
  { list: path = "" }: Slot,
  line: number | undefined,
  change: (list: unknown[], at: number) => void,
): void {
  let list: unknown = root;
  for (const step of path.split(".")) list = isMutable(list) ? list[step] : undefined;
  if (isMutableList(list) && line !== undefined && line < list.length) change(list, line);
}

function isMutableList(value: unknown): value is unknown[] {
  return isList(value);
}
