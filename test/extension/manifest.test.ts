import { existsSync } from "node:fs";
import { join } from "node:path";
import picomatch from "picomatch";
import { describe, expect, test } from "vitest";
import { commands, defaultSettings } from "../../vscode-extension/src/protocol.ts";
import { extension, manifest, read, spoken, strings } from "./testing.ts";

const { contributes } = manifest;
const settings = Object.assign({}, ...contributes.configuration.map(({ properties }) => properties));
const commandLinks = Object.values(strings).flatMap((text) =>
  [...text.matchAll(/\(command:([\w.]+)\)/g)].map(([, id = ""]) => id),
);

/** Commands of VS Code itself that texts link to. */
const ofVsCode = new Set(["editor.action.marker.next", "editor.action.quickFix", "vscode.openFolder"]);

describe("texts", () => {
  test("every key of the manifest has a text, and every text a key", () => {
    const keys = new Set([...read("package.json").matchAll(/%([\w.-]+)%/g)].map(([, key = ""]) => key));
    expect([...keys].sort()).toEqual(Object.keys(strings).sort());
  });

  test("everything people read is one of these texts", () => {
    const titles = [...contributes.commands, ...contributes.walkthroughs.flatMap(({ steps }) => steps)];
    for (const { title } of titles) expect(title).toMatch(/^%[\w.-]+%$/);
  });
});

describe("commands", () => {
  test("are those that the server and the client speak of", () => {
    expect(contributes.commands.map(({ command }) => command).sort()).toEqual(Object.values(commands).sort());
  });

  test("in menus and links there are", () => {
    const known = new Set<string>(Object.values(commands));
    const inMenus = Object.values(contributes.menus).flatMap((items) => items.map(({ command }) => command));
    expect(inMenus.filter((id) => !known.has(id))).toEqual([]);
    expect(commandLinks.filter((id) => !known.has(id) && !ofVsCode.has(id))).toEqual([]);
  });

  test("that must be told what to work on are not in the palette", () => {
    const hidden = contributes.menus["commandPalette"]?.filter(({ when }) => when === "false");
    expect(hidden?.map(({ command }) => command)).toEqual([
      commands.runTests,
      commands.openWitness,
      commands.turnOffRule,
      commands.showSamples,
    ]);
  });

  test("for PCCOs are offered on every kind of PCCO file, and on no other", () => {
    const when = contributes.menus["editor/title"]?.find(({ command }) => command === commands.runEvent)?.when;
    const [, source = "", flags = ""] = /^resourceFilename =~ \/(.+)\/(\w*)$/.exec(when ?? "") ?? [];
    const names = ["a.pcco.json", "a.pcco.yaml", "a.pcco.yml", "a.pcco.ndjson", "a.pcco.jsonl", "A.PCCO.JSON"];
    const others = ["pcco.yaml", "a.pcco.yaml.bak", "apcco.json", "pcco.context.yaml"];
    const offered = [...names, ...others].filter((name) => new RegExp(source, flags).test(name));
    expect(offered).toEqual(names);
  });
});

describe("settings", () => {
  test("are those that the server asks for, with the same defaults", () => {
    const defaults = Object.entries(defaultSettings).map(([name, value]) => [`erpExportRules.${name}`, value]);
    const asked = Object.entries<{ default: unknown }>(settings)
      .filter(([name]) => name !== "erpExportRules.trace.server")
      .map(([name, { default: value }]) => [name, value]);
    expect(Object.fromEntries(asked)).toEqual(Object.fromEntries(defaults));
  });
});

describe("files", () => {
  test("that the manifest names are there and ship", () => {
    const named = [...read("package.json").matchAll(/"(?:\.\/)?((?:media|walkthrough|syntaxes|snippets)\/[\w./-]+)"/g)];
    const paths = [...named.map(([, path = ""]) => path), "language-configuration.json", "package.nls.json"];
    expect(paths.length).toBeGreaterThan(10);
    for (const path of paths) {
      expect(existsSync(join(extension, path)), path).toBe(true);
      expect(
        manifest.files.some((shipped) => path === shipped || path.startsWith(`${shipped}/`)),
        path,
      ).toBe(true);
    }
  });

  test.each([
    ["rules/spectrum/pcco/1.1.0.yaml", true],
    ["rules/company/pcco/12.0.31.yml", true],
    ["company.rules.yaml", true],
    ["rules/spectrum/pcco/1.1.0.test.yaml", false],
    ["rules/lock.yaml", false],
    ["samples/a.pcco.yaml", false],
    ["chart/1.1.0.yaml", false],
  ])("%s is a rule file by its name: %s", (path, expected) => {
    const patterns = contributes.languages.find(({ id }) => id === "erp-rules")?.filenamePatterns ?? [];
    expect(picomatch([...patterns])(`/a/folder/${path}`)).toBe(expected);
  });
});

describe("the walkthrough", () => {
  const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);

  test("has five steps, each with a link and an event that ends it", () => {
    expect(steps).toHaveLength(5);
    for (const { id, description, completionEvents } of steps) {
      expect(spoken(description), id).toMatch(/\]\(command:/);
      expect(completionEvents.length, id).toBeGreaterThan(0);
    }
  });

  test("its steps end by commands that are linked to, or that do the same", () => {
    const ended = steps.flatMap(({ completionEvents }) =>
      completionEvents.map((event) => event.replace("onCommand:", "")),
    );
    const known = new Set<string>([...Object.values(commands), ...ofVsCode, "workbench.actions.view.problems"]);
    expect(ended.filter((id) => !known.has(id))).toEqual([]);
  });

  test("loads nothing from elsewhere", () => {
    const media = steps.map(({ media: { markdown, svg } }) => read(markdown ?? svg ?? ""));
    for (const text of media) expect(text).not.toMatch(/\b(?:src|href)=|!\[|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
  });
});
