// What the tests of fields share: a dictionary with a field of each kind.
import type { JsonObject } from "../document/value.ts";
import type { Field as FieldDefinition } from "../generated/types.ts";
import type { Facts } from "./facts.ts";
import { compileFields, type Field } from "./field.ts";

const fields = compileFields({
  code: {
    label: "Code",
    path: "line_items[].code",
    type: "text",
    otherwise: { from: "prime_contract.line_items", matching: { id: "lineItem" }, take: "origin_code" },
  },
  lineItem: { label: "Line item", path: "line_items[].ref", type: "id" },
  status: { label: "Status", path: "status", type: "choice", choices: { draft: "Draft" } },
  erpId: { label: "ERP id", path: "erp.origin_id", type: "text" },
  deep: { label: "Deep", path: "a.b.c", type: "text" },
  tag: { label: "Tag", path: "tags[]", type: "text" },
  title: { label: "Title", path: "title", type: "text", otherwise: { field: "subject" } },
  subject: { label: "Subject", path: "subject", type: "text", otherwise: { field: "topic" } },
  topic: { label: "Topic", path: "topic", type: "text" },
  system: { label: "System", in: "context", path: "erp.system", type: "text", shownAt: "erpId" },
  project: { label: "Project", in: "context", path: "project", type: "text", otherwise: { field: "origin" } },
  origin: { label: "Origin", in: "context", path: "origin", type: "text" },
  contractDeep: { label: "Deep", in: "context", path: "x.y.z", type: "text" },
  contractLines: {
    label: "Contract lines",
    in: "context",
    path: "prime_contract.line_items[].id",
    type: "id",
    shownAt: "lineItem",
  },
  entered: { label: "Day", in: "input", path: "day", type: "date" },
  manager: {
    label: "Manager",
    path: "manager_code",
    type: "text",
    otherwise: { from: "people", matching: { id: "actor" }, take: "name" },
  },
  actor: { label: "Actor", in: "context", path: "actor.id", type: "id" },
} satisfies Record<string, FieldDefinition>);

/** A field of the dictionary. */
export function field(name: string): Field {
  const found = fields.get(name);
  if (found === undefined) throw new RangeError(name);
  return found;
}

export const facts = (parts: Partial<Facts>): Facts => ({ document: {}, context: {}, input: {}, ...parts });
export const read = (name: string, document: JsonObject) => field(name).read(facts({ document }), undefined);
export const readContext = (name: string, context: JsonObject) => field(name).read(facts({ context }), undefined);
