import { commands, type ExtensionContext } from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import type { TestOutcome } from "../protocol.ts";
import type { BlockedNode } from "./blocked/nodes.ts";
import { showBlocked } from "./blocked/tree-view.ts";
import { registerCommands } from "./commands/index.ts";
import { watchLastSeen } from "./commands/last-seen.ts";
import { makePreviews } from "./commands/previews.ts";
import { showBundledRules } from "./files/bundled-rules.ts";
import { recogniseRuleFiles } from "./files/rule-language.ts";
import { serveFiles } from "./files/serve-files.ts";
import { waitForNeed } from "./first-need.ts";
import { type LifecyclePanel, lifecyclePanel } from "./lifecycle/panel.ts";
import { makeComparisons } from "./rules/comparisons.ts";
import { showImpactStatus } from "./rules/impact-status.ts";
import { linkTo } from "./server-link.ts";
import { showStatus } from "./status/status-items.ts";
import type { StatusTexts } from "./status/wording.ts";
import { exploreTests } from "./tests/test-explorer.ts";
import { makeWhyPages } from "./tests/why-pages.ts";

/** What the extension tells other extensions: what it shows, as it shows it. */
export interface ExtensionApi {
  /** Kept when the server runs, which it does once there is something for it to do; broken when it can't start. */
  readonly ready: Promise<void>;
  /** The status items of the active document. */
  readonly status: () => StatusTexts;
  /** The tree of blocked PCCOs. */
  readonly blocked: () => readonly BlockedNode[];
  /** The status item that tells the impact of an edit. */
  readonly impact: () => string | undefined;
  readonly lifecycle: Pick<LifecyclePanel, "shown" | "jump">;
  /** Runs every test of the Test Explorer. */
  readonly runTests: () => Promise<readonly TestOutcome[]>;
}

/** Starts everything the client does, over a language client that is made but not started. */
export function start(context: ExtensionContext, client: BaseLanguageClient): ExtensionApi {
  const link = linkTo(client);
  const lifecycle = lifecyclePanel(link, context.extensionUri);
  const status = showStatus(link);
  const blocked = showBlocked(link);
  const whyPages = makeWhyPages(link);
  const tests = exploreTests(link, whyPages);
  const previews = makePreviews();
  const comparisons = makeComparisons(link);
  const impact = showImpactStatus(link);
  const lastSeen = watchLastSeen();
  const need = waitForNeed();
  context.subscriptions.push(
    link,
    lifecycle,
    status,
    blocked,
    whyPages,
    tests,
    previews,
    comparisons,
    impact,
    lastSeen,
    need,
    serveFiles(client),
    showBundledRules(link),
    recogniseRuleFiles(link.log),
    registerCommands({
      link,
      previews,
      comparisons,
      impact,
      lastSeen,
      whyPages,
      tests,
      extensionUri: context.extensionUri,
      showLifecycle: lifecycle.show,
    }),
    client.onDidChangeState(({ newState }) => tellServerState(newState)),
  );
  const ready = need.felt.then(() => client.start());
  // The client itself tells the user; whoever waits for `ready` is told as well.
  ready.catch((error: unknown) => link.log(`The server can't start: ${String(error)}`));
  return {
    ready,
    status: status.texts,
    blocked: blocked.nodes,
    impact: impact.text,
    lifecycle,
    runTests: tests.runAll,
  };
}

/** Lets menus and views know whether the server runs. */
function tellServerState(state: State): void {
  void commands.executeCommand("setContext", "erpExportRules.hasServer", state === State.Running);
}
