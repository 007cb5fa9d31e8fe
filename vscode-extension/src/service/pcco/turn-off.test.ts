import type { RuleSet } from "@erp-export-rules/sdk";
import { ruleSetOf } from "@erp-export-rules/sdk/authoring";
import { describe, expect, test } from "vitest";
import type { WorkspaceEdit } from "vscode-languageserver-types";
import type { PccoFile, Project, Surroundings } from "../model.ts";
import { projectOf, uriOf } from "../rules/testing.ts";
import { openPccoFile } from "../text/open-pcco-file.ts";
import { at, edited, spectrumContext } from "./testing.ts";
import { turnOffRule } from "./turn-off.ts";

const pcco = "changes/a.pcco.yaml";
const overlay = "changes/pcco.rules.yaml";
const draft = `# A draft.
status: draft
created_at: 2025-03-04T15:10:00Z
line_items:
  - prime_line_item_id: 7001
`;
const because = "Drafts are exported here: the owner approves them in Spectrum.";

type Files = Readonly<Record<string, string>>;

/** What a PCCO of a project is judged by: the rules at a path, or those that ship. */
function surroundingsOf(project: Project, file?: string): Surroundings {
  const own = project.ruleTexts.find((each) => each.file === file);
  const rules = own?.ruleSet ?? shipped(project);
  const why = { rules: "a test", context: "a test", featuresSet: {}, ...(own && { rulesUri: own.uri }) };
  return { rules, context: spectrumContext, event: "send", at, why };
}

function shipped(project: Project): RuleSet {
  const source = project.library.find("spectrum/pcco@1.0.0");
  return ruleSetOf(source, project.library);
}

function opened(text = draft): PccoFile {
  return openPccoFile(uriOf(pcco), "yaml", text, 7);
}

async function turnedOff(
  files: Files,
  options: { rules?: string; ruleId?: string; because?: string; text?: string } = {},
) {
  const project = await projectOf(files);
  const file = opened(options.text);
  const surroundings = surroundingsOf(project, options.rules);
  const ruleId = options.ruleId ?? "status-approved";
  return turnOffRule(file, file.recordAt(0), surroundings, ruleId, options.because ?? because, project);
}

/** Carries out an edit on the files of a project, as an editor does. */
function carriedOut(files: Files, edit: WorkspaceEdit): Files {
  const texts: Record<string, string> = { ...files };
  for (const change of edit.documentChanges ?? []) {
    const name = (
      "kind" in change && "uri" in change ? change.uri : "textDocument" in change ? change.textDocument.uri : ""
    ).slice(uriOf("").length);
    if ("kind" in change) {
      expect(change).toMatchObject({ kind: "create", options: { overwrite: false, ignoreIfExists: false } });
      expect(texts).not.toHaveProperty([name]);
      texts[name] = "";
    } else {
      texts[name] = edited(
        texts[name] ?? "",
        change.edits.flatMap((each) => ("newText" in each ? [each] : [])),
      );
    }
  }
  return texts;
}

async function accepted(files: Files, options: Parameters<typeof turnedOff>[1] = {}): Promise<Files> {
  const result = await turnedOff(files, options);
  if ("refusal" in result) throw new Error(result.refusal);
  return carriedOut({ ...files, [pcco]: options.text ?? draft }, result.edit);
}

async function refused(files: Files, options: Parameters<typeof turnedOff>[1] = {}): Promise<string> {
  const result = await turnedOff(files, options);
  return "refusal" in result ? result.refusal : "not refused";
}

/** The ids of what is broken once the PCCO is judged by a rule file. */
async function brokenBy(files: Files, rules: string): Promise<readonly string[]> {
  const project = await projectOf(files);
  expect(project.rule(rules).problems).toEqual([]);
  const file = openPccoFile(uriOf(pcco), "yaml", files[pcco] ?? "");
  return file
    .recordAt(0)
    .verdict(() => surroundingsOf(project, rules))
    .findings.map(({ ruleId }) => ruleId);
}

describe("a rule set that ships", () => {
  test("is left alone: a rule file beside the PCCO builds on it, and the PCCO names that", async () => {
    const files = await accepted({});
    expect(files).toEqual({
      [pcco]: `${draft}$rules: ./pcco.rules.yaml\n`,
      [overlay]: `# What differs here from spectrum/pcco 1.0.0. A PCCO is judged by it when it says \`$rules: ./pcco.rules.yaml\`.
format: 1
ruleSet: changes/pcco
version: 1.0.0
title: Exceptions from spectrum/pcco 1.0.0
effective: { from: 2026-11-05 }
extends: spectrum/pcco@1.0.0
overrides:
  status-approved:
    severity: "off"
    because: "Drafts are exported here: the owner approves them in Spectrum."
`,
    });
    expect(await brokenBy({ ...files, [overlay]: (files[overlay] ?? "").replace('"off"', "error") }, overlay)).toEqual([
      "status-approved",
    ]);
    expect(await brokenBy(files, overlay)).toEqual([]);
  });

  test("a pin is replaced, with its comment kept", async () => {
    const text = `$rules: spectrum/pcco@1.0.0 # as agreed\n${draft}`;
    const files = await accepted({}, { text });
    expect(files[pcco]).toBe(`$rules: ./pcco.rules.yaml # as agreed\n${draft}`);
  });

  test.each([
    [
      "yaml" as const,
      "- { status: approved }\n- { status: draft }\n",
      "- { status: approved }\n- { status: draft, $rules: ./pcco.rules.yaml }\n",
    ],
    [
      "json" as const,
      '[{"status":"approved"},{"status":"draft"}]',
      '[{"status":"approved"},{"status":"draft","$rules":"./pcco.rules.yaml"}]',
    ],
    [
      "ndjson" as const,
      '{"status":"approved"}\n{"status":"draft"}\n',
      '{"status":"approved"}\n{"status":"draft","$rules":"./pcco.rules.yaml"}\n',
    ],
  ])("of several PCCOs only the one that is meant names it: %s", async (format, text, wanted) => {
    const project = await projectOf({});
    const file = openPccoFile(uriOf(pcco), format, text, 1);
    const [, second] = file.records;
    if (second === undefined) throw new Error("there are two");
    const result = turnOffRule(file, second, surroundingsOf(project), "status-approved", because, project);
    expect("edit" in result && carriedOut({ [pcco]: text }, result.edit)[pcco]).toBe(wanted);
  });

  test("the edit of the PCCO is for its version", async () => {
    const result = await turnedOff({});
    expect("edit" in result && result.edit.documentChanges?.at(-1)).toMatchObject({
      textDocument: { uri: uriOf(pcco), version: 7 },
    });
  });

  test("a reason of several lines, with quotes, loads", async () => {
    const reason = 'It\'s "off": #1\n- second line\n\ttabbed';
    const files = await accepted({}, { because: `  ${reason}\n` });
    const project = await projectOf(files);
    expect(project.rule(overlay).source?.content.overrides).toEqual({
      "status-approved": { severity: "off", because: reason },
    });
  });

  test("a name that another rule set has is not taken again", async () => {
    const other =
      "format: 1\nruleSet: changes/pcco\nversion: 1.0.0\neffective: { from: 2020-01-01 }\nextends: spectrum/pcco@1.0.0\n";
    const files = await accepted({ "other.rules.yaml": other });
    expect(files[overlay]).toContain("\nruleSet: changes/pcco-2\n");
    expect(await brokenBy(files, overlay)).toEqual([]);
  });

  test.each([
    ["file:///project/a.pcco.yaml", "company/pcco"],
    ["file:///project/Change%20Orders/B%C3%BCro/a.pcco.yaml", "change-orders/b-ro/pcco"],
    ["file:///elsewhere/x/a.pcco.yaml", "company/pcco"],
  ])("%s gives the name %s", async (uri, name) => {
    const project = await projectOf({});
    const file = openPccoFile(uri, "yaml", draft, 1);
    const result = turnOffRule(file, file.recordAt(0), surroundingsOf(project), "status-approved", because, project);
    expect(JSON.stringify(result)).toContain(`\\nruleSet: ${name}\\n`);
  });
});

const company = `format: 1
ruleSet: acme/pcco
version: 1.0.0
effective: { from: 2025-01-01 } # from the first of the year
extends: spectrum/pcco@1.0.0
rules:
  title-needed:
    field: pccoTitle
    required: true
    severity: error
    stage: send
    source: ours
fields:
  pccoTitle: { label: Title, path: title, type: text }
sources:
  ours: { title: Our own manual, url: "https://example.com/" }
`;
const companyFile = "rules/acme.yaml";

describe("a rule file of the workspace", () => {
  test("gets an override", async () => {
    const files = await accepted({ [companyFile]: company }, { rules: companyFile });
    expect(files).toEqual({
      [pcco]: draft,
      [companyFile]: `${company}overrides:\n  status-approved:\n    severity: "off"\n    because: "Drafts are exported here: the owner approves them in Spectrum."\n`,
    });
    expect(await brokenBy(files, companyFile)).toEqual(["title-needed"]);
  });

  test("an override that is there is turned off, and its comments stay", async () => {
    const text = `${company}overrides:\n  # as Spectrum asks\n  billing-item-code-length: { maxLength: 8, because: Shorter here. } # see the manual\n`;
    const files = await accepted({ [companyFile]: text }, { rules: companyFile, ruleId: "billing-item-code-length" });
    expect(files[companyFile]).toContain("# as Spectrum asks\n  billing-item-code-length: { maxLength: 8, because: ");
    expect(files[companyFile]).toContain(" # see the manual\n");
    const project = await projectOf(files);
    expect(project.rule(companyFile).source?.content.overrides).toEqual({
      "billing-item-code-length": { maxLength: 8, severity: "off", because },
    });
    expect(project.rule(companyFile).ruleSet?.ruleIds).not.toContain("billing-item-code-length");
  });

  test("a rule of its own is turned off where it stands", async () => {
    const files = await accepted({ [companyFile]: company }, { rules: companyFile, ruleId: "title-needed" });
    const project = await projectOf(files);
    expect(project.rule(companyFile).source?.content.rules?.["title-needed"]).toMatchObject({
      severity: "off",
      rationale: `Turned off: ${because}`,
    });
    expect(await brokenBy(files, companyFile)).toEqual(["status-approved"]);
  });

  test("that is published is left alone: another builds on it", async () => {
    const lock = `${companyFile}: 0000000000000000000000000000000000000000000000000000000000000000\n`;
    const before = { [companyFile]: company, "lock.yaml": lock };
    const files = await accepted(before, { rules: companyFile });
    expect(files[companyFile]).toBe(company);
    expect(files[overlay]).toContain("\nextends: acme/pcco@1.0.0\n");
    expect(await brokenBy({ ...files, "lock.yaml": "" }, overlay)).toEqual(["title-needed"]);
  });

  test("with faults is not edited", async () => {
    const good = await projectOf({ [companyFile]: company });
    const broken = await projectOf(
      { [companyFile]: company.replace("maxLength", "x").replace("severity: error", "severity: eror") },
      good,
    );
    const file = opened();
    expect(
      turnOffRule(file, file.recordAt(0), surroundingsOf(broken, companyFile), "status-approved", because, broken),
    ).toEqual({
      refusal: "rules/acme.yaml has faults. Mend them first.",
    });
  });
});

describe("a rule file that stands beside the PCCO already", () => {
  const beside = `format: 1
ruleSet: changes/pcco
version: 1.0.0
effective: { from: 2025-01-01 }
extends: spectrum/pcco@1.0
overrides:
  date-required: { severity: warning, because: Not always known. }
`;

  test("gets the override when it builds on the same rules, and the PCCO names it", async () => {
    const files = await accepted({ [overlay]: beside });
    expect(files[overlay]).toContain(
      "\n  date-required: { severity: warning, because: Not always known. }\n  status-approved:\n",
    );
    expect(files[pcco]).toContain("$rules: ./pcco.rules.yaml\n");
    expect(await brokenBy(files, overlay)).toEqual([]);
  });

  test("a PCCO that names it is not changed", async () => {
    const text = `${draft}$rules: ./pcco.rules.yaml\n`;
    const files = await accepted({ [overlay]: beside }, { text });
    expect(files[pcco]).toBe(text);
  });

  test("is not edited when it builds on others, is published, or has faults", async () => {
    expect(await refused({ [overlay]: beside.replace("@1.0", "@1.1") })).toBe(
      "changes/pcco.rules.yaml stands beside this PCCO, but extends spectrum/pcco@1.1 and not spectrum/pcco 1.0.0, by which the PCCO is judged.",
    );
    expect(await refused({ [overlay]: beside, "lock.yaml": `${overlay}: "0"\n` })).toBe(
      "changes/pcco.rules.yaml is published and must not change.",
    );
    expect(await refused({ [overlay]: beside.replace("date-required", "date-requird") })).toBe(
      "changes/pcco.rules.yaml has faults. Mend them first.",
    );
  });
});

describe("refused", () => {
  test("a rule that is not there", async () =>
    expect(await refused({}, { ruleId: "status-aproved" })).toBe(
      'There is no rule "status-aproved" in spectrum/pcco 1.0.0. Did you mean "status-approved"?',
    ));

  test("a rule that is off already", async () => {
    const off = company.replace("severity: error", 'severity: "off"');
    expect(await refused({ [companyFile]: off }, { rules: companyFile, ruleId: "title-needed" })).toBe(
      "title-needed is turned off already.",
    );
  });

  test.each(["", " \n"])("no reason: %j", async (reason) =>
    expect(await refused({}, { because: reason })).toBe(
      "A rule is turned off with a reason: say why it does not apply.",
    ),
  );

  test("a PCCO with faults of the text can't be made to name a rule file", async () =>
    expect(await refused({}, { text: "status: [\n" })).toMatch(/^The text has a fault on line \d+; mend it first/));

  test("a PCCO that is not saved", async () => {
    const project = await projectOf({});
    const file = openPccoFile("untitled:Untitled-1", "yaml", draft, 1);
    expect(turnOffRule(file, file.recordAt(0), surroundingsOf(project), "status-approved", because, project)).toEqual({
      refusal: "Save this PCCO first: the rule file is put beside it.",
    });
  });

  test("rules that nobody else in the workspace can build on", async () => {
    const [with_, without] = [await projectOf({ [companyFile]: company }), await projectOf({})];
    const file = opened();
    const surroundings = surroundingsOf(with_, companyFile);
    expect(turnOffRule(file, file.recordAt(0), surroundings, "status-approved", because, without)).toEqual({
      refusal: "acme/pcco 1.0.0 is not among the rule sets of this workspace, so no rule file can build on it.",
    });
  });
});
