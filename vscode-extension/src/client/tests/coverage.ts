import {
  BranchCoverage,
  FileCoverage,
  type FileCoverageDetail,
  l10n,
  type Range,
  StatementCoverage,
  type TestController,
  TestCoverageCount,
  type TestRun,
  type TestRunProfile,
  TestRunProfileKind,
  Uri,
} from "vscode";
import { type CoveredLine, methods, type RuleFileCoverage } from "../../protocol.ts";
import type { ServerLink } from "../server-link.ts";

/** The lines of each file, which VS Code asks for once the file is looked at. */
const details = new WeakMap<FileCoverage, readonly FileCoverageDetail[]>();

/** Offers to run tests with coverage. VS Code shows it beside the lines of rule files, and in the list of tests. */
export function coverageProfile(controller: TestController, run: TestRunProfile["runHandler"]): TestRunProfile {
  const profile = controller.createRunProfile(
    l10n.t("Coverage"),
    TestRunProfileKind.Coverage,
    run,
    true,
    undefined,
    true,
  );
  profile.loadDetailedCoverage = async (_, file) => [...(details.get(file) ?? [])];
  return profile;
}

/** Adds what the rule tests of some files see of rule files to a run, where coverage is what it is for. */
export async function addCoverage(
  link: ServerLink,
  run: TestRun,
  profile: TestRunProfile | undefined,
  uris: readonly string[],
): Promise<readonly RuleFileCoverage[]> {
  if (profile?.kind !== TestRunProfileKind.Coverage) return [];
  const covered = await link.ask(methods.coverage, { uris });
  for (const { uri, lines } of covered) {
    const isSeen = ({ items }: CoveredLine): boolean => items.some(({ seen }) => seen);
    const items = lines.flatMap((line) => line.items);
    const file = new FileCoverage(
      Uri.parse(uri, true),
      new TestCoverageCount(lines.filter(isSeen).length, lines.length),
      new TestCoverageCount(items.filter(({ seen }) => seen).length, items.length),
    );
    details.set(
      file,
      lines.map((line) => {
        const location = link.client.protocol2CodeConverter.asRange(line.range);
        return new StatementCoverage(isSeen(line), location, branchesOf(line, location));
      }),
    );
    run.addCoverage(file);
  }
  return covered;
}

/** What is seen at a line, and what is not: of several at one place VS Code tells but the last in a hover. */
function branchesOf({ items }: CoveredLine, location: Range): BranchCoverage[] {
  return [true, false].flatMap((isSeen) => {
    const names = items.filter(({ seen }) => seen === isSeen).map(({ name }) => name);
    return names.length === 0 ? [] : [new BranchCoverage(isSeen, location, names.join(", "))];
  });
}
