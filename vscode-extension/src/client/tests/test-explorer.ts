import { type CancellationToken, type Disposable, l10n, TestRunProfileKind, TestRunRequest, tests } from "vscode";
import { methods, type TestOutcome } from "../../protocol.ts";
import { coalesce } from "../coalesce.ts";
import type { ServerLink } from "../server-link.ts";
import { coverageProfile } from "./coverage.ts";
import { type Ran, runTests } from "./run-tests.ts";
import { testItems } from "./test-items.ts";
import type { WhyPages } from "./why-pages.ts";

/** Milliseconds that the list may lag behind the files. */
const delay = 400;

/** The Test Explorer's part. */
export interface TestExplorer extends Disposable {
  /** Lists every test, as opening the Test Explorer does, and runs them all. */
  runAll(): Promise<readonly TestOutcome[]>;
  /** Runs tests of a file, or groups of them, by their ids; without ids all of it. */
  run(uri: string, ids?: readonly string[]): Promise<readonly TestOutcome[]>;
}

/** Lists and runs the tests of rule files, and PCCOs that say what is expected of them. */
export function exploreTests(link: ServerLink, whyPages: Pick<WhyPages, "show">): TestExplorer {
  const controller = tests.createTestController("erpExportRules.tests", l10n.t("ERP export rules"));
  const items = testItems(controller, link);
  let isListed = false;
  const list = async (): Promise<void> => {
    items.show(await link.ask(methods.tests, undefined));
    isListed = true;
  };
  const logFailure = (error: unknown): void => link.log(`The tests can't be listed or run: ${String(error)}`);

  // Nothing is listed before somebody looks; then it is kept up to date.
  controller.resolveHandler = () => list().catch(logFailure);
  controller.refreshHandler = list;
  const relist = coalesce(async () => (isListed ? list() : undefined), delay, logFailure);
  const listening = link.onDidChange(relist.ask);

  const run = async (request: TestRunRequest): Promise<readonly Ran[]> => {
    if (!isListed) await list();
    return runTests(link, controller, items, request);
  };
  const runOn = (request: TestRunRequest, token: CancellationToken): void => {
    const again = coalesce(async () => void (await run(request)), delay, logFailure);
    const changes = link.onDidChange(again.ask);
    token.onCancellationRequested(() => {
      changes.dispose();
      again.dispose();
    });
  };
  const runOnceOrOn = async (request: TestRunRequest, token: CancellationToken): Promise<void> => {
    if (request.continuous === true) runOn(request, token);
    else await run(request);
  };
  const profile = controller.createRunProfile(
    l10n.t("Run"),
    TestRunProfileKind.Run,
    runOnceOrOn,
    true,
    undefined,
    true,
  );
  coverageProfile(controller, runOnceOrOn);
  // To debug a test is to see how its verdict comes about: of several, of the first that fails.
  controller.createRunProfile(
    l10n.t("Why?"),
    TestRunProfileKind.Debug,
    async (request) => {
      const outcomes = await run(request);
      const shown = outcomes.find(({ passed }) => !passed) ?? outcomes[0];
      if (shown !== undefined) await whyPages.show({ uri: shown.uri, test: shown.id });
    },
    true,
  );

  return {
    async run(uri, ids) {
      // A lens may name what was written since the list was made.
      await list();
      const wanted = ids === undefined ? [items.find(uri)] : ids.map((id) => items.find(uri, id));
      const include = wanted.filter((item) => item !== undefined);
      return include.length === 0 ? [] : run(new TestRunRequest(include, undefined, profile));
    },
    runAll: () => run(new TestRunRequest(undefined, undefined, profile)),
    dispose() {
      listening.dispose();
      relist.dispose();
      controller.dispose();
    },
  };
}
