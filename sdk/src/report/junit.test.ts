import { expect, test } from "vitest";
import { broken, checked, print, report, syntax, unknown } from "./testing.ts";

test("a suite a file, a case a PCCO, with right counts", () => {
  const contract = unknown("contract-synced", ["prime_contract"]);
  const documents = [
    report("all.ndjson"),
    report("all.ndjson", {
      index: 1,
      findings: [broken(), broken({ severity: "warning", message: "Odd.", fixes: [] })],
    }),
    report("-", { outcome: "unknown", findings: [contract] }),
    report("bad.json", { outcome: "unreadable", findings: [syntax, syntax] }),
  ];
  expect(
    print(
      "junit",
      documents.map((one) => checked(one)),
    ),
  ).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="ERP Export Rules" tests="4" failures="1" errors="1" skipped="1">
  <testsuite name="all.ndjson" tests="2" failures="1" errors="0" skipped="0">
    <testcase name="PCCO 1" classname="all.ndjson"/>
    <testcase name="PCCO 2" classname="all.ndjson">
      <failure message="Status is Draft; it must be Approved.">3:13 /status: error: Status is Draft; it must be Approved. [status-approved]
  fix: Set Status to Approved (needs the right to approve)
  see: Send a PCCO, https://example.com/send?a=1&amp;b=2</failure>
      <system-out>3:13 /status: warning: Odd. [status-approved]
  see: Send a PCCO, https://example.com/send?a=1&amp;b=2</system-out>
    </testcase>
  </testsuite>
  <testsuite name="stdin" tests="1" failures="0" errors="0" skipped="1">
    <testcase name="PCCO 1" classname="stdin">
      <skipped message="Can't tell whether this holds: contract-synced."/>
      <system-out>unknown: Can't tell whether this holds: contract-synced. [contract-synced]</system-out>
    </testcase>
  </testsuite>
  <testsuite name="bad.json" tests="1" failures="0" errors="1" skipped="0">
    <testcase name="PCCO 1" classname="bad.json">
      <error message="\`approved\` is not in quotes (and 1 more finding)">3:13: error: \`approved\` is not in quotes [document/syntax]
3:13: error: \`approved\` is not in quotes [document/syntax]</error>
    </testcase>
  </testsuite>
</testsuites>
`);
});

test("what XML can't hold is escaped or left out", () => {
  const message = 'a<b> & "c"\t\u0000\u001b[31m\ud800\ufffe🏗\r\n]]>';
  const text = print("junit", [checked(report("<&>.json", { findings: [{ ...syntax, message }] }))]);
  expect(text).toContain('<testsuite name="&lt;&amp;&gt;.json"');
  expect(text).toContain('<failure message="a&lt;b&gt; &amp; &quot;c&quot;&#9;[31m🏗&#13;&#10;]]&gt;">');
  expect(text).toContain("3:13: error: a&lt;b&gt; &amp; &quot;c&quot;\t[31m🏗&#13;\n]]&gt; [document/syntax]</failure>");
});

test("without documents there are no suites", () => {
  expect(print("junit", [])).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="ERP Export Rules" tests="0" failures="0" errors="0" skipped="0">
</testsuites>
`);
});
