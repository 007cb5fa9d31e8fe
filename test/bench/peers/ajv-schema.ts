import type { ErrorObject, SchemaObject } from "ajv";
import { faultsAcross } from "../ten-rules/idiomatic.ts";
import type { Context, Fault, Pcco } from "../ten-rules/pcco.ts";
import { ruleAt } from "./rule-at.ts";

const text = { type: "string", pattern: "\\S" };

/** What JSON Schema can say of the ten rules, over `{ pcco, context }`. */
export const schema: SchemaObject = {
  type: "object",
  required: ["pcco", "context"],
  properties: {
    pcco: {
      type: "object",
      required: ["created_at", "status", "line_items"],
      properties: {
        created_at: { type: "string", format: "date-time" },
        status: { const: "approved" },
        line_items: {
          type: "array",
          items: {
            type: "object",
            required: ["prime_line_item_id"],
            properties: {
              amount: { type: "string", pattern: "^-?\\d+(\\.\\d{1,2})?$" },
              billing_item_code: { type: "string", maxLength: 10 },
              prime_line_item_id: { type: "integer" },
            },
          },
        },
      },
    },
    context: {
      type: "object",
      required: ["prime_contract"],
      properties: {
        prime_contract: { type: "object", required: ["origin_id"], properties: { origin_id: text } },
      },
    },
  },
};

/** A validator of the schema, compiled at run time or before. */
export interface Validate {
  (data: unknown): unknown;
  errors?: readonly ErrorObject[] | null | undefined;
}

/** A check of all ten rules: the schema, and in plain code what it can't say. */
export function checkWith(validate: Validate): (pcco: Pcco, context: Context) => readonly (ErrorObject | Fault)[] {
  return (pcco, context) => {
    const isValid = validate({ pcco, context });
    const across = faultsAcross(pcco, context);
    return isValid === true ? across : [...(validate.errors ?? []), ...across];
  };
}

/** The rule and place of an error of the schema. */
export function told(found: ErrorObject | Fault): string {
  if ("rule" in found) return `${found.rule} ${found.path}`;
  const { instancePath, keyword, params } = found;
  const missing: unknown = params["missingProperty"];
  return ruleAt(typeof missing === "string" ? `${instancePath}/${missing}` : instancePath, keyword === "required");
}
