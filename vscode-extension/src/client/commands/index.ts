import { Disposable, l10n, commands as vscodeCommands, window } from "vscode";
import { type CommandArguments, commands } from "../../protocol.ts";
import { discardEvent, writeEvent } from "./answer-event.ts";
import { breakRule } from "./break-rule.ts";
import { compareRules, openWitness } from "./compare-rules.ts";
import { openSample } from "./open-sample.ts";
import type { Outcome } from "./outcome.ts";
import { restart } from "./restart.ts";
import { runEvent } from "./run-event.ts";
import { runTests } from "./run-tests.ts";
import { showFixes } from "./show-fixes.ts";
import { showImpact } from "./show-impact.ts";
import { showLifecycle } from "./show-lifecycle.ts";
import { showProblems } from "./show-problems.ts";
import { showSamples } from "./show-samples.ts";
import { switchRuleSet } from "./switch-rule-set.ts";
import { toggleFeature } from "./toggle-feature.ts";
import type { Command, Tools } from "./tools.ts";
import { turnOffRule } from "./turn-off-rule.ts";
import { why } from "./why.ts";

const all: Readonly<Record<keyof CommandArguments, Command>> = {
  [commands.switchRuleSet]: switchRuleSet,
  [commands.toggleFeature]: toggleFeature,
  [commands.runEvent]: runEvent,
  [commands.turnOffRule]: turnOffRule,
  [commands.showLifecycle]: showLifecycle,
  [commands.showProblems]: showProblems,
  [commands.showFixes]: showFixes,
  [commands.showSamples]: showSamples,
  [commands.why]: why,
  [commands.runTests]: runTests,
  [commands.compareRules]: compareRules,
  [commands.breakRule]: breakRule,
  [commands.openWitness]: openWitness,
  [commands.showImpact]: showImpact,
  [commands.restart]: restart,
  [commands.openSample]: openSample,
  [commands.writeEvent]: writeEvent,
  [commands.discardEvent]: discardEvent,
};

/** Offers every command. */
export function registerCommands(tools: Tools): Disposable {
  return Disposable.from(
    ...Object.entries(all).map(([id, command]) =>
      vscodeCommands.registerCommand(id, (...given: readonly unknown[]) => run(tools, id, command, given)),
    ),
  );
}

/** What goes wrong is told to the user in a message, and to the caller. */
async function run(tools: Tools, id: string, command: Command, given: readonly unknown[]): Promise<Outcome> {
  try {
    return await command(tools, ...given);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    tools.link.log(`${id}: ${why}`);
    void window.showErrorMessage(l10n.t("ERP Export Rules could not do this: {0}", why));
    return { ok: false, why };
  }
}
