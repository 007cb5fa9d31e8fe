import type { Typed } from "../options.ts";
import type { Question } from "./judged.ts";

/** What a thread needs to judge works as the others do. */
export interface Setup {
  /** The words of the command, from which each thread reads rules and contexts for itself. */
  readonly typed: Typed;
  readonly question: Question;
  /** What `pipesRead` holds: nobody can read it again. */
  readonly pipes: ReadonlyMap<string, Uint8Array>;
}
