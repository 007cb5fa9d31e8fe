import { spawnSync } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { cli, context, documentsOf, folderWith, line, type ReportedDocument, run, shell } from "../support/cli.ts";
import { kinds } from "../support/kinds-of-lines.ts";

beforeAll(() => {
  if (spawnSync("parallel", ["--version"]).error !== undefined)
    throw new Error("GNU parallel is missing: apt-get install parallel");
});

const judged = "--context spectrum.context.yaml --as-of 2026-11-05";

/** PCCOs of all kinds, each with its own number, so that none can stand for another. */
const lines = Array.from({ length: 3000 }, (_, index) => {
  const kind = kinds[index % 24] ?? "";
  return index % 50 === 0 ? kind : kind.replace(/"number":("004"|7)/, `"number":"${index}"`);
});

/** A folder with an export, in which `npx erp-rules` is the command line. */
function folderOfExport(): string {
  const npx = "node_modules/.bin/erp-rules";
  const program = `#!/bin/sh\nexec "${process.execPath}" "${cli}" "$@"\n`;
  const folder = folderWith({ ...context, "export.ndjson": lines.join("\n"), [npx]: program });
  chmodSync(join(folder, npx), 0o755);
  return folder;
}

const whole = (folder: string) =>
  documentsOf(run(["check", "export.ndjson", ...judged.split(" "), "--format", "ndjson"], { in: folder }));

/** What is told of a PCCO, but for the line it stands on. */
const told = ({ outcome, findings }: ReportedDocument) => ({
  outcome,
  findings: findings.map(({ ruleId, severity, message, path, range, fixes }) => ({
    ...{ ruleId, severity, path, fixes },
    message: message.replace(/on line \d+/, "on line"),
    character: range?.start.character,
  })),
});

describe.each([
  ["standard input", "< export.ndjson parallel --pipe --block 300K"],
  ["a file, read by each part for itself", "parallel --pipepart -a export.ndjson --block 300K"],
])("GNU parallel takes %s apart", (_what, parallel) => {
  test("the parts say together what one run says, in the same order", () => {
    const folder = folderOfExport();
    const { code, out, err } = shell(`${parallel} -j2 -k npx erp-rules check - --format ndjson ${judged}`, {
      in: folder,
    });
    const expected = whole(folder);
    const documents = documentsOf({ out });
    expect(documents.map(told)).toEqual(expected.map(told));
    expect(err).not.toMatch(/erp-rules/);
    // Each part counts for itself: its documents from 0, its lines too.
    const begins = documents.flatMap(({ index }, position) => (index === 0 ? [position] : []));
    expect(begins.length).toBeGreaterThan(3);
    expect(documents.map(({ index }) => index)).toEqual(
      documents.map((_document, position) => position - Math.max(...begins.filter((begin) => begin <= position))),
    );
    expect(new Set(documents.map(({ file }) => file))).toEqual(new Set(["-"]));
    // Its exit code is that of parallel: how many parts ended with another than 0.
    expect(code).toBe(begins.length);
  });
});

test("a part that begins with a broken line is still read line by line", () => {
  const folder = folderWith({ ...context });
  for (const first of ["{", '{"id": 1, "line_items": [', "[{}]", "7", "\u00ff"]) {
    const input = `${first}\n${line()}\n${line()}\n`;
    writeFileSync(join(folder, "a.ndjson"), input);
    const outcomes = documentsOf(
      run(["check", "-", ...judged.split(" "), "--format", "ndjson"], { in: folder, input }),
    ).map(({ outcome }) => outcome);
    expect(outcomes, first).toEqual(["unreadable", "exportable", "exportable"]);
  }
});
