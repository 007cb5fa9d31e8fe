import { l10n } from "vscode";
import type { TestOutcome } from "../../protocol.ts";
import { type Outcome, refuse } from "./outcome.ts";
import type { Tools } from "./tools.ts";

/** Runs tests of a file: those named, or all. They show in the Test Explorer. */
export async function runTests(
  { tests }: Tools,
  uri?: unknown,
  ids?: unknown,
): Promise<Outcome<{ readonly outcomes: readonly TestOutcome[] }>> {
  if (typeof uri !== "string" || !(ids === undefined || isTexts(ids)))
    return refuse(l10n.t("Choose the tests of a rule test file."));
  return { ok: true, outcomes: await tests.run(uri, ids) };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}
