import { systemFinding } from "@erp-export-rules/sdk/authoring";
import { checkDocument, checkWithout, type TextDocument, type TextVerdict } from "@erp-export-rules/sdk/text";
import type { Surroundings, Unjudgeable } from "../model.ts";

/** Judges a PCCO by what was found for it; where the choice of the rules needs a word, that comes first. */
export function checkBy(document: TextDocument, by: Surroundings | Unjudgeable): TextVerdict {
  if ("cannot" in by) return checkWithout(document, by.cannot, by.problem);
  const verdict = checkDocument(by.rules, document, by.context, by);
  if (by.unknownSystem === undefined || verdict.outcome === "unreadable") return verdict;
  return { ...verdict, findings: [systemFinding(document, by.unknownSystem), ...verdict.findings] };
}
