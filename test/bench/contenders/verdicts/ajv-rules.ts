import { Ajv, type AnySchema } from "ajv";
import formats from "ajv-formats";

interface Line {
  readonly amount: string;
  readonly prime_line_item_id?: number;
  readonly billing_item_code?: string;
  readonly cost_code?: Code | null;
  readonly line_item_type?: Code | null;
}

interface Code {
  readonly origin_id?: string;
}

interface ContractLine {
  readonly id: number;
  readonly origin_code?: string;
}

interface Judged {
  readonly pcco: {
    readonly contract_id?: number;
    readonly grand_total?: string | null;
    readonly line_items?: readonly Line[] | null;
    readonly markups?: readonly { readonly amount: string }[];
  };
  readonly context: {
    readonly prime_contract?: { readonly id: number; readonly line_items: readonly ContractLine[] };
  };
}

/** What stands where lines are missing; that they are is for the schema to say. */
const none: readonly never[] = [];

/**
 * The rules of spectrum/pcco 1.1.0 for the event `send`, as a compiled ajv schema over `{ pcco, context }` that says
 * whether nothing at all is found. What JSON Schema can't say (rules across fields, lines and the contract) is written
 * as ajv keywords by hand.
 */
export function compileAjvRules(): (judged: unknown) => boolean {
  const ajv = new Ajv({ allowUnionTypes: true });
  formats.default(ajv);
  const across = (keyword: string, validate: (judged: Judged) => boolean): void => {
    ajv.addKeyword({
      keyword,
      type: "object",
      errors: false,
      validate: (_: boolean, judged: Judged) => validate(judged),
    });
  };
  across(
    "contractMatch",
    ({ pcco, context }) => pcco.contract_id === undefined || pcco.contract_id === context.prime_contract?.id,
  );
  across("linesKnown", ({ pcco, context }) => {
    const contract = context.prime_contract?.line_items ?? none;
    return (pcco.line_items ?? none).every(
      (line) => line.prime_line_item_id === undefined || contract.some(({ id }) => id === line.prime_line_item_id),
    );
  });
  across("distinctOrSame", ({ pcco }) => {
    const ids = (pcco.line_items ?? none).map((line) => line.prime_line_item_id).filter((id) => id !== undefined);
    const different = new Set(ids).size;
    return different <= 1 || different === ids.length;
  });
  across("codeLength", ({ pcco, context }) => {
    const contract = context.prime_contract?.line_items ?? none;
    return (pcco.line_items ?? none).every((line) => {
      const code = line.billing_item_code ?? contract.find(({ id }) => id === line.prime_line_item_id)?.origin_code;
      return code !== undefined && [...code.trim()].length <= 10;
    });
  });
  across("uniquePairs", ({ pcco }) => {
    const lines = pcco.line_items ?? none;
    return (
      new Set(lines.map((line) => `${line.cost_code?.origin_id} ${line.line_item_type?.origin_id}`)).size ===
      lines.length
    );
  });
  across("totalMatches", ({ pcco }) => {
    if (pcco.grand_total === undefined || pcco.grand_total === null) return true;
    const cents = (amount: string): number => Math.round(Number(amount) * 100);
    const parts = [...(pcco.line_items ?? none), ...(pcco.markups ?? none)];
    return parts.reduce((sum, { amount }) => sum + cents(amount), 0) === cents(pcco.grand_total);
  });
  return ajv.compile(schema);
}

const money = { type: "string", pattern: "^-?[0-9]+(\\.[0-9]{1,2})?$" };
const text = { type: "string", minLength: 1 };

const schema: AnySchema = {
  type: "object",
  required: ["pcco", "context"],
  contractMatch: true,
  linesKnown: true,
  distinctOrSame: true,
  codeLength: true,
  uniquePairs: true,
  totalMatches: true,
  properties: {
    pcco: {
      type: "object",
      required: ["status", "created_at", "reviewed_at", "line_items"],
      properties: {
        status: {
          type: "string",
          enum: [
            "draft",
            "pending",
            "revised",
            "pricing",
            "not_pricing",
            "proceeding",
            "not_proceeding",
            "pending_billable",
            "approved",
            "no_charge",
            "rejected",
            "void",
          ],
          const: "approved",
        },
        created_at: { type: "string", format: "date-time" },
        reviewed_at: { type: "string", format: "date-time" },
        number: { type: "string", maxLength: 10 },
        title: { type: "string", maxLength: 255 },
        grand_total: { ...money, type: ["string", "null"] },
        line_items: {
          type: "array",
          minItems: 1,
          items: {
            type: "object",
            required: ["prime_line_item_id", "cost_code", "line_item_type"],
            properties: {
              amount: money,
              billing_item_code: { type: "string", maxLength: 10 },
              prime_line_item_id: { type: ["integer", "string"] },
              cost_code: { type: "object", required: ["origin_id"], properties: { origin_id: text } },
              line_item_type: { type: "object", required: ["origin_id"], properties: { origin_id: text } },
            },
          },
        },
      },
    },
    context: {
      type: "object",
      required: ["erp", "prime_contract"],
      properties: {
        erp: {
          type: "object",
          required: ["system", "features"],
          properties: {
            system: { const: "spectrum" },
            features: {
              type: "object",
              required: ["export_prime_contract_change_orders"],
              properties: { export_prime_contract_change_orders: { const: true } },
            },
          },
        },
        prime_contract: {
          type: "object",
          required: ["origin_id", "status", "accounting_method"],
          properties: {
            origin_id: text,
            status: { enum: ["Approved", "Complete"] },
            accounting_method: { const: "amount" },
          },
        },
      },
    },
  },
};
