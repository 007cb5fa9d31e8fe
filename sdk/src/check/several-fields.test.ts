import { expect, test } from "vitest";
import { ids, ruleSet } from "./testing.ts";

const rulesAsking = (asks: string) =>
  ruleSet(`fields:
  title: { label: Title, path: title, type: text }
  id: { label: Id, path: id, type: id }
  isPrivate: { label: Private, path: private, type: boolean }
sources: { page: { title: Page, url: "https://example.com" } }
rules:
  asked: { ${asks}, severity: error, stage: send, source: page }
`);

test.each([
  ["fields: [title, id], oneOf: ['7', '8']"],
  ["fields: [id, title], oneOf: ['7', '8']"],
  ["fields: [title, id], equals: '7'"],
  ["fields: [id, title], equals: '7'"],
])("an id may be written as a number, whichever field comes first: %s", async (asks) => {
  const rules = await rulesAsking(asks);
  expect(rules.check({ title: "7", id: 7 }).outcome).toBe("exportable");
  expect(rules.check({ title: "7", id: "7" }).outcome).toBe("exportable");
  expect(ids(rules.check({ title: "7", id: 9 }).findings)).toEqual(["asked"]);
  expect(ids(rules.check({ title: 7, id: 7 }).findings)).toEqual(["document/type"]);
});
