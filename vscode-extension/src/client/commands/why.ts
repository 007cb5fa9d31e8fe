import { l10n } from "vscode";
import { type Outcome, refuse } from "./outcome.ts";
import { targetOf } from "./target.ts";
import type { Tools } from "./tools.ts";

/** Shows how the verdict on a PCCO or on a case of a rule test file comes about. */
export async function why(tools: Tools, uri?: unknown, place?: unknown): Promise<Outcome<{ readonly page: string }>> {
  const target = await targetOf(tools, uri, place);
  const nothing = l10n.t("Open a PCCO file or a rule test file to see how a verdict comes about.");
  if (target === undefined) return refuse(nothing);
  const { link, whyPages } = tools;
  const page = await whyPages.show({
    uri: link.client.code2ProtocolConverter.asUri(target.document.uri),
    ...(typeof place === "string" ? { test: place } : { line: target.line }),
  });
  return page === undefined ? refuse(nothing) : { ok: true, page: page.toString() };
}
