import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { isObject } from "../sdk/src/document/value.ts";
import { viewOf } from "../sdk/src/procore/view.ts";
import { files, listed, sampleOf, samples } from "./support/all-samples.ts";
import { pointedAt, readSlice, slice } from "./support/pointed-at.ts";
import {
  checkSample,
  findFiles,
  readMapping,
  repository,
  samplesFolder,
  samplesOf,
  twinsOf,
} from "./support/samples.ts";

describe("what a check of each sample finds", () => {
  test.each(samples.map((sample) => [sample.name, sample] as const))("%s", (_name, sample) => {
    const { outcome, findings } = checkSample(sample);
    const { expectation, document, file } = sample;
    const idsOf = (state: string) => [
      ...new Set(findings.filter((found) => found.state === state).map(({ ruleId }) => ruleId)),
    ];
    expect({ broken: idsOf("broken").sort(), unknown: idsOf("unknown").sort() }).toEqual({
      broken: expectation.broken.toSorted(),
      unknown: expectation.unknown.toSorted(),
    });
    const blocks = findings.some(({ state, severity }) => state === "broken" && severity === "error");
    expect(outcome).toBe(expectation.outcome ?? (blocks ? "blocked" : "exportable"));
    for (const { ruleId, path, range } of findings) {
      const place = `${ruleId} at ${path}`;
      expect(range, place).toBeDefined();
      if (range === undefined) continue;
      const text = slice(file.text, range);
      expect(text, `${place} lies in the text`).toBeDefined();
      if (text === undefined || document.value === undefined) continue;
      if (ruleId === "document/duplicate-key") expect(readSlice(text, range), place).toBe(path.split("/").at(-1));
      else if (text.startsWith("*"))
        expect(file.text, place).toContain(`&${text.slice(1)} ${String(pointedAt(document.value, path))}`);
      else expect(readSlice(text, range), place).toEqual(pointedAt(document.value, path));
    }
  });
});

describe("test/unreadable/expectations.yaml", () => {
  test("names only samples that are there and hold nothing that could carry $expect", () => {
    const unreadable = samples.filter(({ document }) => document.value === undefined).map(({ name }) => name);
    expect([...listed.keys()].sort()).toEqual(unreadable.sort());
  });
});

test.each([
  ["lines-and-contract-beside", ["/prime_change_order/created_at", "/line_items/1/billing_item_code"]],
  ["response-in-data", ["/data/line_items/1/amount"]],
  ["change-order-body", ["/change_order/status"]],
  [
    "erp-request-with-faults",
    [
      "/request_data/prime_contract_change_order/reviewed_at",
      "/request_data/prime_contract_change_order_items/1/prime_line_item_origin_code",
    ],
  ],
])("findings in %s are placed where the payload itself has them", (name, paths) => {
  const { findings } = checkSample(sampleOf(`spectrum/payloads/${name}.pcco.yaml`));
  expect(findings.map(({ path }) => path)).toEqual(paths);
});

describe("twins in YAML and JSON", () => {
  const twins = twinsOf(files);

  test("there are many", () => {
    expect(twins.length).toBeGreaterThanOrEqual(40);
    expect(twins.map(([yaml]) => yaml.path)).toContain("spectrum/approved-two-lines.pcco.yaml");
  });

  test.each(twins.map(([yaml, json]) => [yaml.path, yaml, json] as const))("%s", (_path, yaml, json) => {
    expect(json.documents.map(({ value }) => value)).toEqual(yaml.documents.map(({ value }) => value));
    const [ofYaml, ofJson] = [yaml, json].map((file) =>
      samplesOf(file, listed).map((sample) => {
        const { outcome, findings } = checkSample(sample);
        return {
          outcome,
          findings: findings.map(({ ruleId, path, message, fixes }) => ({
            ruleId,
            path,
            // A fault of the text may say on which line of the file something stands.
            message: ruleId.startsWith("document/") ? message.replace(/\bline [0-9]+/, "a line") : message,
            fixes,
          })),
        };
      }),
    );
    expect(ofJson).toEqual(ofYaml);
  });
});

describe("JSON Schemas", () => {
  const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
  for (const name of ["pcco", "context"]) {
    ajv.addSchema(JSON.parse(readFileSync(join(repository, "rules", "schema", `${name}.schema.json`), "utf8")));
  }
  const errorsOf = (schema: string, value: unknown): readonly string[] => {
    const isValid = ajv.validate(schema, value);
    return isValid ? [] : (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
  const readable = samples.filter(({ document }) => isObject(document.value));
  const ofWrongType = ["document/type", "document/unquoted-code"];

  test.each(
    readable
      .filter(({ expectation }) => !expectation.broken.some((id) => ofWrongType.includes(id)))
      .map(({ name, document }) => [name, document.value] as const),
  )("%s is well-typed", (_name, value) => {
    expect(errorsOf("pcco.schema.json", value)).toEqual([]);
    // What the rules see of an ERP request, or of a PCCO inside a response, is a PCCO too.
    expect(errorsOf("pcco.schema.json", viewOf(value)?.document)).toEqual([]);
    expect(errorsOf("context.schema.json", viewOf(value)?.context)).toEqual([]);
  });

  test("refuse what has lost its quotes", () => {
    const unquoted = readable.filter(({ expectation }) => expectation.broken.includes("document/unquoted-code"));
    expect(unquoted.length).toBeGreaterThan(0);
    for (const { name, document } of unquoted)
      expect(errorsOf("pcco.schema.json", document.value), name).not.toEqual([]);
  });

  test.each(findFiles(/\bcontext\.(ya?ml|json)$/))("%s is a well-typed context", (path) => {
    expect(errorsOf("context.schema.json", readMapping(join(samplesFolder, path)))).toEqual([]);
  });
});

test("pcco.context.yaml and spectrum.context.yaml tell the same facts", () => {
  const [nearest, byName] = ["pcco", "spectrum"].map((name) =>
    readMapping(join(samplesFolder, "spectrum", `${name}.context.yaml`)),
  );
  expect(nearest).toEqual(byName);
});
