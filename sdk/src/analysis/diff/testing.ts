// What the tests of the semantic diff share: small rule files, and random rule sets that are changed a little.
import fc from "fast-check";
import { dictionary, features, rule } from "../../ahead/rules/testing.ts";
import { setOf } from "../../ahead/testing.ts";
import { loadRuleText } from "../../load-text.ts";
import { createRuleSet, type RuleSet } from "../../rule-set.ts";
import type { EventDiff } from "./event-diff.ts";
import { diffRuleSets, type RuleSetDiff } from "./rule-set-diff.ts";

/** Rules over a few fields, with events to send and to take back. */
export function ruleFile(rules: string, change: (text: string) => string = (text) => text): string {
  return change(`format: 1
ruleSet: acme/pcco
version: 1.0.0
effective: { from: 2025-01-01 }
sources:
  page: { title: Page, url: "https://example.com" }
features:
  export: { title: Export, default: off }
fields:
  title: { label: Title, path: title, type: text }
  date: { label: Date, path: created_at, type: dateTime }
  code: { label: Code, path: "line_items[].code", type: id }
  amount: { label: Amount, path: "line_items[].amount", type: money }
  total: { label: Total, path: grand_total, type: money }
  contract: { label: Contract, in: context, path: prime_contract.id, type: id }
  lineIds: { label: Contract lines, in: context, path: "prime_contract.line_items[].id", type: id }
  lineAmounts: { label: Contract amounts, in: context, path: "prime_contract.line_items[].amount", type: money }
  permission: { label: Permission, in: context, path: actor.prime_contracts, type: text }
roles:
  admin: { label: the admin permission, where: { field: permission, equals: admin } }
  anyone: { label: any permission, where: { field: permission, required: true } }
states:
  out: { label: Out, icon: none, locked: false, initial: true }
  in: { label: In, icon: blue, locked: true }
rules:
${rules.trimEnd().replaceAll(/^/gm, "  ")}
lifecycle:
  send: { label: Send, from: [out], to: in, role: admin, checks: [send] }
  recall: { label: Recall, from: [in], to: out, role: admin, input: { comment: { label: Comment, type: text } } }
`);
}

/** One rule as a rule file has it: its id and what it asks. */
export function line(id: string, asks: string): string {
  return `${id}: { severity: error, stage: send, source: page, ${asks} }\n`;
}

/** Two rule files as rule sets. */
export async function pairOf(before: string, after: string): Promise<readonly [RuleSet, RuleSet]> {
  return [await loadRuleText({ text: before }), await loadRuleText({ text: after })];
}

/** What is told of one event. */
export function eventOf(diff: RuleSetDiff, name: string): EventDiff {
  const found = diff.events.find(({ event }) => event === name);
  if (found === undefined) throw new Error(`no event ${name}`);
  return found;
}

/** Each difference as one line: `exportable → blocked: title-length`. */
export function told(diff: RuleSetDiff, event = "send"): readonly string[] {
  return eventOf(diff, event).differences.map(({ before, after, because }) => `${before} → ${after}: ${because.name}`);
}

/** The diff of two files that differ in their rules, and in what else is changed of the second. */
export async function diffOf(before: string, after: string, change?: (text: string) => string): Promise<RuleSetDiff> {
  return diffRuleSets(...(await pairOf(ruleFile(before), ruleFile(after, change))));
}

const fields = {
  ...dictionary,
  permission: { label: "Permission", in: "context", path: "actor.prime_contracts", type: "text" },
  canPush: { label: "Can push", in: "context", path: "actor.can_push_to_accounting", type: "boolean" },
};

const roles = {
  admin: { label: "admin", where: { field: "permission", equals: "admin" } },
  member: { label: "member", where: { field: "permission", oneOf: ["standard", "admin"] } },
  anyone: { label: "anyone", where: { field: "permission", required: true } },
  pusher: { label: "pusher", where: { not: { field: "canPush", equals: false } } },
};

const states = {
  open: { label: "Open", icon: "none", locked: false, initial: true },
  sent: { label: "Sent", icon: "blue", locked: true, aliases: ["sended"] },
  done: { label: "Done", icon: "green", locked: true },
};

/** A life cycle with choices. */
const lifecycle = fc
  .record({
    from: fc.constantFrom<readonly unknown[]>(["open"], ["open", "done"], ["open", { state: "done", after: "accept" }]),
    to: fc.constantFrom("sent", "done"),
    role: fc.constantFrom<string | readonly string[]>("admin", "member", "anyone", ["admin", "pusher"]),
    guards: fc.constantFrom(
      [],
      [{ when: { field: "status", equals: "approved" }, message: "Not approved." }],
      [{ when: { field: "title", absent: true }, message: "It has a title." }],
    ),
    required: fc.boolean(),
    preset: fc.constantFrom({ default: "today" }, { default: "today" }, { default: "today" }, {}),
  })
  .map(({ required, preset, ...send }) => ({
    send: { label: "Send", checks: ["save", "send"], ...send },
    accept: {
      label: "Accept",
      from: ["sent"],
      to: "done",
      role: "admin",
      checks: ["send", "export"],
      input: { transaction_date: { label: "Transaction Date", type: "date", required, ...preset } },
    },
  }));

const weighed = fc
  .tuple(rule, fc.constantFrom("error", "error", "warning"), fc.constantFrom("send", "save", "export"))
  .map(([own, severity, stage]) => ({ ...own, severity, stage }))
  .filter(isAccepted);

type AnyRule = Readonly<Record<string, unknown>>;

/** Whether a rule is one that loading accepts, over fields that a person would write rules for. */
function isAccepted(own: AnyRule): boolean {
  if (/"(lineCount|maker|makerName|partCount|contractSizes)"/.test(JSON.stringify(own))) return false;
  try {
    setOf({ features, fields, rules: { own } });
    return true;
  } catch {
    return false;
  }
}

/** A change of some rules. */
const change = fc.oneof(
  weighed.map((own) => (rules: readonly AnyRule[]) => [...rules, own]),
  fc.nat(3).map((at) => (rules: readonly AnyRule[]) => rules.filter((_, index) => index !== at)),
  fc
    .tuple(
      fc.nat(3),
      fc.record({ severity: fc.constantFrom("error", "warning"), stage: fc.constantFrom("send", "save") }),
    )
    .map(([at, head]) => changing(at, (own) => ({ ...own, ...head }))),
  fc.nat(3).map((at) => changing(at, withoutCondition)),
  fc.tuple(fc.nat(3), fc.constantFrom(-1, 1, 2)).map(([at, by]) => changing(at, (own) => moved(own, by))),
);

function changing(at: number, map: (own: AnyRule) => AnyRule): (rules: readonly AnyRule[]) => readonly AnyRule[] {
  return (rules) => rules.map((own, index) => (index === at ? map(own) : own));
}

function withoutCondition({ when, ...own }: AnyRule): AnyRule {
  return when === undefined ? { ...own, when: { field: "status", equals: "approved" } } : own;
}

/** A rule with another limit. */
function moved(own: AnyRule, by: number): AnyRule {
  const limits = ["maxLength", "minLength", "maxDecimals", "minItems"];
  return Object.fromEntries(
    Object.entries(own).map(([key, value]) => {
      if (limits.includes(key) && typeof value === "number")
        return [key, Math.max(key === "maxDecimals" ? 0 : 1, value + by)];
      return [key, key === "oneOf" && Array.isArray(value) && value.length > 1 ? value.slice(1) : value];
    }),
  );
}

/** A random rule set, and the same after a change or two. */
export const randomPair: fc.Arbitrary<readonly [RuleSet, RuleSet]> = fc
  .tuple(
    fc.array(weighed, { minLength: 1, maxLength: 4 }),
    fc.array(change, { minLength: 1, maxLength: 2 }),
    lifecycle,
    fc.option(lifecycle, { freq: 3 }),
  )
  .map(([rules, changes, cycle, other]) => {
    const changed = changes.reduce<readonly AnyRule[]>((all, each) => each(all), rules).filter(isAccepted);
    return [ruleSetOf(rules, cycle), ruleSetOf(changed, other ?? cycle)] as const;
  });

function ruleSetOf(rules: readonly AnyRule[], cycle: object): RuleSet {
  const named = Object.fromEntries(rules.map((own, index) => [`r${index}`, own]));
  return createRuleSet(setOf({ features, fields, roles, states, lifecycle: cycle, rules: named }));
}
