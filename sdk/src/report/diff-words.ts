import type { EventDiff, EventDifference, OpenQuestion, Relation } from "../analysis/diff/event-diff.ts";
import type { Change } from "../analysis/diff/names.ts";
import type { RuleSetDiff } from "../analysis/diff/rule-set-diff.ts";
import { writeYaml } from "../document/write-yaml.ts";
import type { DiffReport } from "./diff-report.ts";

/** Events about which there is the same to say. */
export interface EventGroup extends Omit<EventDiff, "event" | "label"> {
  readonly events: readonly Pick<EventDiff, "event" | "label">[];
}

/** Puts events together that differ alike, those that differ first. */
export function groupEvents(events: readonly EventDiff[]): readonly EventGroup[] {
  const groups = new Map<string, EventGroup>();
  for (const { event, label, ...same } of events) {
    const key = JSON.stringify(same);
    const group = groups.get(key) ?? { ...same, events: [] };
    groups.set(key, { ...group, events: [...group.events, { event, label }] });
  }
  const isSame = ({ relation }: EventGroup): boolean => relation === "equivalent";
  return [...groups.values()].sort((a, b) => Number(isSame(a)) - Number(isSame(b)));
}

/** The two rule sets: `spectrum/pcco 1.0.0 → 1.1.0`; as they were typed when they are called the same. */
export function titleOf({ diff: { before, after }, names: [first, second] }: DiffReport): string {
  if (before.id !== after.id) return `${before.id} ${before.version} → ${after.id} ${after.version}`;
  if (before.version === after.version) return `${first} → ${second}`;
  return `${before.id} ${before.version} → ${after.version}`;
}

/** The step that is needed, and what steps mean. */
export function stepSentences({ step }: RuleSetDiff): readonly string[] {
  const { needed, made, isCertain, problem, promise } = step;
  const doubt = isCertain ? [] : ["It could not be told whether a larger step is needed."];
  if (needed === "none") return ["The two rule sets say the same.", ...doubt];
  const verdict =
    made === undefined ? "" : made === needed ? ", and the version makes one" : `; the version makes a ${made} one`;
  const told =
    problem === undefined
      ? `This change needs a ${needed} step${verdict}.`
      : `${problem.charAt(0).toUpperCase()}${problem.slice(1)}`;
  return [told, ...doubt, promise];
}

const relations: Readonly<Record<Relation, string>> = {
  equivalent: "equivalent: both rule sets let the same PCCOs pass",
  stricter: "stricter: some PCCOs are newly held back, none is newly let through",
  looser: "looser: some PCCOs are newly let through, none is newly held back",
  incomparable: "incomparable: neither rule set only holds back, or only lets through, more than the other",
  "not decided": "not decided: it could not be proved how the two rule sets stand to each other",
};

/** Some events, and how the newer rule set stands to the older one. */
export function groupTitle({ events, relation }: EventGroup): string {
  const labels = events.map(({ label }) => label);
  const last = labels.length > 1 ? ` and ${labels.at(-1)}` : "";
  const names = `${labels.slice(0, Math.max(1, labels.length - 1)).join(", ")}${last}`;
  return `${names} ${labels.length > 1 ? "are" : "is"} ${relations[relation]}`;
}

/** `exportable → blocked by date-required: The PCCO has a Date`. */
export function differenceTitle({ before, after, because }: EventDifference): string {
  const cause = because.kind === "rule" ? ` by ${because.name}: ${because.title}` : "";
  return `${before} → ${after}${cause}`;
}

/** What is said of the witness by the rule set that holds it back; for want of that, what makes the difference. */
export function differenceMessage({ message, because }: EventDifference): string {
  return message ?? (because.kind === "rule" ? "" : `${because.title}.`);
}

/** A difference of which it could not be told whether there is one, as a sentence. */
export function openSentence(question: OpenQuestion): string {
  return `Not decided whether ${question.before} → ${question.after} by ${question.because.name}: ${question.why}.`;
}

/** The witness as YAML, ready to be saved; what else it takes stands above it as a comment. */
export function witnessText({ witness: { document, at, input = {} } }: Pick<EventDifference, "witness">): string {
  const entered = Object.entries(input).map(([name, value]) => `# entered: ${name} = ${JSON.stringify(value)}\n`);
  const time = at === undefined ? "" : `# as of ${at.slice(0, 10)}\n`;
  return `${time}${entered.join("")}${writeYaml(document)}`;
}

/** What was added, removed or changed by name, a line for each kind. */
export function changeLines(changes: readonly Change[]): readonly string[] {
  const lines = new Map<string, string[]>();
  for (const { section, kind, name, formerly } of changes) {
    const head = `${plurals[section]} ${kind}`;
    lines.set(head, [...(lines.get(head) ?? []), formerly === undefined ? name : `${formerly} to ${name}`]);
  }
  return [...lines].map(([head, names]) => `${head}: ${names.join(", ")}`);
}

const plurals: Readonly<Record<Change["section"], string>> = {
  rule: "Rules",
  event: "Events",
  "entered value": "Entered values",
  "ERP status": "ERP statuses",
  role: "Roles",
  toggle: "Toggles",
  field: "Fields",
};

/** How to see a witness differ: a line to type for each of the rule sets. */
export function howToSee(groups: readonly EventGroup[], [before, after]: DiffReport["names"]): readonly string[] {
  const commands = groups.flatMap(({ events: [first], differences }) =>
    differences.map((difference) => commandFor(difference, first?.event ?? "send")),
  );
  const command = commands.find((each) => each.startsWith("check")) ?? commands[0];
  return command === undefined ? [] : [before, after].map((rules) => `erp-rules ${command} --rules ${quoted(rules)}`);
}

function commandFor({ before, after }: EventDifference, event: string): string {
  const isCheck = [before, after].some((result) => outcomes.has(result));
  return isCheck ? `check witness.pcco.yaml --for ${event}` : `transition witness.pcco.yaml ${event}`;
}

const outcomes: ReadonlySet<string> = new Set(["exportable", "unknown", "blocked"]);

/** A word as a shell takes it. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
