import type { EventWhy, Explanation } from "@erp-export-rules/sdk/authoring";
import { code } from "../pcco/markdown.ts";
import { conditionItem, type Item, item, listLines } from "./why-words.ts";

/** Whether the event can happen and why, as lines of Markdown; none for rules without a life cycle. */
export function eventLines({ event, move, reasons }: Explanation): readonly string[] {
  if (move === undefined) return [];
  return [
    `## Event ${code(event.name)} ${event.label}`,
    "",
    ...(reasons.length > 0
      ? ["It is refused:", "", ...listLines(reasons.map(({ kind, message }) => item(`${kind}: ${message}`)))]
      : [`It can happen. ${move.to === undefined ? "The ERP status stays." : `The ERP status becomes ${move.to}.`}`]),
    "",
    ...listLines([statusItem(move), roleItem(move), ...move.guards.map(guardItem)]),
    "",
  ];
}

function statusItem({ status, isPossible, from }: EventWhy): Item {
  const answer = isPossible ? "holds" : "does not hold";
  return item(`${answer}: the ERP status is one of these: ${from.join(", ")}. Found: ${status}`);
}

function roleItem({ roles }: EventWhy): Item {
  const answers = roles.map(({ is }) => is.answer);
  const answer = answers.includes("holds") ? "holds" : answers.includes("unknown") ? "unknown" : "does not hold";
  return item(
    `${answer}: the person has ${roles.length === 1 ? "this role" : "one of these roles"}`,
    roles.map(({ label, is }) => item(`${is.answer}: ${label}`, [conditionItem(is)])),
  );
}

function guardItem({ when, message }: EventWhy["guards"][number]): Item {
  return item(`${when.answer}: what else is needed. Otherwise: ${message}`, [conditionItem(when)]);
}
