/** A small change of a rule file's text, as an author makes it. */
export type Edit = (text: string) => string;

const fields: readonly (readonly [string, string])[] = [
  ...Array.from({ length: 12 }, (_, at) => [`text${at}`, `path: custom_fields.text_${at}.value, type: text`] as const),
  ...Array.from({ length: 4 }, (_, at) => [`day${at}`, `path: custom_fields.day_${at}.value, type: date`] as const),
  ...Array.from(
    { length: 4 },
    (_, at) => [`amount${at}`, `path: custom_fields.money_${at}.value, type: money`] as const,
  ),
  ...Array.from(
    { length: 6 },
    (_, at) => [`code${at}`, `path: "line_items[].custom_fields.code_${at}", type: text`] as const,
  ),
  ...Array.from(
    { length: 2 },
    (_, at) => [`price${at}`, `path: "line_items[].custom_fields.money_${at}", type: money`] as const,
  ),
  ["contractStatus", "in: context, path: prime_contract.status, type: text"],
  ["method", "in: context, path: prime_contract.accounting_method, type: text"],
];

const when = "when: { feature: wide, is: on }, ";

/** Two rules for each of thirty fields. */
const rules: readonly string[] = fields.flatMap(([name, place], at) => {
  const condition = at % 3 === 0 ? when : "";
  const second = place.includes("money")
    ? "maxDecimals: 2"
    : place.includes("date")
      ? "notBefore: 2020-01-01"
      : place.includes("context")
        ? "oneOf: [Approved, Complete, amount]"
        : `maxLength: ${10 + at}`;
  return [`${name}: { field: ${name}, ${condition}required: true`, `${name}: { field: ${name}, ${second}`];
});

/** A rule file of sixty rules over thirty fields. */
export const largeRules = `format: 1
ruleSet: measure/pcco
version: 1.0.0
effective: { from: 2025-01-01 }
sources:
  page: { title: Page, url: "https://example.com" }
features:
  wide: { title: Wide, default: off }
fields:
${fields.map(([name, place]) => `  ${name}: { label: ${name}, ${place} }`).join("\n")}
rules:
${rules.map((rule, at) => `  rule-${at}-${rule}, severity: ${at % 5 === 0 ? "warning" : "error"}, stage: send, source: page }`).join("\n")}
`.replaceAll(/rule-(\d+)-\w+:/g, "rule-$1:");

/** For each rule an edit of it: a limit one higher, a rule dropped, another severity, or a condition dropped. */
export const edits: readonly Edit[] = rules.flatMap((_, at) => {
  const line = new RegExp(`^  rule-${at}: .*\n`, "m");
  const changed = (change: Edit): Edit => {
    return (text) => text.replace(line, change);
  };
  const kinds: readonly Edit[] = [
    changed((text) => text.replace(/maxLength: (\d+)/, (_found, limit) => `maxLength: ${Number(limit) + 1}`)),
    changed(() => ""),
    changed((text) => (text.includes("error") ? text.replace("error", "warning") : text.replace("warning", "error"))),
    changed((text) => text.replace(when, "")),
  ];
  return kinds.filter((edit) => edit(largeRules) !== largeRules);
});
