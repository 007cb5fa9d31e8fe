import type { Book } from "./book.ts";
import { type Group, isGroup, isNone } from "./values.ts";

/**
 * A context in which the ERP system has the name that the rules have for it, if they have one: letter case, spaces and
 * hyphens don't count.
 */
export function withSystemNamed(book: Book, context: Group): Group {
  const erp = context["erp"];
  const system = isGroup(erp) ? erp["system"] : undefined;
  if (!isGroup(erp) || typeof system !== "string" || isNone(system)) return context;
  const fields = Object.keys(book.fields).filter(
    (name) => book.fields[name]?.in === "context" && book.fields[name]?.path === "erp.system",
  );
  const { features, rules, roles, lifecycle } = book;
  const names = [features, rules, roles, lifecycle].flatMap((part) => namesIn(part, fields));
  const same = names.includes(system) ? system : names.find((name) => plain(name) === plain(system));
  return same === undefined ? context : { ...context, erp: { ...erp, system: same } };
}

/** The texts with which fields are compared, however deep in a part of a rule file. */
function namesIn(part: unknown, fields: readonly string[]): readonly string[] {
  if (typeof part !== "object" || part === null) return [];
  const inner = Object.values(part).flatMap((each) => namesIn(each, fields));
  if (!isGroup(part) || !fields.some((name) => name === part["field"])) return inner;
  return [...inner, part["equals"], part["oneOf"]].flat().filter((name) => typeof name === "string");
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, "");
}
