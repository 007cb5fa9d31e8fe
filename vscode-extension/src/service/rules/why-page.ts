import type { RuleSet } from "@erp-export-rules/sdk";
import type { Explanation, RuleState } from "@erp-export-rules/sdk/authoring";
import { code } from "../pcco/markdown.ts";
import { eventLines } from "./why-event.ts";
import { heaviestFirst, ruleLines, stateWords } from "./why-rule.ts";
import { item, listLines } from "./why-words.ts";

/** What an explanation is about. */
export interface WhyHead {
  /** What people call it. */
  readonly title: string;
  /** What is told first, such as how a test went: paragraphs of Markdown. */
  readonly lead: readonly string[];
  /** When the event happens, RFC 3339; `undefined` when no time is given. */
  readonly at: string | undefined;
}

/** What several rules say. */
const plurals: Readonly<Record<RuleState, string>> = {
  broken: "broken",
  unknown: "unknown",
  holds: "hold",
  "does not apply": "do not apply",
};

/** How a verdict comes about, as a page of Markdown that reads well as it stands. */
export function whyPage({ title, lead, at }: WhyHead, { reference }: RuleSet, why: Explanation): string {
  const { event, outcome, rules, notAsked } = why;
  const counts = heaviestFirst.flatMap((state) => {
    const number = rules.filter((rule) => rule.state === state).length;
    return number === 0 ? [] : [`${number} ${number === 1 ? state : plurals[state]}`];
  });
  const when = at === undefined ? "no time is given" : `on ${at}`;
  const lines = [
    `# Why: ${title}`,
    "",
    ...lead.flatMap((paragraph) => [paragraph, ""]),
    `Checked by ${reference.id} ${reference.version} for the event ${code(event.name)}, ${when}. The outcome is **${outcome}**: ${counts.length === 0 ? "no rules are asked" : `of the rules ${counts.join(", ")}`}.`,
    "",
    ...eventLines(why),
    ...heaviestFirst.flatMap((state) => {
      const those = rules.filter((rule) => rule.state === state);
      return those.length === 0 ? [] : [`## ${stateWords[state]}`, "", ...those.flatMap(ruleLines)];
    }),
    ...(notAsked.length === 0
      ? []
      : ["## Not asked", "", ...listLines(notAsked.map(({ id, because }) => item(`${code(id)}: ${because}`)))]),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}
