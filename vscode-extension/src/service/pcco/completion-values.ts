import { nearestContextNames } from "@erp-export-rules/sdk/authoring";
import type { Path } from "@erp-export-rules/sdk/text";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Project, Surroundings } from "../model.ts";
import { shapeAt } from "../schema-shape.ts";
import { contractLines } from "./contract-lines.ts";
import { entryAt } from "./dictionary.ts";
import { dottedPath } from "./inner-path.ts";
import { relativePath } from "./relative-path.ts";
import type { Scalar } from "./write-value.ts";

/** A value that can be chosen. */
export interface Choice {
  readonly value: Scalar;
  /** Whether it needs quotes in YAML although it could stand without. */
  readonly isCode?: boolean;
  /** How it is written, where that is not what `writeScalar` says. */
  readonly written?: string;
  readonly kind?: CompletionItemKind;
  /** What people call it. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
}

/** What values are chosen from. */
export interface ChoiceSources {
  readonly surroundings: Surroundings | undefined;
  readonly project: Project;
  /** The PCCO as the file gives it. */
  readonly value: unknown;
  readonly uri: string;
}

/** The values that make sense at a path from the PCCO; none where anything may stand. */
export function choicesAt(path: Path, sources: ChoiceSources): readonly Choice[] {
  const { surroundings, project, uri } = sources;
  switch (dottedPath(path)) {
    case "$rules":
      return ruleSetChoices(project);
    case "$context":
      return contextChoices(uri, surroundings);
    case "$expect":
      return [{ value: "[]", written: "[]", detail: "No rule is broken" }];
    case "$expect[]":
    case "$expect.broken[]":
    case "$expect.unknown[]":
      return ruleChoices(surroundings);
    case "$expect.event":
    case "erp.last_event":
    case "erp.history[].event":
      return eventChoices(surroundings);
    case "erp.status":
    case "erp.history[].from":
    case "erp.history[].to":
      return stateChoices(surroundings);
    case "contract_id":
      return contractChoices(surroundings);
    case "line_items[].prime_line_item_id":
    case "markups[].prime_line_item_id":
      return contractLineChoices(sources);
    case "line_items[].billing_item_code":
      return codeChoices(sources);
    default:
      return isExpectedEvent(path) ? stateChoices(surroundings) : fieldChoices(path, surroundings);
  }
}

/** Whether a path is that of what must come of an event. */
function isExpectedEvent([key, inner, ...rest]: Path): boolean {
  return key === "$expect" && inner === "events" && rest.length === 1;
}

function ruleSetChoices({ library }: Project): readonly Choice[] {
  const newestFirst = [...library.files].sort((a, b) =>
    b.content.version.localeCompare(a.content.version, "en", { numeric: true }),
  );
  const majors = new Set<string>();
  return newestFirst.flatMap(({ content: { ruleSet, version, title = ruleSet, effective } }) => {
    const major = `${ruleSet}@${version.split(".")[0]}`;
    const exact: Choice = {
      value: `${ruleSet}@${version}`,
      kind: CompletionItemKind.Module,
      detail: title,
      documentation: `Version ${version}, in force from ${effective.from}.`,
    };
    if (majors.has(major)) return [exact];
    majors.add(major);
    return [
      { ...exact, value: major, documentation: `The newest version ${version.split(".")[0]}; now ${version}.` },
      exact,
    ];
  });
}

function contextChoices(uri: string, surroundings: Surroundings | undefined): readonly Choice[] {
  const { contextUri } = surroundings?.why ?? {};
  const inForce = contextUri === undefined ? undefined : relativePath(uri, contextUri);
  const names = nearestContextNames.map((name) => `./${name}`).filter((name) => name !== inForce);
  const kind = CompletionItemKind.File;
  return [
    ...(inForce === undefined ? [] : [{ value: inForce, kind, detail: "The context in force" }]),
    ...names.map((value) => ({ value, kind, detail: "A context file in this folder" })),
  ];
}

function ruleChoices(surroundings: Surroundings | undefined): readonly Choice[] {
  return (surroundings?.rules.definition.rules ?? []).map(({ id, definition: { title, severity } }) => ({
    value: id,
    kind: CompletionItemKind.Reference,
    ...(title === undefined ? {} : { detail: title }),
    documentation: severity === "off" ? "This rule is off." : `Severity: ${severity}.`,
  }));
}

function eventChoices(surroundings: Surroundings | undefined): readonly Choice[] {
  const events = Object.entries(surroundings?.rules.definition.lifecycle ?? {});
  return events.map(([value, { label }]) => ({ value, kind: CompletionItemKind.Event, detail: label }));
}

function stateChoices(surroundings: Surroundings | undefined): readonly Choice[] {
  const states = Object.entries(surroundings?.rules.definition.states ?? {});
  return states.map(([value, { label, locked }]) => ({
    value,
    kind: CompletionItemKind.EnumMember,
    detail: label,
    ...(locked ? { documentation: "The PCCO is locked while it stands here." } : {}),
  }));
}

function contractChoices(surroundings: Surroundings | undefined): readonly Choice[] {
  const { id, number } = surroundings?.context.prime_contract ?? {};
  if (id === undefined) return [];
  return [{ value: id, kind: CompletionItemKind.Reference, detail: `Prime contract ${number ?? ""}`.trim() }];
}

function linesOf({ surroundings, value }: ChoiceSources) {
  return surroundings === undefined ? [] : (contractLines(surroundings.context, value) ?? []);
}

function contractLineChoices(sources: ChoiceSources): readonly Choice[] {
  return linesOf(sources).map(({ id, description, code }) => ({
    value: id,
    kind: CompletionItemKind.Reference,
    detail: [description, code].filter((part) => part !== undefined).join(" · "),
    documentation: `Billing Item Code: ${code === undefined ? "none, the line is not in the ERP system" : `\`${code}\``}`,
  }));
}

function codeChoices(sources: ChoiceSources): readonly Choice[] {
  const codes = new Map(
    linesOf(sources).flatMap(({ code, description }) => (code === undefined ? [] : [[code, description]])),
  );
  return [...codes].map(([value, detail]) => ({
    value,
    isCode: true,
    kind: CompletionItemKind.Constant,
    ...(detail === undefined ? {} : { detail }),
  }));
}

/** What the dictionary, a rule or the schema counts, and times of the present moment. */
function fieldChoices(path: Path, surroundings: Surroundings | undefined): readonly Choice[] {
  const shape = shapeAt("pcco", path);
  if (shape?.types.has("boolean")) return [{ value: true }, { value: false }];
  const values = (shape?.values ?? []).map((value) => ({ value, kind: CompletionItemKind.EnumMember }));
  if (values.length > 0 || surroundings === undefined) return values;
  const { field, rules } = entryAt(surroundings.rules.definition, path);
  const labels = Object.entries(field?.choices ?? {});
  if (labels.length > 0)
    return labels.map(([value, detail]) => ({ value, kind: CompletionItemKind.EnumMember, detail }));
  const listed = rules.find(({ definition }) => definition.field === field?.name && definition.oneOf)?.definition.oneOf;
  if (listed !== undefined) return listed.map((value) => ({ value, kind: CompletionItemKind.EnumMember }));
  if (field?.type === "dateTime") return [{ value: surroundings.at, detail: "Now" }];
  if (field?.type === "date") return [{ value: surroundings.at.slice(0, 10), detail: "Today" }];
  return [];
}
