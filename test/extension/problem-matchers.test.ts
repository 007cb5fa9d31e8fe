import { describe, expect, test } from "vitest";
import { run } from "../support/cli.ts";
import { type Matcher, manifest, type Pattern } from "./testing.ts";

// What VS Code's problem matchers make of what the command line really prints.

interface Problem {
  readonly severity: string | undefined;
  readonly at: string;
  readonly message: string;
  readonly code: string | undefined;
}

const { problemMatchers, problemPatterns } = manifest.contributes;

function patternsOf({ pattern }: Matcher): readonly Pattern[] {
  const named = problemPatterns.find(({ name }) => `$${name}` === pattern);
  if (named === undefined) throw new Error(`no pattern ${pattern}`);
  return "patterns" in named ? named.patterns : [named];
}

/** As VS Code does it: each pattern must match one line, line after line; a message may be in several parts. */
function problemsIn(output: string, matcher: Matcher): readonly Problem[] {
  const patterns = patternsOf(matcher);
  const lines = output.split("\n");
  return lines.flatMap((_, start) => {
    const matches = patterns.map(({ regexp }, number) => new RegExp(regexp).exec(lines[start + number] ?? ""));
    if (matches.includes(null)) return [];
    const part = (name: keyof Pattern): readonly string[] =>
      patterns.flatMap(({ [name]: group }, number) =>
        typeof group === "number" ? (matches[number]?.[group] ?? []) : [],
      );
    const [severity] = part("severity");
    const known = severity === "error" || severity === "warning" || severity === "info";
    return [
      {
        severity: known ? severity : matcher.severity,
        at: [...part("file"), ...part("line"), ...part("column")].join(":"),
        message: part("message").join(" "),
        code: part("code")[0],
      },
    ];
  });
}

/** What the findings of a check are, by its report for machines. */
function findings(words: readonly string[]): readonly Told[] {
  const { documents } = JSON.parse(run(["check", ...words, "--format", "json"]).out);
  return documents.flatMap(({ file, findings: found }: { file: string; findings: readonly Found[] }) =>
    found.flatMap(({ ruleId, severity, state, message, range }) => {
      if (range === undefined) return [];
      const { start, end } = range;
      const at = `${file}:${start.line + 1}:${start.character + 1}`;
      const atLine = start.line === end.line ? at : `${file}:${start.line + 1}`;
      const isBroken = state === "broken";
      return [{ severity: isBroken ? severity : "info", at, atLine, message, code: ruleId, isBroken }];
    }),
  );
}

interface Position {
  readonly line: number;
  readonly character: number;
}

interface Told extends Problem {
  /** Without the column where it takes more than one line: GitHub wants none then. */
  readonly atLine: string;
  readonly isBroken: boolean;
}

interface Found {
  readonly ruleId: string;
  readonly severity: string;
  readonly state: string;
  readonly message: string;
  readonly range?: { readonly start: Position; readonly end: Position };
}

const inOrder = <Each extends { readonly at: string; readonly message: string }>(problems: readonly Each[]) =>
  [...problems].sort((a, b) => `${a.at} ${a.message}`.localeCompare(`${b.at} ${b.message}`));
const matcher = (name: string): Matcher => {
  const found = problemMatchers.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no problem matcher ${name}`);
  return found;
};

describe.each(["codes", "association", "texts", "unknown"])("samples/spectrum/%s", (folder) => {
  const words = [`samples/spectrum/${folder}`];

  test("--format github", () => {
    const { out } = run(["check", ...words, "--format", "github"]);
    const expected = findings(words).map(({ severity, atLine, message, code }) => ({
      severity,
      at: atLine,
      message,
      code,
    }));
    expect(expected.length).toBeGreaterThan(3);
    expect(inOrder(problemsIn(out, matcher("erp-rules-github")))).toEqual(inOrder(expected));
  });
});

test("all that the pretty report tells in full, whether a message takes one line or four", () => {
  const words = ["samples/spectrum/codes", "samples/spectrum/dates"];
  const expected = findings(words)
    .filter(({ isBroken }) => isBroken)
    .map(({ severity, at, message }) => ({ severity, at, message }));
  const pretty = problemMatchers.filter(({ name }) => name !== "erp-rules-github");
  const { out } = run(["check", ...words]);
  const found = pretty.map((each) => problemsIn(out, each).map(({ code: _, ...problem }) => problem));
  expect(found.slice(0, 2).every(({ length }) => length > 0)).toBe(true);
  expect(inOrder(found.flat())).toEqual(inOrder(expected));
});

test("messages are told apart by how many lines they take", () => {
  const long = (count: number) =>
    [
      "  warning One",
      ...Array.from({ length: count - 1 }, (_, line) => `          more ${line + 1}`),
      "    at a b.pcco.json:3:5 (/x)",
    ].join("\n");
  [1, 2, 3, 4].forEach((count) => {
    const names = problemMatchers.filter((each) => problemsIn(long(count), each).length > 0).map(({ name }) => name);
    expect(names).toEqual([count === 1 ? "erp-rules" : `erp-rules-${count}-lines`]);
    expect(problemsIn(long(count), matcher(names[0] ?? ""))[0]).toMatchObject({
      severity: "warning",
      at: "a b.pcco.json:3:5",
    });
  });
});
