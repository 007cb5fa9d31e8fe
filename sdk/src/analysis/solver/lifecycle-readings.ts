import { compileFields } from "../../context/field.ts";
import type { EventInput, Field as FieldDefinition } from "../../generated/types.ts";
import type { ResolvedRuleSet } from "../../rules/resolve.ts";
import type { Source } from "./groups.ts";
import { type Slot, valueSlot } from "./slot.ts";

const types: Readonly<Record<EventInput["type"], FieldDefinition["type"]>> = {
  text: "text",
  date: "date",
  boolean: "boolean",
  texts: "list",
};

/** How the life cycle looks at the ERP status, and at what is entered for events. */
export function lifecycleReadings({ states, lifecycle }: ResolvedRuleSet): Source["others"] {
  const events = Object.values(lifecycle);
  const statuses = Object.entries(states).flatMap(([name, { aliases = [] }]) => [name, ...aliases]);
  const before = events.flatMap(({ from }) => from.flatMap((each) => (typeof each === "string" ? [] : [each.after])));
  const inputs = events.flatMap(({ input = {} }) => Object.entries(input));
  return [
    wordsAt(erpStatus, "erp.status", statuses),
    wordsAt(lastEvent, "erp.last_event", before),
    wordsAt(erpOriginId, "erp.origin_id", []),
    wordsAt(originId, "origin_id", []),
    ...inputs.map(([name, { type }]) => {
      const field = fieldOf({ label: name, in: "input", path: name, type: types[type] });
      return { slot: inputSlot(name), reading: { field, boundaries: [], judge: inputClass } };
    }),
  ];
}

/** Where the ERP status stands. */
export const erpStatus = valueSlot("document", undefined, ["erp", "status"]);

/** Where the last event is noted. */
export const lastEvent = valueSlot("document", undefined, ["erp", "last_event"]);

const erpOriginId = valueSlot("document", undefined, ["erp", "origin_id"]);
const originId = valueSlot("document", undefined, ["origin_id"]);

/** All that decides which ERP status a PCCO has. A record with an ERP id is taken for synced unless it says otherwise. */
export const statusSlots: readonly Slot[] = [erpStatus, erpOriginId, originId];

/** Where a value that is entered for an event stands. */
export function inputSlot(name: string): Slot {
  return valueSlot("input", undefined, [name]);
}

function wordsAt(slot: Slot, path: string, words: readonly string[]): Source["others"][number] {
  return {
    slot,
    reading: {
      field: fieldOf({ label: path, path, type: "text" }),
      boundaries: words.length === 0 ? [] : [{ kind: "words", words }],
      judge: (value) => words.indexOf(String(value)),
    },
  };
}

function fieldOf(definition: FieldDefinition) {
  const field = compileFields({ it: definition }).get("it");
  if (field === undefined) throw new RangeError("a field was not made");
  return field;
}

/** A list of texts is told from an empty one, and from one of something else; and yes from no, since one may be asked for. */
function inputClass(value: unknown): unknown {
  if (typeof value === "boolean") return value;
  return Array.isArray(value) ? value.length > 0 : undefined;
}
