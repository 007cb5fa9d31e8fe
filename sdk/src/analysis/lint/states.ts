import { toPointer } from "../../document/pointer.ts";
import type { LintFinding } from "./finding.ts";
import { allWays, isFrom, outerStates, type Standpoint, type Way } from "./graph.ts";
import type { Scene } from "./scene.ts";

/** ERP statuses that can't be reached or left, and events that no PCCO can come to. */
export function* lintStates(scene: Scene): Generator<LintFinding> {
  const { definition: set } = scene.rules;
  const outer = outerStates(set);
  const ways = allWays(set);
  const reached = new Set(ways.map(({ at }) => at.state));
  for (const [name, { label }] of Object.entries(set.states)) {
    if (!scene.owns("states", name)) continue;
    const place = scene.placeAt(`/states/${name}`);
    if (outer.includes(name)) {
      yield {
        id: "lint/unreachable-state",
        severity: "info",
        message: `No event leads to ERP status "${name}" (${label}): a PCCO is in it only when the ERP integration says so.`,
        place,
        related: [],
      };
    } else if (!reached.has(name)) {
      yield {
        id: "lint/unreachable-state",
        severity: "warning",
        message: `ERP status "${name}" (${label}) can't be reached: no event leads to it from where a PCCO can be. Let an event lead to it ("to"), or take it out.`,
        place,
        related: [],
      };
    } else if (!ways.some(({ at }) => at.state === name && leaves(scene, at, name))) {
      yield {
        id: "lint/dead-end",
        severity: "warning",
        message: `ERP status "${name}" (${label}) can't be left: no event that is possible in it leads to another one. Add it under "from" of an event.`,
        place,
        related: [],
      };
    }
  }
  yield* lintEvents(scene, ways);
}

function leaves({ rules }: Scene, at: Standpoint, name: string): boolean {
  return Object.values(rules.definition.lifecycle).some(
    (event) => event.to !== undefined && event.to !== name && isFrom(event, at),
  );
}

function* lintEvents(scene: Scene, ways: readonly Way[]): Generator<LintFinding> {
  for (const [name, { from }] of Object.entries(scene.rules.definition.lifecycle)) {
    if (!scene.owns("lifecycle", name)) continue;
    const idle = from.flatMap((each, index) =>
      ways.some(({ at }) => isFrom({ from: [each] }, at)) ? [] : [{ each, index }],
    );
    const isWhole = idle.length === from.length;
    for (const { each, index } of isWhole ? idle.slice(0, 1) : idle) {
      const where = typeof each === "string" ? `"${each}"` : `"${each.state}" after "${each.after}"`;
      yield {
        id: "lint/unreachable-event",
        severity: "warning",
        message: isWhole
          ? `Event "${name}" can't be reached: no PCCO can come to an ERP status in which it is possible. Mend its "from", or let an event lead there.`
          : `Event "${name}" is never asked in ERP status ${where}: no PCCO can come to it. Mend this part of "from", or take it out.`,
        place: scene.placeAt(isWhole ? `/lifecycle/${name}` : toPointer(["lifecycle", name, "from", index])),
        related: [],
      };
    }
  }
}
