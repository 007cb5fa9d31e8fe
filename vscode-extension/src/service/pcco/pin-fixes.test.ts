import { libraryWith } from "@erp-export-rules/sdk/authoring";
import { expect, test } from "vitest";
import { pinFixes } from "./pin-fixes.ts";

const library = libraryWith([]);
const pinned = (pin: unknown) => pinFixes(pin, library).map(({ title, edits }) => [title, edits[0]?.value]);

test.each([
  ["spectrm/pcco@1.0.0", "spectrum/pcco@1.0.0"],
  ["Spectrum/PCCO@^1.1", "spectrum/pcco@^1.1"],
  ["spectrum-pcco", "spectrum/pcco"],
  ["spectrum/pco@7", "spectrum/pcco@1.1.0"],
  ["spectrum/pcco@1.2", "spectrum/pcco@1.1.0"],
  ["spectrum/pcco@one", "spectrum/pcco@1.1.0"],
])("%s may mean %s", (pin, meant) => expect(pinned(pin)).toEqual([[`Pin ${meant}`, meant]]));

test.each([5, null, undefined, {}, "", "sage/commitment@1", "./nothing.rules.yaml", "@", "spectrum/pcco"])(
  "%j is near nothing, or right already",
  (pin) => expect(pinned(pin)).toEqual([]),
);
