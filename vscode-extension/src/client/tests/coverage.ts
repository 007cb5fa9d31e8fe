import {
  BranchCoverage,
  FileCoverage,
  type FileCoverageDetail,
  l10n,
  StatementCoverage,
  type TestController,
  type TestRun,
  type TestRunProfile,
  TestRunProfileKind,
  Uri,
} from "vscode";
import { methods, type RuleFileCoverage } from "../../protocol.ts";
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
    const own = lines.map(({ range, items }) => {
      const location = link.client.protocol2CodeConverter.asRange(range);
      const branches = items.map(({ name, seen }) => new BranchCoverage(seen, location, name));
      return new StatementCoverage(
        items.some(({ seen }) => seen),
        location,
        branches,
      );
    });
    const file = FileCoverage.fromDetails(Uri.parse(uri, true), own);
    details.set(file, own);
    run.addCoverage(file);
  }
  return covered;
}
