import type { RuleSet } from "@erp-export-rules/sdk";
import {
  isMeantBy,
  isRuleSetError,
  type Library,
  libraryWith,
  type RuleFileSource,
  ruleSetOf,
} from "@erp-export-rules/sdk/authoring";
import { bundledScheme } from "../protocol.ts";
import type { RuleText } from "../service/model.ts";
import { type ProjectRules, readProjectRules } from "../service/rules/read-rule-text.ts";
import type { Texts } from "./texts.ts";
import { keyOf, pathFrom, within } from "./uris.ts";

/** A rule set, and the rule file of the workspace it comes from, if any; or why it can't be had. */
export type FoundRules = { readonly rules: RuleSet; readonly ruleText?: RuleText } | { readonly problem: string };

/** The rule files of a workspace folder, beside those that ship. */
export class RuleFiles {
  readonly #folder: string;
  readonly #texts: Texts;
  readonly #uris = new Map<string, string>();
  readonly #lastGood = new Map<string, RuleSet>();
  readonly #ruleSets = new Map<string, RuleSet>();
  /** Files outside of the folder's own that a PCCO names by path, each by itself beside those that ship. */
  readonly #named = new Map<string, ProjectRules | null>();
  readonly #wanted = new Set<string>();
  #rules: ProjectRules = { ruleTexts: [], library: libraryWith([]) };

  constructor(folder: string, texts: Texts) {
    this.#folder = folder;
    this.#texts = texts;
  }

  get ruleTexts(): readonly RuleText[] {
    return this.#rules.ruleTexts;
  }

  get library(): Library {
    return this.#rules.library;
  }

  /** The ids of the rule sets that can be named. */
  get ids(): readonly string[] {
    return this.#rules.library.files.map(({ content }) => content.ruleSet);
  }

  /** The names of the toggles that any of them has. */
  get features(): readonly string[] {
    return this.#rules.library.files.flatMap(({ content }) => Object.keys(content.features ?? {}));
  }

  /** The rule file at a URI, whether of the folder or named by a PCCO. */
  at(uri: string): RuleText | undefined {
    const key = keyOf(uri);
    const named = this.#named.get(key)?.ruleTexts ?? [];
    return [...this.#rules.ruleTexts, ...named].find((each) => keyOf(each.uri) === key);
  }

  /** Tells one state of all rule sets in force from another. */
  inForce(): string {
    return JSON.stringify([
      this.#rules.ruleTexts.map(({ uri, ruleSet, isCurrent }) => [uri, ruleSet?.reference.sha256, isCurrent]),
      [...this.#named].map(([uri, rules]) => [uri, rules?.ruleTexts.map(({ ruleSet }) => ruleSet?.reference.sha256)]),
    ]);
  }

  /** Notes that a rule file is there, or no longer. Whether that is news. */
  note(uri: string, isThere: boolean): boolean {
    const key = keyOf(uri);
    if (!isThere) return this.#uris.delete(key) || this.#named.delete(key);
    const isNews = !this.#uris.has(key);
    this.#uris.set(key, uri);
    return isNews;
  }

  has(uri: string): boolean {
    return this.#uris.has(keyOf(uri)) || this.#named.has(keyOf(uri));
  }

  /** Reads every rule file again. Rule sets that come out the same stay the same objects. */
  async reload(): Promise<void> {
    const lock = await this.#textOf(within(this.#folder, "rules/lock.yaml"));
    this.#rules = await this.#read([...this.#uris.values()], lock);
    for (const uri of this.#named.keys()) this.#wanted.add(uri);
    await this.load();
  }

  get isWaiting(): boolean {
    return this.#wanted.size > 0;
  }

  /** Reads the rule files that PCCOs name and that are not known yet. */
  async load(): Promise<void> {
    const uris = [...this.#wanted];
    this.#wanted.clear();
    for (const uri of uris) {
      const read = await this.#texts.read(uri);
      this.#named.set(uri, read === undefined ? null : await this.#read([uri], undefined));
    }
  }

  /** The rule set a reference stands for; `undefined` while its file is not read yet. */
  find(reference: string, from: string): FoundRules | undefined {
    return /\.(ya?ml|json)$/i.test(reference) ? this.#byPath(reference, from) : this.#byName(reference);
  }

  #byPath(path: string, from: string): FoundRules | undefined {
    const uri = keyOf(within(from, path));
    const own = this.#rules.ruleTexts.find((each) => keyOf(each.uri) === uri);
    const named = own === undefined ? this.#named.get(uri) : undefined;
    const found = own ?? named?.ruleTexts[0];
    if (found !== undefined) return inForce(found);
    if (named === null) return { problem: `there is no rule file ${pathFrom(this.#folder, uri)}` };
    this.#wanted.add(uri);
    return undefined;
  }

  #byName(reference: string): FoundRules {
    try {
      const source = this.#rules.library.find(reference);
      const ruleText = this.#rules.ruleTexts.find((each) => each.source === source);
      return ruleText === undefined ? { rules: this.#bundled(source) } : inForce(ruleText);
    } catch (error) {
      if (!isRuleSetError(error)) throw error;
      // A file whose faults keep it out of the library still stands for its last good version.
      const lastGood = this.#rules.ruleTexts.find(({ ruleSet, isCurrent }) => !isCurrent && fits(ruleSet, reference));
      return lastGood === undefined ? { problem: error.message } : inForce(lastGood);
    }
  }

  #bundled(source: RuleFileSource): RuleSet {
    const known = this.#ruleSets.get(source.sha256) ?? ruleSetOf(source, this.#rules.library);
    this.#ruleSets.set(source.sha256, known);
    return known;
  }

  async #read(uris: readonly string[], lock: string | undefined): Promise<ProjectRules> {
    const files = [];
    for (const uri of uris) {
      const text = await this.#textOf(uri);
      const version = this.#texts.versionOf(uri);
      if (text !== undefined) files.push({ uri, file: pathFrom(this.#folder, uri), version, text });
    }
    const rules = await readProjectRules(files, this.#lastGood, lock, this.#rules.ruleTexts);
    for (const { uri, ruleSet } of rules.ruleTexts) if (ruleSet !== undefined) this.#lastGood.set(uri, ruleSet);
    return rules;
  }

  async #textOf(uri: string): Promise<string | undefined> {
    const read = await this.#texts.read(uri);
    return read !== undefined && "text" in read ? read.text : undefined;
  }
}

function inForce(ruleText: RuleText): FoundRules {
  if (ruleText.ruleSet !== undefined) return { rules: ruleText.ruleSet, ruleText };
  const [first] = ruleText.problems;
  return { problem: `the rule file ${ruleText.file} has faults${first === undefined ? "" : `: ${first.message}`}` };
}

function fits(rules: RuleSet | undefined, reference: string): boolean {
  if (rules === undefined) return false;
  const { id, version } = rules.reference;
  return isMeantBy(reference, id, version);
}

/** The name of the rule file that ships, of its URI; empty when the URI is no such one. */
export function bundledFile(uri: string): string {
  return uri.startsWith(`${bundledScheme}:`) ? uri.slice(bundledScheme.length + 1).replace(/^\/+/, "") : "";
}

/** Where a rule file that ships can be read. */
export function bundledUri(file: string): string {
  return `${bundledScheme}:/${file}`;
}
