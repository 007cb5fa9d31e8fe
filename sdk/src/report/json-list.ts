/** A JSON list that is written item by item. */
export interface JsonList {
  /** The text of one more item, with all that comes before it. */
  add(item: unknown): string;
  /** The end of the list. */
  close(): string;
}

/**
 * @param opening what stands before the list; printed with its first item, or with its end
 * @param indent spaces before the line the list begins on
 */
export function createJsonList(opening: string, indent: number): JsonList {
  const outer = " ".repeat(indent);
  let isEmpty = true;
  return {
    add(item) {
      const lead = isEmpty ? `${opening}[` : ",";
      isEmpty = false;
      // Only line feeds: JSON text may hold other line separators inside a string.
      return lead + `\n${JSON.stringify(item, null, 2)}`.replaceAll("\n", `\n${outer}  `);
    },
    close: () => (isEmpty ? `${opening}[]` : `\n${outer}]`),
  };
}
