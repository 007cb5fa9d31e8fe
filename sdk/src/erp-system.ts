import { documentFinding } from "./check/finding.ts";
import { rangeFor } from "./check-document.ts";
import { isSameWord, nearestWord } from "./context/suggest.ts";
import { isBlank } from "./context/text-length.ts";
import { defaultRules } from "./default-rules.ts";
import { valueAt } from "./document/pointer.ts";
import type { TextDocument } from "./document/text.ts";
import type { Finding, PccoContext } from "./generated/types.ts";
import { either, show } from "./keywords/show.ts";
import type { RuleSet } from "./rule-set.ts";
import { systemsIn } from "./systems-named.ts";

const ofPccos = "/pcco";

/** What all of them extend: Procore is no ERP system. */
const common = `procore${ofPccos}`;

/** An ERP system that no rules know. */
export interface UnknownSystem {
  /** As the context names it. */
  readonly system: string;
  /** Says what comes of it, and which system was probably meant. */
  readonly message: string;
}

/** A context as rules are asked about it. */
export interface SettledContext {
  /** Without an ERP system when its name is not known: what depends on it is then unknown, rather than off. */
  readonly context: PccoContext;
  readonly unknownSystem?: UnknownSystem;
}

/**
 * Settles by which name rules know the ERP system of a context: letter case, spaces and hyphens don't count, and a name
 * that nobody knows says nothing about the system.
 * @param ids the ids of the rule sets there are
 * @param said the rule sets that are said for the PCCO, if any; the systems that they name are known as well, and to those
 * that name none it is all the same
 */
export function settleSystem(
  context: PccoContext,
  ids: readonly string[],
  said?: readonly Pick<RuleSet, "definition">[],
): SettledContext {
  const system = context.erp?.system;
  // Blanks name no system, as to rules.
  if (system === undefined || isBlank(system) || ids.includes(`${system}${ofPccos}`)) return { context };
  const named = said?.flatMap(({ definition }) => systemsIn(definition)) ?? [];
  if (named.includes(system) || (said !== undefined && named.length === 0)) return { context };
  const known = [...new Set([...named, ...systemsOf(ids)])];
  const same = known.find((name) => isSameWord(name, system.trim()));
  if (same !== undefined) return { context: { ...context, erp: { ...context.erp, system: same } } };
  const { system: _, ...erp } = context.erp ?? {};
  return {
    context: { ...context, erp },
    unknownSystem: { system, message: systemSentence(system, known, said === undefined) },
  };
}

/**
 * A finding on an ERP system that no rules know. It is for information: what comes of the PCCO is what the rules say.
 * @param document the PCCO, whose context may be written in it
 */
export function systemFinding(document: TextDocument, { system, message }: UnknownSystem): Finding {
  const own = ["$context", "erp", "system"];
  const path = valueAt(document.value, own) === undefined ? [] : own;
  const range = rangeFor(document, path);
  const finding = documentFinding("document/erp-system", message, path, { received: system });
  return { ...finding, severity: "info", ...(range === undefined ? {} : { range }) };
}

function systemSentence(system: string, known: readonly string[], isDefault: boolean): string {
  const near = nearestWord(system, known) ?? containedIn(system, known);
  const meant =
    near === undefined ? `There are rules for ${either(known.toSorted(), "and")}.` : `Did you mean "${near}"?`;
  const asked = isDefault ? `${defaultRules} is asked, and ` : "";
  return `There are no rules for the ERP system ${show(system)} (erp.system of the context), so ${asked}what depends on the system is unknown. ${meant}`;
}

function systemsOf(ids: readonly string[]): readonly string[] {
  return ids.filter((id) => id.endsWith(ofPccos) && id !== common).map((id) => id.slice(0, -ofPccos.length));
}

/** The longest name that a text has as whole words: "Viewpoint Spectrum" has `spectrum`. */
function containedIn(system: string, systems: readonly string[]): string | undefined {
  const words = (text: string): string =>
    ` ${text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, " ")
      .trim()} `;
  return systems.filter((name) => words(system).includes(words(name))).toSorted((a, b) => b.length - a.length)[0];
}
