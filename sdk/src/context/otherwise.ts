import { isList } from "../document/value.ts";
import type { Field as FieldDefinition } from "../generated/types.ts";
import { letGoOfMany } from "./buffers.ts";
import { type Fact, type Facts, isAbsent, isNoList, NOT_GIVEN } from "./facts.ts";
import type { Field } from "./field.ts";
import { indexOfId } from "./ids.ts";
import { beginPlaces, createPlaces, endPlaces, placeOf } from "./places.ts";
import { firstMissing, itemReader, walker } from "./walk.ts";

/** A field that looks elsewhere when its own place has no value. */
export function withOtherwise(
  own: Field,
  otherwise: NonNullable<FieldDefinition["otherwise"]>,
  get: (name: string) => Field,
): Field {
  if (otherwise.field !== undefined) {
    const other = get(otherwise.field);
    const useOwn = (facts: Facts, item: unknown): boolean =>
      !isAbsent(own.read(facts, item)) || isAbsent(other.read(facts, item));
    return {
      ...own,
      read: (facts, item) => {
        const value = own.read(facts, item);
        return isAbsent(value) ? other.read(facts, item) : value;
      },
      readColumn: (facts, items, out, length) => {
        own.readColumn(facts, items, out, length);
        for (let index = 0; index < length; index++) {
          if (isAbsent(out[index])) out[index] = other.read(facts, items[index]);
        }
      },
      locate: (facts, item, index) => (useOwn(facts, item) ? own : other).locate(facts, item, index),
      isWritable: (facts, item) => (useOwn(facts, item) ? own : other).isWritable(facts, item),
      missing: (facts, item) => (own.read(facts, item) === NOT_GIVEN ? own : other).missing(facts, item),
    };
  }
  const [key, byName] = Object.entries(otherwise.matching ?? {})[0] ?? [];
  if (otherwise.from === undefined || key === undefined || byName === undefined || otherwise.take === undefined)
    return own;
  const { from, take } = { from: otherwise.from, take: otherwise.take };
  const by = own.list === undefined ? withoutLines(get(byName)) : get(byName);
  const list = walker(from.split("."), true);
  const [readKey, readTake] = [walker([key], true), walker([take], true)];
  const missingKey = firstMissing(from.split("."), `[].${key}`);
  const missingTake = firstMissing(from.split("."), `[].${take}`);
  const places = createPlaces(itemReader([key]));
  const wanted: unknown[] = [];
  const find = (facts: Facts, item: unknown): Fact => {
    const id = by.read(facts, item);
    if (id === NOT_GIVEN || isAbsent(id)) return id;
    const lines = list(facts.context);
    if (!isList(lines)) return isNoList(lines) ? undefined : NOT_GIVEN;
    const index = indexOfId(lines, key, id);
    if (index >= 0) return readTake(lines[index]);
    return lines.some((line) => readKey(line) === NOT_GIVEN) ? NOT_GIVEN : undefined;
  };
  const useOwn = (facts: Facts, item: unknown): boolean =>
    !isAbsent(own.read(facts, item)) || isAbsent(by.read(facts, item));
  return {
    ...own,
    read: (facts, item) => {
      const value = own.read(facts, item);
      return isAbsent(value) ? find(facts, item) : value;
    },
    readColumn: (facts, items, out, length) => {
      own.readColumn(facts, items, out, length);
      const lines = list(facts.context);
      by.readColumn(facts, items, wanted, length);
      const isGiven = beginPlaces(places, lines);
      for (let index = 0; index < length; index++) {
        if (!isAbsent(out[index])) continue;
        const id = wanted[index];
        const place = isGiven && !isAbsent(id) ? placeOf(places, id) : -1;
        // What is not found at once (a list that is not given, or lines without ids) is left to the way for one.
        out[index] = place >= 0 ? readTake(places.items[place]) : find(facts, items[index]);
      }
      endPlaces(places);
      letGoOfMany(wanted);
    },
    locate: (facts, item, index) => (useOwn(facts, item) ? own : by).locate(facts, item, index),
    isWritable: (facts, item) => useOwn(facts, item) && own.isWritable(facts, item),
    missing: (facts, item) => {
      if (own.read(facts, item) === NOT_GIVEN) return own.missing(facts, item);
      const wanted = by.read(facts, item);
      if (wanted === NOT_GIVEN) return by.missing(facts, item);
      const lines = list(facts.context);
      const isFound = isList(lines) && indexOfId(lines, key, wanted) >= 0;
      return (isList(lines) && !isFound ? missingKey : missingTake)(facts.context);
    },
  };
}

/** The same field for one that stands by itself: it has no line to look at, even where it is asked on a line. */
function withoutLines(field: Field): Field {
  return { ...field, read: (facts) => field.read(facts, undefined) };
}
