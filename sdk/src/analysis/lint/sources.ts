import { toPointer } from "../../document/pointer.ts";
import type { LintFinding } from "./finding.ts";
import type { Scene } from "./scene.ts";

/** Toggles, roles and events of the file that name no page they come from. A rule without one does not load. */
export function* lintSources(scene: Scene): Generator<LintFinding> {
  const { features = {}, roles = {}, lifecycle = {} } = scene.source.content;
  const sections = { features: ["Toggle", features], roles: ["Role", roles], lifecycle: ["Event", lifecycle] } as const;
  for (const [section, [kind, entries]] of Object.entries(sections)) {
    for (const [name, entry] of Object.entries(entries)) {
      if (typeof entry === "string" || entry.source !== undefined) continue;
      yield {
        id: "lint/missing-source",
        severity: "warning",
        message: `${kind} "${name}" names no page it comes from. Add "source" with a name under "sources".`,
        place: scene.placeAt(toPointer([section, name])),
        related: [],
      };
    }
  }
}
