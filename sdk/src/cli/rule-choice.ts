import { statSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { didYouMean } from "../context/suggest.ts";
import { defaultRules, defaultRulesFor } from "../default-rules.ts";
import { bundledIds } from "../generated/rule-set-ids.ts";
import type { PccoContext } from "../generated/types.ts";
import { loadShipped } from "../load-shipped.ts";
import type { RuleSet } from "../rule-set.ts";
import { isRuleSetError, RuleSetError } from "../rules/rule-file.ts";
import { CommandError } from "./exit-code.ts";
import { rememberBeside } from "./read-beside.ts";
import { mostBytes, notOrdinary, tooLarge } from "./read-file.ts";
import { rememberRead } from "./read-so-far.ts";

/** Chooses rule sets, loading each once. */
export interface RuleChoice {
  /** The rule set of `--rules`, or the newest for Spectrum. */
  readonly preset: RuleSet;
  /**
   * The rule set that is said for a PCCO: that of `--rules`, else the one it pins by `$rules`.
   * @param folder the folder of the PCCO, from which the path of a rule file counts
   * @returns `undefined` when nothing is said
   * @throws {RuleSetError} when the pinned one is not there
   */
  forPin(pin: unknown, folder: string): Promise<RuleSet | undefined>;
  /**
   * The rule set for a PCCO of which nothing is said: the newest for the ERP system of its context, else for Spectrum.
   * @throws {RuleSetError} when none of its versions was in force
   */
  forContext(context: PccoContext): Promise<RuleSet>;
}

/**
 * Prepares the choice of rule sets.
 * @param given what `--rules` says: `id@range`, or the path of a rule file
 * @throws {RuleSetError} when it can't be loaded
 */
export async function chooseRules(given: string | undefined, asOf: string | undefined): Promise<RuleChoice> {
  const preset = await load(given ?? defaultRules, asOf);
  const loaded = new Map<string, Promise<RuleSet>>();
  const loadOnce = (reference: string): Promise<RuleSet> => {
    const known = loaded.get(reference) ?? load(reference, asOf);
    loaded.set(reference, known);
    return known;
  };
  return {
    preset,
    forPin: async (pin, folder) => {
      if (given !== undefined) return preset;
      if (pin === undefined || pin === null) return undefined;
      if (typeof pin !== "string") throw new RuleSetError(`$rules must be a text such as ${defaultRules}@1`);
      const reference = isRuleFile(pin) && !isAbsolute(pin) ? join(folder, pin) : pin;
      return loadOnce(reference).catch((error: unknown) => {
        throw isRuleSetError(error) && error.problems.length > 0 ? withoutContent(reference, error) : error;
      });
    },
    forContext: async (context) => {
      const id = defaultRulesFor(context, bundledIds);
      return id === defaultRules ? preset : loadOnce(id);
    },
  };
}

/** Faults of a file that a PCCO names, told without a word of it: a PCCO of strangers can name any file that is there. */
function withoutContent(file: string, { problems }: RuleSetError): RuleSetError {
  const line = problems.find(({ range }) => range !== undefined)?.range?.start.line;
  const at = line === undefined ? "" : ` (line ${line + 1})`;
  return new RuleSetError(`the rule file ${file} has faults${at}; see them with erp-rules lint ${file}`);
}

/** Loads a rule set by `id@range` or from a file. What can be read without the file system takes the short way. */
async function load(reference: string, asOf: string | undefined): Promise<RuleSet> {
  const known = statSync(reference, { throwIfNoEntry: false });
  if (isRuleFile(reference) || known?.isFile() === true) {
    if (known === undefined) throw new RuleSetError(`there is no rule file ${reference}.`);
    if (known.isDirectory()) throw new RuleSetError(`${reference} is a folder; name one of its rule files.`);
    if (!known.isFile()) throw new RuleSetError(`the rule file ${reference} can't be used: it ${notOrdinary}.`);
    if (known.size > mostBytes) throw new RuleSetError(`the rule file ${reference} can't be used: it has ${tooLarge}.`);
    rememberRead(reference);
    rememberBeside(reference);
    const { loadOwnRules } = await import("./own-rules.ts");
    return loadOwnRules(reference);
  }
  try {
    return await loadShipped(reference, asOf === undefined ? {} : { asOf });
  } catch (error) {
    if (known?.isDirectory() === true) throw new RuleSetError(`${reference} is a folder; name one of its rule files.`);
    throw error;
  }
}

/** Whether a reference can only be the path of a rule file. */
function isRuleFile(reference: string): boolean {
  return /\.(ya?ml|json)$/i.test(reference);
}

/**
 * Makes sure that PCCOs can be checked for an event. Rules without a life cycle can be checked for sending, and for
 * nothing else.
 * @throws {CommandError} with the event probably meant
 */
export function checkedEvent(rules: RuleSet, event: string): string {
  return rules.events.length === 0 && event === "send" ? event : knownEvent(rules, event);
}

/**
 * Makes sure that an event exists.
 * @throws {CommandError} with the event probably meant
 */
export function knownEvent(rules: RuleSet, event: string): string {
  mustHaveEvents(rules);
  if (rules.events.includes(event)) return event;
  throw new CommandError(
    `there is no event "${event}".${didYouMean(event, rules.events)} Events are ${rules.events.join(", ")}.`,
  );
}

/**
 * Makes sure that rules have a life cycle.
 * @throws {CommandError} which says how they get one
 */
export function mustHaveEvents({ events, reference: { id, version } }: RuleSet): void {
  if (events.length > 0) return;
  throw new CommandError(
    `the rules ${id} ${version} have no life cycle, so there are no events. Write "extends: procore/pcco-life-cycle@1.0.0" into the rule file, or a "lifecycle" of your own.`,
  );
}

/**
 * Makes sure that toggles exist.
 * @throws {CommandError} with the toggle probably meant
 */
export function knownFeatures(rules: RuleSet, features: Readonly<Record<string, boolean>>): void {
  const known = Object.keys(rules.definition.features);
  for (const name of Object.keys(features)) {
    if (!known.includes(name))
      throw new CommandError(
        `there is no feature "${name}".${didYouMean(name, known)} Features are ${known.join(", ") || "none"}.`,
      );
  }
}
