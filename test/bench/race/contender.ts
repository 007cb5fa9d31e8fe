/** What is put before a contender. */
export interface Task {
  /** Lines of each PCCO. */
  readonly lines: number;
  /** How many PCCOs one pass judges. */
  readonly count: number;
  readonly seed: number;
  /** Whether three of ten have faults; else none has. */
  readonly broken: boolean;
  /** `parsed`: values, as a service has them. `text`: what they are written as. */
  readonly form: "parsed" | "text";
}

/** A contender with its task in hand. */
export interface Pass {
  /** Does the whole task once. This is what is timed. Gives how much was found, so that nothing can be left out. */
  run(): number | Promise<number>;
  /** What is found of each PCCO, as sorted words. Never timed. */
  told(): readonly (readonly string[])[] | Promise<readonly (readonly string[])[]>;
}

/** What a file of a contender exports as `contender`. */
export type Contender = (task: Task) => Pass | Promise<Pass>;
