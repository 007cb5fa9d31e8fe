import { MAX_PROBLEMS } from "./limits.ts";
import type { LineIndex } from "./lines.ts";
import { type Located, locate, type Place, spotIn } from "./places.ts";
import { type Path, valueAt } from "./pointer.ts";
import type { Position, Range, Spot, TextDocument, TextProblem, TextProblemId } from "./text.ts";
import { isKeyed, isList, isObject } from "./value.ts";
import { describe, EXPECTED } from "./words.ts";

/** A text and its lines. */
export interface Source {
  readonly text: string;
  readonly lines: LineIndex;
}

/** A problem whose range is still two UTF-16 offsets. `path` starts at the root of the text. */
export interface Fault {
  readonly id: TextProblemId;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly path: Path;
  readonly fatal: boolean;
}

/** A value read from a text, before a top-level list is taken apart into documents. */
export interface Reading {
  readonly value: unknown;
  readonly faults: readonly Fault[];
  /** Where the value stands; called only when a position is asked for. */
  readonly root: () => Place;
  /** Where the value at a path stands, as `root` tells, but without its parts; where this is quicker. */
  readonly find?: (path: Path) => Place | undefined;
}

/** A fault that leaves no value. */
export function fatal(id: TextProblemId, message: string, start: number, end: number, path: Path = []): Fault {
  return { id, message, start, end, path, fatal: true };
}

const noProblems: readonly TextProblem[] = [];

class ReadDocument implements TextDocument {
  readonly index: number;
  readonly value: unknown;
  readonly problems: readonly TextProblem[];
  readonly #source: Source;
  readonly #reading: Reading | undefined;
  readonly #item: number | undefined;

  /**
   * @param reading what it is read from, when that has a value
   * @param item its position there, when that is a list
   */
  constructor(
    index: number,
    value: unknown,
    faults: readonly Fault[],
    source: Source,
    reading?: Reading,
    item?: number,
  ) {
    this.index = index;
    this.value = value;
    const drop = item === undefined ? 0 : 1;
    this.problems =
      faults.length === 0
        ? noProblems
        : faults.slice(0, MAX_PROBLEMS).map((fault) => ({
            id: fault.id,
            message: fault.message,
            range: source.lines.range(fault.start, fault.end),
            path: fault.path.slice(drop),
            fatal: fault.fatal,
          }));
    this.#source = source;
    this.#reading = reading;
    this.#item = item;
  }

  valueRange(path: Path): Range | undefined {
    const found = this.#locate(path);
    return found && this.#range(found.alias ?? found.place);
  }

  keyRange(path: Path): Range | undefined {
    const found = typeof path.at(-1) === "string" ? this.#locate(path) : undefined;
    const key = found?.place.key;
    return key && this.#range(found.alias ?? key);
  }

  spotAt(position: Position): Spot | undefined {
    const root = this.#root();
    return root && spotIn(root, this.#source.lines.offset(position));
  }

  sourceOf(path: Path): string | undefined {
    if (isKeyed(valueAt(this.value, path))) return undefined;
    const place = this.#locate(path)?.place;
    const scalar = place?.target ?? place;
    if (scalar === undefined || scalar.items !== undefined || scalar.fields !== undefined) return undefined;
    return this.#source.text.slice(scalar.start, scalar.end);
  }

  #root(): Place | undefined {
    const root = this.#reading?.root();
    return this.#item === undefined ? root : root?.items?.[this.#item];
  }

  #locate(path: Path): Located | undefined {
    const find = this.#reading?.find;
    if (find !== undefined) {
      const place = find(this.#item === undefined ? path : [this.#item, ...path]);
      return place && { place, alias: undefined };
    }
    const root = this.#root();
    return root && locate(root, path);
  }

  #range(place: { readonly start: number; readonly end: number }): Range {
    return this.#source.lines.range(place.start, place.end);
  }
}

const none: readonly Fault[] = [];

/** A document of which nothing can be read. */
export function brokenDocument(source: Source, index: number, faults: readonly Fault[]): TextDocument {
  return new ReadDocument(index, undefined, faults, source);
}

/**
 * The documents of a reading, numbered from `first`: the items of a list, else the value itself.
 * What is not a mapping becomes a document with a fatal problem.
 * @param holder how messages name the text, such as `this file`
 */
export function documentsOf(source: Source, reading: Reading, first: number, holder: string): TextDocument[] {
  const { value, faults, root } = reading;
  if (faults.some((fault) => fault.fatal)) return [brokenDocument(source, first, faults)];
  if (!isList(value)) return [documentOf(source, reading, first, holder)];
  if (value.length === 0) {
    const { start, end } = root();
    const message = `${EXPECTED}; ${holder} holds only an empty list`;
    return [brokenDocument(source, first, [fatal("document/type", message, start, end)])];
  }
  const byItem = groupByItem(faults);
  return value.map((item, position) => {
    if (isObject(item))
      return new ReadDocument(first + position, item, byItem.get(position) ?? none, source, reading, position);
    const { start, end } = root().items?.[position] ?? root();
    const message = `${EXPECTED}; item ${position + 1} of the list in ${holder} is ${describe(item)}`;
    return brokenDocument(source, first + position, [fatal("document/type", message, start, end)]);
  });
}

function groupByItem(faults: readonly Fault[]): ReadonlyMap<unknown, readonly Fault[]> {
  const groups = new Map<unknown, Fault[]>();
  for (const fault of faults) {
    const group = groups.get(fault.path[0]);
    if (group === undefined) groups.set(fault.path[0], [fault]);
    else group.push(fault);
  }
  return groups;
}

/** The one document of a reading, lists not taken apart. */
export function documentOf(source: Source, reading: Reading, index: number, holder: string): TextDocument {
  const { value, faults, root } = reading;
  if (faults.some((fault) => fault.fatal)) return brokenDocument(source, index, faults);
  if (isObject(value)) return new ReadDocument(index, value, faults, source, reading);
  const { start, end } = root();
  const message = `${EXPECTED}; ${holder} holds only ${describe(value)}`;
  return brokenDocument(source, index, [fatal("document/type", message, start, end)]);
}
