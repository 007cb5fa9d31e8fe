import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { repository } from "../harness/paths.ts";

/** The context that the samples are judged against. */
export const context = readFileSync(join(repository, "samples/spectrum/pcco.context.yaml"), "utf8");

/** A PCCO that two rules keep from being sent: it is a Draft, and a Billing Item Code is too long. */
export const canopy = `# Lighting over the entrance, as the architect asked on site.
id: 3320
contract_id: 901
number: "012"
title: Entrance canopy lighting
status: draft # not approved yet
created_at: 2026-11-02T09:00:00Z
reviewed_at: null
grand_total: "4650.00"
line_items:
  - id: 88410
    description: Canopy luminaires
    amount: "4650.00"
    cost_code: { full_code: 26-510, origin_id: "26510" }
    line_item_type: { code: M, origin_id: M }
    prime_line_item_id: 7002
    billing_item_code: 2651-LIGHT-A # from the old price list
erp: { status: not_in_erp, origin_id: null }
`;

/** The same PCCO in JSON. */
export const canopyJson = `${JSON.stringify(parse(canopy), null, 2)}\n`;

/** The same PCCO, mended: it can be sent. */
export const ready = canopy
  .replace("draft # not approved yet", "approved")
  .replace("reviewed_at: null", "reviewed_at: 2026-11-09T15:30:00Z")
  .replace("2651-LIGHT-A # from the old price list", "2651-LIGHT");

/** Rules of a company: those for Spectrum, with room for longer codes. */
export const companyRules = `format: 1
ruleSet: company/pcco
version: 1.0.0
title: Sending a PCCO to our Spectrum
effective: { from: 2026-11-01 }
extends: spectrum/pcco@1.1.0
overrides:
  billing-item-code-length:
    maxLength: 12
    because: Our Spectrum has longer codes.
`;

/** Tests of the company's rules. */
export const companyTests = stringify({
  ruleSet: "company/pcco@1.0.0",
  at: "2026-11-23T09:00:00Z",
  documents: { lighting: parse(ready) },
  contexts: { job: parse(context) },
  cases: [
    { name: "a code of 12 characters", ...withCode("2651-LIGHT-A"), broken: [] },
    { name: "a code of 13 characters", ...withCode("2651-LIGHT-AB"), broken: ["billing-item-code-length"] },
  ],
});

function withCode(code: string) {
  return { document: "lighting", context: "job", change: { "/line_items/0/billing_item_code": code } };
}
