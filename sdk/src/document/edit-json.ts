import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { eolOf, type FormatEditor, lineStart, noDocument, replaced, sameLine, type TextEdit } from "./edit-span.ts";
import type { Change } from "./edit-value.ts";
import { type Path, toPointer } from "./pointer.ts";
import { isList, isObject } from "./value.ts";

/** Edits JSON in place, following the layout of what stands around the edit. */
export const jsonEditor: FormatEditor = {
  locate(text, index) {
    const root = parse(text);
    const items = root.type === "array" ? childrenOf(root).length : 0;
    const count = Math.max(items, 1);
    if (!(index >= 0 && index < count)) throw noDocument(index, count);
    return { start: 0, end: text.length, base: items > 0 ? [index] : [] };
  },
  read: (text) => toValue(parse(text)),
  change: changeJson,
};

/** Edits one line of NDJSON; the line has no line end inside, so all JSON written into it stays on it. */
export const ndjsonEditor: FormatEditor = {
  ...jsonEditor,
  locate(text, index) {
    let count = 0;
    let start = 0;
    for (const line of text.split("\n")) {
      if (line.trim() !== "") {
        if (count === index) return { start, end: start + line.trimEnd().length, base: [] };
        count++;
      }
      start += line.length + 1;
    }
    throw noDocument(index, count);
  },
};

function changeJson(text: string, change: Change): TextEdit {
  const root = parse(text);
  const style = styleOf(text, root);
  const target = nodeAt(root, change.path);
  if (change.kind === "set") return setNode(text, style, target, change.value);
  const children = childrenOf(target);
  if (change.kind === "remove") return removeChild(target, indexOf(target, change.step, change.path));

  const { step, value } = change;
  if (children.length === 0) {
    return setNode(text, style, target, typeof step === "string" ? { [step]: value } : [value]);
  }
  const wide = isSpread(text, target);
  const position = typeof step === "number" ? step : children.length;
  const next = children[position];
  const neighbour = next ?? children.at(-1) ?? target;
  const indent = indentAt(text, neighbour.offset);
  const followsOneLiner =
    target.type === "array" && childrenOf(neighbour).length > 0 && sameLine(text, neighbour.offset, endOf(neighbour));
  const member =
    (typeof step === "string" ? JSON.stringify(step) + style.colon : "") +
    write(value, style, wide && !followsOneLiner ? indent : undefined);
  const separator = wide ? `,${style.eol}${indent}` : style.comma;
  return next === undefined
    ? replaced(endOf(neighbour), endOf(neighbour), separator + member)
    : replaced(next.offset, next.offset, member + separator);
}

function setNode(text: string, style: Style, node: Node, value: unknown): TextEdit {
  const container = containerOf(node);
  const wide =
    childrenOf(node).length > 0 || container === undefined ? isSpread(text, node) : isSpread(text, container);
  return replaced(node.offset, endOf(node), write(value, style, wide ? indentAt(text, node.offset) : undefined));
}

function removeChild(parent: Node, index: number): TextEdit {
  const children = childrenOf(parent);
  const previous = children[index - 1];
  const child = children[index];
  const next = children[index + 1];
  if (child === undefined) throw new RangeError(`there is no member ${index} to remove`);
  if (next !== undefined) return replaced(child.offset, next.offset, "");
  if (previous !== undefined) return replaced(endOf(previous), endOf(child), "");
  return replaced(parent.offset + 1, endOf(parent) - 1, "");
}

/** How a text writes JSON: the characters between key and value, between members of one line, and so on. */
interface Style {
  readonly eol: string;
  readonly step: string;
  readonly colon: string;
  readonly comma: string;
  readonly pad: string;
}

function styleOf(text: string, root: Node): Style {
  let step: string | undefined;
  let colon: string | undefined;
  let comma: string | undefined;
  let pad: string | undefined;
  const nodes = [root];
  for (const node of nodes) {
    const children = childrenOf(node);
    const [first, second] = children;
    // Not all at once: a call takes only so many.
    for (const child of children) nodes.push(child);
    if (first === undefined) continue;
    const between = second === undefined ? undefined : text.slice(endOf(first), second.offset);
    if (node.type === "property") colon ??= onOneLine(between);
    else if (isSpread(text, node)) {
      const outer = indentAt(text, node.offset);
      const inner = indentAt(text, first.offset);
      if (inner.length > outer.length && inner.startsWith(outer)) step ??= inner.slice(outer.length);
    } else {
      comma ??= onOneLine(between);
      if (node.type === "object") pad ??= text.slice(node.offset + 1, first.offset);
    }
  }
  colon ??= ": ";
  const gap = colon.endsWith(" ") ? " " : "";
  return { eol: eolOf(text), step: step ?? "  ", colon, comma: comma ?? `,${gap}`, pad: pad ?? "" };
}

function onOneLine(between: string | undefined): string | undefined {
  return between !== undefined && /^ *[:,] *$/.test(between) ? between : undefined;
}

/** Writes a value; over several lines when given the indentation of the line it starts on. */
function write(value: unknown, style: Style, indent: string | undefined): string {
  const inner = indent === undefined ? undefined : indent + style.step;
  if (isList(value) && value.length > 0) {
    const items = value.map((item) => write(item, style, inner));
    return indent === undefined ? `[${items.join(style.comma)}]` : spread("[", items, "]", style, indent);
  }
  if (isObject(value) && Object.keys(value).length > 0) {
    const members = Object.entries(value).map(
      ([key, member]) => JSON.stringify(key) + style.colon + write(member, style, inner),
    );
    if (indent !== undefined) return spread("{", members, "}", style, indent);
    return `{${style.pad}${members.join(style.comma)}${style.pad}}`;
  }
  return JSON.stringify(value);
}

function spread(open: string, parts: readonly string[], close: string, style: Style, indent: string): string {
  const line = style.eol + indent;
  return open + parts.map((part) => line + style.step + part).join(",") + line + close;
}

/** Whether a list or object has its members on lines of their own; an empty one is judged by what holds it. */
function isSpread(text: string, node: Node): boolean {
  const first = childrenOf(node)[0];
  if (node.type !== "object" && node.type !== "array") return false;
  if (!sameLine(text, node.offset, first?.offset ?? endOf(node))) return true;
  const container = containerOf(node);
  return first === undefined && container !== undefined && isSpread(text, container);
}

function nodeAt(root: Node, path: Path): Node {
  return path.reduce<Node>((node, step, depth) => {
    const child = childrenOf(node)[indexOf(node, step, path.slice(0, depth))];
    const found = child?.type === "property" ? childrenOf(child)[1] : child;
    if (found === undefined) throw new RangeError(`nothing stands at ${toPointer(path.slice(0, depth + 1))}`);
    return found;
  }, root);
}

function indexOf(node: Node, step: string | number, path: Path): number {
  if (node.type === "array") return Number(step);
  const found: number[] = [];
  for (const [index, member] of childrenOf(node).entries()) {
    if (childrenOf(member)[0]?.value === step) found.push(index);
  }
  if (found.length > 1) throw new RangeError(`${toPointer([...path, step])} stands ${found.length} times in the text`);
  return found[0] ?? -1;
}

function containerOf(node: Node): Node | undefined {
  return node.parent?.type === "property" ? node.parent.parent : node.parent;
}

function childrenOf(node: Node): readonly Node[] {
  return node.children ?? [];
}

function endOf(node: Node): number {
  return node.offset + node.length;
}

function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? "";
}

function parse(text: string): Node {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: false, allowTrailingComma: true });
  const error = errors[0];
  if (error !== undefined) throw new SyntaxError(`${printParseErrorCode(error.error)} at offset ${error.offset}`);
  if (root === undefined) throw new SyntaxError("the text is empty");
  return root;
}

function toValue(node: Node): unknown {
  if (node.type === "array") return childrenOf(node).map(toValue);
  if (node.type !== "object") return node.value;
  return Object.fromEntries(
    childrenOf(node).map((member) => {
      const [key, value] = childrenOf(member);
      return [String(key?.value), value === undefined ? undefined : toValue(value)];
    }),
  );
}
