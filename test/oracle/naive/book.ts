import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import type {
  Feature,
  Field,
  LifecycleEvent,
  Role,
  Rule,
  RuleFile,
  State,
  Toggle,
} from "../../../sdk/src/generated/types.ts";

type Named<T> = Readonly<Record<string, T>>;

/** What a rule file says, with what it extends put together. */
export interface Book {
  readonly features: Named<Feature>;
  /** What a rule set that extends another sets its toggles to. */
  readonly settings: Named<Toggle>;
  readonly fields: Named<Field>;
  readonly rules: Named<Rule>;
  readonly roles: Named<Role>;
  readonly states: Named<State>;
  readonly lifecycle: Named<LifecycleEvent>;
}

const empty: Book = { features: {}, settings: {}, fields: {}, rules: {}, roles: {}, states: {}, lifecycle: {} };
const folder = new URL("../../../rules/", import.meta.url);

/** Reads a rule file as it is written. `extends` must name an exact version that ships. */
export function readBook(text: string): Book {
  return bookOf(parse(text));
}

/** Reads a rule file that ships, such as `spectrum/pcco@1.0.0`. */
export function readShipped(reference: string): Book {
  const [id, version] = reference.split("@");
  return readBook(readFileSync(fileURLToPath(new URL(`${id}/${version}.yaml`, folder)), "utf8"));
}

/** Puts the content of a rule file together with what it extends. */
export function bookOf(content: RuleFile): Book {
  const parent = content.extends === undefined ? empty : readShipped(content.extends);
  const features: Record<string, Feature> = { ...parent.features };
  const settings: Record<string, Toggle> = { ...parent.settings };
  for (const [name, entry] of Object.entries(content.features ?? {})) {
    if (typeof entry === "string") settings[name] = entry;
    else features[name] = entry;
  }
  const rules: Record<string, Rule> = { ...parent.rules };
  for (const [id, { because: _, ...changes }] of Object.entries(content.overrides ?? {})) {
    const before = rules[id];
    if (before === undefined) throw new Error(`there is no rule ${id} to override`);
    rules[id] = { ...before, ...changes };
  }
  return {
    features,
    settings,
    rules: { ...rules, ...content.rules },
    fields: { ...parent.fields, ...content.fields },
    roles: { ...parent.roles, ...content.roles },
    states: { ...parent.states, ...content.states },
    lifecycle: { ...parent.lifecycle, ...content.lifecycle },
  };
}
