// Random rules over fields of every kind.
import fc from "fast-check";
import type { Field } from "../../generated/types.ts";
import { keywords } from "../../keywords/index.ts";
import { emittedChecks } from "../emit-checks.ts";

const lookUp = { from: "prime_contract.line_items", take: "origin_code" };

/** Fields of every type and place, also where nobody would put one. */
export const dictionary: Readonly<Record<string, Field>> = {
  status: { label: "Status", path: "status", type: "choice", choices: { approved: "Approved", draft: "Draft" } },
  number: { label: "Number", path: "number", type: "text" },
  title: { label: "Title", path: "title", type: "text", otherwise: { field: "subject" } },
  subject: { label: "Subject", path: "subject", type: "text" },
  date: { label: "Date", path: "created_at", type: "dateTime" },
  approved: { label: "Approved", path: "reviewed_at", type: "dateTime", otherwise: { field: "approvedOn" } },
  approvedOn: { label: "Approved on", path: "approved_on", type: "dateTime" },
  day: { label: "Due", path: "due_date", type: "date" },
  total: { label: "Total", path: "grand_total", type: "money" },
  freight: { label: "Freight", path: "freight", type: "money" },
  ownId: { label: "Id", path: "id", type: "id" },
  contractId: { label: "Contract", path: "contract_id", type: "id" },
  isPrivate: { label: "Private", path: "private", type: "boolean" },
  revision: { label: "Revision", path: "revision", type: "integer" },
  lines: { label: "Lines", path: "line_items", type: "list" },
  lineCount: { label: "Count", path: "line_items.length", type: "integer" },
  maker: { label: "Maker", path: "constructor", type: "text" },
  makerName: { label: "Maker's name", path: "__proto__.length", type: "integer" },
  lineId: { label: "Line's id", path: "line_items[].id", type: "id" },
  lineItem: { label: "Line item", path: "line_items[].prime_line_item_id", type: "id" },
  lineItemText: { label: "Line item", path: "line_items[].prime_line_item_id", type: "text" },
  amount: { label: "Amount", path: "line_items[].amount", type: "money" },
  code: {
    label: "Code",
    path: "line_items[].billing_item_code",
    type: "text",
    otherwise: { ...lookUp, matching: { id: "lineItem" } },
  },
  costCode: { label: "Cost code", path: "line_items[].cost_code.origin_id", type: "text", otherwise: { field: "wbs" } },
  costType: { label: "Cost type", path: "line_items[].line_item_type.origin_id", type: "text" },
  wbs: { label: "WBS", path: "line_items[].wbs_code.flat_code", type: "text" },
  wbsItem: {
    label: "WBS or else",
    path: "line_items[].wbs_code.flat_code",
    type: "text",
    otherwise: { field: "code" },
  },
  note: { label: "Note", path: "line_items[].note", type: "text" },
  kind: { label: "Kind", path: "line_items[].kind", type: "choice", choices: { lump: "Lump", unit: "Unit" } },
  flag: { label: "Flag", path: "line_items[].flag", type: "boolean" },
  pieces: { label: "Pieces", path: "line_items[].pieces", type: "integer" },
  due: { label: "Due", path: "line_items[].due", type: "date" },
  parts: { label: "Parts", path: "line_items[].parts", type: "list" },
  partCount: { label: "Parts", path: "line_items[].parts.length", type: "integer" },
  // looked up by a value of the PCCO, whose property lines have too
  codeOfContract: {
    label: "Code",
    path: "line_items[].none",
    type: "text",
    otherwise: { ...lookUp, matching: { id: "ownId" } },
  },
  // a field of the PCCO that is looked up by one of its lines: there is none to read
  codeOfLine: { label: "Code", path: "code", type: "text", otherwise: { ...lookUp, matching: { id: "lineItem" } } },
  markup: { label: "Markup", path: "markups[].amount", type: "money" },
  markupCode: { label: "Markup code", path: "markups[].code", type: "text" },
  contract: { label: "Contract", in: "context", path: "prime_contract.id", type: "id" },
  contractStatus: { label: "Status", in: "context", path: "prime_contract.status", type: "text" },
  contractCode: {
    label: "Code",
    in: "context",
    path: "prime_contract.code",
    type: "text",
    otherwise: { field: "contractNote" },
  },
  contractNote: { label: "Note", in: "context", path: "prime_contract.note", type: "text" },
  contractDay: { label: "Day", in: "context", path: "prime_contract.date", type: "date" },
  system: { label: "System", in: "context", path: "erp.system", type: "text" },
  contractLines: { label: "Lines", in: "context", path: "prime_contract.line_items[].id", type: "id" },
  contractCodes: { label: "Codes", in: "context", path: "prime_contract.line_items[].origin_code", type: "text" },
  contractAmounts: { label: "Amounts", in: "context", path: "prime_contract.line_items[].amount", type: "money" },
  contractSizes: { label: "Sizes", in: "context", path: "prime_contract.line_items[].length", type: "id" },
  entered: { label: "Entered", in: "input", path: "transaction_date", type: "date" },
};

export const features = {
  export_prime_contract_change_orders: {
    title: "Export",
    default: "off",
    where: { field: "system", equals: "spectrum" },
  },
  plain: { title: "Plain", default: "on" },
};

const names = Object.keys(dictionary);

function namesOf(...types: readonly string[]): readonly string[] {
  return names.filter((name) => types.includes(dictionary[name]?.type ?? ""));
}

const word = fc.constantFrom(
  "S",
  "approved",
  "7001",
  "901",
  "a",
  "Approved",
  "spectrum",
  "lump",
  "2025-03-04",
  "Canopy",
  "3307",
  "0010",
  " ",
);

/** Settings of each keyword, most of which most PCCOs keep. */
const settings: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  required: fc.constant(true),
  absent: fc.constant(true),
  equals: fc.oneof(
    word,
    fc.constantFrom<string | number | boolean>(1, true, 901, 7001),
    fc.constantFrom(...names).map((field) => ({ field })),
  ),
  oneOf: fc.oneof(
    fc.uniqueArray(word, { minLength: 1, maxLength: 4 }),
    fc.constantFrom(["approved", "draft"], ["a", "b", "S"], ["lump"], ["901", "7001"], ["S", "M", "L"]),
  ),
  maxLength: fc.constantFrom(10, 4, 3, 255, 1),
  minLength: fc.constantFrom(1, 2, 4),
  pattern: fc.constantFrom("[A-Za-z0-9]+", "[0-9]+", ".*"),
  format: fc.constantFrom("decimal", "date", "dateTime"),
  minimum: fc.constantFrom<string | number>("0", -1000, "0.00"),
  maximum: fc.constantFrom<string | number>("1000.00", 3),
  maxDecimals: fc.constantFrom(2, 3, 1, 0),
  minItems: fc.constantFrom(1, 2),
  refersTo: fc.constantFrom("contractLines", "contractCodes", "lineId", "lineItem", "note", "contractSizes"),
  distinct: fc.constant(true),
  distinctOrSame: fc.constant(true),
  same: fc.constant(true),
  sumEquals: fc.oneof(
    fc.constant(["amount", "markup"]),
    fc.uniqueArray(fc.constantFrom(...namesOf("money")), { minLength: 1, maxLength: 2 }),
  ),
  notBefore: fc.constantFrom("2025-01-01", ...namesOf("date", "dateTime")),
};

/** Those that can be written ahead of time stand here three times. */
const asking = keywords
  .filter(({ name }) => name !== "is")
  .flatMap((each) => (emittedChecks[each.name] === undefined ? [each] : [each, each, each]));

/** Conditions that can be written ahead of time, and are met or not about as often. */
const plain = fc.constantFrom<object>(
  { field: "status", equals: "approved" },
  { field: "ownId", equals: "7001" },
  { field: "ownId", oneOf: ["7002", "3307"] },
  { field: "contractId", equals: "901" },
  { field: "contractCode", absent: true },
  { field: "system", oneOf: ["spectrum", "S"] },
  { field: "title", required: true },
  { field: "codeOfLine", absent: true },
);

/** One keyword with what it is put on. */
const check = (most: number): fc.Arbitrary<object> =>
  fc
    .constantFrom(...asking)
    .chain(({ name, on }) =>
      fc
        .tuple(
          fc.uniqueArray(fc.constantFrom(...namesOf(...on)), { minLength: 1, maxLength: most }),
          settings[name] ?? fc.constant(true),
        )
        .map(([fields, setting]) =>
          fields.length === 1 ? { field: fields[0], [name]: setting } : { fields, [name]: setting },
        ),
    );

const toggle = fc.record({ feature: fc.constantFrom(...Object.keys(features)), is: fc.constantFrom("on", "off") });

const { condition } = fc.letrec<{ condition: object }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 2 },
    { weight: 3, arbitrary: plain },
    { weight: 3, arbitrary: check(1) },
    { weight: 2, arbitrary: toggle },
    { weight: 1, arbitrary: fc.record({ not: tie("condition") }) },
    { weight: 1, arbitrary: fc.record({ all: fc.array(tie("condition"), { minLength: 1, maxLength: 2 }) }) },
    { weight: 1, arbitrary: fc.record({ any: fc.array(tie("condition"), { minLength: 1, maxLength: 3 }) }) },
  ),
}));

const head = fc.constant({ severity: "error", stage: "send", source: "page" });

/** A rule as a rule file has it. Not each is one that loading accepts. */
export const rule: fc.Arbitrary<object> = fc
  .tuple(head, fc.oneof({ weight: 8, arbitrary: check(3) }, { weight: 1, arbitrary: toggle }), fc.option(condition))
  .map(([start, asked, when]) => ({ ...start, ...asked, ...(when === null ? {} : { when }) }));
