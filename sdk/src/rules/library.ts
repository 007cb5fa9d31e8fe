import { isDate } from "../context/calendar.ts";
import { didYouMean } from "../context/suggest.ts";
import { show } from "../keywords/show.ts";
import { knownAre } from "./known.ts";
import { highestVersion, isEarlier, isRange, parseReference } from "./reference.ts";
import { type RuleFileSource, type RuleProblem, RuleSetError } from "./rule-file.ts";

/** The rule files that can be asked for: the bundled ones, or those of a folder together with them. */
export interface Library {
  readonly files: readonly RuleFileSource[];
  /**
   * Finds a rule file by `id@range`.
   * @param asOf a day (`YYYY-MM-DD`): only versions in force that day count; without it the highest version wins
   * @throws {RuleSetError} when nothing fits, with the ids or versions that come near
   */
  find(reference: string, asOf?: string): RuleFileSource;
}

/**
 * Puts rule files together.
 * @throws {RuleSetError} when two files are the same version of one rule set, or their effective days overlap or leave a gap
 */
export function createLibrary(files: readonly RuleFileSource[]): Library {
  const sets = new Map<string, RuleFileSource[]>();
  for (const file of files) sets.set(file.content.ruleSet, [...(sets.get(file.content.ruleSet) ?? []), file]);
  const problems = [...sets.values()].flatMap(calendarProblems);
  if (problems.length > 0) throw new RuleSetError("the versions of a rule set don't fit together:", problems);
  return {
    files,
    find(text, asOf) {
      const { id, range } = parseReference(text);
      const versions = sets.get(id);
      if (versions === undefined) {
        throw new RuleSetError(
          `there is no rule set "${id}".${didYouMean(id, sets.keys()) || knownAre([...sets.keys()])}`,
        );
      }
      const known = versions.map(({ content }) => content.version);
      if (asOf !== undefined && !isDate(asOf))
        throw new RuleSetError(`${show(asOf)} is not a day that exists; write it like 2025-03-04.`);
      if (!isRange(range)) {
        throw new RuleSetError(
          `"${range}" is not a version or range; write for example ${id}@${known.at(-1)}, ${id}@1, ${id}@~1.0, ${id}@^1.1 or ${id}@latest.`,
        );
      }
      const inForce = asOf === undefined ? versions : versions.filter((file) => isInForce(file, versions, asOf));
      const version = highestVersion(
        inForce.map(({ content }) => content.version),
        range,
      );
      const found = inForce.find(({ content }) => content.version === version);
      if (found === undefined) throw new RuleSetError(notFound(id, range, asOf, versions));
      return found;
    },
  };
}

function notFound(id: string, range: string, asOf: string | undefined, versions: readonly RuleFileSource[]): string {
  const known = versions.map(({ content }) => `${content.version} (from ${content.effective.from})`).join(", ");
  if (asOf !== undefined && (range === "*" || range === "latest"))
    return `no version of "${id}" was in force on ${asOf}. It has ${known}.`;
  const when = asOf === undefined ? "" : ` in force on ${asOf}`;
  return `"${id}" has no version "${range}"${when}. It has ${known}.`;
}

/** A version without a last day is in force until the next one begins. */
function isInForce({ content }: RuleFileSource, versions: readonly RuleFileSource[], day: string): boolean {
  const { from, until } = content.effective;
  if (isEarlier(day, from) || (until !== undefined && isEarlier(until, day))) return false;
  return !versions.some(
    ({ content: other }) => isEarlier(from, other.effective.from) && !isEarlier(day, other.effective.from),
  );
}

function calendarProblems(versions: readonly RuleFileSource[]): readonly RuleProblem[] {
  const twice = versions.flatMap((file, index) => {
    const { ruleSet, version } = file.content;
    const isThere = versions.slice(0, index).some(({ content }) => content.version === version);
    return isThere ? [problemAt(file, "/version", `version ${version} of ${ruleSet} is there twice`)] : [];
  });
  if (twice.length > 0) return twice;
  const sorted = versions.toSorted((a, b) =>
    a.content.effective.from === b.content.effective.from
      ? 0
      : isEarlier(a.content.effective.from, b.content.effective.from)
        ? -1
        : 1,
  );
  return sorted.flatMap((file, index) => {
    const next = sorted[index + 1];
    const message = next && calendarProblem(file.content, next.content);
    return next === undefined || message === undefined ? [] : [problemAt(next, "/effective", message)];
  });
}

function problemAt(source: RuleFileSource, path: string, message: string): RuleProblem {
  const range = source.rangeOf(path);
  return { file: source.file, path, message, ...(range === undefined ? {} : { range }) };
}

function calendarProblem(a: RuleFileSource["content"], b: RuleFileSource["content"]): string | undefined {
  if (a.effective.from === b.effective.from)
    return `versions ${a.version} and ${b.version} both begin on ${b.effective.from}`;
  const until = a.effective.until;
  if (until === undefined) return undefined;
  if (!isEarlier(until, b.effective.from))
    return `version ${b.version} begins on ${b.effective.from}, but ${a.version} holds until ${until}: the days overlap`;
  if (dayAfter(until) !== b.effective.from)
    return `version ${b.version} begins on ${b.effective.from}, but ${a.version} ends on ${until}: the days between have no rules`;
  return undefined;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
