import { didYouMean } from "../context/suggest.ts";
import { toPointer } from "../document/pointer.ts";
import type {
  Effective,
  Feature,
  Field,
  LifecycleEvent,
  Override,
  Role,
  Rule,
  RulePlace,
  Source,
  State,
  Toggle,
} from "../generated/types.ts";
import { knownAre } from "./known.ts";
import type { Library } from "./library.ts";
import { isMeantBy } from "./reference.ts";
import { Problems, type RuleFileSource, RuleSetError } from "./rule-file.ts";

/** A rule with its overrides applied, and where it stands. */
export interface ResolvedRule {
  readonly id: string;
  readonly definition: Rule;
  readonly place: RulePlace;
  /** Why a company's rule differs, when an override changed it. */
  readonly because: string | undefined;
}

/** A toggle and what the rule set sets it to. */
export interface ResolvedFeature {
  readonly definition: Feature;
  readonly set: Toggle | undefined;
}

type Named<T> = Readonly<Record<string, T>>;

/** A rule set with everything it extends put together; every name in it still to be checked. */
export interface ResolvedRuleSet {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly sha256: string;
  readonly file: string;
  readonly effective: Effective;
  readonly sources: Named<Source>;
  readonly features: Named<ResolvedFeature>;
  readonly fields: Named<Field>;
  readonly rules: readonly ResolvedRule[];
  readonly roles: Named<Role>;
  readonly states: Named<State>;
  readonly lifecycle: Named<LifecycleEvent>;
}

/**
 * Puts a rule file together with the rule sets it extends.
 * @throws {RuleSetError} when one of them is not there, extends itself, or is changed in a way that is not allowed
 */
export function resolveRuleSet(source: RuleFileSource, library: Library): ResolvedRuleSet {
  return resolveChain(source, library, []);
}

function resolveChain(source: RuleFileSource, library: Library, below: readonly RuleFileSource[]): ResolvedRuleSet {
  const { content } = source;
  const problems = new Problems(source);
  const parent =
    content.extends === undefined ? undefined : resolveParent(source, content.extends, library, below, problems);
  if (problems.found.length > 0) throw new RuleSetError(`${source.file} can't be used:`, problems.found);
  const merged = merge(source, parent, problems);
  if (problems.found.length > 0) throw new RuleSetError(`${source.file} can't be used:`, problems.found);
  return merged;
}

function resolveParent(
  source: RuleFileSource,
  reference: string,
  library: Library,
  below: readonly RuleFileSource[],
  problems: Problems,
): ResolvedRuleSet | undefined {
  try {
    const parent = library.find(reference);
    const isSame = (other: RuleFileSource): boolean =>
      other.content.ruleSet === parent.content.ruleSet && other.content.version === parent.content.version;
    if (isSame(source) || below.some(isSame)) {
      problems.add("/extends", extendsItself([...below, source, parent]));
      return undefined;
    }
    return resolveChain(parent, library, [...below, source]);
  } catch (error) {
    if (!(error instanceof RuleSetError)) throw error;
    if (error.problems.length > 0) problems.found.push(...error.problems);
    else problems.add("/extends", meansItself(source, reference) ? extendsItself([source, source]) : error.message);
    return undefined;
  }
}

/** Whether a rule set that is not in the library yet names itself. */
function meansItself({ content }: RuleFileSource, reference: string): boolean {
  return isMeantBy(reference, content.ruleSet, content.version);
}

function extendsItself(ring: readonly RuleFileSource[]): string {
  return `this rule set extends itself: ${ring.map(nameOf).join(" → ")}`;
}

function nameOf({ content }: RuleFileSource): string {
  return `${content.ruleSet}@${content.version}`;
}

function merge(source: RuleFileSource, parent: ResolvedRuleSet | undefined, problems: Problems): ResolvedRuleSet {
  const { content } = source;
  const rules = [
    ...overrideRules(source, parent?.rules ?? [], problems),
    ...ownRules(source, parent?.rules ?? [], problems),
  ];
  return {
    id: content.ruleSet,
    version: content.version,
    title: content.title ?? parent?.title ?? content.ruleSet,
    sha256: source.sha256,
    file: source.file,
    effective: content.effective,
    sources: join("sources", parent?.sources, content.sources, problems),
    features: joinFeatures(parent?.features ?? {}, content.features ?? {}, problems),
    fields: join("fields", parent?.fields, content.fields, problems),
    rules,
    roles: join("roles", parent?.roles, content.roles, problems),
    states: join("states", parent?.states, content.states, problems),
    lifecycle: join("lifecycle", parent?.lifecycle, content.lifecycle, problems),
  };
}

/** Adds a rule set's own entries to those it extends; an entry that is there already can't be defined again. */
function join<T>(section: string, inherited: Named<T> = {}, own: Named<T> = {}, problems: Problems): Named<T> {
  for (const name of Object.keys(own)) {
    if (Object.hasOwn(inherited, name))
      problems.add(
        toPointer([section, name]),
        `"${name}" is defined in the rule set this one extends; give yours another name`,
      );
  }
  return named(inherited, own);
}

/** Entries by name, and nothing by the names that every object has, such as `constructor`. */
function named<T>(...parts: readonly Named<T>[]): Record<string, T> {
  return Object.assign(Object.create(null), ...parts);
}

function joinFeatures(
  inherited: Named<ResolvedFeature>,
  own: Named<Feature | Toggle>,
  problems: Problems,
): Named<ResolvedFeature> {
  const joined = named(inherited);
  for (const [name, entry] of Object.entries(own)) {
    const known = Object.hasOwn(inherited, name) ? inherited[name] : undefined;
    if (typeof entry !== "string") {
      if (known !== undefined)
        problems.add(
          toPointer(["features", name]),
          `"${name}" is defined in the rule set this one extends; write "on" or "off" to set it`,
        );
      joined[name] = { definition: entry, set: undefined };
    } else if (known === undefined) {
      problems.add(toPointer(["features", name]), unknownFeature(name, Object.keys(inherited)));
    } else {
      joined[name] = { ...known, set: entry };
    }
  }
  return joined;
}

function unknownFeature(name: string, inherited: readonly string[]): string {
  if (inherited.length === 0)
    return `"${name}" can only be set where a rule set this one extends defines it; to define it here, give it a "title" and a "default"`;
  return `unknown feature "${name}".${didYouMean(name, inherited) || knownAre(inherited)}`;
}

function ownRules(source: RuleFileSource, inherited: readonly ResolvedRule[], problems: Problems): ResolvedRule[] {
  return Object.entries(source.content.rules ?? {}).map(([id, definition]) => {
    const path = `/rules/${id}`;
    if (inherited.some((rule) => rule.id === id)) {
      problems.add(
        path,
        `rule "${id}" is defined in the rule set this one extends; change it under "overrides", with a "because"`,
      );
    }
    return { id, definition, place: placeOf(source, path), because: undefined };
  });
}

function overrideRules(source: RuleFileSource, inherited: readonly ResolvedRule[], problems: Problems): ResolvedRule[] {
  const overrides = source.content.overrides ?? {};
  for (const id of Object.keys(overrides)) {
    if (inherited.some((rule) => rule.id === id)) continue;
    const ids = inherited.map((rule) => rule.id);
    problems.add(
      toPointer(["overrides", id]),
      ids.length === 0
        ? "only a rule set that extends another can override its rules"
        : `unknown rule "${id}".${didYouMean(id, ids) || knownAre(ids)}`,
    );
  }
  return inherited.map((rule) => {
    const override = Object.hasOwn(overrides, rule.id) ? overrides[rule.id] : undefined;
    return override === undefined ? rule : applyOverride(source, rule, override, problems);
  });
}

/** What every rule can be said to have. */
const alwaysThere: ReadonlySet<string> = new Set(["title", "severity", "stage", "message"]);

function applyOverride(
  source: RuleFileSource,
  rule: ResolvedRule,
  override: Override,
  problems: Problems,
): ResolvedRule {
  const { because, ...changes } = override;
  const path = `/overrides/${rule.id}`;
  for (const key of Object.keys(changes)) {
    if (alwaysThere.has(key) || Object.hasOwn(rule.definition, key)) continue;
    problems.add(
      `${path}/${key}`,
      `rule "${rule.id}" has no "${key}" that could be changed; add a rule of your own instead`,
    );
  }
  return { ...rule, definition: { ...rule.definition, ...changes }, place: placeOf(source, path), because };
}

function placeOf(source: RuleFileSource, path: string): RulePlace {
  const range = source.rangeOf(path);
  return { file: source.file, path, ...(range === undefined ? {} : { range }) };
}
