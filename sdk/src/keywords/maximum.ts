import { limitKeyword } from "./limit.ts";

/** `maximum: "999999.99"`: this number or less. */
export const maximum = limitKeyword("maximum", "at most", (order) => order > 0);
