import type { CheckKeywords, Field } from "../../generated/types.ts";
import { type Change, removed, replaced } from "./mutant.ts";

/** Statuses and other words that are allowed though they should not be, or the other way round. */
export function otherWords(
  { equals, oneOf }: CheckKeywords,
  path: string,
  field: Field | undefined,
): readonly Change[] {
  const choices = Object.keys(field?.choices ?? {});
  if (typeof equals === "boolean")
    return [replaced("negated", `${path}/equals`, `equals is ${!equals} instead of ${equals}`, !equals)];
  if (typeof equals === "string") {
    const others = choices.filter((choice) => choice !== equals);
    return others.map((other) => ({
      kind: "status",
      path: `${path}/equals`,
      change: `${other} is allowed, too`,
      edits: [
        { op: "remove", path: `${path}/equals` },
        { op: "add", path: `${path}/oneOf`, value: [equals, other] },
      ],
    }));
  }
  if (oneOf === undefined) return [];
  return [
    ...(oneOf.length < 2
      ? []
      : oneOf.map((word, index) => removed("status", `${path}/oneOf/${index}`, `${word} is not allowed`))),
    ...choices
      .filter((choice) => !oneOf.includes(choice))
      .map(
        (choice): Change => ({
          kind: "status",
          path: `${path}/oneOf`,
          change: `${choice} is allowed, too`,
          edits: [{ op: "add", path: `${path}/oneOf/-`, value: choice }],
        }),
      ),
  ];
}
