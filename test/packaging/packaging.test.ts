import { readFileSync } from "node:fs";
import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, describe, expect, test } from "vitest";
import { cleanPcco, context } from "../bench/documents.ts";
import { gzippedKilobytes, runAsBrowser } from "./bundle.ts";
import { Installation, pack, repository } from "./install.ts";

const installed = new Installation();
afterAll(() => installed.remove());

/** Who may send. */
const actor = { id: 12, prime_contracts: "admin", erp_integrations: "none" };

/** The beginning of a program: a PCCO that can be sent, and one whose title is too long. */
const given = `
const pcco = ${JSON.stringify(cleanPcco(10))};
const long = { ...pcco, title: "x".repeat(256) };
const context = ${JSON.stringify({ ...context, actor })};
const at = "2026-11-05T09:00:00Z";
`;

/** What is asked of both, and what the answers must be. */
const asked = `[
  rules.check(pcco, context).outcome,
  rules.check(long, context).findings.map(({ ruleId, path }) => ruleId + " " + path),
  rules.actions(pcco, context, { at }).filter(({ enabled }) => enabled).map(({ event }) => event),
  rules.transition(pcco, "send", { at, context }).document?.erp.status,
  rules.transition(long, "send", { at, context }).ok,
  rules.repair(long, context, "send", { at }).ok,
]`;
const answers = ["exportable", ["title-length /title"], ["send"], "ready_to_export", false, false];

/** Rules of one's own that build on a rule set outside the core. */
const overlay =
  "format: 1\nruleSet: company/pcco\nversion: 1.0.0\neffective: { from: 2026-11-01 }\nextends: vista/pcco@1.0.0\n";

/** What is broken by Vista's rules and by NetSuite's, and how many rules the overlay has. */
const outsideTheCore = [
  ["status-approved", "date-required", "status-known", "line-items-required", "number-length"],
  ["export-supported"],
  17,
];

describe("what ships", () => {
  test("the SDK: its bundles and their types, and nothing of how they are made", () => {
    const { files } = pack("sdk");
    const paths = files.map(({ path }) => path);
    const expected =
      /^(LICENSE|README\.md|package\.json|bin\/erp-rules\.cjs|dist\/[\w-]+\.c?js|dist\/cli-code\.bin|dist\/types\/.+\.d\.ts)$/;
    expect(paths.filter((path) => !expected.test(path))).toEqual([]);
    for (const needed of ["LICENSE", "README.md", "bin/erp-rules.cjs", "dist/node.js", "dist/erp-rules.cjs"]) {
      expect(paths).toContain(needed);
    }
    expect(files.find(({ path }) => path === "bin/erp-rules.cjs")?.mode).toBe(0o755);
  });

  test("the SDK has no declarations that no entry point leads to", () => {
    const types = pack("sdk").files.flatMap(({ path }) => (path.endsWith(".d.ts") ? [path] : []));
    // What tells of a difference between rule sets is written by editors, too.
    const shared = /types\/report\/(diff-markdown|diff-report|diff-words|markdown-text|screen)\.d\.ts$/;
    const own = types.filter((path) => !shared.test(path));
    const strangers = own.filter((path) => /types\/(cli|report)\/|\/(testing|emit\w*)[.-]|\.test\./.test(path));
    expect(strangers).toEqual([]);
  });

  test("the bundles name no file that they were made on, and no map", () => {
    for (const { path } of pack("sdk").files.filter((file) => /\.(c?js|bin|d\.ts)$/.test(file.path))) {
      const text = readFileSync(join(repository, "sdk", path), "latin1");
      expect(text.includes(repository), path).toBe(false);
      expect(text.includes("sourceMappingURL="), path).toBe(false);
    }
  });

  test("the rules: rule files, their schemas and the lock", () => {
    const paths = pack("rules").files.map(({ path }) => path);
    const expected =
      /^(LICENSE|README\.md|change-a-rule-safely\.md|package\.json|lock\.yaml|schema\/[\w-]+\.schema\.json|[\w-]+\/[\w-]+\/\d+\.\d+\.\d+\.yaml)$/;
    expect(paths.filter((path) => !expected.test(path))).toEqual([]);
    for (const needed of [
      "LICENSE",
      "README.md",
      "change-a-rule-safely.md",
      "lock.yaml",
      "spectrum/pcco/1.1.0.yaml",
      "vista/pcco/1.0.0.yaml",
    ])
      expect(paths).toContain(needed);
  });

  test("publint has nothing to say", async () => {
    const { messages, pkg } = await publint({ pkgDir: installed.package, pack: false, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  test("the types are right wherever modules are imported", () => {
    const attw = join(repository, "node_modules/@arethetypeswrong/cli/dist/index.js");
    const { code, out } = installed.run(attw, installed.tarball, "--profile", "esm-only", "--no-color");
    expect(code, out).toBe(0);
  });
});

describe("in Node", () => {
  test("the package", () => {
    const program = `
      import { loadRuleSet } from "@erp-export-rules/sdk";${given}
      const rules = await loadRuleSet("spectrum/pcco@1.1.0");
      console.log(JSON.stringify(${asked}));`;
    expect(installed.program("index.mjs", program)).toEqual(answers);
  });

  test("the package, from CommonJS", () => {
    const program = `
      const { loadRuleSet } = require("@erp-export-rules/sdk");${given}
      loadRuleSet("spectrum/pcco@1.1.0").then((rules) => console.log(JSON.stringify(${asked})));`;
    expect(installed.program("index.cjs", program)).toEqual(answers);
  });

  test("rule sets outside the core", () => {
    const program = `
      import { loadRuleSet } from "@erp-export-rules/sdk";
      const rules = await loadRuleSet("vista/pcco@1");
      const refusal = await loadRuleSet("netsuite/pcco");
      const own = await loadRuleSet({ text: ${JSON.stringify(overlay)} });
      const broken = (set, system) => set.check({ number: "PCO004" }, { erp: { system } }).findings
        .filter(({ state }) => state === "broken").map(({ ruleId }) => ruleId);
      console.log(JSON.stringify([broken(rules, "vista"), broken(refusal, "netsuite"), own.ruleIds.length]));`;
    expect(installed.program("others.mjs", program)).toEqual(outsideTheCore);
  });

  test("a rule file from disk", () => {
    const path = join(repository, "rules/spectrum/pcco/1.1.0.yaml");
    const program = `
      import { loadRuleSet } from "@erp-export-rules/sdk";${given}
      const rules = await loadRuleSet({ path: ${JSON.stringify(path)} });
      console.log(JSON.stringify(${asked}));`;
    expect(installed.program("file.mjs", program)).toEqual(answers);
  });

  test("./core", () => {
    const program = `
      import { loadBundled } from "@erp-export-rules/sdk/core";${given}
      const rules = loadBundled("spectrum/pcco@1.1.0");
      console.log(JSON.stringify(${asked}));`;
    expect(installed.program("core.mjs", program)).toEqual(answers);
  });

  test("./text", () => {
    const program = `
      import { editText, parseText } from "@erp-export-rules/sdk/text";
      const text = "status: draft # soon\\n";
      const [document] = parseText(text, { format: "yaml" }).documents;
      const edits = [{ op: "replace", path: "/status", value: "approved" }];
      console.log(JSON.stringify([document.value, document.valueRange(["status"]), editText(text, { format: "yaml" }, edits)]));`;
    expect(installed.program("text.mjs", program)).toEqual([
      { status: "draft" },
      { start: { line: 0, character: 8 }, end: { line: 0, character: 13 } },
      "status: approved # soon\n",
    ]);
  });

  test("nothing else can be imported", () => {
    const program = `
      const names = ["dist/core.js", "bin/erp-rules.cjs", "src/core.ts", "node"].map((name) => "@erp-export-rules/sdk/" + name);
      const codes = await Promise.all(names.map((name) => import(name).then(() => "", ({ code }) => code)));
      console.log(JSON.stringify([...new Set(codes)]));`;
    expect(installed.program("closed.mjs", program)).toEqual(["ERR_PACKAGE_PATH_NOT_EXPORTED"]);
  });

  test("the command line", () => {
    const bin = join(installed.folder, "node_modules/.bin/erp-rules");
    installed.write("vista.pcco.yaml", JSON.stringify({ number: "PCO004", $context: { erp: { system: "vista" } } }));
    expect(installed.run(bin, "check", "vista.pcco.yaml").out).toContain("Vista takes 5 or fewer");
    installed.write("clean.pcco.json", JSON.stringify({ ...cleanPcco(2), $context: { ...context, actor } }));
    installed.write(
      "long.pcco.yaml",
      JSON.stringify({ ...cleanPcco(2), title: "x".repeat(256), $context: { ...context, actor } }),
    );
    expect(installed.run(bin, "check", "clean.pcco.json")).toMatchObject({ code: 0, err: "" });
    expect(installed.run(bin, "check", "long.pcco.yaml")).toMatchObject({ code: 1, err: "" });
    expect(installed.run(bin, "check", "long.pcco.yaml").out).toContain("title-length");
    // Each of these loads files of its own.
    for (const words of [
      ["check", "*.pcco.json", "--format", "sarif"],
      ["check", "clean.pcco.json", "--rules", join(repository, "rules/spectrum/pcco/1.1.0.yaml")],
      ["check", "clean.pcco.json", "--fix"],
      ["transition", "clean.pcco.json", "send", "--as-of", "2026-11-05"],
      ["repair", "clean.pcco.json"],
      ["actions", "clean.pcco.json"],
      ["explain", "title-length"],
      ["explain", "export-supported", "--rules", "netsuite/pcco"],
      ["list"],
      ["graph"],
      ["types"],
    ]) {
      const { code, err } = installed.run(bin, ...words);
      expect({ words, code }, err).toEqual({ words, code: 0 });
    }
  });
});

describe("in TypeScript", () => {
  const imports = `
    import { loadRuleSet, type Pcco, type PccoContext, type RuleSet } from "@erp-export-rules/sdk";
    import { loadBundled } from "@erp-export-rules/sdk/core";
    import { parseText, type TextDocument } from "@erp-export-rules/sdk/text";
    export const pcco: Pcco = {};
    export const context: PccoContext = {};
    export const at = "2026-11-05T09:00:00Z";
    export const rules = await loadRuleSet("spectrum/pcco@1.1.0");
    export const core = loadBundled("spectrum/pcco");
    export const vista = await loadRuleSet("vista/pcco@1");
    export const own: RuleSet = await loadRuleSet({ text: "" });
    export const document: TextDocument | undefined = parseText("", { format: "json" }).documents[0];
  `;
  const right = `
    export const moved = rules.transition(pcco, "send", { at, context });
    export const status: string | undefined = moved.ok ? moved.record.to : moved.reasons[0]?.message;
    export const first: "export-switched-on" | (typeof core.ruleIds)[number] | undefined = rules.ruleIds[0];
    export const anything = own.transition(pcco, "an event of my own", { at });
  `;
  const wrong: Readonly<Record<string, string>> = {
    "an event that does not exist": 'rules.transition(pcco, "sned", { at, context });',
    "an event that does not exist, of the core": 'core.check(pcco, context, { event: "sned" });',
    "an event that does not exist, outside the core": 'vista.check(pcco, context, { event: "sned" });',
    "a rule of another rule set": 'export const id: (typeof vista.ruleIds)[number] = "billing-item-code-length";',
    "a rule set outside the core, of the core": 'loadBundled("vista/pcco");',
    "a rule set that does not ship": 'void loadRuleSet("spectrum/pco");',
    "a rule that does not exist": 'export const id: (typeof rules.ruleIds)[number] = "titel-length";',
    "a change of a verdict": "rules.check(pcco, context).findings.length = 0;",
  };

  /** Compiles a program as a project that uses the package would; the types of Node are not there. */
  function compile(program: string, module: "nodenext" | "bundler") {
    const name = `consumer-${module}`;
    installed.write(`${name}/package.json`, '{ "type": "module" }');
    installed.write(`${name}/main.ts`, imports + program);
    const resolution = module === "nodenext" ? { module } : { module: "esnext", moduleResolution: module };
    const compilerOptions = { ...resolution, target: "es2022", lib: ["es2022"], types: [], strict: true, noEmit: true };
    const project = installed.write(`${name}/tsconfig.json`, JSON.stringify({ compilerOptions, include: ["main.ts"] }));
    return installed.run(join(repository, "node_modules/typescript/bin/tsc"), "-p", project);
  }

  describe.each(["nodenext", "bundler"] as const)("%s", (module) => {
    test("the right calls compile", () => {
      expect(compile(right, module)).toEqual({ code: 0, out: "", err: "" });
    });

    test.each(Object.entries(wrong))("%s does not", (_what, line) => {
      const { code, out } = compile(`${right}\n${line}`, module);
      expect(code).not.toBe(0);
      const errors = out.split("\n").filter((each) => each.includes("error TS"));
      expect(errors).toHaveLength(1);
      const lines = `${imports}${right}\n${line}`.split("\n").length;
      expect(errors[0]).toContain(`main.ts(${lines},`);
    });
  });
});

describe("in browsers and edge workers", () => {
  test("the package checks, moves and repairs, and reads rule files, with no code made from text", async () => {
    const text = readFileSync(join(repository, "rules/spectrum/pcco/1.1.0.yaml"), "utf8");
    const program = `
      import { loadRuleSet } from "@erp-export-rules/sdk";${given}
      export async function run() {
        const answers = [];
        const vista = await loadRuleSet("vista/pcco");
        const { findings } = vista.check({ number: "PCO004" }, { erp: { system: "vista" } });
        answers.push(findings.filter(({ rule }) => rule.file.startsWith("vista") ).map(({ ruleId }) => ruleId));
        for (const source of ["spectrum/pcco@1.1.0", { text: ${JSON.stringify(text)} }]) {
          const rules = await loadRuleSet(source);
          answers.push(${asked});
          answers.push(rules.checkText("title: 7\\n", { format: "yaml", context })[0].outcome);
        }
        return answers;
      }`;
    expect(await runAsBrowser(program, installed.folder)).toEqual([
      ["number-length", "associated-line-item-pattern"],
      answers,
      "blocked",
      answers,
      "blocked",
    ]);
  });

  test("the core", async () => {
    const program = `
      import { loadBundled } from "@erp-export-rules/sdk/core";${given}
      export function run() {
        const rules = loadBundled("spectrum/pcco@1.1.0");
        return ${asked};
      }`;
    expect(await runAsBrowser(program, installed.folder)).toEqual(answers);
  });

  test("making code from text would fail there", async () => {
    const program = 'export function run() { return new Function("return 1")(); }';
    await expect(runAsBrowser(program, installed.folder)).rejects.toThrow("Code generation from strings");
  });

  test("the core is sent in less than 40 kB", async () => {
    const core = await gzippedKilobytes("@erp-export-rules/sdk/core", installed.folder);
    const whole = await gzippedKilobytes("@erp-export-rules/sdk", installed.folder, ["yaml"]);
    console.info(`gzipped: core ${core.toFixed(1)} kB, the package without yaml ${whole.toFixed(1)} kB`);
    expect(core).toBeLessThan(40);
  });
});
