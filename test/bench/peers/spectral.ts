// biome-ignore-all lint/suspicious/noThenProperty: it is a word of rulesets.

import spectralCore, { type IRuleResult } from "@stoplight/spectral-core";
import { truthy } from "@stoplight/spectral-functions";
import type { Context, Pcco } from "../ten-rules/pcco.ts";
import { tenRules } from "../ten-rules/task.ts";
import { placeIn } from "./place-in.ts";
import { spectralRules } from "./spectral-rules.ts";

const spectral = new spectralCore.Spectral();
spectral.setRuleset(
  spectralRules("$.pcco", contextOf, {
    "contract-synced": {
      given: "$.context.prime_contract",
      then: { field: "origin_id", function: truthy },
    },
  }),
);

function contextOf(document: unknown): Context {
  if (isJudged(document)) return document.context;
  throw new Error("a document without its context");
}

function isJudged(document: unknown): document is { readonly context: Context } {
  return typeof document === "object" && document !== null && "context" in document;
}

const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Hands the values over as they are: as text Spectral would parse them first. */
function checkLater(pcco: Pcco, context: Context): Promise<readonly IRuleResult[]> {
  const parsed = { data: { pcco, context }, diagnostics: [], ast: {}, lineMap: [] };
  return spectral.run({ parsed, getLocationForJsonPath: () => ({ range: nowhere }) });
}

function told({ code, path }: IRuleResult): string {
  return code === "contract-synced" ? "contract-synced " : placeIn(code, path.slice(1));
}

/** spectral-core, its ruleset made once. */
export const contender = tenRules({ checkLater, told });
