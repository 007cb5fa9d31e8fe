/** Words and lists of words as YAML, a line each, so that two can be laid side by side. */
export function asYaml(values: Readonly<Record<string, string | readonly string[] | undefined>>): string {
  const lines = Object.entries(values).flatMap(([key, value]) => {
    if (value === undefined) return [];
    if (typeof value === "string") return [`${key}: ${value}`];
    return value.length === 0 ? [`${key}: []`] : [`${key}:`, ...value.map((each) => `  - ${each}`)];
  });
  return lines.map((line) => `${line}\n`).join("");
}
