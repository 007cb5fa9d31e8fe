import { createSolver, findCase, type Witness, writeYaml } from "@erp-export-rules/sdk/authoring";
import type { BrokenRule } from "../../protocol.ts";
import type { RuleText } from "../model.ts";
import { faulty } from "./rule-diff.ts";

/**
 * Finds the smallest PCCO that breaks a rule, with its surroundings: if there is one, one that no other rule holds back.
 * @param event the event that PCCOs are judged for; another one is taken only where this one does not ask the rule
 */
export function breakingCase({ file, ruleSet, isCurrent, problems }: RuleText, id: string, event: string): BrokenRule {
  if (ruleSet === undefined || !isCurrent) return { refusal: faulty(file, problems[0]?.message) };
  const { definition, reference } = ruleSet;
  const rule = definition.rules.find((each) => each.id === id);
  if (rule === undefined) return { refusal: `${file} has no rule ${id}.` };
  const solver = createSolver([definition]);
  const [source] = solver.space.sources;
  const asking = [...(source?.events ?? [])].filter(([, { rules }]) => rules.some((each) => each.id === id));
  const events = asking.map(([name]) => name).toSorted((a, b) => Number(b === event) - Number(a === event));
  if (source === undefined || events.length === 0) return { refusal: `No event asks ${id}, so no PCCO can break it.` };
  let why: string | undefined;
  for (const asked of events) {
    for (const others of ["kept", "any"] as const) {
      const found = findCase(solver, source, { event: asked, states: { [id]: "broken" }, others });
      if (found.kind === "not decided") why ??= found.why;
      if (found.kind !== "found") continue;
      const label = definition.lifecycle[asked]?.label ?? asked;
      const notes = [
        `Breaks ${id} of ${reference.id} ${reference.version}${others === "any" ? ", and other rules with it" : ""}.`,
        ...(asked === event ? [] : [`Only "${label}" asks it: set erpExportRules.event to ${asked} to see it.`]),
      ];
      const text = witnessText(found.witness, `${reference.id}@${reference.version}`, notes);
      return { file: `breaks-${id}.pcco.yaml`, text };
    }
  }
  if (why !== undefined) return { refusal: `It could not be told whether a PCCO can break ${id}: ${why}.` };
  const { field, fields = [] } = rule.definition;
  const isEntered = [...fields, ...(field === undefined ? [] : [field])].some(
    (name) => definition.fields[name]?.in === "input",
  );
  return {
    refusal: isEntered
      ? `${id} asks for what is entered when the event happens, so no PCCO breaks it by itself.`
      : `No PCCO can break ${id}.`,
  };
}

/** A PCCO with its surroundings as a YAML file that says by which rules it is judged. */
function witnessText({ document, at }: Witness, reference: string, notes: readonly string[]): string {
  const time = at === undefined ? [] : [`As of ${at.slice(0, 10)}.`];
  const head = [...notes, ...time].map((note) => `# ${note.replace(/\s+/g, " ")}\n`).join("");
  return `${head}${writeYaml({ $rules: reference, ...document })}`;
}
