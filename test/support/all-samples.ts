// Every sample, read once for the tests that walk over all of them.
import { readExpectations, readSampleFiles, type Sample, samplesOf } from "./samples.ts";

export const files = readSampleFiles();
/** What is expected of samples that can't hold `$expect` themselves. */
export const listed = readExpectations();
export const samples = files.flatMap((file) => samplesOf(file, listed));

const named = new Map(samples.map((sample) => [sample.name, sample]));

/** @throws Error when there is none of that name */
export function sampleOf(name: string): Sample {
  const sample = named.get(name);
  if (sample === undefined) throw new Error(`there is no sample ${name}`);
  return sample;
}
