import { MAX_TEXT_LENGTH } from "../document/limits.ts";
import { inputsOf } from "./bulk/inputs-of.ts";
import { isStream, stepsOfStream } from "./bulk/stream-steps.ts";
import type { FailedInput, InputDocument } from "./input.ts";
import { sizeOf } from "./size-of.ts";

/** The PCCOs of a file, or of standard input when it is `-`. NDJSON, and JSON that
 * is too long to be read whole, come piece by piece. */
export async function* readDocuments(file: string): AsyncGenerator<InputDocument | FailedInput> {
  if (!isStream(file, sizeOf(file), MAX_TEXT_LENGTH)) {
    yield* inputsOf({ kind: "inputs", inputs: [{ file }] });
    return;
  }
  for await (const { work } of stepsOfStream(file, { files: 0, goesOn: undefined, marks: false }))
    yield* inputsOf(work);
}
