import { isList } from "../../document/value.ts";
import { isMutable, type Mutable, put, setOwn } from "./put.ts";
import { LIST, MISSPELT, ODD, type Slot } from "./slot.ts";
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

/**
 * Puts values together. Lists come before their lines, and lines before what stands on them. A list may also be given as a
 * number of lines.
 */
export function worldOf(entries: readonly Entry[]): World {
  const world: World = { document: {}, context: {}, input: {} };
  for (const { slot, line, value } of entries) {
    if (value === undefined) continue;
    const root = world[slot.place];
    switch (slot.kind) {
      case "list": {
        put(root, slot.list?.split(".") ?? [], (group, key) => setOwn(group, key, listOf(value)));
        break;
      }
      case "line":
        onLine(root, slot, line, (list, at) => {
          // A line is there when all before it are.
          if (at === list.length) list.push({});
          if (at < list.length && value === ODD) list[at] = oddText;
        });
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

/** A list without lines, or with so many. */
function listOf(value: unknown): unknown {
  if (value === LIST) return [];
  return typeof value === "number" ? Array.from({ length: value }, () => ({})) : value === ODD ? oddText : value;
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

/** Does something to a line of a list, if there is such a list. */
function onLine(
  root: Mutable,
  { list: path = "" }: Slot,
  line: number | undefined,
  change: (list: unknown[], at: number) => void,
): void {
  let list: unknown = root;
  for (const step of path.split(".")) list = isMutable(list) ? list[step] : undefined;
  if (isMutableList(list) && line !== undefined) change(list, line);
}

function isMutableList(value: unknown): value is unknown[] {
  return isList(value);
}
