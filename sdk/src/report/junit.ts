import type { DocumentReport, Finding } from "../generated/types.ts";
import type { Held, Reporter, ReporterOptions } from "./reporter.ts";
import { count, fileName, fixWords, outcomeOf, severityWord, whereIs } from "./words.ts";
import { attributes, element } from "./xml.ts";

interface Suite {
  tests: number;
  failures: number;
  errors: number;
  skipped: number;
  readonly cases: Held;
}

/** JUnit XML, for CI: a test suite a file, a test case a PCCO. All is held back, since the counts come first. */
export function createJunitReporter({ hold }: Pick<ReporterOptions, "hold">): Reporter {
  const suites = new Map<string, Suite>();
  return {
    document({ report }) {
      const suite = suites.get(report.file) ?? { tests: 0, failures: 0, errors: 0, skipped: 0, cases: hold() };
      suites.set(report.file, suite);
      suite.tests++;
      suite.failures += report.outcome === "blocked" ? 1 : 0;
      suite.errors += report.outcome === "unreadable" ? 1 : 0;
      suite.skipped += report.outcome === "unknown" ? 1 : 0;
      suite.cases.add(testCase(report));
      return "";
    },
    end() {
      const all = [...suites.values()];
      const total = (key: "tests" | "failures" | "errors" | "skipped"): number =>
        all.reduce((sum, suite) => sum + suite[key], 0);
      const counts = {
        tests: total("tests"),
        failures: total("failures"),
        errors: total("errors"),
        skipped: total("skipped"),
      };
      const bodies = [...suites].flatMap(([file, { cases, ...numbers }]) => {
        return [`  <testsuite${attributes({ name: fileName(file), ...numbers })}>\n`, cases, "  </testsuite>\n"];
      });
      const root = attributes({ name: "ERP Export Rules", ...counts });
      return [`<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${root}>\n`, ...bodies, "</testsuites>\n"];
    },
  };
}

function testCase(report: DocumentReport): string {
  const errors = report.findings.filter(({ state, severity }) => state === "broken" && severity === "error");
  const others = report.findings.filter((finding) => !errors.includes(finding));
  const unknown = others.filter(({ state }) => state === "unknown");
  const parts: string[] = [];
  if (report.outcome === "blocked")
    parts.push(element("failure", { message: headline(report, errors) }, describe(errors)));
  else if (report.outcome === "unreadable")
    parts.push(element("error", { message: headline(report, errors) }, describe(errors)));
  else if (report.outcome === "unknown") parts.push(element("skipped", { message: headline(report, unknown) }));
  if (others.length > 0) parts.push(element("system-out", {}, describe(others)));
  const head = `    <testcase${attributes({ name: `PCCO ${report.index + 1}`, classname: fileName(report.file) })}`;
  return parts.length === 0 ? `${head}/>\n` : `${head}>\n${parts.join("")}    </testcase>\n`;
}

function headline(report: DocumentReport, findings: readonly Finding[]): string {
  const [first, ...rest] = findings;
  if (first === undefined) return outcomeOf(report);
  return rest.length === 0 ? first.message : `${first.message} (and ${count(rest.length, "more finding")})`;
}

function describe(findings: readonly Finding[]): string {
  return findings
    .map((finding) => {
      const where = whereIs(finding);
      const fixes = finding.fixes.map((fix) => `\n  fix: ${fixWords(fix)}`).join("");
      const source = finding.source === undefined ? "" : `\n  see: ${finding.source.title}, ${finding.source.url}`;
      return `${where === "" ? "" : `${where}: `}${severityWord(finding)}: ${finding.message} [${finding.ruleId}]${fixes}${source}`;
    })
    .join("\n");
}
