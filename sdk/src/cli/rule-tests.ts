// The commands about rule tests, in one part that is loaded when one of them is used.

export { samples } from "./samples.ts";
export { test } from "./test.ts";
