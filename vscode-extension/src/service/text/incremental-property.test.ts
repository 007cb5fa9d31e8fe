import {
  checkDocument,
  checkWithout,
  parseText,
  type Range,
  type TextFormat,
  type TextProblem,
} from "@erp-export-rules/sdk/text";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type ContentChange, splitLines } from "./lines.ts";
import { type EditablePccoFile, type Overview, openPccoFile } from "./open-pcco-file.ts";
import { changeOf, script, surroundingsOf, textOf } from "./testing.ts";

/** A few seconds; after a change in this folder thousands are worth their time: `RUNS=5000 npx vitest run incremental-property --testTimeout=0`. */
const RUNS = Number(process.env["RUNS"] ?? 60);

/** Everything a file shows. */
function shown(file: EditablePccoFile) {
  const overview = file.overview(surroundingsOf);
  const { outcomes, severities } = overview;
  return {
    text: file.text(),
    lines: Array.from({ length: file.lineCount + 1 }, (_, line) => [file.lineAt(line), file.recordAt(line).index]),
    records: file.records.map((record) => {
      const { problems, value } = record.document();
      return {
        index: record.index,
        lines: [record.startLine, record.endLine],
        text: record.text(),
        value,
        problems,
        verdict: record.verdict(surroundingsOf),
      };
    }),
    outcomes,
    severities,
    first: overview.first(7).map(({ record, finding }) => [record.index, finding]),
  };
}

/** What the SDK says of a text; `undefined` when it can't read all of it. */
function saidBySdk(text: string, format: TextFormat) {
  const { documents } = parseText(text, { format });
  if (documents.some(({ problems }) => problems.some(({ fatal, id }) => fatal && id !== "document/type")))
    return undefined;
  return documents.map((document) => {
    const found = surroundingsOf(document.value);
    return "cannot" in found
      ? checkWithout(document, found.cannot, found.problem)
      : checkDocument(found.rules, document, found.context, found);
  });
}

/** Whether a problem may be one of the whole file: an item that is no PCCO is none. */
function isFatal({ fatal, id }: TextProblem): boolean {
  return fatal && id !== "document/type";
}

/** A change carried out on a plain text. */
function changed(text: string, { range, text: newText }: ContentChange): string {
  if (range === undefined) return newText;
  const ends = [...text.matchAll(/\r\n|\r|\n/g)];
  const starts = [0, ...ends.map(({ index, 0: end }) => index + end.length)];
  const offset = ({ line, character }: Range["start"]): number =>
    line >= starts.length ? text.length : Math.min((starts[line] ?? 0) + character, ends[line]?.index ?? text.length);
  const [from = 0, to = 0] = [offset(range.start), offset(range.end)].sort((a, b) => a - b);
  return text.slice(0, from) + newText + text.slice(to);
}

function isInside({ start, end }: Range, lines: readonly string[]): boolean {
  const isThere = ({ line, character }: Range["start"]): boolean =>
    character >= 0 && character <= (lines[line] ?? { length: -1 }).length;
  const isForward = start.line < end.line || (start.line === end.line && start.character <= end.character);
  return isThere(start) && isThere(end) && isForward;
}

test.each<TextFormat>(["json", "ndjson", "yaml"])(
  "%s: a text that was edited shows what it shows when it is opened",
  (format) => {
    fc.assert(
      fc.property(textOf[format], script, (text, edits) => {
        let expectedText = text;
        const file = openPccoFile("file:///a", format, text);
        let before = findings(file.overview(surroundingsOf));
        for (const [version, strokes] of edits.entries()) {
          const changes: ContentChange[] = [];
          for (const stroke of strokes) {
            const change = changeOf(stroke, expectedText.split(/\r\n|\r|\n/).length);
            expectedText = changed(expectedText, change);
            changes.push(change);
          }
          file.change(changes, version);
          expect(file.text()).toBe(expectedText);
          const state = shown(file);
          expect(state).toEqual(shown(openPccoFile("file:///a", format, expectedText)));
          const said = saidBySdk(expectedText, format);
          const isReadable = !state.records.some(({ problems }) => problems.some(isFatal));
          expect([said !== undefined || !isReadable, expectedText]).toEqual([true, expectedText]);
          if (said !== undefined) expect(state.records.map(({ verdict }) => verdict)).toEqual(said);
          const ranges = state.records.flatMap(({ verdict, problems }) =>
            [...verdict.findings, ...problems].flatMap(({ range }) => range ?? []),
          );
          expect(ranges.filter((range) => !isInside(range, splitLines(expectedText)))).toEqual([]);
          const now = findings(file.overview(surroundingsOf));
          expect([now.stamp === before.stamp, expectedText]).toEqual([now.written === before.written, expectedText]);
          before = now;
        }
      }),
      { numRuns: RUNS },
    );
  },
  Math.max(60_000, RUNS * 200),
);

function findings(overview: Overview): { readonly stamp: number; readonly written: string } {
  const all = overview.first(Number.POSITIVE_INFINITY).map(({ finding, record }) => [record.index, finding]);
  return { stamp: overview.stamp, written: JSON.stringify(all) };
}
