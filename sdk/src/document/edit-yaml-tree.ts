import {
  type CST,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  visit,
} from "yaml";
import { lineEnd, lineStart, nextLine, sameLine } from "./edit-span.ts";
import { type Path, toPointer } from "./pointer.ts";

/** A YAML document and the text it was read from; every offset below counts in this text. */
export interface YamlSource {
  readonly text: string;
  readonly document: Document.Parsed;
}

/** One place for a value: a member of a mapping, an item of a list, or the document (then `parent` is missing). */
export interface Slot {
  readonly parent: Collection | undefined;
  /** The key of a mapping's member; `undefined` elsewhere, and for a key that is no scalar. */
  readonly key: string | undefined;
  /** The value; `undefined` when nothing is written there, as in `key:`. */
  readonly node: Node | undefined;
  /** First character of the whole member or item: its key, its dash, its value in a flow list. */
  readonly start: number;
  /** Just after what announces the value: `:`, `-`, `---`, or the start of the value where nothing does. */
  readonly mark: number;
  /** After the anchor and tag that follow the mark, if any. */
  readonly head: number;
  readonly props: { readonly start: number; readonly anchor: string; readonly tagged: boolean } | undefined;
  /** `false` when the key of a mapping lacks its `:`. */
  readonly marked: boolean;
}

/** A mapping or list as written. */
export interface Collection {
  readonly list: boolean;
  readonly flow: boolean;
  /** Column of the keys or dashes of a block collection. */
  readonly indent: number;
  readonly slots: readonly Slot[];
  /** Flow only: offset after the opening bracket, of the closing one, and of each comma. */
  readonly open: number;
  readonly close: number;
  readonly commas: readonly number[];
}

/** Finds the slot at a path, refusing what an alias shares. */
export function slotAt(source: YamlSource, path: Path): Slot {
  const shared = aliasNames(source.document);
  let slot = rootSlot(source);
  for (const [depth, step] of path.entries()) {
    const here = path.slice(0, depth);
    refuseShared(slot, here, shared);
    const matches = (collectionOf(slot)?.slots ?? []).filter(({ parent, key }, index) =>
      parent?.list ? index === step : key === step,
    );
    const [found] = matches;
    if (found === undefined) throw new RangeError(`${toPointer([...here, step])} has no place of its own in the text`);
    if (matches.length > 1) throw new RangeError(`${toPointer([...here, step])} stands more than once in the text`);
    slot = found;
  }
  return slot;
}

/** Refuses to change what stands in a slot when other places repeat it by alias. */
export function refuseShared(slot: Slot, path: Path, shared: ReadonlySet<string>): void {
  const { node } = slot;
  if (isAlias(node) || (node?.anchor !== undefined && shared.has(node.anchor))) throw sharedError(path);
}

/** Refuses to take away anything that an alias outside of it repeats. */
export function refuseRepeated(source: YamlSource, slot: Slot, path: Path): void {
  const anchors = new Set<string>();
  const own = new Map<string, number>();
  // An anchor may also stand where no value is written.
  if (slot.props && slot.props.anchor !== "") anchors.add(slot.props.anchor.slice(1));
  if (slot.node !== undefined) {
    visit(slot.node, (_, node) => {
      if (isAlias(node)) own.set(node.source, (own.get(node.source) ?? 0) + 1);
      else if (isNode(node) && node.anchor !== undefined) anchors.add(node.anchor);
    });
  }
  visit(source.document, {
    Alias(_, { source: name }) {
      own.set(name, (own.get(name) ?? 0) - 1);
    },
  });
  for (const name of anchors) if ((own.get(name) ?? 0) < 0) throw sharedError(path);
}

export function aliasNames(document: Document.Parsed): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, {
    Alias(_, { source }) {
      names.add(source);
    },
  });
  return names;
}

function sharedError(path: Path): RangeError {
  return new RangeError(`the value at ${JSON.stringify(toPointer(path))} is shared by an alias; write it out first`);
}

function rootSlot({ text, document }: YamlSource): Slot {
  const contents = written(document.contents);
  const start = contents?.range?.[0] ?? text.length;
  const line = lineStart(text, start);
  const mark = contents !== undefined && /^---[ \t]/.test(text.slice(line, start)) ? line + 3 : start;
  return { parent: undefined, key: undefined, node: contents, start, mark, head: mark, props: undefined, marked: true };
}

function written(node: unknown): Node | undefined {
  if (!isNode(node)) return undefined;
  // The parser puts a scalar without characters where a value is left out.
  return isScalar(node) && node.range?.[0] === node.range?.[1] ? undefined : node;
}

/** The collection in a slot; `undefined` when it holds something else. */
export function collectionOf(slot: Slot): Collection | undefined {
  const { node } = slot;
  const token = isCollection(node) ? node.srcToken : undefined;
  if (token?.type !== "block-map" && token?.type !== "block-seq" && token?.type !== "flow-collection") return undefined;
  const flow = token.type === "flow-collection";
  const items: readonly CST.CollectionItem[] = token.items;
  const slots: Slot[] = [];
  const collection: Collection = {
    list: isSeq(node),
    flow,
    indent: token.indent,
    slots,
    open: flow ? token.offset + 1 : token.offset,
    close: flow ? (token.end[0]?.offset ?? token.offset) : token.offset,
    commas: items.flatMap((item) => item.start.filter(({ type }) => type === "comma").map(({ offset }) => offset)),
  };
  if (isMap(node)) {
    for (const pair of node.items) {
      const item = pair.srcToken;
      if (item === undefined) return undefined;
      const key = isScalar(pair.key) ? String(pair.key.value ?? "") : undefined;
      slots.push(slotOf(collection, item, written(pair.value), key));
    }
  } else if (isSeq(node)) {
    // The parser also keeps tokens for comments and commas that no item follows.
    const own = items.filter((item) => item.value || item.sep || item.start.some(({ type }) => announces(type)));
    for (const [index, value] of node.items.entries()) {
      const item = own[index];
      if (item === undefined) return undefined;
      slots.push(slotOf(collection, item, written(isPair(value) ? undefined : value), undefined));
    }
  }
  return collection;
}

function announces(type: string): boolean {
  return type === "seq-item-ind" || type === "explicit-key-ind" || type === "anchor" || type === "tag";
}

function slotOf(parent: Collection, item: CST.CollectionItem, node: Node | undefined, key: string | undefined): Slot {
  const colon = item.sep?.find(({ type }) => type === "map-value-ind");
  const first = item.start.find(({ type }) => announces(type))?.offset;
  const start = first ?? item.key?.offset ?? colon?.offset ?? item.value?.offset ?? parent.open;
  let mark = start;
  if (!parent.list) mark = colon === undefined ? keyEnd(item, start) : colon.offset + 1;
  else if (!parent.flow) mark = start + 1;
  let head = mark;
  let props: Slot["props"];
  for (const token of parent.list ? item.start : (item.sep ?? [])) {
    if (token.type !== "anchor" && token.type !== "tag") continue;
    head = token.offset + token.source.length;
    props = {
      start: props?.start ?? token.offset,
      anchor: token.type === "anchor" ? token.source : (props?.anchor ?? ""),
      tagged: token.type === "tag" || (props?.tagged ?? false),
    };
  }
  return { parent, key, node, start, mark, head, props, marked: parent.list || colon !== undefined };
}

function keyEnd(item: CST.CollectionItem, start: number): number {
  const { key } = item;
  return key && "source" in key ? key.offset + key.source.length : start;
}

/** Whether a value takes whole lines: a block collection or a block scalar. */
export function isBlock(node: Node | undefined): boolean {
  const type = node?.srcToken?.type;
  return type === "block-map" || type === "block-seq" || type === "block-scalar";
}

/** Offset after the last character of what a slot holds, before a comment on that line. */
export function endOf(text: string, slot: Slot): number {
  const { node } = slot;
  const range = node?.range;
  if (!range) return slot.head;
  const token = node?.srcToken;
  if (token?.type === "block-map" || token?.type === "block-seq") {
    const last = collectionOf(slot)?.slots.at(-1);
    return last === undefined ? range[1] : endOf(text, last);
  }
  let end = range[1];
  if (token?.type !== "block-scalar") return end;
  // Blank lines after a block scalar are part of it only when its header says so.
  for (let cut = dropEol(text, end); cut < end; cut = dropEol(text, end)) {
    end = cut;
    if (keepsBlankLines(slot)) break;
  }
  return end;
}

/** Whether what a slot holds ends with a text of lines to which all blank lines below it belong: `|+`. */
export function keepsBlankLines(slot: Slot): boolean {
  const token = slot.node?.srcToken;
  if (token?.type === "block-scalar")
    return token.props.some((prop) => prop.type === "block-scalar-header" && prop.source.includes("+"));
  const last = collectionOf(slot)?.slots.at(-1);
  return last !== undefined && keepsBlankLines(last);
}

function dropEol(text: string, end: number): number {
  if (text[end - 1] !== "\n") return end;
  return text[end - 2] === "\r" ? end - 2 : end - 1;
}

/** Where the lines of a block slot end (before the line end): its comments and deeper comment lines included. */
export function bodyEnd(text: string, slot: Slot): number {
  let end = lineEnd(text, endOf(text, slot));
  if (!isBlock(slot.node)) return end;
  const indent = slot.parent?.indent ?? 0;
  for (let line = nextLine(text, end); line < text.length; line = nextLine(text, line)) {
    const content = text.slice(line, lineEnd(text, line));
    const comment = content.search(/\S/);
    if (comment < 0) continue;
    if (content[comment] !== "#" || comment <= indent) break;
    end = line + content.length;
  }
  return end;
}

/** Whether a block collection starts on the line of what announces it: `- key: value`. */
export function isCompact(text: string, slot: Slot): boolean {
  const start = slot.node?.range?.[0] ?? slot.mark;
  return isCollection(slot.node) && isBlock(slot.node) && sameLine(text, slot.mark, start);
}

/** A comment at `offset` with the spaces before it, else an empty text. */
export function commentAt(text: string, offset: number): string {
  return /^[ \t]+#.*$/.exec(text.slice(offset, lineEnd(text, offset)))?.[0] ?? "";
}
