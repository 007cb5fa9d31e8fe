import { type Shape, shapeOf } from "./json-shape.ts";
import type { JsonObject } from "./value.ts";

/** So many shapes are tried on a group, and of so many lists are any known. */
const MOST_SHAPES = 8;
const MOST_NAMES = 64;

/** To make a shape takes as long as to read about so many groups. */
const PRICE = 32;
const MOST_CREDIT = MOST_SHAPES * PRICE;

/** The shapes of groups that have been read in one place, those that fit most often first. */
export class KnownShapes {
  readonly shapes: Shape[] = [];
  /** How many groups each has fitted. */
  readonly #fits: number[] = [];
  /** The keys of groups that fitted none. */
  readonly #missed: string[] = [];
  /** How many groups have been read, and up to how many the shapes made so far are paid for. */
  #groups = 0;
  #paid = -MOST_CREDIT;

  /** The shape at a position has fitted. */
  fitted(position: number): void {
    this.#groups++;
    const fits = (this.#fits[position] ?? 0) + 1;
    this.#fits[position] = fits;
    if (position > 0 && fits > (this.#fits[position - 1] ?? 0)) this.#swap(position);
  }

  /**
   * None has fitted. When such keys have been met before, their shape is known from now on.
   * @param text in which no key is given twice
   */
  missed(text: string, value: JsonObject): void {
    this.#groups++;
    const keys = Object.keys(value).join();
    if (!this.#missed.includes(keys)) {
      this.#missed.push(keys);
      if (this.#missed.length > MOST_SHAPES) this.#missed.shift();
    } else if (this.#paid + PRICE <= this.#groups) {
      this.#paid = Math.max(this.#paid, this.#groups - MOST_CREDIT) + PRICE;
      const shape = shapeOf(text);
      if (shape !== undefined) this.#add(shape);
    }
  }

  #add(shape: Shape): void {
    const position = Math.min(this.shapes.length, MOST_SHAPES - 1);
    this.shapes[position] = shape;
    this.#fits[position] = 0;
  }

  #swap(position: number): void {
    this.shapes.splice(position - 1, 0, ...this.shapes.splice(position, 1));
    this.#fits.splice(position - 1, 0, ...this.#fits.splice(position, 1));
  }
}

/** The shapes of groups that have been read, by the key of the list they stand in. */
export class ShapeLibrary {
  readonly #known = new Map<string, KnownShapes>();
  readonly #worthFrom: number;
  #read = 0;

  /** @param worthFrom after so many UTF-16 units of text it is worth to read by shapes */
  constructor(worthFrom = 0) {
    this.#worthFrom = worthFrom;
  }

  /** Whether a text of this length, which counts as read from now on, is worth to be read by shapes. */
  isWorth(length: number): boolean {
    this.#read += length;
    return this.#read >= this.#worthFrom;
  }

  /** @param name that of the list; "" for documents */
  of(name: string): KnownShapes {
    let shapes = this.#known.get(name);
    if (shapes === undefined) {
      if (this.#known.size === MOST_NAMES) this.#known.clear();
      shapes = new KnownShapes();
      this.#known.set(name, shapes);
    }
    return shapes;
  }
}

/**
 * The shapes of all whole texts that this process has read: a program that asks for many checks gives texts that are alike. V8 takes
 * tens of milliseconds to compile what reads by shapes, which a command that checks a file or two would not get back.
 */
export const shapesSoFar = new ShapeLibrary(16_000_000);
