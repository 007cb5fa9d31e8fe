import { loadRuleSet } from "@erp-export-rules/sdk";
import { describe, expect, test } from "vitest";
import { manifest, read, spoken, strings } from "./testing.ts";

const page = read("README.md");
const { contributes } = manifest;

/** The table that begins with a head, as lines. */
function table(head: string): readonly string[] {
  const lines = page.slice(page.indexOf(head)).split("\n");
  return lines.slice(
    2,
    lines.findIndex((line) => !line.startsWith("|")),
  );
}

describe("the page of the extension", () => {
  test("lists every rule that ships, as it is", async () => {
    const { definition } = await loadRuleSet("spectrum/pcco@1.1.0");
    const rows = definition.rules.map(
      ({ id, definition: { title, severity, stage } }) => `| \`${id}\` | ${title} | ${severity} | ${stage} |`,
    );
    expect(page).toContain(`The rules of \`${definition.id}\` ${definition.version}:`);
    expect(table("| Rule | Asks |")).toEqual(rows);
  });

  test("lists every setting, with its default", () => {
    const settings = contributes.configuration.flatMap(({ properties }) => Object.entries(properties));
    const rows = settings.map(
      ([name, { default: value, markdownDescription }]) =>
        `| \`${name}\` | \`${JSON.stringify(value)}\` | ${spoken(markdownDescription)} |`,
    );
    expect(table("| Setting |")).toEqual(rows);
  });

  test("names commands, the walkthrough, snippets and problem matchers as they are called", () => {
    const commands = contributes.commands.map(({ title }) => spoken(title));
    const named = [...page.matchAll(/\*\*ERP Export Rules: (.+?)\*\*/g)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((name) => !commands.includes(name ?? ""))).toEqual([]);
    expect(page).toContain(`**${strings["command.switchRuleSet"]}**`);
    expect(page).toContain(`**${strings["walkthrough.title"]}**`);
    expect(read("snippets/rule-file.json")).toContain('"prefix": "rule-set"');
    const matchers = new Set([...page.matchAll(/\$(erp-rules[\w-]*)/g)].map(([, name]) => name));
    expect([...matchers].sort()).toEqual(contributes.problemMatchers.map(({ name }) => name).sort());
  });

  test("shows a task that can be copied", () => {
    const [, text = ""] = /```json\n(.+?)```/s.exec(page) ?? [];
    const { tasks } = JSON.parse(text);
    expect(tasks).toMatchObject([{ problemMatcher: "$erp-rules-github" }]);
  });

  test("tells the floor of Node.js and the name of the server as the manifest does", () => {
    expect(Object.keys(manifest.bin)).toEqual(["erp-rules-language-server"]);
    expect(page).toContain("erp-rules-language-server --stdio");
    expect(manifest.engines.node).toBe(">=20.19");
    expect(page).toContain("Node.js 20.19 or newer");
  });

  test("every picture has a text for those who do not see it", () => {
    const pictures = [...page.matchAll(/!\[(.*?)\]\((.*?)\)/g)];
    expect(pictures.length).toBe(5);
    for (const [, text = "", path = ""] of pictures) {
      expect(text.length, path).toBeGreaterThan(40);
      expect(path).toMatch(/^media\/screenshots\/[a-z-]+\.png$/);
    }
  });
});
