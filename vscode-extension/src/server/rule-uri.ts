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
  return ({ file }, { why }) => {
    const own = folder.rules.ruleTexts.find((each) => each.file === file)?.uri;
    if (own !== undefined) return own;
    if (why.rulesUri !== undefined && folder.rules.at(why.rulesUri)?.file === file) return why.rulesUri;
    return server.client.hasCommands ? bundledUri(file) : undefined;
  };
}
