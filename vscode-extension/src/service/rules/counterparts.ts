import type { RuleSet } from "@erp-export-rules/sdk";
import { type Library, libraryWith } from "@erp-export-rules/sdk/authoring";
import type { RuleVersion } from "../../protocol.ts";
import type { Project, RuleText } from "../model.ts";
import { find } from "./lineage.ts";
import { ruleSetFor, shipped } from "./rule-sets.ts";

/** Rules that a rule file can be compared with. */
export interface Counterpart {
  /** What it is asked for by: `published`, `saved`, or `id@version`. */
  readonly name: string;
  /**
   * `published`: the same version, as it ships or as the lock file has it. `saved`: as the file stands on disk. `earlier`
   * and `later`: other versions of the same rule set. `extended`: what it builds on.
   */
  readonly kind: RuleVersion["kind"];
  /** Such as `spectrum/pcco 1.0.0`. */
  readonly label: string;
  /** `id@version`, for a PCCO to be judged by it; absent where the edited file has that name. */
  readonly reference?: string;
  /** @throws {RuleSetError} when its rule file has faults */
  ruleSet(): RuleSet;
}

/** Sorts versions by number. */
const byVersion = new Intl.Collator("en", { numeric: true });

/**
 * All that a rule file can be compared with. What is nearest to being published comes first: the same version, else the one
 * before it, else what it extends, else the saved file.
 * @param saved the file as it stands on disk, where that is not as it is edited
 */
export function counterpartsOf(
  { ruleSet, source }: RuleText,
  project: Project,
  saved: RuleText | undefined,
): readonly Counterpart[] {
  if (ruleSet === undefined) return [];
  const { id, version } = ruleSet.reference;
  const others = project.library.files
    .filter(({ content }) => content.ruleSet === id && content.version !== version)
    .toSorted((a, b) => byVersion.compare(b.content.version, a.content.version))
    .map(({ content }) => content.version);
  const isEarlier = (other: string): boolean => byVersion.compare(other, version) < 0;
  const named = (kind: RuleVersion["kind"], reference: string): Counterpart => ({
    name: reference,
    kind,
    label: reference.replace("@", " "),
    reference,
    ruleSet: () => ruleSetFor(reference, project),
  });
  const parent = source?.content.extends === undefined ? undefined : find(source.content.extends, project.library);
  const onDisk = saved?.ruleSet !== undefined && saved.isCurrent ? saved.ruleSet : undefined;
  const published = publishedOf(ruleSet) ?? (isAsLocked(saved) ? onDisk : undefined);
  const label = `${id} ${version}`;
  return [
    ...(published === undefined
      ? []
      : [{ name: "published", kind: "published", label, ruleSet: () => published } as const]),
    ...others.filter(isEarlier).map((other) => named("earlier", `${id}@${other}`)),
    ...(parent === undefined ? [] : [named("extended", `${parent.content.ruleSet}@${parent.content.version}`)]),
    ...(onDisk === undefined || onDisk === published
      ? []
      : [{ name: "saved", kind: "saved", label, ruleSet: () => onDisk } as const]),
    ...others.filter((other) => !isEarlier(other)).map((other) => named("later", `${id}@${other}`)),
  ];
}

let bundled: Library | undefined;

/** The version of the same name that ships. */
function publishedOf({ reference: { id, version } }: RuleSet): RuleSet | undefined {
  bundled ??= libraryWith([]);
  const source = find(`${id}@${version}`, bundled);
  return source === undefined ? undefined : shipped(source, bundled);
}

/** Whether the lock file has a file as it stands on disk. Such a file has no faults, and a changed one has that one. */
function isAsLocked(saved: RuleText | undefined): boolean {
  return saved?.isPublished === true && saved.problems.length === 0;
}
