import { documentFinding } from "./check/finding.ts";
import { rangeFor } from "./check-document.ts";
import { nearestWord } from "./context/suggest.ts";
import { valueAt } from "./document/pointer.ts";
import type { TextDocument } from "./document/text.ts";
import type { Finding, PccoContext } from "./generated/types.ts";
import { either, show } from "./keywords/show.ts";

/** The rule set asked where nothing else is said and no context names another ERP system. */
export const defaultRules = "spectrum/pcco";

const ofPccos = "/pcco";

/** What all of them extend: Procore is no ERP system. */
const common = `procore${ofPccos}`;

/**
 * The id of the rule set asked when nothing else is said: that for the ERP system of the context, if there is one.
 * @param ids the ids of the rule sets there are
 */
export function defaultRulesFor(context: PccoContext, ids: readonly string[]): string {
  const id = `${context.erp?.system}${ofPccos}`;
  return ids.includes(id) ? id : defaultRules;
}

/** The ERP system that a context names, if there are no rules for it, so that those for another one are asked. */
export function unknownSystem(context: PccoContext, ids: readonly string[]): string | undefined {
  const system = context.erp?.system;
  return system === undefined || ids.includes(`${system}${ofPccos}`) ? undefined : system;
}

/**
 * A finding that says which rule set was taken for an ERP system without rules. It is for information: what comes of the
 * PCCO is what the rules say.
 * @param document the PCCO, whose context may be written in it
 * @param system see `unknownSystem`
 * @param ids the ids of the rule sets there are
 */
export function systemFinding(document: TextDocument, system: string, ids: readonly string[]): Finding {
  const own = ["$context", "erp", "system"];
  const path = valueAt(document.value, own) === undefined ? [] : own;
  const range = rangeFor(document, path);
  const finding = documentFinding("document/erp-system", systemSentence(system, ids), path, { received: system });
  return { ...finding, severity: "info", ...(range === undefined ? {} : { range }) };
}

/** Says of an ERP system without rules which rule set is taken, and which system was probably meant. */
export function systemSentence(system: string, ids: readonly string[]): string {
  const systems = ids.filter((id) => id.endsWith(ofPccos) && id !== common).map((id) => id.slice(0, -ofPccos.length));
  const near = nearestWord(system, systems) ?? containedIn(system, systems);
  const known =
    near === undefined ? `There are rules for ${either(systems.toSorted(), "and")}.` : `Did you mean "${near}"?`;
  return `There are no rules for the ERP system ${show(system)} (erp.system of the context), so ${defaultRules} is asked. ${known}`;
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
