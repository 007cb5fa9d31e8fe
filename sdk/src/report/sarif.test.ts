import { describe, expect, test } from "vitest";
import { broken, checked, print, report, syntax, unknown } from "./testing.ts";
import { fileUri } from "./uri.ts";

const documents = [
  checked(report("orders/good one.json")),
  checked(report("orders/bad.json", { findings: [broken()] })),
  checked(report("-", { index: 1, outcome: "unknown", findings: [unknown("contract-synced", ["prime_contract"])] })),
  checked(report("orders/bad.json", { index: 1, outcome: "unreadable", findings: [syntax, syntax] })),
];

function location(uri: string, index: number, region?: readonly [number, number, number, number]): object {
  const artifactLocation = { uri, index };
  if (region === undefined) return { physicalLocation: { artifactLocation } };
  const [startLine, startColumn, endLine, endColumn] = region;
  return { physicalLocation: { artifactLocation, region: { startLine, startColumn, endLine, endColumn } } };
}

describe("sarif", () => {
  test("one run with rules, results and files", () => {
    const text = print("sarif", documents, {
      ruleTitle: (id) => (id === "status-approved" ? "The PCCO is Approved" : "") || id,
    });
    const log: unknown = JSON.parse(text);
    expect(text).toBe(`${JSON.stringify(log, null, 2)}\n`);
    const titled = (id: string): object => ({
      id,
      shortDescription: { text: id },
      fullDescription: { text: id },
      help: { text: id },
    });
    const syntaxResult = (fingerprint: string): object => ({
      ruleId: "document/syntax",
      ruleIndex: 2,
      kind: "fail",
      level: "error",
      message: { text: "`approved` is not in quotes" },
      locations: [location("orders/bad.json", 1, [3, 13, 3, 18])],
      partialFingerprints: { "ruleAndPath/v1": fingerprint },
      properties: { pcco: "orders/bad.json#2", event: "send", outcome: "unreadable" },
    });
    expect(log).toEqual({
      $schema: "https://json.schemastore.org/sarif-2.1.0.json",
      version: "2.1.0",
      runs: [
        {
          columnKind: "utf16CodeUnits",
          results: [
            {
              ruleId: "status-approved",
              ruleIndex: 0,
              kind: "fail",
              level: "error",
              message: { text: "Status is Draft; it must be Approved." },
              locations: [
                {
                  ...location("orders/bad.json", 1, [3, 13, 3, 20]),
                  logicalLocations: [{ fullyQualifiedName: "/status" }],
                },
              ],
              relatedLocations: [
                {
                  id: 1,
                  message: { text: "Rule status-approved" },
                  physicalLocation: {
                    artifactLocation: { uri: "rules/a%20b.yaml" },
                    region: { startLine: 152, startColumn: 3, endLine: 152, endColumn: 18 },
                  },
                  logicalLocations: [{ fullyQualifiedName: "/rules/status-approved" }],
                },
              ],
              partialFingerprints: { "ruleAndPath/v1": "status-approved:0:/status" },
              properties: { pcco: "orders/bad.json", event: "send", outcome: "blocked" },
            },
            {
              ruleId: "contract-synced",
              ruleIndex: 1,
              kind: "open",
              level: "none",
              message: { text: "Can't tell whether this holds: contract-synced." },
              locations: [location("stdin", 2)],
              partialFingerprints: { "ruleAndPath/v1": "contract-synced:1:" },
              properties: { pcco: "stdin#2", event: "send", outcome: "unknown" },
            },
            syntaxResult("document/syntax:1:"),
            syntaxResult("document/syntax:1::1"),
          ],
          artifacts: ["orders/good%20one.json", "orders/bad.json", "stdin"].map((uri) => ({
            location: { uri },
            roles: ["analysisTarget"],
          })),
          tool: {
            driver: {
              name: "ERP Export Rules",
              rules: [
                {
                  id: "status-approved",
                  shortDescription: { text: "The PCCO is Approved" },
                  fullDescription: { text: "The PCCO is Approved" },
                  helpUri: "https://example.com/send?a=1&b=2",
                  help: { text: "The PCCO is Approved. See Send a PCCO: https://example.com/send?a=1&b=2" },
                  properties: { basis: "documented" },
                },
                titled("contract-synced"),
                titled("document/syntax"),
              ],
            },
          },
          properties: { ruleSet: { id: "spectrum/pcco", version: "1.1.0", sha256: "ab12" } },
        },
      ],
    });
  });

  test("levels follow severities; without a title the id is put in words", () => {
    const findings = [broken({ severity: "warning" }), broken({ severity: "info", path: "/a" })];
    const text = print("sarif", [checked(report("a.json", { findings }))]);
    expect(text.match(/"level": "\w+"/g)).toEqual(['"level": "warning"', '"level": "note"']);
    expect(text).toContain('"text": "Status approved"');
  });

  test("a title with a line separator stays as it is", () => {
    const title = "a\u2028b";
    const text = print("sarif", [checked(report("a.json", { findings: [broken()] }))], { ruleTitle: () => title });
    const rules = [{ shortDescription: { text: title } }];
    expect(JSON.parse(text)).toMatchObject({ runs: [{ tool: { driver: { rules } } }] });
  });

  test("without documents it is a whole run, too", () => {
    const log: unknown = JSON.parse(print("sarif", []));
    expect(log).toMatchObject({ runs: [{ results: [], artifacts: [], tool: { driver: { rules: [] } } }] });
  });
});

test.each([
  ["a/b.json", "a/b.json"],
  ["./a/b.json", "a/b.json"],
  ["../a.json", "../a.json"],
  ["a b#1%?.json", "a%20b%231%25%3F.json"],
  ["a:b.json", "a%3Ab.json"],
  ["/tmp/ü.json", "file:///tmp/%C3%BC.json"],
  ["C:\\orders\\a.json", "file:///C:/orders/a.json"],
  ["\\\\server\\share\\a.json", "file://server/share/a.json"],
  ["half \ud800.json", "half%20%EF%BF%BD.json"],
  ["-", "stdin"],
])("the URI of %s is %s", (file, uri) => {
  expect(fileUri(file)).toBe(uri);
});
