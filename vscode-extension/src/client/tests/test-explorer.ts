import { type CancellationToken, type Disposable, l10n, TestRunProfileKind, TestRunRequest, tests } from "vscode";
import { methods, type TestOutcome } from "../../protocol.ts";
import { coalesce } from "../coalesce.ts";
import type { ServerLink } from "../server-link.ts";
import { runTests } from "./run-tests.ts";
import { testItems } from "./test-items.ts";

/** Milliseconds that the list may lag behind the files. */
const delay = 400;

/** The Test Explorer's part. */
export interface TestExplorer extends Disposable {
  /** Lists every test, as opening the Test Explorer does, and runs them all. */
  runAll(): Promise<readonly TestOutcome[]>;
}

/** Lists and runs the tests of rule files, and PCCOs that say what is expected of them. */
export function exploreTests(link: ServerLink): TestExplorer {
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

  const run = async (request: TestRunRequest): Promise<readonly TestOutcome[]> => {
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
  const profile = controller.createRunProfile(
    l10n.t("Run"),
    TestRunProfileKind.Run,
    async (request, token) => {
      if (request.continuous === true) runOn(request, token);
      else await run(request);
    },
    true,
    undefined,
    true,
  );

  return {
    runAll: () => run(new TestRunRequest(undefined, undefined, profile)),
    dispose() {
      listening.dispose();
      relist.dispose();
      controller.dispose();
    },
  };
}
