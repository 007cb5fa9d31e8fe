import { createImpactCounter, type OutcomeChange } from "@erp-export-rules/sdk/authoring";
import type { ChangedPcco, ImpactCount, RuleImpact } from "../protocol.ts";
import type { PccoFile, PccoRecord, RuleText } from "../service/model.ts";
import { labelOf } from "../service/pcco/label.ts";
import { changeOf, type ImpactPlan, impactPlan } from "../service/rules/impact.ts";
import { Slices } from "./bell.ts";
import type { Folder } from "./folder.ts";
import { headOf } from "./samples.ts";
import type { Texts } from "./texts.ts";
import { pathFrom } from "./uris.ts";

/** Most changes that are listed; all are counted. */
const mostListed = 1000;

/** Milliseconds between two counts that are told. */
const pause = 100;

/** Counts which PCCOs of a folder change outcome by an edit of a rule file, with pauses for everything else. */
export class ImpactRun {
  readonly #folder: Folder;
  readonly #texts: Texts;
  readonly #isGivenUp: () => boolean;
  readonly #tell: (count: ImpactCount) => void;

  /**
   * @param isGivenUp asked between two PCCOs: whether nobody wants to know any more
   * @param tell told of the counts now and then
   */
  constructor(folder: Folder, texts: Texts, isGivenUp: () => boolean, tell: (count: ImpactCount) => void) {
    this.#folder = folder;
    this.#texts = texts;
    this.#isGivenUp = isGivenUp;
    this.#tell = tell;
  }

  /**
   * @returns `null` when there is nothing to compare the file with; `undefined` when it was given up, or the rules have
   *   changed meanwhile
   */
  async of(rule: RuleText): Promise<RuleImpact | null | undefined> {
    const folder = this.#folder;
    const { ruleTexts } = folder.rules;
    const plan = impactPlan(rule, folder.project(), await folder.savedRules.with(rule, ruleTexts));
    if (plan === undefined) return null;
    const counter = createImpactCounter();
    const changes: ChangedPcco[] = [];
    const slices = new Slices();
    let toldAt = performance.now();
    for (const uri of this.#uris()) {
      const file = await folder.samples.fileOf(uri);
      if (this.#isGivenUp() || folder.rules.ruleTexts !== ruleTexts) return undefined;
      for (const found of this.#changesIn(file, plan)) {
        counter.add(found?.change);
        if (found !== undefined && changes.length < mostListed) changes.push(found.changed());
        await slices.giveWay();
        if (this.#isGivenUp() || folder.rules.ruleTexts !== ruleTexts) return undefined;
        if (performance.now() - toldAt < pause) continue;
        toldAt = performance.now();
        const { documents, changed } = counter.total();
        this.#tell({ documents, changed });
      }
    }
    const { documents, changed, rules } = counter.total();
    const { name, kind, label } = plan.against;
    return {
      against: { name, kind, label },
      documents,
      changed,
      rules: rules.map(({ ruleId, documents: own }) => ({ ruleId, documents: own })),
      changes,
    };
  }

  #uris(): readonly string[] {
    const { samples, settings } = this.#folder;
    return samples.uris.filter((uri) => settings.checkWorkspace || this.#texts.at(uri) !== undefined);
  }

  /** Goes through the PCCOs of a file that the edit is about: for each what changes, or `undefined`. */
  *#changesIn(file: PccoFile | undefined, plan: ImpactPlan) {
    if (file === undefined) return;
    const surroundingsOf = this.#folder.surroundings.of(file.uri);
    for (const record of file.records) {
      const { pins, title } = headOf(record);
      const by = surroundingsOf(pins);
      const pair = "cannot" in by ? undefined : plan.pairFor(by);
      if ("cannot" in by || pair === undefined) continue;
      const change = changeOf(record, by, pair);
      const label = title ?? labelOf(undefined, record.index);
      yield change && { change, changed: () => this.#listed(file, record, label, change) };
    }
  }

  #listed({ uri }: PccoFile, { startLine }: PccoRecord, label: string, change: OutcomeChange): ChangedPcco {
    const start = { line: startLine, character: 0 };
    return { uri, file: pathFrom(this.#folder.uri, uri), label, range: { start, end: start }, ...change };
  }
}
