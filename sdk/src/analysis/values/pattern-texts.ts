import { type Pattern, skip, spaceCuts } from "../../keywords/pattern-matcher.ts";
import type { Values } from "./values.ts";

/** Most places in all patterns together that are visited. */
const mostVisits = 6000;

/** Where a text stands in each of the patterns. */
interface Visit {
  readonly places: readonly ReadonlySet<number>[];
  readonly text: string;
  readonly length: number;
  readonly endsInSpace: boolean;
}

/**
 * Texts for every way in which some patterns can be met or not together, of each class of lengths: all patterns are
 * walked at once, shortest texts first.
 * @param starts numbers of characters at which the classes of lengths begin, ascending from 1
 * @param copies how many texts of each class are wanted
 * @param fewest how many texts of each class there must be
 */
export function patternTexts(
  patterns: readonly Pattern[],
  starts: readonly number[],
  copies: number,
  fewest = copies,
): Values & { readonly values: readonly string[] } {
  const letters = lettersOf(patterns, copies);
  const longest = starts.at(-1) ?? 1;
  const classes = new Map<string, Set<string>>();
  const queue: Visit[] = [
    { places: patterns.map(({ steps }) => skip(steps, new Set([0]))), text: "", length: 0, endsInSpace: true },
  ];
  const seen = new Set<string>();
  for (const visit of queue) {
    if (queue.length > mostVisits) return { values: textsIn(classes), gap: "its patterns are too long" };
    for (const { examples, isSpace } of letters) {
      // Spaces at either end do not count, so that a text begins and ends with something else.
      if (isSpace && visit.text === "") continue;
      const next: Visit = {
        places: visit.places.map((reached, at) => step(patterns[at], reached, examples[0])),
        text: visit.text + examples[0],
        // Beyond the last class of lengths all texts are alike.
        length: Math.min(visit.length + 1, longest),
        endsInSpace: isSpace,
      };
      if (!isSpace) note(classes, next, visit.text, examples, { patterns, starts, copies });
      const key = keyOf(next);
      if (seen.has(key)) continue;
      seen.add(key);
      queue.push(next);
    }
  }
  const few = [...classes.values()].some((texts) => texts.size < fewest);
  return { values: textsIn(classes), gap: few ? "its patterns leave few values" : undefined };
}

function textsIn(classes: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  return [...classes.values()].flatMap((texts) => [...texts]);
}

/** Notes the texts that a place ends. */
function note(
  classes: Map<string, Set<string>>,
  { places, length }: Visit,
  before: string,
  examples: readonly string[],
  { patterns, starts, copies }: { readonly patterns: readonly Pattern[]; starts: readonly number[]; copies: number },
): void {
  const met = places.map((reached, at) => reached.has(patterns[at]?.steps.length ?? -1));
  const key = `${met} ${starts.findLastIndex((start) => length >= start)}`;
  const texts = classes.get(key) ?? new Set();
  classes.set(key, texts);
  for (const example of examples) if (texts.size < copies) texts.add(before + example);
}

function step(pattern: Pattern | undefined, reached: ReadonlySet<number>, character: string): ReadonlySet<number> {
  const next = new Set<number>();
  for (const at of reached) {
    const place = pattern?.steps[at];
    if (place?.accepts(character)) next.add(place.repeats ? at : at + 1);
  }
  return skip(pattern?.steps ?? [], next);
}

function keyOf({ places, length, endsInSpace }: Visit): string {
  return `${places.map((reached) => [...reached].sort((a, b) => a - b).join(".")).join("|")} ${length} ${endsInSpace}`;
}

/** Characters that all patterns take alike. */
interface Letter {
  readonly examples: readonly [string, ...string[]];
  readonly isSpace: boolean;
}

/** Characters that read well, the best first. */
const readable = [..."A0a-_.B1b2 "];

const surrogates = 0xd800;
const afterSurrogates = 0xe000;
const lastCodePoint = 0x10ffff;

/** Characters for each set of code points that no pattern tells apart. */
function lettersOf(patterns: readonly Pattern[], copies: number): readonly Letter[] {
  const steps = patterns.flatMap((pattern) => pattern.steps);
  const cuts = new Set([0, ...steps.flatMap((each) => each.cuts), ...spaceCuts, surrogates, afterSurrogates]);
  const starts = [...cuts].filter((cut) => cut <= lastCodePoint).sort((a, b) => a - b);
  const letters = new Map<string, string[]>();
  for (const [index, start] of starts.entries()) {
    if (start >= surrogates && start < afterSurrogates) continue;
    const end = starts[index + 1] ?? lastCodePoint + 1;
    const character = String.fromCodePoint(start);
    const key = `${steps.map((each) => Number(each.accepts(character))).join("")} ${character.trim() === ""}`;
    letters.set(key, [...(letters.get(key) ?? []), ...examplesIn(start, end, copies)]);
  }
  return [...letters.values()].flatMap((all): Letter[] => {
    const [first, ...others] = all.toSorted((a, b) => Number(readable.includes(b)) - Number(readable.includes(a)));
    return first === undefined ? [] : [{ examples: [first, ...others], isSpace: first.trim() === "" }];
  });
}

function examplesIn(start: number, end: number, copies: number): readonly string[] {
  const good = readable.filter((each) => {
    const code = each.codePointAt(0) ?? 0;
    return code >= start && code < end;
  });
  const others = Array.from({ length: Math.min(copies, end - start) }, (_, at) => String.fromCodePoint(start + at));
  return [...new Set([...good, ...others])];
}
