import { expect, test } from "vitest";
import { broken, checked, print, report, syntax, unknown } from "./testing.ts";

test("the counts, then a table for each PCCO with something to do", () => {
  const documents = [
    report("good.json"),
    report("all_of_it.ndjson", {
      index: 1,
      ruleSet: { id: "spectrum/pcco", version: "1.0.0", sha256: "cd" },
      findings: [
        broken({ severity: "warning", message: "a|b `c` <img src=x> *d* _e_ [f](g)\n| h", fixes: [] }),
        broken({
          fixes: [
            { title: "Use 1", kind: "safe", edits: [] },
            { title: "Use 2", kind: "choice", edits: [] },
          ],
          source: { title: "A | B", url: "https://example.com/(a b)|", basis: "inferred" },
        }),
        unknown("contract-synced", ["prime_contract"]),
        unknown("contract-approved", ["prime_contract"]),
      ],
    }),
    report("bad.json", {
      outcome: "unreadable",
      findings: [{ ...syntax, source: { title: "No link", url: "javascript:x" } }],
    }),
  ];
  expect(
    print(
      "markdown",
      documents.map((one) => checked(one)),
    ),
  ).toBe(`## ERP export check

3 PCCOs: 1 can be sent, 1 can't, 1 can't be read; 2 errors, 1 warning. Rules: spectrum/pcco 1.1.0.

| PCCOs | Can be sent | Can't be sent | Unknown | Can't be read | Errors | Warnings |
| ---: | ---: | ---: | ---: | ---: | ---: | ---: |
| 3 | 1 | 1 | 0 | 1 | 2 | 1 |

### all_of_it.ndjson#2: can't be sent (rules: spectrum/pcco 1.0.0)

| Severity | Where | What | Fix | Source |
| --- | --- | --- | --- | --- |
| error | 3:13 /status | Status is Draft; it must be Approved. (status-approved) | Use 1 (--fix does this)<br>or: Use 2 | [A \\| B (inferred from this page)](https://example.com/%28a%20b%29%7C) |
| warning | 3:13 /status | a\\|b \\\`c\\\` &lt;img src=x&gt; \\*d\\* \\_e\\_ \\[f\\](g) \\| h (status-approved) |  | [Send a PCCO](https://example.com/send?a=1&b=2) |
| unknown |  | Can't tell for 2 rules: the context does not give prime_contract (contract-synced, contract-approved). |  |  |

### bad.json: can't be read

| Severity | Where | What | Fix | Source |
| --- | --- | --- | --- | --- |
| error | 3:13 | \\\`approved\\\` is not in quotes (document/syntax) |  | No link: javascript:x |
`);
});

test("a value shows all it holds, on one line", () => {
  const message = 'Status is "\u001b[31mdraft\u0007\u202e";\n\tit must be Approved.';
  const findings = [broken({ message, fixes: [] })];
  expect(print("markdown", [checked(report("a.json", { findings }))])).toContain(
    '| Status is "␛\\[31mdraft␇\ufffd"; it must be Approved. (status-approved) |',
  );
});

test("without documents only the heading and the counts are left", () => {
  expect(print("markdown", [])).toBe(`## ERP export check

No PCCO to check. Rules: spectrum/pcco 1.1.0.

| PCCOs | Can be sent | Can't be sent | Unknown | Can't be read | Errors | Warnings |
| ---: | ---: | ---: | ---: | ---: | ---: | ---: |
| 0 | 0 | 0 | 0 | 0 | 0 | 0 |
`);
});
