/** A rule file with one rule. */
export const rules = `format: 1
ruleSet: acme/pcco
version: 1.0.0
effective: { from: 2025-01-01 }
sources: { page: { title: Page, url: "https://example.com" } }
fields:
  title: { label: Title, path: title, type: text }
rules:
  title-length:
    field: title
    maxLength: 5
    severity: error
    stage: send
    source: page
`;

export const head = `ruleSet: acme/pcco@1.0.0
documents:
  dock: { title: Dock } # the base
cases:
`;

/** Cases that see all of the rule, and notice every change to it. */
export const thorough = `${head}  - { name: 4 characters fit, document: dock, broken: [] }
  - { name: 5 characters fit, document: dock, change: { /title: Docks }, broken: [] }
  - name: 6 characters do not fit
    document: dock
    change: { /title: Canopy }
    outcome: blocked
    broken: [title-length]
  - { name: no title is none that is too long, document: dock, change: { /title: null }, broken: [] }
`;

export const files = { "rules/acme/1.0.0.yaml": rules, "rules/acme/1.0.0.test.yaml": thorough };
