// Generated from rules/schema by `npm run generate`; do not edit.
import type { Facts } from "../context/facts.ts";
import { isKeyed } from "../document/value.ts";

// One function for each known property: a place in the code that always reads the same property is several times quicker.

/** Reads a property of the PCCO. */
export const documentGetters: Readonly<Record<string, (facts: Facts) => unknown>> = {
  "accounting_method": (facts) => facts.document["accounting_method"],
  "actor": (facts) => facts.document["actor"],
  "amount": (facts) => facts.document["amount"],
  "approved_on": (facts) => facts.document["approved_on"],
  "asOf": (facts) => facts.document["asOf"],
  "at": (facts) => facts.document["at"],
  "batch_id": (facts) => facts.document["batch_id"],
  "billing_item_code": (facts) => facts.document["billing_item_code"],
  "broken": (facts) => facts.document["broken"],
  "by": (facts) => facts.document["by"],
  "can_push_to_accounting": (facts) => facts.document["can_push_to_accounting"],
  "code": (facts) => facts.document["code"],
  "contract_id": (facts) => facts.document["contract_id"],
  "cost_code": (facts) => facts.document["cost_code"],
  "created_at": (facts) => facts.document["created_at"],
  "description": (facts) => facts.document["description"],
  "designated_reviewer": (facts) => facts.document["designated_reviewer"],
  "due_date": (facts) => facts.document["due_date"],
  "erp": (facts) => facts.document["erp"],
  "erp_integrations": (facts) => facts.document["erp_integrations"],
  "event": (facts) => facts.document["event"],
  "events": (facts) => facts.document["events"],
  "executed": (facts) => facts.document["executed"],
  "extended_type": (facts) => facts.document["extended_type"],
  "features": (facts) => facts.document["features"],
  "field_change": (facts) => facts.document["field_change"],
  "from": (facts) => facts.document["from"],
  "full_code": (facts) => facts.document["full_code"],
  "grand_total": (facts) => facts.document["grand_total"],
  "history": (facts) => facts.document["history"],
  "id": (facts) => facts.document["id"],
  "input": (facts) => facts.document["input"],
  "invoiced_date": (facts) => facts.document["invoiced_date"],
  "is_budget_synced": (facts) => facts.document["is_budget_synced"],
  "is_erp_integrated": (facts) => facts.document["is_erp_integrated"],
  "last_event": (facts) => facts.document["last_event"],
  "legacy_package_id": (facts) => facts.document["legacy_package_id"],
  "legacy_request_id": (facts) => facts.document["legacy_request_id"],
  "line_item_type": (facts) => facts.document["line_item_type"],
  "line_items": (facts) => facts.document["line_items"],
  "markup_set": (facts) => facts.document["markup_set"],
  "markups": (facts) => facts.document["markups"],
  "messages": (facts) => facts.document["messages"],
  "name": (facts) => facts.document["name"],
  "number": (facts) => facts.document["number"],
  "origin_code": (facts) => facts.document["origin_code"],
  "origin_id": (facts) => facts.document["origin_id"],
  "outcome": (facts) => facts.document["outcome"],
  "paid": (facts) => facts.document["paid"],
  "paid_date": (facts) => facts.document["paid_date"],
  "percentage": (facts) => facts.document["percentage"],
  "position": (facts) => facts.document["position"],
  "prime_contract": (facts) => facts.document["prime_contract"],
  "prime_contracts": (facts) => facts.document["prime_contracts"],
  "prime_line_item_id": (facts) => facts.document["prime_line_item_id"],
  "private": (facts) => facts.document["private"],
  "project": (facts) => facts.document["project"],
  "quantity": (facts) => facts.document["quantity"],
  "reference": (facts) => facts.document["reference"],
  "revenue_budget_level": (facts) => facts.document["revenue_budget_level"],
  "reviewed_at": (facts) => facts.document["reviewed_at"],
  "revised_substantial_completion_date": (facts) => facts.document["revised_substantial_completion_date"],
  "revision": (facts) => facts.document["revision"],
  "rules": (facts) => facts.document["rules"],
  "schedule_impact_amount": (facts) => facts.document["schedule_impact_amount"],
  "signature_required": (facts) => facts.document["signature_required"],
  "signed_change_order_received_date": (facts) => facts.document["signed_change_order_received_date"],
  "status": (facts) => facts.document["status"],
  "system": (facts) => facts.document["system"],
  "title": (facts) => facts.document["title"],
  "to": (facts) => facts.document["to"],
  "transaction_date": (facts) => facts.document["transaction_date"],
  "type": (facts) => facts.document["type"],
  "unit_cost": (facts) => facts.document["unit_cost"],
  "unknown": (facts) => facts.document["unknown"],
  "uom": (facts) => facts.document["uom"],
  "updated_at": (facts) => facts.document["updated_at"],
  "wbs_code": (facts) => facts.document["wbs_code"],
};

/** Reads a property of a value; `undefined` when it is none that has properties. */
export const getters: Readonly<Record<string, (facts: unknown, value: unknown) => unknown>> = {
  "accounting_method": (_, value) => (isKeyed(value) ? value["accounting_method"] : undefined),
  "actor": (_, value) => (isKeyed(value) ? value["actor"] : undefined),
  "amount": (_, value) => (isKeyed(value) ? value["amount"] : undefined),
  "approved_on": (_, value) => (isKeyed(value) ? value["approved_on"] : undefined),
  "asOf": (_, value) => (isKeyed(value) ? value["asOf"] : undefined),
  "at": (_, value) => (isKeyed(value) ? value["at"] : undefined),
  "batch_id": (_, value) => (isKeyed(value) ? value["batch_id"] : undefined),
  "billing_item_code": (_, value) => (isKeyed(value) ? value["billing_item_code"] : undefined),
  "broken": (_, value) => (isKeyed(value) ? value["broken"] : undefined),
  "by": (_, value) => (isKeyed(value) ? value["by"] : undefined),
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
  "event": (_, value) => (isKeyed(value) ? value["event"] : undefined),
  "events": (_, value) => (isKeyed(value) ? value["events"] : undefined),
  "executed": (_, value) => (isKeyed(value) ? value["executed"] : undefined),
  "extended_type": (_, value) => (isKeyed(value) ? value["extended_type"] : undefined),
  "features": (_, value) => (isKeyed(value) ? value["features"] : undefined),
  "field_change": (_, value) => (isKeyed(value) ? value["field_change"] : undefined),
  "from": (_, value) => (isKeyed(value) ? value["from"] : undefined),
  "full_code": (_, value) => (isKeyed(value) ? value["full_code"] : undefined),
  "grand_total": (_, value) => (isKeyed(value) ? value["grand_total"] : undefined),
  "history": (_, value) => (isKeyed(value) ? value["history"] : undefined),
  "id": (_, value) => (isKeyed(value) ? value["id"] : undefined),
  "input": (_, value) => (isKeyed(value) ? value["input"] : undefined),
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
  "outcome": (_, value) => (isKeyed(value) ? value["outcome"] : undefined),
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
  "rules": (_, value) => (isKeyed(value) ? value["rules"] : undefined),
  "schedule_impact_amount": (_, value) => (isKeyed(value) ? value["schedule_impact_amount"] : undefined),
  "signature_required": (_, value) => (isKeyed(value) ? value["signature_required"] : undefined),
  "signed_change_order_received_date": (_, value) => (isKeyed(value) ? value["signed_change_order_received_date"] : undefined),
  "status": (_, value) => (isKeyed(value) ? value["status"] : undefined),
  "system": (_, value) => (isKeyed(value) ? value["system"] : undefined),
  "title": (_, value) => (isKeyed(value) ? value["title"] : undefined),
  "to": (_, value) => (isKeyed(value) ? value["to"] : undefined),
  "transaction_date": (_, value) => (isKeyed(value) ? value["transaction_date"] : undefined),
  "type": (_, value) => (isKeyed(value) ? value["type"] : undefined),
  "unit_cost": (_, value) => (isKeyed(value) ? value["unit_cost"] : undefined),
  "unknown": (_, value) => (isKeyed(value) ? value["unknown"] : undefined),
  "uom": (_, value) => (isKeyed(value) ? value["uom"] : undefined),
  "updated_at": (_, value) => (isKeyed(value) ? value["updated_at"] : undefined),
  "wbs_code": (_, value) => (isKeyed(value) ? value["wbs_code"] : undefined),
};

/** Reads a property of each value of a list into another list. */
export const columnGetters: Readonly<Record<string, (values: readonly unknown[], out: unknown[], length: number) => void>> = {
  "accounting_method": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["accounting_method"] : undefined;
    }
  },
  "actor": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["actor"] : undefined;
    }
  },
  "amount": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["amount"] : undefined;
    }
  },
  "approved_on": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["approved_on"] : undefined;
    }
  },
  "asOf": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["asOf"] : undefined;
    }
  },
  "at": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["at"] : undefined;
    }
  },
  "batch_id": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["batch_id"] : undefined;
    }
  },
  "billing_item_code": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["billing_item_code"] : undefined;
    }
  },
  "broken": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["broken"] : undefined;
    }
  },
  "by": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["by"] : undefined;
    }
  },
  "can_push_to_accounting": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["can_push_to_accounting"] : undefined;
    }
  },
  "code": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["code"] : undefined;
    }
  },
  "contract_id": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["contract_id"] : undefined;
    }
  },
  "cost_code": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["cost_code"] : undefined;
    }
  },
  "created_at": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["created_at"] : undefined;
    }
  },
  "description": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["description"] : undefined;
    }
  },
  "designated_reviewer": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["designated_reviewer"] : undefined;
    }
  },
  "due_date": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["due_date"] : undefined;
    }
  },
  "erp": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["erp"] : undefined;
    }
  },
  "erp_integrations": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["erp_integrations"] : undefined;
    }
  },
  "event": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["event"] : undefined;
    }
  },
  "events": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["events"] : undefined;
    }
  },
  "executed": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["executed"] : undefined;
    }
  },
  "extended_type": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["extended_type"] : undefined;
    }
  },
  "features": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["features"] : undefined;
    }
  },
  "field_change": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["field_change"] : undefined;
    }
  },
  "from": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["from"] : undefined;
    }
  },
  "full_code": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["full_code"] : undefined;
    }
  },
  "grand_total": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["grand_total"] : undefined;
    }
  },
  "history": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["history"] : undefined;
    }
  },
  "id": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["id"] : undefined;
    }
  },
  "input": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["input"] : undefined;
    }
  },
  "invoiced_date": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["invoiced_date"] : undefined;
    }
  },
  "is_budget_synced": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["is_budget_synced"] : undefined;
    }
  },
  "is_erp_integrated": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["is_erp_integrated"] : undefined;
    }
  },
  "last_event": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["last_event"] : undefined;
    }
  },
  "legacy_package_id": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["legacy_package_id"] : undefined;
    }
  },
  "legacy_request_id": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["legacy_request_id"] : undefined;
    }
  },
  "line_item_type": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["line_item_type"] : undefined;
    }
  },
  "line_items": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["line_items"] : undefined;
    }
  },
  "markup_set": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["markup_set"] : undefined;
    }
  },
  "markups": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["markups"] : undefined;
    }
  },
  "messages": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["messages"] : undefined;
    }
  },
  "name": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["name"] : undefined;
    }
  },
  "number": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["number"] : undefined;
    }
  },
  "origin_code": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["origin_code"] : undefined;
    }
  },
  "origin_id": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["origin_id"] : undefined;
    }
  },
  "outcome": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["outcome"] : undefined;
    }
  },
  "paid": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["paid"] : undefined;
    }
  },
  "paid_date": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["paid_date"] : undefined;
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
  "prime_contract": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["prime_contract"] : undefined;
    }
  },
  "prime_contracts": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["prime_contracts"] : undefined;
    }
  },
  "prime_line_item_id": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["prime_line_item_id"] : undefined;
    }
  },
  "private": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["private"] : undefined;
    }
  },
  "project": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["project"] : undefined;
    }
  },
  "quantity": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["quantity"] : undefined;
    }
  },
  "reference": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["reference"] : undefined;
    }
  },
  "revenue_budget_level": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["revenue_budget_level"] : undefined;
    }
  },
  "reviewed_at": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["reviewed_at"] : undefined;
    }
  },
  "revised_substantial_completion_date": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["revised_substantial_completion_date"] : undefined;
    }
  },
  "revision": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["revision"] : undefined;
    }
  },
  "rules": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["rules"] : undefined;
    }
  },
  "schedule_impact_amount": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["schedule_impact_amount"] : undefined;
    }
  },
  "signature_required": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["signature_required"] : undefined;
    }
  },
  "signed_change_order_received_date": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["signed_change_order_received_date"] : undefined;
    }
  },
  "status": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["status"] : undefined;
    }
  },
  "system": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["system"] : undefined;
    }
  },
  "title": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["title"] : undefined;
    }
  },
  "to": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["to"] : undefined;
    }
  },
  "transaction_date": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["transaction_date"] : undefined;
    }
  },
  "type": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["type"] : undefined;
    }
  },
  "unit_cost": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["unit_cost"] : undefined;
    }
  },
  "unknown": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["unknown"] : undefined;
    }
  },
  "uom": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["uom"] : undefined;
    }
  },
  "updated_at": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["updated_at"] : undefined;
    }
  },
  "wbs_code": (values, out, length) => {
    for (let index = 0; index < length; index++) {
      const value = values[index];
      out[index] = isKeyed(value) ? value["wbs_code"] : undefined;
    }
  },
};
