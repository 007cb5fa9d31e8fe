import type { Field } from "../generated/types.ts";

/** Whether a field takes its value, over other fields, from itself. */
export function leadsBack(start: string, fields: Readonly<Record<string, Field>>): boolean {
  const seen = new Set<string>();
  const follow = (name: string): boolean => {
    if (seen.has(name)) return name === start;
    seen.add(name);
    const { otherwise, shownAt } = fields[name] ?? {};
    const next = [otherwise?.field, ...Object.values(otherwise?.matching ?? {}), shownAt];
    return next.some((each) => each !== undefined && follow(each));
  };
  return follow(start);
}
