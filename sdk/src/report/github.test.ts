import { expect, test } from "vitest";
import { broken, checked, on, print, report, syntax, unknown } from "./testing.ts";

test("each finding is a workflow command, escaped; the last line is plain", () => {
  const findings = [
    broken(),
    broken({ severity: "warning", message: "50% off\r\n::error::no", fixes: [], ruleId: "a,b:c", ...on(0, 0, 1) }),
    broken({
      severity: "info",
      message: "many lines",
      fixes: [],
      range: { start: { line: 1, character: 4 }, end: { line: 3, character: 0 } },
    }),
    unknown("contract-synced", ["prime_contract"]),
  ];
  expect(print("github", [checked(report("./dir\\a,b:100%.json", { findings }))])).toBe(
    `::error file=dir/a%2Cb%3A100%25.json,line=3,col=13,endLine=3,endColumn=20,title=status-approved::Status is Draft; it must be Approved.%0AFix: Set Status to Approved (needs the right to approve)%0ASee: https://example.com/send?a=1&b=2
::warning file=dir/a%2Cb%3A100%25.json,line=1,col=1,endLine=1,endColumn=2,title=a%2Cb%3Ac::50%25 off%0D%0A::error::no%0ASee: https://example.com/send?a=1&b=2
::notice file=dir/a%2Cb%3A100%25.json,line=2,endLine=3,title=status-approved::many lines%0ASee: https://example.com/send?a=1&b=2
::notice file=dir/a%2Cb%3A100%25.json,title=contract-synced::Can't tell whether this holds: contract-synced.
1 PCCO: can't be sent; 1 error, 1 warning. Rules: spectrum/pcco 1.1.0.
`,
  );
});

test("a value can't steer the log", () => {
  const message = 'Status is "\u001b[31mdraft\u0007\u202e";\tit must be Approved.\nSo set it.';
  const findings = [
    broken({ message, fixes: [], source: { title: "A", url: "https://example.com/", basis: "documented" } }),
  ];
  expect(print("github", [checked(report("a.json", { findings }))])).toContain(
    '::Status is "␛[31mdraft␇\ufffd";\tit must be Approved.%0ASo set it.%0ASee: https://example.com/\n',
  );
});

test("standard input is no file, and the second PCCO says so", () => {
  const second = report("-", { index: 1, outcome: "unreadable", findings: [syntax] });
  expect(print("github", [checked(second), checked({ ...second, file: "a.ndjson" })])).toBe(
    `::error title=stdin#2%3A document/syntax::\`approved\` is not in quotes
::error file=a.ndjson,line=3,col=13,endLine=3,endColumn=18,title=#2%3A document/syntax::\`approved\` is not in quotes
2 PCCOs: 2 can't be read; 2 errors. Rules: spectrum/pcco 1.1.0.
`,
  );
});

test("without documents only the summary is left", () => {
  expect(print("github", [])).toBe("No PCCO to check. Rules: spectrum/pcco 1.1.0.\n");
});
