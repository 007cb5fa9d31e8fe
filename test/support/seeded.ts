import fc from "fast-check";

// Before each test file: fast-check starts from the seed of this run.
const seed = process.env["FAST_CHECK_SEED"];
if (seed !== undefined && seed !== "") fc.configureGlobal({ seed: Number(seed) });
