import type { PccoContext } from "@erp-export-rules/sdk";
import { asContext, defaultRules, defaultRulesFor, settleSystem } from "@erp-export-rules/sdk/authoring";
import type { Settings } from "../protocol.ts";
import type { Surroundings, SurroundingsOf, Unjudgeable } from "../service/model.ts";
import type { Contexts } from "./contexts.ts";
import { type FoundContext, faults, ofFile } from "./found-context.ts";
import { noEvent, noFeature } from "./misspelt-settings.ts";
import type { FoundRules, RuleFiles } from "./rule-files.ts";
import { folderOf, pathFrom, within } from "./uris.ts";

/** What stands in until what a PCCO pins has been read. */
const notYet: Unjudgeable = { cannot: "context", problem: "what this PCCO is judged by is still being read" };

/** What the search for surroundings needs. */
export interface Sources {
  readonly contexts: Contexts;
  readonly rules: RuleFiles;
  readonly folder: string;
  readonly settings: Settings;
  readonly now: () => Date;
}

/** Finds what the PCCOs of one workspace folder are judged by. The same answer is the same object. */
export class SurroundingsFinder {
  readonly #sources: () => Sources;
  readonly #known = new Map<string, { state: number; answer: Surroundings | Unjudgeable }>();
  #state = 0;

  constructor(sources: () => Sources) {
    this.#sources = sources;
  }

  /** Something has changed: answers are made again, and stay the same objects where they come out the same. */
  invalidate(): void {
    this.#state++;
  }

  /** Finds what a PCCO of a file is judged by. While something must be read first the answer stands in for it; see `load`. */
  of(uri: string): SurroundingsOf {
    const folder = uri.startsWith("untitled:") ? this.#sources().folder : folderOf(uri);
    return (value) => {
      const pins = isObject(value) ? value : {};
      const key = JSON.stringify([folder, pins["$rules"], pins["$context"]]);
      const known = this.#known.get(key);
      if (known?.state === this.#state) return known.answer;
      const answer = this.#find(folder, pins["$rules"], pins["$context"]);
      const kept = known !== undefined && isSame(known.answer, answer) ? known.answer : answer;
      if (kept !== notYet) this.#known.set(key, { state: this.#state, answer: kept });
      return kept;
    };
  }

  get isWaiting(): boolean {
    const { contexts, rules } = this.#sources();
    return contexts.isWaiting || rules.isWaiting;
  }

  /** Reads what answers were waiting for. */
  async load(): Promise<void> {
    const { contexts, rules } = this.#sources();
    await Promise.all([contexts.load(), rules.load()]);
  }

  #find(folder: string, rulesPin: unknown, contextPin: unknown): Surroundings | Unjudgeable {
    const { settings, now, rules: ruleFiles } = this.#sources();
    const context = this.#contextFor(folder, contextPin);
    const rules = this.#rulesFor(folder, rulesPin, context);
    if (rules === undefined || context === undefined) return notYet;
    if ("problem" in rules) return { cannot: "rules", problem: rules.problem };
    if ("problem" in context) return { cannot: "context", problem: context.problem };
    const { events } = rules.rules;
    if (events.length > 0 && !events.includes(settings.event))
      return { cannot: "rules", problem: noEvent(rules, settings.event) };
    const stray = noFeature(Object.keys(settings.features), [
      ...Object.keys(rules.rules.definition.features),
      ...ruleFiles.features,
    ]);
    if (stray !== undefined) return { cannot: "rules", problem: stray };
    const { ruleText } = rules;
    const said = rules.isSaid ? [rules.rules] : undefined;
    const { context: settled, unknownSystem } = settleSystem(context.context, ruleFiles.ids, said);
    return {
      rules: rules.rules,
      context: adjusted(settled, settings.features),
      event: settings.event,
      at: now().toISOString(),
      ...(unknownSystem === undefined ? {} : { unknownSystem }),
      why: {
        rules: rules.why,
        ...(ruleText === undefined ? {} : { rulesUri: ruleText.uri }),
        ...(ruleText === undefined || ruleText.isCurrent ? {} : { isLastGood: true }),
        context: context.why,
        ...(context.uri === undefined ? {} : { contextUri: context.uri }),
        featuresSet: settings.features,
      },
    };
  }

  #rulesFor(
    folder: string,
    pin: unknown,
    found: FoundContext | { readonly problem: string } | undefined,
  ): (FoundRules & { readonly why: string; readonly isSaid: boolean }) | undefined {
    const { rules, settings, folder: root } = this.#sources();
    if (pin !== undefined && pin !== null && typeof pin !== "string")
      return { problem: `$rules must be a text such as ${defaultRules}@1`, why: "", isSaid: true };
    const [reference, from, why, isSaid] = ((): readonly [string, string, string, boolean] => {
      if (typeof pin === "string") return [pin, folder, "$rules of this PCCO", true];
      if (settings.rules !== "") return [settings.rules, root, "the setting erpExportRules.rules", true];
      const given = found !== undefined && "context" in found ? found.context : {};
      const { context, unknownSystem } = settleSystem(given, rules.ids);
      if (unknownSystem !== undefined)
        return [defaultRules, root, "there are none for the ERP system of the context", false];
      const id = defaultRulesFor(context, rules.ids);
      return [id, root, id === defaultRules ? "the newest version there is" : "the ERP system of the context", false];
    })();
    const chosen = rules.find(reference, from);
    return chosen === undefined ? undefined : { ...chosen, why, isSaid };
  }

  #contextFor(folder: string, pin: unknown): FoundContext | { readonly problem: string } | undefined {
    const { contexts, folder: root } = this.#sources();
    if (typeof pin === "string") {
      const uri = within(folder, pin);
      const file = contexts.at(uri);
      if (file === null) return { problem: `the context file ${pathFrom(root, uri)} is not there` };
      return file && ofFile(file, root, "$context of this PCCO");
    }
    if (isObject(pin)) {
      const read = asContext(pin);
      const why = "$context of this PCCO";
      return "context" in read ? { ...read, why } : { problem: `the context in $context has faults: ${faults(read)}` };
    }
    if (pin !== undefined && pin !== null)
      return { problem: "$context must be the path of a context file, or the context itself" };
    const file = contexts.nearest(folder);
    if (file === null) return { context: {}, why: "none found" };
    return file && ofFile(file, root, "the nearest context file");
  }
}

function adjusted(context: PccoContext, features: Readonly<Record<string, boolean>>): PccoContext {
  if (Object.keys(features).length === 0) return context;
  return { ...context, erp: { ...context.erp, features: { ...context.erp?.features, ...features } } };
}

/** Whether two answers would judge alike. The time counts by its day: rules look at no less. */
function isSame(a: Surroundings | Unjudgeable, b: Surroundings | Unjudgeable): boolean {
  if ("cannot" in a || "cannot" in b)
    return "cannot" in a && "cannot" in b && a.cannot === b.cannot && a.problem === b.problem;
  return (
    a.rules === b.rules &&
    JSON.stringify(a.context) === JSON.stringify(b.context) &&
    a.event === b.event &&
    a.at.slice(0, 10) === b.at.slice(0, 10) &&
    JSON.stringify([a.why, a.unknownSystem]) === JSON.stringify([b.why, b.unknownSystem])
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
