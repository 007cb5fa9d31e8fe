import * as v from "valibot";
import { faultsAcross, isDateTime, isShortCode, money } from "../ten-rules/idiomatic.ts";
import type { Context, Fault, Pcco } from "../ten-rules/pcco.ts";
import { tenRules } from "../ten-rules/task.ts";
import { ruleAt } from "./rule-at.ts";

type Issue = v.InferIssue<typeof schema>;

const schema = v.object({
  pcco: v.object({
    // isoTimestamp takes the 30th of February.
    created_at: v.pipe(v.string(), v.check(isDateTime, "a date and time that exist")),
    status: v.literal("approved"),
    line_items: v.array(
      v.object({
        id: v.number(),
        amount: v.pipe(v.string(), v.regex(money)),
        billing_item_code: v.optional(v.pipe(v.string(), v.check(isShortCode, "at most 10 characters"))),
        prime_line_item_id: v.number(),
      }),
    ),
  }),
  context: v.object({
    prime_contract: v.object({
      origin_id: v.pipe(v.string(), v.nonEmpty()),
      line_items: v.array(v.object({ id: v.number() })),
    }),
  }),
});

// The rules across lines stand beside the schema, since valibot's checks of an object are not asked once a type in it is wrong.
function check(pcco: Pcco, context: Context): readonly (Issue | Fault)[] {
  const { issues } = v.safeParse(schema, { pcco, context });
  const across = faultsAcross(pcco, context);
  return issues === undefined ? across : [...issues, ...across];
}

function told(found: Issue | Fault): string {
  if ("rule" in found) return `${found.rule} ${found.path}`;
  return ruleAt(`/${(found.path ?? []).map(({ key }) => String(key)).join("/")}`, found.kind === "schema");
}

/** valibot, its schema made once. */
export const contender = tenRules({ check, told });
