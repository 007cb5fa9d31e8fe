// Generated from rules/schema by `npm run generate`; do not edit.
import type { Facts } from "../context/facts.ts";
import { isKeyed } from "../document/value.ts";

// One function for each known property: a place in the code that always reads the same property is several times quicker.

/** Reads a property of the PCCO. */
export const documentGetters: Readonly<Record<string, (facts: Facts) => unknown>> = {
  "approved_on": (facts) => facts.document["approved_on"],
  "batch_id": (facts) => facts.document["batch_id"],
  "contract_id": (facts) => facts.document["contract_id"],
  "created_at": (facts) => facts.document["created_at"],
  "description": (facts) => facts.document["description"],
  "designated_reviewer": (facts) => facts.document["designated_reviewer"],
  "due_date": (facts) => facts.document["due_date"],
  "erp": (facts) => facts.document["erp"],
  "executed": (facts) => facts.document["executed"],
  "field_change": (facts) => facts.document["field_change"],
  "grand_total": (facts) => facts.document["grand_total"],
  "id": (facts) => facts.document["id"],
  "invoiced_date": (facts) => facts.document["invoiced_date"],
  "legacy_package_id": (facts) => facts.document["legacy_package_id"],
  "legacy_request_id": (facts) => facts.document["legacy_request_id"],
  "line_items": (facts) => facts.document["line_items"],
  "markups": (facts) => facts.document["markups"],
  "number": (facts) => facts.document["number"],
  "paid": (facts) => facts.document["paid"],
  "paid_date": (facts) => facts.document["paid_date"],
  "private": (facts) => facts.document["private"],
  "reference": (facts) => facts.document["reference"],
  "reviewed_at": (facts) => facts.document["reviewed_at"],
  "revised_substantial_completion_date": (facts) => facts.document["revised_substantial_completion_date"],
  "revision": (facts) => facts.document["revision"],
  "schedule_impact_amount": (facts) => facts.document["schedule_impact_amount"],
  "signature_required": (facts) => facts.document["signature_required"],
  "signed_change_order_received_date": (facts) => facts.document["signed_change_order_received_date"],
  "status": (facts) => facts.document["status"],
  "title": (facts) => facts.document["title"],
  "type": (facts) => facts.document["type"],
  "updated_at": (facts) => facts.document["updated_at"],
};

/** Reads a property of a value; `undefined` when it is none that has properties. */
export const getters: Readonly<Record<string, (facts: unknown, value: unknown) => unknown>> = {
  "accounting_method": (_, value) => (isKeyed(value) ? value["accounting_method"] : undefined),
  "actor": (_, value) => (isKeyed(value) ? value["actor"] : undefined),
  "amount": (_, value) => (isKeyed(value) ? value["amount"] : undefined),
  "approved_on": (_, value) => (isKeyed(value) ? value["approved_on"] : undefined),
  "batch_id": (_, value) => (isKeyed(value) ? value["batch_id"] : undefined),
  "billing_item_code": (_, value) => (isKeyed(value) ? value["billing_item_code"] : undefined),
  "can_push_to_accounting": (_, value) => (isKeyed(value) ? value["can_push_to_accounting"] : undefined),
  "code": (_, value) => (isKeyed(value) ? value["code"] : undefined),
  "contract_id": (_, value) => (isKeyed(value) ? value["contract_id"] : undefined),
  "cost_code": (_, value) => (isKeyed(value) ? value["cost_code"] : undefined),
  "created_at": (_, value) => (isKeyed(value) ? value["created_at"] : undefined),
  "description": (_, value) => (isKeyed(value) ? value["description"] : undefined),
  "designated_reviewer": (_, value) => (isKeyed(value) ? value["designated_reviewer"] : undefined),
  "due_date": (_, value) => (isKeyed(value) ? value["due_date"] : undefined),
  "erp": (_, value) => (isKeyed(value) ? value["erp"] : undefined),
  "erp_integrations": (_, value) => (isKeyed(value) ? value["erp_integrations"] : undefined),
  "executed": (_, value) => (isKeyed(value) ? value["executed"] : undefined),
  "extended_type": (_, value) => (isKeyed(value) ? value["extended_type"] : undefined),
  "features": (_, value) => (isKeyed(value) ? value["features"] : undefined),
  "field_change": (_, value) => (isKeyed(value) ? value["field_change"] : undefined),
  "full_code": (_, value) => (isKeyed(value) ? value["full_code"] : undefined),
  "grand_total": (_, value) => (isKeyed(value) ? value["grand_total"] : undefined),
  "history": (_, value) => (isKeyed(value) ? value["history"] : undefined),
  "id": (_, value) => (isKeyed(value) ? value["id"] : undefined),
  "invoiced_date": (_, value) => (isKeyed(value) ? value["invoiced_date"] : undefined),
  "is_budget_synced": (_, value) => (isKeyed(value) ? value["is_budget_synced"] : undefined),
  "is_erp_integrated": (_, value) => (isKeyed(value) ? value["is_erp_integrated"] : undefined),
  "last_event": (_, value) => (isKeyed(value) ? value["last_event"] : undefined),
  "legacy_package_id": (_, value) => (isKeyed(value) ? value["legacy_package_id"] : undefined),
  "legacy_request_id": (_, value) => (isKeyed(value) ? value["legacy_request_id"] : undefined),
  "line_item_type": (_, value) => (isKeyed(value) ? value["line_item_type"] : undefined),
  "line_items": (_, value) => (isKeyed(value) ? value["line_items"] : undefined),
  "markup_set": (_, value) => (isKeyed(value) ? value["markup_set"] : undefined),
  "markups": (_, value) => (isKeyed(value) ? value["markups"] : undefined),
  "messages": (_, value) => (isKeyed(value) ? value["messages"] : undefined),
  "name": (_, value) => (isKeyed(value) ? value["name"] : undefined),
  "number": (_, value) => (isKeyed(value) ? value["number"] : undefined),
  "origin_code": (_, value) => (isKeyed(value) ? value["origin_code"] : undefined),
  "origin_id": (_, value) => (isKeyed(value) ? value["origin_id"] : undefined),
  "paid": (_, value) => (isKeyed(value) ? value["paid"] : undefined),
  "paid_date": (_, value) => (isKeyed(value) ? value["paid_date"] : undefined),
  "percentage": (_, value) => (isKeyed(value) ? value["percentage"] : undefined),
  "position": (_, value) => (isKeyed(value) ? value["position"] : undefined),
  "prime_contract": (_, value) => (isKeyed(value) ? value["prime_contract"] : undefined),
  "prime_contracts": (_, value) => (isKeyed(value) ? value["prime_contracts"] : undefined),
  "prime_line_item_id": (_, value) => (isKeyed(value) ? value["prime_line_item_id"] : undefined),
  "private": (_, value) => (isKeyed(value) ? value["private"] : undefined),
  "project": (_, value) => (isKeyed(value) ? value["project"] : undefined),
  "quantity": (_, value) => (isKeyed(value) ? value["quantity"] : undefined),
  "reference": (_, value) => (isKeyed(value) ? value["reference"] : undefined),
  "revenue_budget_level": (_, value) => (isKeyed(value) ? value["revenue_budget_level"] : undefined),
  "reviewed_at": (_, value) => (isKeyed(value) ? value["reviewed_at"] : undefined),
  "revised_substantial_completion_date": (_, value) => (isKeyed(value) ? value["revised_substantial_completion_date"] : undefined),
  "revision": (_, value) => (isKeyed(value) ? value["revision"] : undefined),
  "schedule_impact_amount": (_, value) => (isKeyed(value) ? value["schedule_impact_amount"] : undefined),
  "signature_required": (_, value) => (isKeyed(value) ? value["signature_required"] : undefined),
  "signed_change_order_received_date": (_, value) => (isKeyed(value) ? value["signed_change_order_received_date"] : undefined),
  "status": (_, value) => (isKeyed(value) ? value["status"] : undefined),
  "system": (_, value) => (isKeyed(value) ? value["system"] : undefined),
  "title": (_, value) => (isKeyed(value) ? value["title"] : undefined),
  "transaction_date": (_, value) => (isKeyed(value) ? value["transaction_date"] : undefined),
  "type": (_, value) => (isKeyed(value) ? value["type"] : undefined),
  "unit_cost": (_, value) => (isKeyed(value) ? value["unit_cost"] : undefined),
  "uom": (_, value) => (isKeyed(value) ? value["uom"] : undefined),
  "updated_at": (_, value) => (isKeyed(value) ? value["updated_at"] : undefined),
  "wbs_code": (_, value) => (isKeyed(value) ? value["wbs_code"] : undefined),
};

/** Reads a property of each item of a list into another list. */
export const columnGetters: Readonly<Record<string, (values: readonly unknown[], out: unknown[], length: number) => void>> = {
  "amount": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["amount"] : undefined;
    }
  },
  "billing_item_code": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["billing_item_code"] : undefined;
    }
  },
  "code": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["code"] : undefined;
    }
  },
  "cost_code": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["cost_code"] : undefined;
    }
  },
  "description": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["description"] : undefined;
    }
  },
  "extended_type": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["extended_type"] : undefined;
    }
  },
  "full_code": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["full_code"] : undefined;
    }
  },
  "id": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["id"] : undefined;
    }
  },
  "line_item_type": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["line_item_type"] : undefined;
    }
  },
  "markup_set": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["markup_set"] : undefined;
    }
  },
  "name": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["name"] : undefined;
    }
  },
  "origin_id": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["origin_id"] : undefined;
    }
  },
  "percentage": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["percentage"] : undefined;
    }
  },
  "position": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["position"] : undefined;
    }
  },
  "prime_line_item_id": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["prime_line_item_id"] : undefined;
    }
  },
  "quantity": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["quantity"] : undefined;
    }
  },
  "unit_cost": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["unit_cost"] : undefined;
    }
  },
  "uom": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["uom"] : undefined;
    }
  },
  "wbs_code": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["wbs_code"] : undefined;
    }
  },
};
