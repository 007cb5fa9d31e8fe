import { inputsOf } from "./bulk/inputs-of.ts";
import { isStream, stepsOfStream } from "./bulk/stream-steps.ts";
import type { FailedInput, InputDocument } from "./input.ts";

/** The PCCOs of a file, or of standard input when it is `-`. NDJSON is read piece by piece, however long it is. */
export async function* readDocuments(file: string): AsyncGenerator<InputDocument | FailedInput> {
  if (!isStream(file)) {
    yield* inputsOf({ kind: "inputs", inputs: [{ file }] });
    return;
  }
  for await (const { work } of stepsOfStream(file, { files: 0, goesOn: undefined, marks: false }))
    yield* inputsOf(work);
}
