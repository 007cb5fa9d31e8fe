import { Location, l10n, type TestController, type TestItem, TestMessage, type TestRunRequest } from "vscode";
import { methods, type TestFailure, type TestOutcome } from "../../protocol.ts";
import type { ServerLink } from "../server-link.ts";
import { addCoverage } from "./coverage.ts";
import { type FilePlan, planRun } from "./plan.ts";
import type { TestItems } from "./test-items.ts";

/** How a test went, and the file it stands in. */
export interface Ran extends TestOutcome {
  readonly uri: string;
}

/** Runs what is asked for, file by file, and shows how it went. The answer is every outcome, in the order they came. */
export async function runTests(
  link: ServerLink,
  controller: TestController,
  items: TestItems,
  request: TestRunRequest,
): Promise<readonly Ran[]> {
  const plans = planRun(
    request.include?.flatMap(items.askedOf),
    (request.exclude ?? []).flatMap(items.askedOf),
    items.known(),
  );
  if (plans.length === 0) return [];
  const run = controller.createTestRun(request);
  const outcomes: Ran[] = [];
  try {
    for (const plan of plans) for (const item of itemsOf(items, plan)) run.enqueued(item);
    for (const plan of plans) {
      if (run.token.isCancellationRequested) break;
      const waiting = new Set(itemsOf(items, plan));
      for (const item of waiting) run.started(item);
      for (const outcome of await link.ask(methods.runTests, plan)) {
        outcomes.push({ ...outcome, uri: plan.uri });
        const item = items.find(plan.uri, outcome.id);
        if (item === undefined) continue;
        waiting.delete(item);
        if (outcome.passed) run.passed(item);
        else
          run.failed(
            item,
            [outcome, ...(outcome.further ?? [])].map((each) => messageFor(link, item, each)),
          );
      }
      for (const item of waiting) run.errored(item, new TestMessage(l10n.t("The test is not there any more.")));
    }
    const covered = plans.map(({ uri }) => uri);
    if (!run.token.isCancellationRequested) await addCoverage(link, run, request.profile, covered);
  } finally {
    run.end();
  }
  return outcomes;
}

function itemsOf(items: TestItems, { uri, ids }: FilePlan): readonly TestItem[] {
  const wanted = ids ?? items.known().get(uri) ?? [];
  return wanted.flatMap((id) => items.find(uri, id) ?? []);
}

function messageFor({ client }: ServerLink, item: TestItem, failure: TestFailure): TestMessage {
  const { message, expected, actual, range } = failure;
  const shown =
    expected === undefined || actual === undefined
      ? new TestMessage(message)
      : TestMessage.diff(message, expected, actual);
  const place = range === undefined ? item.range : client.protocol2CodeConverter.asRange(range);
  if (item.uri !== undefined && place !== undefined) shown.location = new Location(item.uri, place);
  return shown;
}
