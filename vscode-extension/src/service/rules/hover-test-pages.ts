import { type Path, valueAt } from "@erp-export-rules/sdk/text";
import type { RuleTestText } from "../model.ts";
import { code, plain } from "../pcco/markdown.ts";
import type { NameKind } from "./name-places.ts";
import { readable } from "./readable.ts";

/** More lines of what a name stands for are left out. */
const mostLines = 30;

const sections: Readonly<Partial<Record<NameKind, readonly string[]>>> = {
  document: ["documents", "variants"],
  context: ["contexts"],
  actor: ["actors"],
};

/** What a name of a rule test file stands for, as Markdown: the lines that say it. */
export function testPage(kind: NameKind, name: string, test: RuleTestText): string | undefined {
  const document = readable(test);
  const path = (sections[kind] ?? [])
    .map((section): Path => [section, name])
    .find((each) => valueAt(document.value, each) !== undefined);
  const range = path && document.valueRange(path);
  const key = path && document.keyRange(path);
  if (path === undefined || range === undefined || key === undefined) return undefined;
  const of = path[0] === "variants" ? valueAt(document.value, [...path, "of"]) : undefined;
  const what = typeof of === "string" ? ` A variant of ${code(of)}` : ` ${plain(kindWords[kind] ?? kind)}`;
  const lines = test.text.split(/\r\n|\n|\r/).slice(key.start.line, range.end.line + 1);
  // The end of a block stands on the line below it.
  const own = range.end.character === 0 && lines.length > 1 ? lines.slice(0, -1) : lines;
  const first = own.slice(0, mostLines);
  const indent = Math.min(key.start.character, ...first.map((line) => line.search(/\S/)).filter((at) => at >= 0));
  const shown = first.map((line) => line.slice(indent));
  const rest = own.length > mostLines ? ["…"] : [];
  const text = [...shown, ...rest].join("\n").trimEnd();
  const ticks = [...text.matchAll(/`+/g)].map(([run]) => run.length + 1);
  const fence = "`".repeat(Math.max(3, ...ticks));
  return `**${code(name)}**${what}\n\n${fence}yaml\n${text}\n${fence}`;
}

const kindWords: Readonly<Partial<Record<NameKind, string>>> = {
  document: "A document of these tests",
  context: "A context of these tests",
  actor: "An actor of these tests",
};
