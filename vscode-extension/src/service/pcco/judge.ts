import type { Finding } from "@erp-export-rules/sdk";
import type { Library } from "@erp-export-rules/sdk/authoring";
import { fromPointer, type TextDocument } from "@erp-export-rules/sdk/text";
import type { PccoRecord, Surroundings, SurroundingsOf } from "../model.ts";
import { checkBy } from "../text/check-by.ts";
import { expectationFindings } from "./expectations.ts";
import { fieldOf } from "./label.ts";
import { pinFixes } from "./pin-fixes.ts";

/** What a PCCO is judged by, and everything an editor says about it. */
export interface Judged {
  /** `undefined` when it can't be judged. */
  readonly surroundings: Surroundings | undefined;
  /** In the order of the text. Those about `$expect` come last. */
  readonly findings: readonly Finding[];
}

/** Judges PCCOs as editors show them: with faults of `$expect`, and a proposal where `$rules` names nothing. */
export interface Judge {
  /** Ranges are positions in the file. */
  record(record: PccoRecord): Judged;
  /** A PCCO as it would be with another value. Its findings have no ranges. */
  changed(record: PccoRecord, value: unknown, pointers: readonly string[]): Judged;
}

/** @param library the rule sets that can be named; without it nothing is proposed for a `$rules` that names none */
export function createJudge(surroundingsOf: SurroundingsOf, library: Library | undefined): Judge {
  const complete = (document: TextDocument, findings: readonly Finding[]): Judged => {
    const found = surroundingsOf(document.value);
    const surroundings = "cannot" in found ? undefined : found;
    const extra = expectationFindings(document, surroundings, library);
    const pin = fieldOf(document.value, "$rules");
    return { surroundings, findings: [...findings.map((each) => withPinFixes(each, pin, library)), ...extra] };
  };
  return {
    record: (record) => complete(record.document(), record.verdict(surroundingsOf).findings),
    changed: (record, value, pointers) => {
      const document = changedDocument(record.document(), value, pointers);
      return complete(document, checkBy(document, surroundingsOf(value)).findings);
    },
  };
}

/** The document with another value, whose places are not known. What no edit touches is still written as it was. */
function changedDocument(document: TextDocument, value: unknown, pointers: readonly string[]): TextDocument {
  const changed = pointers.map((pointer) => fromPointer(pointer).join("/"));
  return {
    index: document.index,
    value,
    problems: document.problems,
    valueRange: () => undefined,
    keyRange: () => undefined,
    spotAt: () => undefined,
    sourceOf: (path) => {
      const written = path.join("/");
      const isTouched = changed.some((each) => written === each || written.startsWith(`${each}/`));
      return isTouched ? undefined : document.sourceOf(path);
    },
  };
}

function withPinFixes(finding: Finding, pin: unknown, library: Library | undefined): Finding {
  if (finding.ruleId !== "document/rules" || library === undefined) return finding;
  return { ...finding, fixes: [...finding.fixes, ...pinFixes(pin, library)] };
}
