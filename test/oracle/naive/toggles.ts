import type { Toggle } from "../../../sdk/src/generated/types.ts";
import { ask } from "./conditions.ts";
import type { Asked } from "./facts.ts";
import { isGroup } from "./values.ts";

/**
 * Where a toggle stands: as the context says; else as the rule set sets it; else, where the context lists toggles at all,
 * at its default. A toggle in the context that is called nearly so may be meant. Where it does not exist it is off.
 */
export function positionOf(asked: Asked, name: string): Toggle | "unknown" {
  const feature = asked.book.features[name];
  if (feature === undefined) throw new Error(`there is no toggle ${name}`);
  const exists = feature.where === undefined ? "holds" : ask(asked, feature.where);
  if (exists === "broken") return "off";
  const position = positionIn(asked, name, feature.default);
  return exists === "holds" || position === "off" ? position : "unknown";
}

function positionIn({ book, facts }: Asked, name: string, usual: Toggle): Toggle | "unknown" {
  const erp = facts.context["erp"];
  const listed = isGroup(erp) ? erp["features"] : undefined;
  if (!isGroup(listed)) return book.settings[name] ?? "unknown";
  const given = Object.hasOwn(listed, name) ? listed[name] : undefined;
  if (typeof given === "boolean") return given ? "on" : "off";
  if (given !== undefined) return "unknown";
  const isNear = (key: string): boolean => slips(key.toLowerCase(), name.toLowerCase()) <= 3;
  if (!Object.hasOwn(listed, name) && Object.keys(listed).some(isNear)) return "unknown";
  return book.settings[name] ?? usual;
}

/** In how many letters two words differ: left out, put in or written otherwise. */
function slips(word: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [index, letter] of Array.from(word).entries()) {
    const next = [index + 1];
    for (let at = 1; at <= other.length; at++) {
      const replaced = (row[at - 1] ?? 0) + (other[at - 1] === letter ? 0 : 1);
      next[at] = Math.min(replaced, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1);
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
