import type { Location } from "../location/location.ts";
import { writeScalar } from "../pcco/write-value.ts";

/** A word as rule files write it: YAML 1.2 reads `on` and `off` as texts, so they stand without quotes. */
export function written(value: string | number | boolean, location: Pick<Location, "style" | "quote">): string {
  const isToggle = (value === "on" || value === "off") && location.style !== "json" && location.quote === undefined;
  return isToggle ? value : writeScalar(value, location);
}
