import { type Path, valueAt } from "@erp-export-rules/sdk/text";
import type { Surroundings } from "../model.ts";
import { type ContractLine, contractLines, lineOf } from "./contract-lines.ts";
import { entryAt } from "./dictionary.ts";
import { dottedPath, innerPcco } from "./inner-path.ts";
import { lengthAt } from "./limits.ts";
import { code, link, plain } from "./markdown.ts";

/** What a value of a PCCO stands for, as sentences of Markdown. */
export function explainValue(path: Path, payload: unknown, surroundings: Surroundings): readonly string[] {
  const pcco = innerPcco(payload).value;
  const value = valueAt(pcco, path);
  switch (dottedPath(path)) {
    case "$rules":
      return explainRules(surroundings);
    case "$context":
      return explainContext(surroundings);
    case "$expect[]":
    case "$expect.broken[]":
    case "$expect.unknown[]":
      return explainRuleId(value, surroundings);
    case "erp.status":
      return explainState(pcco, surroundings);
    case "line_items[].prime_line_item_id":
    case "markups[].prime_line_item_id":
      return explainLine(value, payload, surroundings);
    case "line_items[].billing_item_code":
      return [...explainCode(path, pcco, payload, surroundings), ...explainLength(path, value, surroundings)];
    default:
      return [...explainChoice(path, value, surroundings), ...explainLength(path, value, surroundings)];
  }
}

function explainRules({ rules, why }: Surroundings): readonly string[] {
  const { id, version, title, effective } = rules.definition;
  return [
    `**${plain(title)}**`,
    `${code(id)} version ${version}, in force from ${effective.from}. Why: ${plain(why.rules)}.`,
    ...(why.isLastGood ? ["The rule file has faults; its last version without faults stays in force."] : []),
  ];
}

function explainContext({ why }: Surroundings): readonly string[] {
  const file = why.contextUri === undefined ? "" : `, ${link(nameOf(why.contextUri), why.contextUri)}`;
  return [`Context in force: ${plain(why.context)}${file}.`];
}

function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function explainRuleId(id: unknown, { rules }: Surroundings): readonly string[] {
  const rule = rules.definition.rules.find((each) => each.id === id)?.definition;
  if (rule === undefined) return [];
  const page = rules.definition.sources[rule.source];
  return [`${link(rule.title ?? String(id), page?.url)}. Severity: ${rule.severity}.`];
}

function explainState(pcco: unknown, { rules }: Surroundings): readonly string[] {
  if (typeof pcco !== "object" || pcco === null) return [];
  const state = rules.definition.states[rules.statusOf({ ...pcco })];
  if (state === undefined) return [];
  return [`**${plain(state.label)}**. ${state.locked ? "The PCCO is locked." : "The PCCO can be edited."}`];
}

function explainLine(id: unknown, payload: unknown, { context }: Surroundings): readonly string[] {
  if (id === null || id === undefined) return [];
  const lines = contractLines(context, payload);
  if (lines === undefined) return ["The context does not give the prime contract's lines."];
  const line = lineOf(lines, id);
  return line === undefined ? ["The prime contract has no such line."] : [`${nameOfLine(line)}. ${codeOfLine(line)}`];
}

function explainCode(path: Path, pcco: unknown, payload: unknown, { context }: Surroundings): readonly string[] {
  const own = valueAt(pcco, path);
  if (typeof own === "string" && own.trim() !== "") return ["Written on this line itself."];
  const lines = contractLines(context, payload);
  const line = lines && lineOf(lines, valueAt(pcco, [...path.slice(0, -1), "prime_line_item_id"]));
  return line === undefined ? [] : [`Taken from its Associated Line Item: ${nameOfLine(line)}. ${codeOfLine(line)}`];
}

function nameOfLine({ id, description }: ContractLine): string {
  return `Line ${code(String(id))} of the prime contract${description === undefined ? "" : `: ${plain(description)}`}`;
}

function codeOfLine({ code: own }: ContractLine): string {
  return own === undefined ? "It has no Billing Item Code." : `Its Billing Item Code is ${code(own)}.`;
}

function explainChoice(path: Path, value: unknown, { rules }: Surroundings): readonly string[] {
  const { choices = {} } = entryAt(rules.definition, path).field ?? {};
  if (typeof value !== "string" || !Object.hasOwn(choices, value)) return [];
  return [`${code(value)} is shown as **${plain(choices[value] ?? value)}**.`];
}

function explainLength(path: Path, value: unknown, { rules }: Surroundings): readonly string[] {
  const found = lengthAt(rules.definition, path, value);
  return found === undefined ? [] : [`${found.length} of at most ${found.limit} characters.`];
}
