import { diagnostics } from "./diagnostics.ts";
import type { Feature } from "./feature.ts";
import { marks } from "./marks.ts";
import { outline } from "./outline.ts";
import { reading } from "./reading.ts";
import { rename } from "./rename.ts";
import { requests } from "./requests.ts";
import { ruleChanges } from "./rule-changes.ts";
import { writing } from "./writing.ts";

/** Everything the server answers. */
export const features: readonly Feature[] = [
  diagnostics,
  reading,
  writing,
  rename,
  outline,
  marks,
  requests,
  ruleChanges,
];
