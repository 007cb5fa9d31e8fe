import { parseText } from "@erp-export-rules/sdk/text";
import { isRuleFile, kindOf, namedPatterns } from "../kinds.ts";
import type { Settings } from "../protocol.ts";
import type { Project, RuleTestText } from "../service/model.ts";
import { Contexts } from "./contexts.ts";
import type { Host } from "./host.ts";
import { RuleFiles } from "./rule-files.ts";
import { Samples } from "./samples.ts";
import { SavedRules } from "./saved-rules.ts";
import { SurroundingsFinder } from "./surroundings.ts";
import type { Texts } from "./texts.ts";
import { keyOf, pathFrom } from "./uris.ts";

/** What the server knows of one workspace folder, or of the files that stand in none. */
export class Folder {
  /** Empty for files that stand in no workspace folder. */
  readonly uri: string;
  readonly contexts: Contexts;
  readonly rules: RuleFiles;
  readonly savedRules: SavedRules;
  readonly surroundings: SurroundingsFinder;
  readonly samples: Samples;
  settings: Settings;
  readonly #texts: Texts;
  readonly #host: Host;
  readonly #testUris = new Map<string, string>();
  #tests: readonly RuleTestText[] = [];

  constructor(uri: string, settings: Settings, texts: Texts, host: Host) {
    this.uri = uri;
    this.settings = settings;
    this.#texts = texts;
    this.#host = host;
    this.contexts = new Contexts(texts);
    this.rules = new RuleFiles(uri, texts);
    this.savedRules = new SavedRules(uri, texts);
    this.surroundings = new SurroundingsFinder(() => ({
      contexts: this.contexts,
      rules: this.rules,
      folder: uri,
      settings: this.settings,
      now: () => host.now(),
    }));
    this.samples = new Samples(this, texts);
  }

  /** Looks for the files of the folder and reads its rules. */
  async scan(): Promise<void> {
    if (this.uri !== "") {
      const { pcco, tests, context, lock } = namedPatterns;
      const found = await this.#host
        .findFiles(this.uri, [pcco, tests, context, lock, ...this.settings.ruleFiles])
        .catch((): readonly string[] => []);
      for (const uri of found) await this.note(uri, true);
    }
    await this.reloadRules();
  }

  /**
   * Notes that a file is there or gone.
   * @returns what kind of file it is, or was
   */
  async note(uri: string, isThere: boolean): Promise<"pcco" | "rules" | "tests" | "context" | undefined> {
    const kind = await this.#kindOf(uri, isThere);
    if (kind === "pcco") this.samples.note(uri, isThere);
    if (kind === "rules") this.rules.note(uri, isThere);
    if (kind === "tests") {
      if (isThere) this.#testUris.set(keyOf(uri), uri);
      else this.#testUris.delete(keyOf(uri));
    }
    if (kind === "context") this.contexts.forget(uri);
    return kind;
  }

  async reloadRules(): Promise<void> {
    await this.rules.reload();
    await this.#reloadTests();
    this.surroundings.invalidate();
  }

  /** Everything known at this moment. What is known of samples is put together only when it is looked at. */
  project(): Project {
    const { samples } = this;
    return {
      folder: this.uri,
      ruleTexts: this.rules.ruleTexts,
      ruleTests: this.#tests,
      get samples() {
        return samples.all();
      },
      get extent() {
        return samples.extent;
      },
      library: this.rules.library,
    };
  }

  testAt(uri: string): RuleTestText | undefined {
    const key = keyOf(uri);
    return this.#tests.find((test) => keyOf(test.uri) === key);
  }

  /** Every file with findings of its own. */
  uris(): readonly string[] {
    return [...this.samples.uris, ...this.rules.ruleTexts.map(({ uri }) => uri), ...this.#testUris.values()];
  }

  async #reloadTests(): Promise<void> {
    const tests: RuleTestText[] = [];
    for (const uri of this.#testUris.values()) {
      const read = await this.#texts.read(uri);
      if (read === undefined || "problem" in read) continue;
      const [document] = parseText(read.text, { format: "yaml" }).documents;
      if (document !== undefined) tests.push({ uri, file: pathFrom(this.uri, uri), text: read.text, document });
    }
    this.#tests = tests;
  }

  async #kindOf(uri: string, isThere: boolean) {
    if (!isThere && this.rules.has(uri)) return "rules";
    if (!isThere && this.#testUris.has(keyOf(uri))) return "tests";
    const byName = kindOf(uri, "", "");
    if (byName !== undefined || !isThere || !/\.ya?ml$/i.test(uri)) return byName;
    const read = await this.#texts.read(uri);
    if (read === undefined || "problem" in read) return undefined;
    if (this.rules.has(uri) && !isRuleFile(read.text)) return "rules";
    return kindOf(uri, "", read.text);
  }
}
