import type { RuleSet } from "@erp-export-rules/sdk";
import type { RuleText } from "../service/model.ts";
import { type ProjectRules, readProjectRules } from "../service/rules/read-rule-text.ts";
import type { Texts } from "./texts.ts";
import { within } from "./uris.ts";

/** The rule files of a folder as they are while one of them still stands as it is on disk. */
export class SavedRules {
  readonly #folder: string;
  readonly #texts: Texts;
  /** What was read last for each file: what has not changed since is not read again, and stays the same rule sets. */
  readonly #last = new Map<string, ProjectRules>();

  constructor(folder: string, texts: Texts) {
    this.#folder = folder;
    this.#texts = texts;
  }

  /**
   * Reads the rule files with the saved text of one of them.
   * @param now all of them as they are edited
   * @returns `undefined` when the file is edited as it is saved, or is not on disk
   */
  async with(edited: RuleText, now: readonly RuleText[]): Promise<ProjectRules | undefined> {
    const { uri, file, version } = edited;
    const read = version === null ? undefined : await this.#texts.readOnce(uri);
    if (read === undefined || "problem" in read || read.text === edited.text) {
      this.#last.delete(uri);
      return undefined;
    }
    const last = this.#last.get(uri);
    const lock = await this.#texts.read(within(this.#folder, "rules/lock.yaml"));
    const others = now.filter((each) => each.uri !== uri);
    const saved = { uri, file, version: null, text: read.text };
    const rules = await readProjectRules(
      [...others, saved],
      new Map([...ruleSetsOf(others), ...ruleSetsOf(last?.ruleTexts ?? [])]),
      lock !== undefined && "text" in lock ? lock.text : undefined,
      [...others, ...(last?.ruleTexts.filter((each) => each.uri === uri) ?? [])],
    );
    this.#last.set(uri, rules);
    return rules;
  }
}

function ruleSetsOf(ruleTexts: readonly RuleText[]): readonly (readonly [string, RuleSet])[] {
  return ruleTexts.flatMap(({ uri, ruleSet }) => (ruleSet === undefined ? [] : [[uri, ruleSet] as const]));
}
