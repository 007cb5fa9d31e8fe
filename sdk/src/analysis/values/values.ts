/** Values of every class, the simplest first. */
export interface Values {
  readonly values: readonly unknown[];
  /** Why a class may have been missed, as the end of a sentence; `undefined` when certainly none is. */
  readonly gap?: string | undefined;
}
