import type { Uri } from "vscode";
import type { Comparisons } from "../rules/comparisons.ts";
import type { ImpactStatus } from "../rules/impact-status.ts";
import type { ServerLink } from "../server-link.ts";
import type { TestExplorer } from "../tests/test-explorer.ts";
import type { WhyPages } from "../tests/why-pages.ts";
import type { LastSeen } from "./last-seen.ts";
import type { Outcome } from "./outcome.ts";
import type { Previews } from "./previews.ts";

/** What commands work with. */
export interface Tools {
  readonly link: ServerLink;
  /** Where the extension is installed. */
  readonly extensionUri: Uri;
  readonly previews: Previews;
  readonly comparisons: Comparisons;
  readonly impact: Pick<ImpactStatus, "last">;
  readonly lastSeen: LastSeen;
  readonly whyPages: WhyPages;
  readonly tests: Pick<TestExplorer, "run">;
  /** Shows the life cycle of the rules that apply to a document. */
  readonly showLifecycle: (uri: Uri, line: number) => Promise<void>;
}

/** One command. Its arguments may come from anywhere: a code lens, a menu, a key binding, another extension. */
export type Command = (tools: Tools, ...given: readonly unknown[]) => Promise<Outcome>;
