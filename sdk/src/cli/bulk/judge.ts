import { parseLazily } from "../../document/parse-lazily.ts";
import { readQuickly } from "../../document/part.ts";
import { BLOCKED, OK, UNKNOWN } from "../exit-code.ts";
import type { FailedInput, InputDocument } from "../input.ts";
import { type Inspected, inspect, type Setting } from "../inspect.ts";
import { createFolderInspector } from "./in-folder.ts";
import { inputOf, inputsOf, partsOf, quickInputOf, textsOf } from "./inputs-of.ts";
import type { Judged, Question } from "./judged.ts";
import { Page } from "./page.ts";
import { usualOf } from "./usual.ts";
import type { FilesWork, ItemsWork, LinesWork, Work } from "./work.ts";

const outcomeCodes = { exportable: OK, blocked: BLOCKED, unknown: UNKNOWN, unreadable: OK } as const;

/**
 * Judges the works of a run. Works are judged one after the other.
 * @param memory what the report may be written into; it is handed on with what came of the work
 */
export type Judge = (work: Work, memory?: ArrayBuffer) => Promise<Judged>;

/** Makes a judge. Lines and items that are judged as usual are judged without a detour, clean ones reported without an object of their own. */
export function createJudge(setting: Setting, question: Question): Judge {
  const known = new Set<string>();
  const inspectInFolder = createFolderInspector(setting, question);
  const tell = ({ report, exitCode, rules }: Inspected, input: InputDocument | FailedInput, page: Page): void => {
    page.add(report, "text" in input ? input : undefined);
    page.worsen(exitCode ?? outcomeCodes[report.outcome]);
    if (rules !== undefined) page.use(rules);
  };
  const judgeInput = async (input: InputDocument | FailedInput, page: Page): Promise<void> =>
    tell(await inspect(input, setting, question), input, page);
  // What is there already is not waited for: that would take longer than many a file.
  const judgeFiles = async (work: FilesWork, page: Page): Promise<void> => {
    for (const text of textsOf(work)) {
      if ("problem" in text) {
        await judgeInput(text, page);
        continue;
      }
      const parsed = parseLazily(text.text, text.format);
      for (const document of (parsed instanceof Promise ? await parsed : parsed).documents) {
        const input = { ...text, document };
        const inspected = inspectInFolder(input);
        tell(inspected instanceof Promise ? await inspected : inspected, input, page);
      }
    }
  };
  const judgeParts = async (work: LinesWork | ItemsWork, page: Page): Promise<void> => {
    const usual = await usualOf(work.file, setting, question);
    let isAsked = false;
    for (const part of partsOf(work)) {
      const value = usual === undefined ? undefined : readQuickly(part.text);
      const told = value === undefined ? undefined : usual?.report(part, value);
      if (told === undefined) {
        await judgeInput(value === undefined ? inputOf(work, part) : quickInputOf(work.file, part, value), page);
        continue;
      }
      isAsked = true;
      if ("json" in told) page.addClean(told, part.index);
      else {
        page.add(told.report, told.input);
        page.worsen(outcomeCodes[told.report.outcome]);
      }
    }
    if (isAsked && usual !== undefined) page.use(usual.rules);
  };
  return async (work, memory) => {
    const page = new Page(question.format, known, memory);
    if (work.kind === "lines" || work.kind === "items") await judgeParts(work, page);
    else if (work.kind === "files") await judgeFiles(work, page);
    else for await (const input of inputsOf(work)) await judgeInput(input, page);
    return page.judged();
  };
}
