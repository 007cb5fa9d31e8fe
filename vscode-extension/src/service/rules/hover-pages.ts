import { conditionWords, type ResolvedRuleSet } from "@erp-export-rules/sdk/authoring";
import type { Project } from "../model.ts";
import { code, link, plain } from "../pcco/markdown.ts";
import type { NameKind } from "./name-places.ts";
import { nodeOfReference } from "./rule-nodes.ts";
import { asks, eventsWith, rolesOf, usersOfField } from "./users-of.ts";

type Page = (name: string, set: ResolvedRuleSet, project: Project, scope: string | undefined) => string | undefined;

/** What hovering over a name of each kind tells, as Markdown; `undefined` for a name that the rule set does not have. */
export const pages: Readonly<Partial<Record<NameKind, Page>>> = {
  field: (name, set) => {
    const field = own(set.fields, name);
    if (field === undefined) return undefined;
    const { label, path, type, choices = {}, otherwise, settled } = field;
    const place = { document: "of the PCCO", context: "of the context", input: "among what is entered" }[
      field.in ?? "document"
    ];
    const instead =
      otherwise?.field === undefined
        ? otherwise?.from &&
          `Otherwise ${code(otherwise.take ?? "")} of the item of ${code(otherwise.from)} that matches`
        : `Otherwise ${code(otherwise.field)}`;
    return page(name, label, [
      `${code(path)} ${place}, of type ${code(type)}`,
      list(
        "Choices",
        Object.entries(choices).map(([value, text]) => `${code(value)} ${plain(text)}`),
      ),
      settled && `Settled, so that no repair changes it: ${settled.map(code).join(", ")}`,
      instead,
      list("Used by", usersOfField(name, set).map(code)),
    ]);
  },
  feature: (name, set) => {
    const feature = own(set.features, name);
    if (feature === undefined) return undefined;
    const { definition, set: position } = feature;
    return page(name, definition.title, [
      `A toggle, ${position === undefined ? `${definition.default} unless the context says otherwise` : `set to ${position} here`}`,
      definition.switchedOnBy && `Switched by: ${plain(definition.switchedOnBy)}`,
      definition.where && `Exists where ${plain(conditionWords(definition.where, set))}`,
      sourceLine(definition.source, set),
      list(
        "Asked by",
        set.rules
          .filter(({ definition: rule }) => rule.feature === name || asks(rule.when, "feature", name))
          .map(({ id }) => code(id)),
      ),
    ]);
  },
  role: (name, set) => {
    const role = own(set.roles, name);
    if (role === undefined) return undefined;
    return page(name, role.label, [
      `Who: ${plain(conditionWords(role.where, set))}`,
      list(
        "May",
        eventsWith(set, (event) => rolesOf(event).includes(name)),
      ),
      sourceLine(role.source, set),
    ]);
  },
  state: (name, set) => {
    const state = own(set.states, name);
    if (state === undefined) return undefined;
    const { label, icon, locked, initial, aliases } = state;
    return page(name, label, [
      `${initial ? "The ERP status of a PCCO that has none" : "An ERP status"}; icon ${icon}; ${locked ? "the PCCO is locked" : "the PCCO can be edited"}`,
      aliases && `Also read: ${aliases.map(code).join(", ")}`,
      list(
        "From here",
        eventsWith(set, ({ from }) => from.some((each) => (typeof each === "string" ? each : each.state) === name)),
      ),
      list(
        "Leads here",
        eventsWith(set, ({ to }) => to === name),
      ),
    ]);
  },
  event: (name, set) => {
    const event = own(set.lifecycle, name);
    if (event === undefined) return undefined;
    const from = event.from.map((each) =>
      typeof each === "string" ? code(each) : `${code(each.state)} after ${code(each.after)}`,
    );
    return page(name, event.label, [
      `From ${from.join(", ")} ${event.to === undefined ? "; the ERP status stays" : `to ${code(event.to)}`}`,
      `Needs ${rolesOf(event)
        .map((role) => plain(set.roles[role]?.label ?? role))
        .join(" or ")}`,
      event.checks && `Checks the rules of ${event.checks.map(code).join(", ")}`,
      list(
        "Takes",
        Object.entries(event.input ?? {}).map(
          ([input, { label, required }]) => `${code(input)} ${plain(label)}${required ? "" : " (optional)"}`,
        ),
      ),
      sourceLine(event.source, set),
    ]);
  },
  source: (name, set) => {
    const source = own(set.sources, name);
    if (source === undefined) return undefined;
    const rules = set.rules.filter(({ definition }) => definition.source === name);
    return page(name, undefined, [
      link(source.title, source.url),
      list(
        "Rules from it",
        rules.map(({ id }) => code(id)),
      ),
    ]);
  },
  input: (name, set, _project, scope = "") => {
    const input = own(own(set.lifecycle, scope)?.input ?? {}, name);
    if (input === undefined) return undefined;
    const { label, type, required, default: preset, mustBe } = input;
    return page(name, label, [
      `Entered for ${code(scope)}: ${type === "texts" ? "a list of texts" : `a ${type}`}, ${required ? "needed" : "optional"}${preset === undefined ? "" : ", today unless given"}${mustBe === undefined ? "" : `, must be ${mustBe}`}`,
    ]);
  },
  ruleSet: (name, _set, project) => {
    const node = nodeOfReference(name, project);
    const content = node?.source?.content;
    if (node === undefined || content === undefined) return undefined;
    const { title, effective, rules = {} } = content;
    return page(node.key, title, [
      `In force from ${effective.from}${effective.until === undefined ? "" : ` until ${effective.until}`}; ${Object.keys(rules).length} rules of its own`,
      node.rule === undefined ? "Ships with the product" : code(node.rule.file),
    ]);
  },
};

function page(name: string, title: string | undefined, lines: readonly (string | undefined)[]): string {
  const head = `**${code(name)}**${title === undefined ? "" : ` ${plain(title)}`}`;
  return [head, ...lines.filter((line) => line !== undefined && line !== "")].join("\n\n");
}

function list(head: string, entries: readonly string[]): string | undefined {
  return entries.length === 0 ? undefined : `${head}: ${entries.join(", ")}`;
}

/** An entry by its name, whatever names objects have by nature. */
function own<T>(entries: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(entries, name) ? entries[name] : undefined;
}

function sourceLine(name: string | undefined, { sources }: ResolvedRuleSet): string | undefined {
  const source = name === undefined ? undefined : own(sources, name);
  return source && `From ${link(source.title, source.url)}`;
}
