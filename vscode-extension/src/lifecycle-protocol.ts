import type { Range } from "vscode-languageserver-types";

// What client and server say to each other about life cycles.

/** `erpExportRules/lifecycle`: the states and events of the rule set that applies to a file, for the diagram. */
export interface LifecycleResult {
  readonly ruleSet: string;
  readonly states: readonly {
    readonly name: string;
    readonly label: string;
    readonly icon: string;
    readonly locked: boolean;
    readonly isCurrent: boolean;
    readonly at?: Place;
  }[];
  readonly events: readonly {
    readonly name: string;
    readonly label: string;
    readonly from: readonly string[];
    /** Absent when the ERP status stays. */
    readonly to?: string;
    /** Whether it can happen to the PCCO now; absent without a PCCO. */
    readonly enabled?: boolean;
    readonly reasons: readonly string[];
    readonly at?: Place;
  }[];
  /** How people know the PCCO whose state is lit; absent when a rule file is shown. */
  readonly pcco?: string;
}

/** A place to jump to. */
export interface Place {
  readonly uri: string;
  readonly range: Range;
}
