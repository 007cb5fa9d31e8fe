import type { BlockedFile } from "../protocol.ts";
import type { Project, SampleRecord } from "./model.ts";

/** Every PCCO of a folder that can't be sent, with what blocks it. */
export function blockedFiles({ folder, samples }: Project): readonly BlockedFile[] {
  return samples.flatMap(({ uri, file, records }) => {
    const pccos = records
      .filter(({ verdict: { outcome } }) => outcome === "blocked" || outcome === "unreadable")
      .map(blockedPcco);
    return pccos.length === 0 ? [] : [{ uri, file, folder, pccos }];
  });
}

function blockedPcco({ label, verdict: { outcome, findings }, startLine }: SampleRecord): BlockedFile["pccos"][number] {
  const start = { line: startLine, character: 0 };
  const here = { start, end: start };
  return {
    label,
    outcome,
    range: here,
    findings: findings
      .filter(({ severity }) => severity === "error")
      .map(({ ruleId, message, range = here }) => ({ ruleId, message, range })),
  };
}
