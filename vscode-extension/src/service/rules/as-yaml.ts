/** Words and lists of words, in groups too. */
export interface Words {
  readonly [key: string]: string | readonly string[] | Words | undefined;
}

/** Words, lists of words and groups of them as YAML, a line each, so that two can be laid side by side. */
export function asYaml(values: Words): string {
  return linesOf(values)
    .map((line) => `${line}\n`)
    .join("");
}

function linesOf(values: Words): readonly string[] {
  return Object.entries(values).flatMap(([key, value]) => {
    if (value === undefined) return [];
    if (typeof value === "string") return [`${key}: ${value}`];
    if (isList(value)) return value.length === 0 ? [`${key}: []`] : [`${key}:`, ...value.map((each) => `  - ${each}`)];
    return [`${key}:`, ...linesOf(value).map((line) => `  ${line}`)];
  });
}

function isList(value: readonly string[] | Words): value is readonly string[] {
  return Array.isArray(value);
}
