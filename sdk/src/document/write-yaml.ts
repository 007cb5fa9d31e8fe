import type { YamlStyle } from "./edit-yaml-style.ts";
import { isInline, writeInline, writeString } from "./edit-yaml-write.ts";
import { isList, isObject } from "./value.ts";

const style: YamlStyle = { eol: "\n", step: 2, listStep: 2, pad: " ", quoteFlow: false };

/** Most columns a line may have for a group or a list to stand on it. */
const mostColumns = 100;

/**
 * Writes a value as YAML: groups and lists that fit stand on one line, others on a line for each entry.
 * @param column how far all lines are indented
 */
export function writeYaml(value: unknown, column = 0): string {
  return `${linesOf(value, column)
    .map((line) => " ".repeat(column) + line)
    .join("\n")}\n`;
}

function linesOf(value: unknown, column: number): readonly string[] {
  if (isList(value) && value.length > 0) {
    return value.flatMap((item) => {
      const [first = "", ...rest] = partLines(item, column + 2, 2);
      return [`- ${first}`, ...rest.map((line) => `  ${line}`)];
    });
  }
  if (isObject(value) && !isInline(value)) {
    return Object.entries(value).flatMap(([key, member]) => {
      const name = writeString(key, "plain", false);
      const inline = inlineOf(member, column + name.length + 2);
      if (inline !== undefined) return [`${name}: ${inline}`];
      return [`${name}:`, ...linesOf(member, column + 2).map((line) => `  ${line}`)];
    });
  }
  return [writeInline(value, style, "plain", false)];
}

/** An item of a list: a group of its own stands open when it does not fit. */
function partLines(item: unknown, column: number, dash: number): readonly string[] {
  const inline = inlineOf(item, column + dash);
  return inline === undefined ? linesOf(item, column) : [inline];
}

/** A value on one line, if it fits there. */
function inlineOf(value: unknown, column: number): string | undefined {
  const text = writeInline(value, style, "plain", false);
  const isSimple = isInline(value);
  return isSimple || column + text.length <= mostColumns ? text : undefined;
}
