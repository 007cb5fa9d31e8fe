import type { Range } from "vscode-languageserver-types";
import type { BlockedFile } from "../../protocol.ts";
import type { L10n } from "../l10n.ts";

/** One line of the tree of blocked PCCOs: a folder holds files, a file PCCOs, a PCCO findings. */
export interface BlockedNode {
  readonly kind: "folder" | "file" | "pcco" | "finding";
  /** The same for the same thing when the tree is made anew, so that it stays open. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  /** Where to go; absent for folders. */
  readonly place?: { readonly uri: string; readonly range: Range };
  readonly children: readonly BlockedNode[];
}

const top: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/**
 * The tree of blocked PCCOs. Folders are shown only where there are several.
 * @param nameOf the name of a workspace folder for people
 */
export function blockedNodes(
  files: readonly BlockedFile[],
  nameOf: (folder: string) => string,
  l10n: L10n,
): readonly BlockedNode[] {
  const byFolder = new Map<string, BlockedFile[]>();
  for (const file of files.filter(({ pccos }) => pccos.length > 0)) {
    const known = byFolder.get(file.folder);
    if (known === undefined) byFolder.set(file.folder, [file]);
    else known.push(file);
  }
  const folders = [...byFolder].map(([folder, within]): BlockedNode => {
    const children = within.map((file) => fileNode(file, l10n));
    const label = nameOf(folder);
    return {
      kind: "folder",
      id: `folder ${folder}`,
      label,
      description: wordCount(countBlocked(within), l10n),
      tooltip: label,
      children,
    };
  });
  const [only] = folders;
  return folders.length === 1 && only !== undefined ? only.children : folders;
}

/** How many PCCOs are blocked. */
export function countBlocked(files: readonly BlockedFile[]): number {
  return files.reduce((sum, { pccos }) => sum + pccos.length, 0);
}

function fileNode({ uri, file, pccos }: BlockedFile, l10n: L10n): BlockedNode {
  const names = file.split("/");
  return {
    kind: "file",
    id: uri,
    label: names.at(-1) ?? file,
    description: [names.slice(0, -1).join("/"), wordCount(pccos.length, l10n)]
      .filter((text) => text !== "")
      .join(" · "),
    tooltip: file,
    place: { uri, range: pccos[0]?.range ?? top },
    children: pccos.map((pcco, index) => pccoNode(uri, pcco, index, l10n)),
  };
}

function pccoNode(
  uri: string,
  { label, outcome, range, findings }: BlockedFile["pccos"][number],
  index: number,
  l10n: L10n,
): BlockedNode {
  const count = findings.length === 1 ? l10n.t("1 finding") : l10n.t("{0} findings", findings.length);
  return {
    kind: "pcco",
    id: `${uri}#${index}`,
    label,
    description: count,
    tooltip: `${label}: ${outcome}`,
    place: { uri, range },
    children: findings.map(
      (finding, number): BlockedNode => ({
        kind: "finding",
        id: `${uri}#${index}/${number}`,
        label: finding.message,
        description: finding.ruleId,
        tooltip: `${finding.message}\n${finding.ruleId}`,
        place: { uri, range: finding.range },
        children: [],
      }),
    ),
  };
}

function wordCount(count: number, l10n: L10n): string {
  return count === 1 ? l10n.t("1 PCCO") : l10n.t("{0} PCCOs", count);
}
