import type { Setting } from "./inspect.ts";
import { type Clock, clock, features, type Typed, text } from "./options.ts";
import { chooseRules, knownFeatures } from "./rule-choice.ts";
import { findSurroundings } from "./surroundings.ts";

/**
 * What the options shared by all commands that take a PCCO say.
 * @throws {CommandError} or {RuleSetError} when one of them can't be used
 */
export async function readSetting(typed: Typed): Promise<Setting & { readonly clock: Clock }> {
  const time = clock(typed);
  const toggles = features(typed);
  const choice = await chooseRules(text(typed, "rules"), time.asOf);
  knownFeatures(choice.preset, toggles);
  const surroundings = await findSurroundings({
    context: text(typed, "context"),
    actor: text(typed, "actor"),
    features: toggles,
  });
  return { choice, surroundings, clock: time };
}
