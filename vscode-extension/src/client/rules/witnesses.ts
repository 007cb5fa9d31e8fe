/** A PCCO that stands in a page of Markdown. */
export interface WitnessBlock {
  /** The line of the fence above it, zero-based. */
  readonly line: number;
  /** Its YAML. */
  readonly text: string;
}

/** The PCCOs of a comparison: its fenced blocks of YAML, in order. */
export function witnessesIn(markdown: string): readonly WitnessBlock[] {
  const lines = markdown.split(/\r\n|\n|\r/);
  const blocks: WitnessBlock[] = [];
  for (let line = 0; line < lines.length; line++) {
    const fence = /^(`{3,})yaml$/.exec(lines[line] ?? "")?.[1];
    if (fence === undefined) continue;
    const end = lines.indexOf(fence, line + 1);
    if (end < 0) break;
    blocks.push({ line, text: `${lines.slice(line + 1, end).join("\n")}\n` });
    line = end;
  }
  return blocks;
}
