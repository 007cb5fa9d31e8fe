import type { ResolvedRuleSet } from "../rules/resolve.ts";

const colors: Readonly<Record<string, string>> = {
  blue: "fill:#cfe2ff,stroke:#0b5ed7,color:#000",
  green: "fill:#d1e7dd,stroke:#146c43,color:#000",
  yellow: "fill:#fff3cd,stroke:#997404,color:#000",
};

/** The life cycle of a rule set as a Mermaid state diagram; states have the colour of their ERP icon. */
export function mermaid({ states, lifecycle }: Pick<ResolvedRuleSet, "states" | "lifecycle">): string {
  const lines = ["stateDiagram-v2"];
  const entries = Object.entries(states);
  for (const [name, { label }] of entries) lines.push(`  state "${label.replaceAll('"', "'")}" as ${name}`);
  for (const [name, state] of entries) if (state.initial) lines.push(`  [*] --> ${name}`);
  for (const event of Object.values(lifecycle)) {
    for (const from of event.from) {
      const [state, after] =
        typeof from === "string" ? [from, ""] : [from.state, ` (after ${lifecycle[from.after]?.label ?? from.after})`];
      lines.push(`  ${state} --> ${event.to ?? state} : ${event.label}${after}`);
    }
  }
  for (const [color, style] of Object.entries(colors)) lines.push(`  classDef ${color} ${style}`);
  for (const [name, { icon }] of entries) if (icon !== "none") lines.push(`  class ${name} ${icon}`);
  return `${lines.join("\n")}\n`;
}
