/** A life cycle as the diagram shows it. All texts are worded for people already. */
export interface Diagram {
  readonly title: string;
  /** What a screen reader tells of the whole. */
  readonly summary: string;
  readonly states: readonly DiagramState[];
  readonly events: readonly DiagramEvent[];
}

/** An ERP status. */
export interface DiagramState extends Shown {
  /** The colour of its icon; anything else is drawn without one. */
  readonly icon: string;
  readonly isLocked: boolean;
  readonly isCurrent: boolean;
}

/** What leads from one state to another, or leaves it as it is. */
export interface DiagramEvent extends Shown {
  readonly from: readonly string[];
  /** Absent when the state stays. */
  readonly to?: string;
  /** `unasked` when no PCCO is looked at. */
  readonly standing: "possible" | "impossible" | "unasked";
}

interface Shown {
  readonly name: string;
  readonly label: string;
  /** What the pointer and screen readers tell beside the label. */
  readonly description: string;
  /** Whether there is a place in a file to go to. */
  readonly canJump: boolean;
}

/** Which of the two an element of the diagram is. */
export type ElementKind = "state" | "event";

/** What the diagram follows, so that it can be shown again when the window is opened anew. */
export interface Followed {
  readonly uri: string;
  /** Zero-based. */
  readonly line: number;
}
