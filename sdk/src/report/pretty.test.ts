import { describe, expect, test } from "vitest";
import { broken, checked, on, print, report, statusText, syntax, unknown } from "./testing.ts";

const safe = { title: "Put 520 in quotes", kind: "safe", edits: [] } as const;
const choice = { title: "Remove it", kind: "choice", edits: [] } as const;

describe("pretty", () => {
  test("tells what is wrong, where, how to mend it and who says so", () => {
    const findings = [
      broken({ severity: "warning", message: "Code 520 has no quotes.", fixes: [safe, choice] }),
      broken(),
      broken({
        message: "Date is missing, and this message is long enough that it has to go on to the next line.",
        path: "/created_at",
        fixes: [],
        range: { start: { line: 0, character: 0 }, end: { line: 3, character: 1 } },
      }),
    ];
    expect(print("pretty", [checked(report("a.json")), checked(report("b.json", { findings }), statusText)])).toBe(`\
b.json: can't be sent

  error Status is Draft; it must be Approved.
    at b.json:3:13 (/status)
      2 |   "number": "1",
    > 3 |   "status": "draft"
        |             ^^^^^^^
      4 | }
    fix: Set Status to Approved (needs the right to approve)
    see: Send a PCCO
         https://example.com/send?a=1&b=2
    rule: status-approved, rules/a b.yaml:152:3

  error Date is missing, and this message is long enough that it has to go on to
        the next line.
    at b.json:1:1 (/created_at)
    > 1 | {
        | ^
      2 |   "number": "1",
    see: the same page
    rule: status-approved, rules/a b.yaml:152:3

  warning Code 520 has no quotes.
    at b.json:3:13 (/status)
      2 |   "number": "1",
    > 3 |   "status": "draft"
        |             ^^^^^^^
      4 | }
    fix: Put 520 in quotes (--fix does this)
     or: Remove it
    see: the same page
    rule: status-approved, rules/a b.yaml:152:3

ok  a.json

2 PCCOs: 1 can be sent, 1 can't; 2 errors, 1 warning. Rules: spectrum/pcco
1.1.0.
1 finding can be fixed with --fix.
`);
  });

  test("an unreadable document looks the same; without the text there is no frame, without a range no line", () => {
    const { range: _, ...nowhere } = syntax;
    const documents = [
      report("-", { outcome: "unreadable", findings: [syntax] }),
      report("all.yaml", { index: 1, outcome: "unreadable", findings: [{ ...nowhere, path: "/a" }] }),
      report("big.json", { outcome: "unreadable", findings: [nowhere] }),
    ];
    expect(
      print(
        "pretty",
        documents.map((one) => checked(one)),
      ),
    ).toBe(`\
stdin: can't be read

  error \`approved\` is not in quotes
    at stdin:3:13
    rule: document/syntax

all.yaml#2: can't be read

  error \`approved\` is not in quotes
    at /a
    rule: document/syntax

big.json: can't be read

  error \`approved\` is not in quotes
    rule: document/syntax

3 PCCOs: 3 can't be read; 3 errors. Rules: spectrum/pcco 1.1.0.
`);
  });

  test("what can't be told is put together by what is missing", () => {
    const findings = [
      unknown("contract-synced", ["prime_contract"]),
      unknown("contract-approved", ["prime_contract"]),
      unknown("contract-synced", ["prime_contract"]),
      unknown("pushed", ["project", "actor"]),
      unknown("odd", []),
      ..."abcdefg".split("").map((id) => unknown(id, ["erp.system"])),
    ];
    expect(print("pretty", [checked(report("a.json", { outcome: "unknown", findings }))])).toBe(`\
a.json: can't tell whether it can be sent

  unknown Can't tell for 2 rules: the context does not give prime_contract
          (contract-synced, contract-approved).
  unknown Can't tell for 1 rule: the context does not give actor and project
          (pushed).
  unknown Can't tell for 1 rule: a value is of the wrong kind (odd).
  unknown Can't tell for 7 rules: the context does not give erp.system (a, b, c,
          d, e and 2 more).

1 PCCO: unknown. Rules: spectrum/pcco 1.1.0.
To get an answer for 1 unknown PCCO, add what is missing to the context
(pcco.context.yaml).
`);
  });

  test("many documents without findings are only counted", () => {
    const good = (length: number) => Array.from({ length }, (_, index) => checked(report("all.ndjson", { index })));
    expect(print("pretty", good(2))).toBe(`\
ok  all.ndjson
ok  all.ndjson#2

2 PCCOs: 2 can be sent. Rules: spectrum/pcco 1.1.0.
`);
    expect(print("pretty", good(20))).toContain("ok  all.ndjson#20\n");
    expect(print("pretty", good(21))).toBe(`\
ok  21 PCCOs without findings

21 PCCOs: 21 can be sent. Rules: spectrum/pcco 1.1.0.
`);
  });

  test("another event than sending, other rules, and events mixed have words of their own", () => {
    const accept = report("a.json", {
      event: "accept",
      findings: [broken({ fixes: [] })],
      ruleSet: { id: "spectrum/pcco", version: "1.0.0", sha256: "" },
    });
    const ready = report("b.json", { event: "accept" });
    const text = print("pretty", [checked(accept), checked(ready)]);
    expect(text).toContain('a.json: not ready for "accept" (rules: spectrum/pcco 1.0.0)\n');
    expect(text).toContain('2 PCCOs: 1 ready for "accept", 1 not; 1 error.');
    expect(print("pretty", [checked(accept), checked(report("c.json"))])).toContain(
      "2 PCCOs: 1 ready, 1 not; 1 error.",
    );
  });

  test("without documents it says so", () => {
    expect(print("pretty", [])).toBe("No PCCO to check. Rules: spectrum/pcco 1.1.0.\n");
  });

  test("lines of NDJSON that are handed over alone keep their numbers", () => {
    const finding = broken({ ...on(41, 10, 17) });
    const one = { ...checked(report("a.ndjson", { findings: [finding] }), '{"status":"draft"}'), textLine: 41 };
    expect(print("pretty", [one])).toContain('    > 42 | {"status":"draft"}\n         |           ^^^^^^^\n');
  });

  test("names and messages can't steer the terminal", () => {
    const finding = { ...syntax, message: "bad \u001b[2Jmessage\r\nnext", path: "/\u0007" };
    expect(print("pretty", [checked(report("a\u001b.json\n", { findings: [finding] }))])).toBe(`\
a␛.json␊: can't be sent

  error bad ␛[2Jmessage next
    at a␛.json␊:3:13 (/␇)
    rule: document/syntax

1 PCCO: can't be sent; 1 error. Rules: spectrum/pcco 1.1.0.
`);
  });

  test("colours come only when asked for, and never change the text", () => {
    const documents = [
      checked(report("a.json", { findings: [broken(), unknown("b", ["project"])] }), statusText),
      checked(report("c.json")),
    ];
    const colored = print("pretty", documents, { color: true });
    expect(colored).toContain("\u001b[31mcan't be sent\u001b[39m");
    expect(
      colored
        .split("\u001b")
        .map((part) => part.replace(/^\[\d+m/, ""))
        .join(""),
    ).toBe(print("pretty", documents));
  });

  test("a narrow terminal still gets forty columns, and a wide one no longer lines than can be read", () => {
    const finding = broken({ message: "word ".repeat(60), fixes: [] });
    const longest = (width: number): number =>
      Math.max(
        ...print("pretty", [checked(report("a.json", { findings: [finding] }))], { width })
          .split("\n")
          .map((line) => line.length),
      );
    expect(longest(10)).toBeLessThan(48);
    expect(longest(400)).toBeLessThanOrEqual(120);
  });
});
