import { ConfigurationTarget, type Uri, workspace } from "vscode";
import type { Settings } from "../../protocol.ts";

/** The setting of the workspace alone, without what the user has set for every workspace. */
export function workspaceSetting<K extends keyof Settings>(uri: Uri, name: K): Settings[K] | undefined {
  const known = workspace.getConfiguration("erpExportRules", uri).inspect<Settings[K]>(name);
  switch (targetFor(uri)) {
    case ConfigurationTarget.WorkspaceFolder:
      return known?.workspaceFolderValue;
    case ConfigurationTarget.Workspace:
      return known?.workspaceValue;
    default:
      return known?.globalValue;
  }
}

/**
 * Writes a setting where it counts for a document and as few others as can be: its workspace folder, else the workspace,
 * else, without one, the user's settings.
 * @param value `undefined` takes the setting out
 * @throws {Error} when the settings can't be written
 */
export async function writeSetting<K extends keyof Settings>(
  uri: Uri,
  name: K,
  value: Settings[K] | undefined,
): Promise<void> {
  await workspace.getConfiguration("erpExportRules", uri).update(name, value, targetFor(uri));
}

function targetFor(uri: Uri): ConfigurationTarget {
  const { workspaceFolders, workspaceFile } = workspace;
  if (workspaceFolders === undefined) return ConfigurationTarget.Global;
  return workspaceFile !== undefined && workspace.getWorkspaceFolder(uri) !== undefined
    ? ConfigurationTarget.WorkspaceFolder
    : ConfigurationTarget.Workspace;
}
