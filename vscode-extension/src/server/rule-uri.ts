import type { RulePlace } from "@erp-export-rules/sdk";
import type { Surroundings } from "../service/model.ts";
import type { Folder } from "./folder.ts";
import { bundledUri } from "./rule-files.ts";
import type { Server } from "./server.ts";

/**
 * Where the rule file of a finding can be opened: in the workspace, or among those that ship. An editor without the
 * extension's own client can't open the latter.
 */
export function ruleUriFor(
  server: Server,
  folder: Folder,
): (place: RulePlace, judgedBy: Surroundings) => string | undefined {
  const uriOf = ruleFileUri(server, folder);
  return ({ file }, { why }) => {
    const isNamed = why.rulesUri !== undefined && folder.rules.at(why.rulesUri)?.file === file;
    const isOwn = folder.rules.ruleTexts.some((each) => each.file === file);
    return isNamed && !isOwn ? why.rulesUri : uriOf(file);
  };
}

/** Where a rule file can be opened, by its name. */
export function ruleFileUri(server: Server, folder: Folder): (file: string) => string | undefined {
  return (file) =>
    folder.rules.ruleTexts.find((each) => each.file === file)?.uri ??
    (server.client.hasCommands ? bundledUri(file) : undefined);
}
