import type { RuleSetReference } from "../../generated/types.ts";
import { compareVersions, parseVersion } from "../../rules/version-range.ts";
import type { EventDiff } from "./event-diff.ts";
import type { Change } from "./names.ts";

/** A step from one version to the next; `none` when nothing is different. */
export type Step = "none" | "patch" | "minor" | "major";

/** Which step a change needs, and why. */
export interface VersionStep {
  readonly needed: Step;
  /** Why no smaller step will do, as sentences; empty for `none`. */
  readonly reasons: readonly string[];
  /** `false` when it could not be told whether a larger step is needed. */
  readonly isCertain: boolean;
}

/** A needed step beside the one that was made. */
export interface JudgedStep extends VersionStep {
  /** The step from the one version to the other; `undefined` when they are not versions of one rule set, in order. */
  readonly made: Step | undefined;
  /** What is wrong with the step that was made, as the end of a sentence; `undefined` when it is large enough. */
  readonly problem: string | undefined;
  /** What version steps mean, as a sentence. */
  readonly promise: string;
}

const promise =
  "A version step is a promise to whoever stays on a major version: patch changes wording alone; minor may add names and refuse more; major is for what lets through what was refused, takes a name away or gives it another meaning.";

/**
 * Tells which step a change needs. A rule set guards a gate, and whoever names `spectrum/pcco@1` relies on two things:
 * that what it keeps out stays out, and that the rules, events, fields and other names they mention stay what they are. A
 * change that breaks either is major. One that refuses more, or adds names, is minor: that is how a set learns what the ERP
 * system asks for. Wording and sources alone are a patch.
 */
export function stepOf(changes: readonly Change[], events: readonly EventDiff[]): VersionStep {
  const opened = events.filter(({ differences }) => differences.some(lets));
  const broken = changes.filter(({ breaks }) => breaks);
  const asked = events.filter(({ differences }) => differences.some(asksForMore));
  const isCertain = events.every(({ notDecided }) => notDecided.length === 0);
  const major = [
    ...opened.map(({ label }) => `"${label}" lets through what was refused.`),
    ...broken.map(sentence),
    ...asked.map(({ label }) => `"${label}" asks for more to be entered.`),
  ];
  if (major.length > 0) return { needed: "major", reasons: major, isCertain: true };
  const meant = changes.filter(({ kind }) => kind !== "reworded");
  const stricter = events.filter(({ differences }) => differences.length > 0);
  const minor = [
    ...(stricter.length > 0 ? [`More is refused: ${stricter.map(({ label }) => `"${label}"`).join(", ")}.`] : []),
    ...meant.map(sentence),
  ];
  if (minor.length > 0) return { needed: "minor", reasons: minor, isCertain };
  const patch = changes.map(sentence);
  return { needed: patch.length > 0 ? "patch" : "none", reasons: patch, isCertain };
}

function lets({ before, after }: EventDiff["differences"][number]): boolean {
  return (after === "exportable" || after === "possible") && before !== after;
}

/** Whoever let the event happen without it must now give it. */
function asksForMore({ because, before }: EventDiff["differences"][number]): boolean {
  return because.kind === "input" && before === "possible";
}

function sentence({ section, kind, name, formerly }: Change): string {
  const what = section.charAt(0).toUpperCase() + section.slice(1);
  if (kind === "renamed") return `${what} ${formerly} is renamed to ${name}.`;
  return `${what} ${name} is ${kind}.`;
}

/** Judges the step from one rule set to another. Only versions of the same rule set, the older one first, make a step. */
export function judgeStep(before: Version, after: Version, step: VersionStep): JudgedStep {
  const made = stepBetween(before, after);
  return { ...step, made, problem: made && problemOf(before, after, made, step), promise };
}

/** A version of a rule set. */
type Version = Pick<RuleSetReference, "id" | "version">;

function stepBetween(before: Version, after: Version): Step | undefined {
  const [older, newer] = [parseVersion(before.version), parseVersion(after.version)];
  if (before.id !== after.id || older === undefined || newer === undefined) return undefined;
  if (compareVersions(older, newer) >= 0) return undefined;
  if (newer[0] > older[0]) return "major";
  return newer[1] > older[1] ? "minor" : "patch";
}

function problemOf(before: Version, after: Version, made: Step, { needed, reasons }: VersionStep): string | undefined {
  // Below 1.0.0 a minor step may break.
  const isBreaking = before.version.startsWith("0.") && made === "minor";
  if (isBreaking || sizes[made] >= sizes[needed]) return undefined;
  return `version ${after.version} follows ${before.version} by a ${made} step, but this change needs a ${needed} one. ${reasons[0] ?? ""}`.trim();
}

const sizes: Readonly<Record<Step, number>> = { none: 0, patch: 1, minor: 2, major: 3 };
