import {
  type Disposable,
  EventEmitter,
  l10n,
  Range,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
  workspace,
} from "vscode";
import { State } from "vscode-languageclient";
import type { Range as LspRange } from "vscode-languageserver-types";
import { methods } from "../../protocol.ts";
import { coalesce } from "../coalesce.ts";
import type { ServerLink } from "../server-link.ts";
import { type BlockedNode, blockedNodes, countBlocked } from "./nodes.ts";

/** Milliseconds that the tree may lag behind the findings. */
const delay = 250;

/** The view of all PCCOs of the workspace that can't be sent, with their number on its badge. */
export function showBlocked(link: ServerLink): Disposable & { readonly nodes: () => readonly BlockedNode[] } {
  const changes = new EventEmitter<undefined>();
  let nodes: readonly BlockedNode[] = [];
  const provider: TreeDataProvider<BlockedNode> = {
    onDidChangeTreeData: changes.event,
    getChildren: (node) => [...(node?.children ?? nodes)],
    getTreeItem: (node) => itemFor(node, link.client.protocol2CodeConverter.asRange),
  };
  const view = window.createTreeView("erpExportRules.blocked", { treeDataProvider: provider, showCollapseAll: true });

  const update = coalesce(
    async () => {
      if (!link.client.isRunning()) return;
      const files = await link.ask(methods.blocked, undefined);
      nodes = blockedNodes(files, folderName, l10n);
      const count = countBlocked(files);
      view.badge = count === 0 ? undefined : { value: count, tooltip: l10n.t("{0} PCCOs can't be sent", count) };
      // An empty view says by itself that nothing is blocked.
      view.message = "";
      changes.fire(undefined);
    },
    delay,
    (error) => link.log(`The blocked PCCOs can't be told: ${String(error)}`),
  );
  view.message = l10n.t("Checking …");

  const parts = [
    view,
    changes,
    update,
    link.onDidChange(update.ask),
    link.client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) update.ask();
      else if (newState === State.Stopped || newState === State.StartFailed)
        view.message = l10n.t("ERP Export Rules is not running.");
    }),
  ];
  return {
    nodes: () => nodes,
    dispose() {
      for (const part of parts) part.dispose();
    },
  };
}

const icons = { folder: "folder", file: "file", pcco: "circle-slash", finding: "error" };

const states = {
  folder: TreeItemCollapsibleState.Expanded,
  file: TreeItemCollapsibleState.Expanded,
  pcco: TreeItemCollapsibleState.Collapsed,
  finding: TreeItemCollapsibleState.None,
};

function itemFor(node: BlockedNode, rangeOf: (range: LspRange) => Range): TreeItem {
  const item = new TreeItem(node.label, states[node.kind]);
  item.id = node.id;
  item.description = node.description;
  item.tooltip = node.tooltip;
  item.iconPath = node.kind === "file" ? ThemeIcon.File : new ThemeIcon(icons[node.kind]);
  item.contextValue = node.kind;
  if (node.place === undefined) return item;
  const uri = Uri.parse(node.place.uri);
  if (node.kind === "file") item.resourceUri = uri;
  const { start } = rangeOf(node.place.range);
  item.command = {
    title: l10n.t("Open"),
    command: "vscode.open",
    arguments: [uri, { selection: new Range(start, start) }],
  };
  return item;
}

function folderName(folder: string): string {
  return workspace.workspaceFolders?.find(({ uri }) => uri.toString() === folder)?.name ?? folder;
}
