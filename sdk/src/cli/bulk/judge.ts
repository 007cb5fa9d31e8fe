import { readQuickly } from "../../document/part.ts";
import { BLOCKED, OK, UNKNOWN } from "../exit-code.ts";
import type { FailedInput, InputDocument } from "../input.ts";
import { inspect, type Setting } from "../inspect.ts";
import { inputOf, inputsOf, partsOf } from "./inputs-of.ts";
import type { Judged, Question } from "./judged.ts";
import { Page } from "./page.ts";
import { usualOf } from "./usual.ts";
import type { ItemsWork, LinesWork, Work } from "./work.ts";

const outcomeCodes = { exportable: OK, blocked: BLOCKED, unknown: UNKNOWN, unreadable: OK } as const;

/** Judges the works of a run. Works are judged one after the other. */
export type Judge = (work: Work) => Promise<Judged>;

/** Makes a judge. Clean lines and items are judged and reported without an object of their own. */
export function createJudge(setting: Setting, question: Question): Judge {
  const known = new Set<string>();
  const judgeInput = async (input: InputDocument | FailedInput, page: Page): Promise<void> => {
    const { report, exitCode, rules } = await inspect(input, setting, question);
    page.add(report, "text" in input ? input : undefined);
    page.worsen(exitCode ?? outcomeCodes[report.outcome]);
    if (rules !== undefined) page.use(rules);
  };
  const judgeParts = async (work: LinesWork | ItemsWork, page: Page): Promise<void> => {
    const usual = await usualOf(work.file, setting, question);
    for (const part of partsOf(work)) {
      const value = usual === undefined ? undefined : readQuickly(part.text);
      const clean = value === undefined ? undefined : usual?.cleanReport(value);
      if (clean === undefined) await judgeInput(inputOf(work.file, part, value), page);
      else {
        page.addClean(clean, part.index);
        if (usual !== undefined) page.use(usual.rules);
      }
    }
  };
  return async (work) => {
    const page = new Page(question.format, known);
    if (work.kind === "lines" || work.kind === "items") await judgeParts(work, page);
    else for await (const input of inputsOf(work)) await judgeInput(input, page);
    return page.judged();
  };
}
