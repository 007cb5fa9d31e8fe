import { conditionWords, keywords, type ResolvedRuleSet } from "@erp-export-rules/sdk/authoring";
import type { Project, RuleTestText, RuleText } from "../model.ts";
import { code, link, plain } from "../pcco/markdown.ts";
import { samplesOf } from "./samples-of.ts";
import { startOf } from "./symbol-at.ts";

const severities = {
  error: "error: it blocks",
  warning: "warning: it is reported, and does not block",
  info: "info: it is reported, and does not block",
  off: "off: it is not asked",
};

const stages = {
  save: "on save, send and export",
  send: "on send and export",
  export: "on export, when accounting accepts",
};

/** The page of a rule: what it asks, when, what it says, where it comes from, and how many PCCOs break it. */
export function rulePage(
  id: string,
  file: RuleText | RuleTestText,
  set: ResolvedRuleSet,
  project: Project,
): string | undefined {
  const rule = set.rules.find((each) => each.id === id);
  if (rule === undefined) return undefined;
  const { definition, because } = rule;
  const { title, when, severity, stage, message, source, basis, rationale } = definition;
  const keyword = keywords.find(({ name }) => definition[name] !== undefined);
  const names = definition.fields ?? (definition.field === undefined ? [] : [definition.field]);
  const asked = names.map(
    (name) => `${plain(set.fields[name]?.label ?? name)} (${code(set.fields[name]?.path ?? name)})`,
  );
  const toggle =
    definition.feature === undefined
      ? []
      : [plain(set.features[definition.feature]?.definition.title ?? definition.feature)];
  const page = set.sources[source];
  const setting = keyword === undefined ? "" : code(`${keyword.name}: ${JSON.stringify(definition[keyword.name])}`);
  const lines = [
    `Asks ${[...asked, ...toggle].join(", ")} ${setting}`,
    when === undefined ? undefined : `When ${plain(conditionWords(when, set))}`,
    `Severity ${severities[severity]}; asked ${stages[stage]}`,
    `Message: ${plain(message ?? keyword?.message ?? "")}`,
    rationale === undefined ? undefined : `Why: ${plain(rationale)}`,
    because === undefined ? undefined : `Changed here because: ${plain(because)}`,
    page === undefined ? undefined : `From ${link(page.title, page.url)}${basis === "inferred" ? ", inferred" : ""}`,
    inSamples(id, file, project),
  ];
  const head = `**${code(id)}**${title === undefined ? "" : ` ${plain(title)}`}`;
  return [head, ...lines.filter((line) => line !== undefined)].join("\n\n");
}

function inSamples(id: string, file: RuleText | RuleTestText, project: Project): string | undefined {
  const node = startOf(file, project);
  if (node === undefined) return undefined;
  const { asked, broken, unknown } = samplesOf(node, project)(id);
  if (asked === 0) return undefined;
  const pccos = project.extent === "open" ? "open PCCOs" : "PCCOs";
  const end = project.extent === "soFar" ? "; others are still being read" : "";
  return `Breaks ${broken} of ${asked} ${pccos} of this folder${unknown === 0 ? "" : `, unknown for ${unknown}`}${end}`;
}
