import { isRuleSetError } from "@erp-export-rules/sdk/authoring";
import { editText } from "@erp-export-rules/sdk/text";
import type { CreateFile, TextDocumentEdit } from "vscode-languageserver-types";
import type { Project, Surroundings } from "../model.ts";
import { plain } from "./same-uri.ts";

/** The company's own rule file, beside the PCCOs that name it. */
export const overlayName = "pcco.rules.yaml";

/** Where that file is put for a PCCO; `undefined` for a PCCO that stands in no folder yet. */
export function overlayUri(pccoUri: string): string | undefined {
  const end = pccoUri.lastIndexOf("/");
  return end < 0 || pccoUri.startsWith("untitled:") ? undefined : `${pccoUri.slice(0, end)}/${overlayName}`;
}

/** A new rule file that changes nothing but to turn one rule off. */
export function newOverlay(
  uri: string,
  { rules, at }: Surroundings,
  ruleId: string,
  reason: string,
  project: Project,
): { readonly changes: readonly (CreateFile | TextDocumentEdit)[] } | { readonly refusal: string } {
  const { id, version } = rules.reference;
  const parent = `${id}@${version}`;
  if (!isThere(project, parent))
    return {
      refusal: `${id} ${version} is not among the rule sets of this workspace, so no rule file can build on it.`,
    };
  const head = `# What differs here from ${id} ${version}. A PCCO is judged by it when it says \`$rules: ./${overlayName}\`.
format: 1
ruleSet: ${freeName(uri, project)}
version: 1.0.0
title: Exceptions from ${id} ${version}
effective: { from: ${at.slice(0, 10)} }
extends: ${parent}
`;
  const text = editText(head, { format: "yaml" }, [
    { op: "add", path: `/overrides/${ruleId}`, value: { severity: "off", because: reason } },
  ]);
  const start = { line: 0, character: 0 };
  return {
    changes: [
      { kind: "create", uri, options: { overwrite: false, ignoreIfExists: false } },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
    ],
  };
}

function isThere({ library }: Project, reference: string): boolean {
  try {
    library.find(reference);
    return true;
  } catch (error) {
    if (isRuleSetError(error)) return false;
    throw error;
  }
}

/** A name after the folders from the workspace's, that no rule set has yet: two of one name and version can't stand side by side. */
function freeName(uri: string, { folder, library }: Project): string {
  const [path, root] = [plain(uri), plain(folder).replace(/\/$/, "")];
  const folders =
    root !== "" && path.startsWith(`${root}/`)
      ? path
          .slice(root.length + 1)
          .split("/")
          .slice(0, -1)
      : [];
  const words = folders
    .map((each) =>
      each
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-|-$/g, ""),
    )
    .filter(Boolean);
  const name = `${words.join("/") || "company"}/pcco`;
  const taken = new Set(library.files.map(({ content }) => content.ruleSet));
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name}-${number}`;
  return free;
}
