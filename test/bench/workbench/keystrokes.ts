import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { RuleText } from "../../../vscode-extension/src/service/model.ts";
import { readProjectRules } from "../../../vscode-extension/src/service/rules/read-rule-text.ts";
import { uriOf } from "../../../vscode-extension/src/service/rules/testing.ts";
import { questions } from "../../../vscode-extension/src/service/rules/testing-questions.ts";

const published = readFileSync(
  fileURLToPath(new URL("../../../rules/spectrum/pcco/1.1.0.yaml", import.meta.url)),
  "utf8",
);
const opened = (text: string) => ({ uri: uriOf("a.yaml"), file: "a.yaml", version: 1, text });

/** How long each of some keystrokes takes until a rule file of 20 kB is read and its faults are known, in milliseconds. */
export async function keystrokes(count: number): Promise<readonly number[]> {
  const times: number[] = [];
  let known: readonly RuleText[] = [];
  for (let stroke = 0; stroke < count; stroke++) {
    const text = published.replace("maxLength: 255", `maxLength: ${300 + stroke}`);
    const begun = performance.now();
    ({ ruleTexts: known } = await readProjectRules([opened(text)], new Map(), undefined, known));
    times.push(performance.now() - begun);
  }
  return times;
}

/** How long each question an editor can ask of that file takes, whole and half typed, nothing remembered of it, in milliseconds. */
export async function answers(rounds: number): Promise<readonly number[]> {
  const half = published.replace("  title-length:\n", "  half\n  title-length:\n");
  const times: number[] = [];
  for (const text of [published, half]) {
    const line = text.split("\n").findIndex((each) => each.includes("maxLength: 255"));
    for (const name of Object.keys(await asked(text, line))) {
      for (let round = 0; round < rounds; round++) {
        const ask = (await asked(text, line))[name];
        const begun = performance.now();
        ask?.();
        times.push(performance.now() - begun);
      }
    }
  }
  return times;
}

async function asked(text: string, line: number): Promise<ReturnType<typeof questions>> {
  const { ruleTexts, library } = await readProjectRules([opened(text)], new Map());
  const [rule] = ruleTexts;
  if (rule === undefined) throw new Error("the rule file was read");
  return questions(rule, { line, character: 7 }, { folder: "", ruleTexts, ruleTests: [], samples: [], library });
}
