import { contextOf } from "../ten-rules/documents.ts";
import { spectralRules } from "./spectral-rules.ts";

/** The ten rules as a ruleset file for Spectral's command line: a file is a PCCO, and the context is the same for all. */
export default spectralRules("$", () => contextOf(12));
