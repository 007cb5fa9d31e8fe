import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { libraryWith } from "../sdk/src/load-text.ts";
import { takenAway, verifyLock } from "../sdk/src/rules/lock.ts";

const lock = readFileSync(join(fileURLToPath(new URL("../", import.meta.url)), "rules/lock.yaml"), "utf8");
const { files } = libraryWith([]);

test("every rule file that ships is published, and stands as it was published", () => {
  for (const { file, sha256 } of files) expect(lock).toContain(`\n${file}: ${sha256}\n`);
  expect(verifyLock(files, lock)).toEqual([]);
  expect(takenAway(lock, (name) => files.some(({ file }) => file === name))).toEqual([]);
});

test("a published file that is not there is told, with its place in the lock file", () => {
  const name = "spectrum/pcco/1.1.0.yaml";
  const line = lock.split("\n").findIndex((each) => each.startsWith(name));
  const gone = takenAway(`${lock}notes: none\nown.yaml: later\n`, (file) => file !== name && file !== "own.yaml");
  expect(gone).toEqual([
    {
      file: "lock.yaml",
      path: "/spectrum~1pcco~11.1.0.yaml",
      range: { start: { line, character: 0 }, end: { line, character: name.length } },
      message: `${name} is published and must stay, but it is not there. Bring it back as it was; PCCOs may name its version.`,
    },
  ]);
});

test("a published file that was changed is refused, with what to do", () => {
  const changed = files.map((source) => ({ ...source, sha256: "0".repeat(64) }));
  expect(verifyLock(changed, lock).map(({ file, message }) => `${file}: ${message}`)).toEqual(
    files.map(
      ({ file, content }) =>
        `${file}: version ${content.version} of ${content.ruleSet} is published and must not change. Undo the change, or save it as a new file with a higher version.`,
    ),
  );
});
