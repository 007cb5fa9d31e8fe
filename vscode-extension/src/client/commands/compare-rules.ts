import { l10n, type QuickPickItem, ViewColumn, window } from "vscode";
import { methods, type RuleVersion } from "../../protocol.ts";
import { openUnsaved } from "./open-unsaved.ts";
import { givenUp, type Outcome, refuse } from "./outcome.ts";
import { targetOf } from "./target.ts";
import type { Tools } from "./tools.ts";

/** Shows what a rule file, as it is edited, newly lets through or holds back, compared with another version of the rules. */
export async function compareRules(
  tools: Tools,
  uri?: unknown,
  name?: unknown,
): Promise<Outcome<{ readonly page: string }>> {
  const target = await targetOf(tools, uri);
  if (target === undefined) return refuse(l10n.t("Open a rule file to compare it."));
  const { link, comparisons } = tools;
  const rules = target.document.uri;
  const textDocument = { uri: link.client.code2ProtocolConverter.asUri(rules) };
  const versions = await link.ask(methods.ruleVersions, { textDocument });
  const [first] = versions;
  if (first === undefined) return refuse(l10n.t("There are no rules that this file could be compared with."));
  const chosen = name === "" ? first.name : typeof name === "string" ? name : await pick(versions);
  if (chosen === undefined) return givenUp;
  const answer = await link.ask(methods.diffRules, { textDocument, name: chosen });
  if ("refusal" in answer) return refuse(answer.refusal);
  const page = await comparisons.show(answer, { rules, name: chosen });
  return { ok: true, page: page.toString() };
}

/** Opens a PCCO of a comparison. */
export async function openWitness(
  { comparisons }: Tools,
  page?: unknown,
  line?: unknown,
  reference?: unknown,
): Promise<Outcome<{ readonly uri: string }>> {
  const found = typeof page === "string" && typeof line === "number" ? comparisons.witness(page, line) : undefined;
  if (found === undefined || typeof reference !== "string")
    return refuse(l10n.t("Compare rules first, and choose a PCCO of the comparison."));
  const unsaved = { ...found, file: "witness.pcco.yaml", text: `$rules: ${reference}\n${found.text}` };
  // In place of the page, which stands beside the rules.
  return { ok: true, uri: (await openUnsaved(unsaved, ViewColumn.Active)).toString() };
}

async function pick(versions: readonly RuleVersion[]): Promise<string | undefined> {
  const items: (QuickPickItem & { readonly name: string })[] = versions.map(({ name, kind, label }) => ({
    name,
    label,
    description: wordKind(kind),
  }));
  const picked = await window.showQuickPick(items, {
    title: l10n.t("Compare the rules as they are edited with"),
    matchOnDescription: true,
  });
  return picked?.name;
}

function wordKind(kind: RuleVersion["kind"]): string {
  switch (kind) {
    case "published":
      return l10n.t("as it is published");
    case "saved":
      return l10n.t("as it is saved");
    case "extended":
      return l10n.t("what this file extends");
    case "earlier":
      return l10n.t("an earlier version");
    case "later":
      return l10n.t("a later version");
  }
}
