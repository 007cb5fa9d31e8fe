/** A fault that somebody could make while editing a rule file. */
export interface Fault {
  readonly name: string;
  /** The rule file, below `rules`. */
  readonly file: string;
  /** What is replaced by what; each text stands in the file once. */
  readonly edits: readonly (readonly [before: string, after: string])[];
  /** Who reports it: loading or lint by the id of a finding, or the rule tests beside the file. */
  readonly by: string;
}

/** The text of a rule file with a fault in it. */
export function withFault(text: string, { name, edits }: Pick<Fault, "name" | "edits">): string {
  return edits.reduce((current, [before, after]) => {
    const [head, tail, ...more] = current.split(before);
    if (head === undefined || tail === undefined || more.length > 0)
      throw new RangeError(`${name}: the text does not stand in the file once: ${before}`);
    return `${head}${after}${tail}`;
  }, text);
}
