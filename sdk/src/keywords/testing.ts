import { compileCheck, judgeValue } from "../check/condition.ts";
import { type Facts, NOT_GIVEN } from "../context/facts.ts";
import { compileFeature } from "../context/feature.ts";
import { compileFields, type Field } from "../context/field.ts";
import { BROKEN, DOES_NOT_APPLY, HOLDS, type Judgement, MISTYPED, UNKNOWN } from "../context/judgement.ts";
import { editValue } from "../document/edit-value.ts";
import { isList, isObject, type JsonObject } from "../document/value.ts";
import type { CheckKeywords, Field as FieldDefinition, Fix } from "../generated/types.ts";
import { keywords } from "./index.ts";
import type { Check, Keyword, Offence } from "./keyword.ts";
import { compileMessage, type Words } from "./message.ts";
import { show } from "./show.ts";

/** A small dictionary that the tests of the keywords share. */
export const dictionary = {
  number: { label: "Number", path: "number", type: "text" },
  id: { label: "Id", path: "id", type: "id" },
  status: {
    label: "Status",
    path: "status",
    type: "choice",
    choices: { draft: "Draft", approved: "Approved", no_charge: "No Charge", void: "Void" },
  },
  kind: {
    label: "Kind",
    path: "kind",
    type: "choice",
    choices: { lump_sum: "Lump Sum", LumpSum: "Lump Sum (old)", unit: "Unit Price" },
  },
  isPrivate: { label: "Private", path: "private", type: "boolean" },
  revision: { label: "Revision", path: "revision", type: "integer" },
  total: { label: "Amount", path: "grand_total", type: "money" },
  freight: { label: "Freight", path: "freight", type: "money" },
  day: { label: "Due Date", path: "due_date", type: "date" },
  created: { label: "Date", path: "created_at", type: "dateTime" },
  reviewed: { label: "Approved Date", path: "reviewed_at", type: "dateTime" },
  contractId: { label: "Contract id", path: "contract.id", type: "id" },
  erpId: { label: "ERP id", path: "erp.origin_id", type: "text" },
  lines: { label: "Lines", path: "line_items", type: "list" },
  amount: { label: "Line amount", path: "line_items[].amount", type: "money" },
  markup: { label: "Markup", path: "markup[].amount", type: "money" },
  group: { label: "Group", path: "line_items[].group", type: "text" },
  taxKind: { label: "Tax", path: "line_items[].tax", type: "choice", choices: { none: "No tax", full: "Full tax" } },
  lineItem: { label: "Associated Line Item", path: "line_items[].prime_line_item_id", type: "id" },
  code: {
    label: "Billing Item Code",
    path: "line_items[].billing_item_code",
    type: "text",
    otherwise: { from: "prime_contract.line_items", matching: { id: "lineItem" }, take: "origin_code" },
  },
  title: { label: "Title", path: "title", type: "text", otherwise: { field: "subject" } },
  subject: { label: "Subject", path: "subject", type: "text" },
  contractLines: { label: "Prime contract lines", in: "context", path: "prime_contract.line_items[].id", type: "id" },
  contractAmount: {
    label: "Contract amount",
    in: "context",
    path: "prime_contract.line_items[].amount",
    type: "money",
  },
  contractCode: {
    label: "Contract code",
    in: "context",
    path: "prime_contract.origin_id",
    type: "text",
    shownAt: "contractId",
  },
  contractFreight: { label: "Contract freight", in: "context", path: "prime_contract.freight", type: "money" },
  contractDay: { label: "Contract date", in: "context", path: "prime_contract.date", type: "date" },
  erpSystem: { label: "ERP system", in: "context", path: "erp.system", type: "text" },
  transactionDate: { label: "Transaction Date", in: "input", path: "transaction_date", type: "date" },
} as const satisfies Readonly<Record<string, FieldDefinition>>;

/** What a keyword is asked about; what is left out is empty. */
export interface Given {
  readonly document?: JsonObject;
  readonly context?: JsonObject;
  readonly input?: JsonObject;
  readonly at?: string;
}

const names: Readonly<Record<Judgement, string>> = {
  [DOES_NOT_APPLY]: "does not apply",
  [HOLDS]: "holds",
  [UNKNOWN]: "unknown",
  [MISTYPED]: "mistyped",
  [BROKEN]: "broken",
};

/** The facts of a case. */
export function factsOf({ document = {}, context = {}, input = {}, at }: Given): Facts {
  return { document, context, input, at };
}

const fields = compileFields(dictionary);

/** A field of the dictionary. */
export function fieldOf(name: keyof typeof dictionary): Field {
  return lookUp(name);
}

function lookUp(name: string): Field {
  const field = fields.get(name);
  if (field === undefined) throw new RangeError(`the dictionary of the tests has no field ${name}`);
  return field;
}

function compiled(
  settings: CheckKeywords,
  on: readonly (keyof typeof dictionary)[],
): { check: Check; keyword: Keyword } {
  const keyword = keywords.find(({ name }) => settings[name] !== undefined);
  if (keyword === undefined) throw new RangeError("no keyword is set");
  return { check: compileCheck(settings, { fields: on.map(lookUp), feature: undefined, field: lookUp }), keyword };
}

/** The words of a message, told of one place. */
type Told = Readonly<Record<string, string | number>>;

function told<About>(words: Words<About>, about: About): Told {
  return Object.fromEntries(
    Object.entries(words).map(([name, word]) => [name, typeof word === "function" ? word(about) : word]),
  );
}

/** A keyword on one field. */
export interface AskedValue {
  /** What it says: "holds", "broken", "unknown", "mistyped" or "does not apply". */
  judge(given: Given, line?: number): string;
  /** The message of a rule without one of its own. */
  message(given: Given, line?: number): string;
  words(given: Given, line?: number): Told;
  expected(given: Given, line?: number): string;
  fixes(given: Given, line?: number): readonly Fix[];
  /** What it says after each of its fixes was applied alone. */
  afterFixes(given: Given, line?: number): readonly string[];
  /** The parts of the context it lacks. */
  missing(given: Given, line?: number): readonly string[];
}

/** Puts a keyword on a field of the dictionary. */
export function onField(name: keyof typeof dictionary, settings: CheckKeywords): AskedValue {
  const { check, keyword } = compiled(settings, [name]);
  if (check.subject !== "value") throw new RangeError(`${keyword.name} does not ask one value at a time`);
  const field = lookUp(name);
  const look = (given: Given, line: number) => {
    const facts = factsOf(given);
    const items = field.list === undefined ? undefined : field.items(facts);
    const item = isList(items) ? items[line] : undefined;
    const index = field.list === undefined ? -1 : line;
    return { field, facts, item, index, value: field.read(facts, item), path: field.locate(facts, item, line) };
  };
  const lookAtBroken = (given: Given, line: number) => {
    const { expected } = check;
    const spot = look(given, line);
    return { ...spot, expected: typeof expected === "string" ? expected : expected(spot.facts, spot.item) };
  };
  const asked: AskedValue = {
    judge: (given, line = 0) => {
      const { facts, item, value } = look(given, line);
      return names[judgeValue(value, field, check, facts, item)];
    },
    message: (given, line = 0) =>
      compileMessage(keyword.message, {
        label: field.label,
        value: show(look(given, line).value, field),
        ...asked.words(given, line),
      })(undefined, 0),
    words: (given, line = 0) => {
      const words = told(check.words, lookAtBroken(given, line));
      const unknown = Object.keys(words).filter((word) => !keyword.words.includes(word));
      if (unknown.length > 0) throw new RangeError(`${keyword.name} does not list the words ${unknown.join(", ")}`);
      return words;
    },
    expected: (given, line = 0) => lookAtBroken(given, line).expected,
    fixes: (given, line = 0) => check.fixes(lookAtBroken(given, line)),
    afterFixes: (given, line = 0) =>
      asked.fixes(given, line).map((fix) => asked.judge({ ...given, document: applied(given, fix) }, line)),
    missing: (given, line = 0) => {
      const { facts, item, value } = look(given, line);
      return value === NOT_GIVEN ? [field.missing(facts, item)] : (check.missing?.(facts, item) ?? []);
    },
  };
  return asked;
}

/** A keyword that compares lines. */
export interface AskedList {
  readonly expected: string;
  judge(given: Given): string;
  /** Each place that breaks it: its message and pointer. */
  offences(given: Given): readonly string[];
  fixes(given: Given): readonly (readonly Fix[])[];
  /** What it says after the first fix of each offence was applied alone. */
  afterFixes(given: Given): readonly string[];
  missing(given: Given): readonly string[];
}

/** Puts a keyword on fields that stand on every line. */
export function onLines(on: readonly (keyof typeof dictionary)[], settings: CheckKeywords): AskedList {
  const { check, keyword } = compiled(settings, on);
  if (check.subject !== "list") throw new RangeError(`${keyword.name} does not compare lines`);
  const [field] = on.map(lookUp);
  const write = ({ received, words, path, index }: Offence): string => {
    const message = compileMessage(keyword.message, {
      label: field?.label ?? "",
      value: show(received, field),
      ...words,
    });
    return `${index} ${path} ${message(undefined, 0)}`;
  };
  const asked: AskedList = {
    expected: check.expected,
    judge: (given) => names[check.judge(factsOf(given))],
    offences: (given) => check.offences(factsOf(given)).map(write),
    fixes: (given) =>
      check.offences(factsOf(given)).map(({ fixes }) => (typeof fixes === "function" ? fixes() : fixes)),
    afterFixes: (given) =>
      asked
        .fixes(given)
        .flatMap(([fix]) => (fix === undefined ? [] : [asked.judge({ ...given, document: applied(given, fix) })])),
    missing: (given) => check.missing(factsOf(given)),
  };
  return asked;
}

function applied({ document = {} }: Given, fix: Fix): JsonObject {
  const edited = editValue(document, fix.edits);
  if (!isObject(edited)) throw new RangeError("a fix must leave a PCCO");
  return edited;
}

/** Puts a keyword on a toggle whose default is off. */
export function onToggle(settings: CheckKeywords) {
  const feature = compileFeature("export", { title: "Export", default: "off" }, undefined, undefined);
  const check = compileCheck(settings, { fields: [], feature, field: lookUp });
  if (check.subject !== "feature") throw new RangeError("the keyword does not ask a toggle");
  return {
    expected: check.expected,
    judge: (given: Given): string => names[check.test(factsOf(given))],
    words: (given: Given): Told => ({
      value: check.position(factsOf(given)),
      ...told(check.words, factsOf(given)),
    }),
    missing: (given: Given): readonly string[] => check.missing(factsOf(given)),
  };
}

/** The prime contract as the context gives it. */
export function contract(...lines: readonly unknown[]): JsonObject {
  return { prime_contract: { line_items: lines } };
}

/** A PCCO of these lines. */
export function lines(...items: readonly unknown[]): JsonObject {
  return { line_items: items };
}
