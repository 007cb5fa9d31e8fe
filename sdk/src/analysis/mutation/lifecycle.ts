import type { EventInput, FromState, LifecycleEvent } from "../../generated/types.ts";
import { otherConditions, type Surroundings } from "./conditions.ts";
import { type Change, removed, replaced } from "./mutant.ts";

/** The names that an event could have mentioned instead. */
export interface Others {
  readonly states: readonly string[];
  readonly roles: readonly string[];
}

/** Events that are not quite this one. */
export function otherEvents(
  event: LifecycleEvent,
  path: string,
  others: Others,
  around: Surroundings,
): readonly Change[] {
  return [
    ...otherFrom(event.from, path, others.states),
    ...otherRole(event.role, path, others.roles),
    ...(event.guards ?? []).flatMap(({ when }, index): readonly Change[] => {
      const place = `${path}/guards/${index}`;
      return [
        removed("guard", place, `the guard (${around.words(when)}) is dropped`),
        ...otherConditions(when, `${place}/when`, around),
      ];
    }),
    ...(event.checks ?? []).map((stage, index) =>
      removed("dropped", `${path}/checks/${index}`, `rules of the stage ${stage} are not asked`),
    ),
    ...Object.entries(event.input ?? {}).flatMap(([name, input]) => otherInput(name, input, `${path}/input/${name}`)),
  ];
}

function otherFrom(from: readonly FromState[], path: string, states: readonly string[]): readonly Change[] {
  const known = from.filter((each) => typeof each === "string");
  return [
    ...(from.length < 2
      ? []
      : from.map((each, index) => {
          const state = typeof each === "string" ? each : `${each.state} after ${each.after}`;
          return removed("from-state", `${path}/from/${index}`, `it can't happen from ${state}`);
        })),
    ...from.flatMap((each, index) =>
      typeof each === "string" || known.includes(each.state)
        ? []
        : [
            replaced(
              "from-state",
              `${path}/from/${index}`,
              `it can happen from ${each.state} after any event`,
              each.state,
            ),
          ],
    ),
    ...states
      .filter((state) => !from.some((each) => (typeof each === "string" ? each : each.state) === state))
      .map(
        (state): Change => ({
          kind: "from-state",
          path: `${path}/from`,
          change: `it can happen from ${state}, too`,
          edits: [{ op: "add", path: `${path}/from/-`, value: state }],
        }),
      ),
  ];
}

function otherRole(role: LifecycleEvent["role"], path: string, roles: readonly string[]): readonly Change[] {
  const own = typeof role === "string" ? [role] : role;
  const taken =
    own.length < 2
      ? []
      : own.map((name) => ({ roles: own.filter((each) => each !== name), change: `${name} may not do it` }));
  const added = roles
    .filter((name) => !own.includes(name))
    .map((name) => ({ roles: [...own, name], change: `${name} may do it, too` }));
  return [...taken, ...added].map((each) => replaced("role", `${path}/role`, each.change, each.roles));
}

function otherInput(name: string, { required, mustBe, default: preset }: EventInput, path: string): readonly Change[] {
  return [
    ...(required === true ? [replaced("input", `${path}/required`, `${name} need not be given`, false)] : []),
    ...(preset === undefined ? [] : [removed("input", `${path}/default`, `${name} has no default`)]),
    ...(mustBe === undefined
      ? []
      : [
          removed("input", `${path}/mustBe`, `${name} can be ${!mustBe}, too`),
          replaced("input", `${path}/mustBe`, `${name} must be ${!mustBe}`, !mustBe),
        ]),
  ];
}
