// Commands that are seldom needed and share most of what they need.
export { actions } from "./actions.ts";
export { explain } from "./explain.ts";
export { graph } from "./graph.ts";
export { impact } from "./impact.ts";
export { init } from "./init.ts";
export { list } from "./list.ts";
export { types } from "./types.ts";
