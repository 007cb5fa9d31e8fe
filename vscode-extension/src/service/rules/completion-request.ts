import { type Path, valueAt } from "@erp-export-rules/sdk/text";
import type { Location } from "../location/location.ts";
import type { Project, RuleTestText, RuleText } from "../model.ts";
import type { Names } from "./names.ts";

/** What completions are made from. */
export interface CompletionRequest {
  readonly kind: "rules" | "tests";
  readonly file: RuleText | RuleTestText;
  readonly project: Project;
  readonly names: Names;
  /** The file as a value; the line of the cursor may be missing. */
  readonly content: unknown;
  readonly location: Location;
  /** Whether the editor fills in places of snippets. */
  readonly snippets: boolean;
}

/** A value of the file by its path. */
export function at({ content }: CompletionRequest, path: Path): unknown {
  return valueAt(content, path);
}
