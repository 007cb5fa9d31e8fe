import { z } from "zod";
import { faultsAcross, isShortCode, money } from "../ten-rules/idiomatic.ts";
import type { Context, Fault, Pcco } from "../ten-rules/pcco.ts";
import { tenRules } from "../ten-rules/task.ts";
import { ruleAt } from "./rule-at.ts";

type Issue = z.core.$ZodIssue;

const schema = z.object({
  pcco: z.object({
    created_at: z.iso.datetime({ offset: true }),
    status: z.literal("approved"),
    line_items: z.array(
      z.object({
        id: z.number(),
        amount: z.string().regex(money),
        billing_item_code: z.string().refine(isShortCode, "at most 10 characters").optional(),
        prime_line_item_id: z.number(),
      }),
    ),
  }),
  context: z.object({
    prime_contract: z.object({ origin_id: z.string().min(1), line_items: z.array(z.object({ id: z.number() })) }),
  }),
});

// The rules across lines stand beside the schema, since zod asks no refinement of an object once a type in it is wrong.
function check(pcco: Pcco, context: Context): readonly (Issue | Fault)[] {
  const { error } = schema.safeParse({ pcco, context });
  const across = faultsAcross(pcco, context);
  return error === undefined ? across : [...error.issues, ...across];
}

function told(found: Issue | Fault): string {
  return "rule" in found
    ? `${found.rule} ${String(found.path)}`
    : ruleAt(`/${found.path.join("/")}`, found.code === "invalid_type");
}

/** zod, its schema made once. */
export const contender = tenRules({ check, told });
