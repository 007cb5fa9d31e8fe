import { type Alias, type Document, isAlias, isScalar, isSeq, type ParsedNode, type Scalar, type YAMLMap } from "yaml";
import { duplicateKey } from "./json-check.ts";
import { MAX_DEPTH, MAX_NODES, MAX_PROBLEMS, tooDeep, tooMany } from "./limits.ts";
import type { Place } from "./places.ts";
import { type Fault, fatal, type Reading, type Source } from "./reading.ts";
import { ticks } from "./words.ts";
import { blockScalarEnd, emptyAt, plainValue } from "./yaml-scalar.ts";

/** A value with its place, and how many values and levels it holds once aliases are replaced. */
interface Built {
  readonly value: unknown;
  readonly place: Place;
  readonly nodes: number;
  readonly height: number;
}

type KeyPlace = Place["key"];

class LimitReached extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.message);
    this.fault = fault;
  }
}

/**
 * Turns a composed YAML document into plain values, without the library's `toJS`: that one gives no
 * positions, and counts aliases in its own way.
 */
export function buildDocument(document: Document.Parsed, source: Source): Reading {
  const builder = new Builder(source);
  const nowhere = { start: 0, end: 0 };
  try {
    const { value, place } = builder.build(document.contents, 0, nowhere, undefined);
    return { value, faults: builder.faults, root: () => place };
  } catch (error) {
    if (!(error instanceof LimitReached)) throw error;
    return { value: undefined, faults: [error.fault], root: () => nowhere };
  }
}

class Builder {
  readonly faults: Fault[] = [];
  readonly #source: Source;
  /** What each anchor stands for; `undefined` while that is being built. */
  readonly #anchors = new Map<string, Built | undefined>();
  readonly #path: (string | number)[] = [];
  #nodes = 0;
  #item: string | number = -1;
  #faultsOfItem = 0;

  constructor(source: Source) {
    this.#source = source;
  }

  /** @param fallback where the value stands when the library has no node for it */
  build(node: ParsedNode | null, depth: number, fallback: Place, key: KeyPlace): Built {
    if (node === null) return this.#count({ value: null, place: { ...fallback, key }, nodes: 1, height: 0 }, fallback);
    if (isAlias(node)) return this.#alias(node, depth, key);
    const anchor = node.anchor;
    if (anchor !== undefined) this.#anchors.set(anchor, undefined);
    const built = isScalar(node) ? this.#scalar(node, key) : this.#collection(node, depth + 1, key);
    if (anchor !== undefined) this.#anchors.set(anchor, built);
    return built;
  }

  #count(built: Built, place: Place): Built {
    this.#nodes += built.nodes;
    if (this.#nodes > MAX_NODES) this.#stop(tooMany, place);
    return built;
  }

  #stop(message: string, place: { readonly start: number; readonly end: number }): never {
    throw new LimitReached(fatal("document/limit", message, place.start, place.end, [...this.#path]));
  }

  #scalar(node: Scalar.Parsed, key: KeyPlace): Built {
    const { text } = this.#source;
    const [from, to] = node.range;
    const start = from === to ? emptyAt(text, from) : from;
    const end = from === to ? start : blockScalarEnd(text, node, to);
    const place = { start, end, key };
    return this.#count({ value: plainValue(node), place, nodes: 1, height: 0 }, place);
  }

  #alias(node: Alias.Parsed, depth: number, key: KeyPlace): Built {
    const [start, end] = node.range;
    const place = { start, end };
    const name = ticks(`*${node.source}`);
    const target = this.#anchors.get(node.source);
    if (target === undefined) {
      if (this.#anchors.has(node.source))
        this.#stop(`${name} stands inside the very value it repeats, which never ends`, place);
      const message = `${name} repeats a value marked \`&${node.source}\`, but nothing above is marked so`;
      throw new LimitReached(fatal("document/syntax", message, start, end, [...this.#path]));
    }
    if (depth + target.height > MAX_DEPTH) this.#stop(tooDeep(depth + target.height), place);
    if (this.#nodes + target.nodes > MAX_NODES) this.#stop(`${name} repeats so much here that ${tooMany}`, place);
    this.#nodes += target.nodes;
    return { ...target, place: { start, end, key, target: target.place } };
  }

  #collection(node: Exclude<ParsedNode, Alias.Parsed | Scalar.Parsed>, depth: number, key: KeyPlace): Built {
    const [start, flowEnd] = node.range;
    if (depth > MAX_DEPTH) this.#stop(tooDeep(depth), { start, end: start + 1 });
    const before = this.#nodes;
    this.#count({ value: null, place: { start, end: start }, nodes: 1, height: 0 }, { start, end: start + 1 });
    const { value, height, end, ...parts } = isSeq(node) ? this.#list(node.items, depth) : this.#mapping(node, depth);
    const place = { start, end: node.flow === true ? flowEnd : Math.max(start, end), key, ...parts };
    return { value, place, nodes: this.#nodes - before, height: height + 1 };
  }

  #list(nodes: readonly ParsedNode[], depth: number) {
    const value: unknown[] = [];
    const items: Place[] = [];
    let height = 0;
    let end = 0;
    for (const [index, node] of nodes.entries()) {
      this.#path.push(index);
      const built = this.build(node, depth, { start: end, end }, undefined);
      this.#path.pop();
      value.push(built.value);
      items.push(built.place);
      height = Math.max(height, built.height);
      end = built.place.end;
    }
    return { value, items, height, end };
  }
  #mapping(map: YAMLMap.Parsed, depth: number) {
    const value: Record<string, unknown> = {};
    const fields = new Map<string, Place>();
    const firsts = new Map<string, number>();
    let height = 0;
    let end = 0;
    for (const pair of map.items) {
      const name = keyName(pair.key);
      const [keyStart, keyEnd] = pair.key.range;
      const key = { start: keyStart, end: keyEnd };
      this.#path.push(name);
      const first = firsts.get(name);
      if (first === undefined) firsts.set(name, keyStart);
      else this.#duplicate(name, first, key);
      const built = this.build(pair.value, depth, { start: keyEnd, end: keyEnd }, key);
      this.#path.pop();
      setOwn(value, name, built.value);
      fields.set(name, built.place);
      height = Math.max(height, built.height);
      end = Math.max(keyEnd, built.place.end);
    }
    return { value, fields, height, end };
  }

  #duplicate(name: string, first: number, key: { readonly start: number; readonly end: number }): void {
    // The cap counts per document: each item of a top-level list is one.
    const item = typeof this.#path[0] === "number" ? this.#path[0] : -1;
    if (item !== this.#item) this.#faultsOfItem = 0;
    this.#item = item;
    if (++this.#faultsOfItem > MAX_PROBLEMS) return;
    const message = duplicateKey(name, this.#source.lines.lineNumber(first));
    this.faults.push({ id: "document/duplicate-key", message, ...key, path: [...this.#path], fatal: false });
  }
}

function keyName(key: ParsedNode): string {
  return isScalar(key) ? String(key.value ?? "") : "";
}

function setOwn(object: Record<string, unknown>, key: string, value: unknown): void {
  // A plain assignment to `__proto__` would change the prototype.
  if (key !== "__proto__") object[key] = value;
  else Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}
