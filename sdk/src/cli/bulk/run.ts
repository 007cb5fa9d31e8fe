import type { Summary } from "../../generated/types.ts";
import { createSummaryCounter } from "../../report/index.ts";
import { type ExitCode, OK, worse } from "../exit-code.ts";
import { inOrder } from "./in-order.ts";
import type { Stop } from "./interrupt.ts";
import type { Judged } from "./judged.ts";
import type { Lanes } from "./lanes.ts";
import { giveBack } from "./memory.ts";
import type { Position, Step } from "./work.ts";
import { worksOf } from "./works-of.ts";

/** What a run has found out so far. */
export interface Found {
  readonly summary: Summary;
  readonly exitCode: ExitCode;
}

/** How a run goes. */
export interface RunOptions {
  readonly paths: readonly string[];
  readonly lanes: Lanes;
  /** Where an interrupted run goes on, and what it had found out before. */
  readonly from: (Found & { readonly position: Position }) | undefined;
  /** Whether it is to be possible to go on. */
  readonly marks: boolean;
  readonly stop: Stop;
  /** Takes what came of each part, in the order of the inputs; the next waits until it is done. */
  write(judged: Judged): Promise<void>;
  /** Told after it: what is found out so far, where the run is, and the bytes of the part. */
  step(found: Found, position: Position, size: number): void;
}

/** Judges all that paths stand for, side by side, and gives what came of it in the order of the inputs. */
export async function runAll({ paths, lanes, from, marks, stop, write, step }: RunOptions): Promise<Found> {
  const counter = createSummaryCounter();
  if (from !== undefined) counter.addAll(from.summary);
  let exitCode = from?.exitCode ?? OK;
  const steps = worksOf(paths, { from: from?.position, marks });
  const done = ({ work }: Step): Promise<Judged> => lanes.judge(work);
  for await (const { item, result } of inOrder(steps, { width: () => lanes.width, done, stop })) {
    await write(result);
    giveBack(result.ndjson.buffer);
    counter.addAll(result.summary);
    exitCode = worse(exitCode, result.exitCode);
    step({ summary: counter.total(), exitCode }, item.end, item.size);
  }
  return { summary: counter.total(), exitCode };
}
