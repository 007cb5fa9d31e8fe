/** What a PCCO says of what it is to be judged by, `$rules` and `$context`. PCCOs that say the same share one object. */
export interface Pins {
  /** An object with these fields alone; `undefined` for a PCCO that can't be read. */
  readonly value: unknown;
}

const unreadable: Pins = { value: undefined };
const none: Pins = { value: {} };

/** How many different pins are remembered. More than a file is likely to have; each letter typed into one makes another. */
const mostKnown = 500;

/** Finds the pins of PCCOs. */
export class PinTable {
  readonly #known = new Map<string, Pins>();

  of(value: unknown): Pins {
    if (typeof value !== "object" || value === null) return unreadable;
    const rules = ownOf(value, "$rules");
    const context = ownOf(value, "$context");
    if (rules === undefined && context === undefined) return none;
    const key = JSON.stringify([rules ?? null, context ?? null], withOddNumbers);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const pins = {
      value: {
        ...(rules === undefined ? {} : { $rules: rules }),
        ...(context === undefined ? {} : { $context: context }),
      },
    };
    if (this.#known.size >= mostKnown) this.#known.clear();
    this.#known.set(key, pins);
    return pins;
  }
}

function ownOf(value: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}

/** YAML has numbers that JSON writes as null. */
function withOddNumbers(_key: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isFinite(value) ? [String(value)] : value;
}
