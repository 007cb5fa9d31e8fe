import { limitKeyword } from "./limit.ts";

/** `minimum: "0.00"`: this number or more. */
export const minimum = limitKeyword("minimum", "at least", (order) => order < 0);
