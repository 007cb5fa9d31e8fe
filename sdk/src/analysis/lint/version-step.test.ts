import { expect, test } from "vitest";
import { changed, cleanRules, lintText } from "./testing.ts";
import { lintVersionStep, versionBefore } from "./version-step.ts";

async function stepFrom(before: string, after: string) {
  const [former, latter] = [await lintText(before), await lintText(after)];
  return [...lintVersionStep(former, latter)].map(({ id, severity, message, place, related }) => ({
    id,
    severity,
    message,
    path: place.path,
    former: related.map(({ message: version }) => version),
  }));
}

const next = (version: string, ...edits: readonly (readonly [string, string])[]) =>
  changed(["version: 1.0.0", `version: ${version}`], ...edits);

test("a step that is as large as the change", async () => {
  expect(await stepFrom(cleanRules, next("1.0.1", ["title: Handbook", "title: Our handbook"]))).toEqual([]);
  expect(await stepFrom(cleanRules, next("1.1.0", ["maxLength: 9", "maxLength: 8"]))).toEqual([]);
  expect(await stepFrom(cleanRules, next("2.0.0", ["maxLength: 9", "maxLength: 10"]))).toEqual([]);
});

test("a step that is too small", async () => {
  const [stricter] = await stepFrom(cleanRules, next("1.0.1", ["maxLength: 9", "maxLength: 8"]));
  expect(stricter).toMatchObject({
    id: "lint/version-step",
    severity: "error",
    path: "/version",
    former: ["version 1.0.0"],
  });
  expect(stricter?.message).toContain("this change needs a minor one");
  const [looser] = await stepFrom(cleanRules, next("1.1.0", ["maxLength: 9", "maxLength: 10"]));
  expect(looser?.message).toContain("this change needs a major one");
});

test("the version before is the highest that is lower", async () => {
  const { source } = await lintText(next("1.10.0"));
  const files = await Promise.all(
    ["1.2.0", "1.9.0", "2.0.0"].map(async (version) => (await lintText(next(version))).source),
  );
  const other = { ...source, content: { ...source.content, ruleSet: "company/other", version: "1.9.9" } };
  const library = { files: [...files, source, other], find: () => source };
  expect(versionBefore(source, library)?.content.version).toBe("1.9.0");
  expect(versionBefore({ ...source, content: { ...source.content, version: "1.0.0" } }, library)).toBeUndefined();
});
