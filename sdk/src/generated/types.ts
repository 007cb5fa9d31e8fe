// Generated from rules/schema by `npm run generate`; do not edit.

/**
 * A cost code or a cost type (line item type), with its id in the ERP system.
 */
export type PccoCode = {
  /**
   * Procore's id.
   */
  id?: number | string;
  /**
   * Short code.
   */
  code?: string | null;
  /**
   * Full code.
   */
  full_code?: string | null;
  /**
   * Name.
   */
  name?: string | null;
  /**
   * Its id in the ERP system; missing while it is not synced.
   */
  origin_id?: string | null;
  [k: string]: unknown;
} | null;
/**
 * Where the PCCO stands on its way into the ERP system. Absent means `not_in_erp`. The only part an event writes, besides the document status when it is approved.
 */
export type PccoErpState = {
  /**
   * ERP status; absent means `not_in_erp`.
   */
  status?: string | null;
  /**
   * The event that led to this state.
   */
  last_event?: string | null;
  /**
   * Counts the events so far, from 0; an event asked for with another revision is refused as stale.
   */
  revision?: number;
  /**
   * The record's id in the ERP system, once synced.
   */
  origin_id?: string | null;
  /**
   * Transaction Date given at acceptance, `YYYY-MM-DD`.
   */
  transaction_date?: string | null;
  /**
   * What the ERP system said when the last export failed.
   */
  messages?: readonly string[] | null;
  /**
   * Every event so far, oldest first.
   */
  history?: readonly PccoHistoryRecord[] | null;
  [k: string]: unknown;
} | null;
/**
 * Whether a feature is switched on.
 */
export type Toggle = "on" | "off";
/**
 */
export type Names = readonly string[];
/**
 * `error` blocks, `warning` and `info` are reported, `off` is not asked.
 */
export type RuleSeverity = "error" | "warning" | "info" | "off";
/**
 * When a rule is asked: on `save`, on `send` to the ERP Integrations tool, or on `export` to the ERP system.
 */
export type Stage = "save" | "send" | "export";
/**
 * Colour of the ERP icon at the top of the page.
 */
export type Icon = "none" | "blue" | "green" | "yellow";
/**
 * A state, or a state reached by a certain event.
 */
export type FromState =
  | string
  | {
      /**
       * The ERP status.
       */
      state: string;
      /**
       * The event that must have come last.
       */
      after: string;
    };
/**
 * `exportable`: nothing blocks. `blocked`: an error does. `unknown`: nothing blocks, but facts to judge a rule are missing. `unreadable`: the text holds no PCCO.
 */
export type ReportOutcome = "exportable" | "blocked" | "unknown" | "unreadable";

/**
 * One Prime Contract Change Order in the form in which Procore's REST API hands it out, with its lines and with where it stands on the way to the ERP system. Fields that are not named here are left alone.
 */
export interface Pcco {
  /**
   * The rule set this PCCO is checked against, as `id@range`, for example `spectrum/pcco@1`.
   */
  $rules?: string;
  /**
   * The surroundings this PCCO is judged against: a path from this file, or the mapping itself. Without it the nearest `pcco.context.yaml` upwards is taken.
   */
  $context?: string | PccoContext;
  /**
   * What a check of this file must find. Read by tests, never by a check.
   */
  $expect?:
    | readonly string[]
    | {
        outcome?: "exportable" | "blocked" | "unknown" | "unreadable";
        /**
         * The event the check is made for.
         */
        event?: string;
        /**
         * The day the check is made as of.
         */
        asOf?: string;
        /**
         * What is entered for events that take it.
         */
        input?: {
          [k: string]: unknown;
        };
        broken?: readonly string[];
        unknown?: readonly string[];
        /**
         * For each event the ERP status it leads to, or the kinds of reasons for which it is refused.
         */
        events?: {
          [k: string]: string | ("state" | "role" | "rule" | "input" | "stale")[];
        };
      };
  /**
   * Procore's id of the PCCO.
   */
  id?: number | string;
  /**
   * The batch (2-tier PCCO header) it belongs to.
   */
  batch_id?: number | string | null;
  /**
   * Procore's id of the prime contract it changes.
   */
  contract_id?: number | string | null;
  /**
   * Id of the change order package behind it.
   */
  legacy_package_id?: number | string | null;
  /**
   * Id of the change order request behind it.
   */
  legacy_request_id?: number | string | null;
  /**
   * Procore's record type, `PrimeChangeOrder`.
   */
  type?: string | null;
  /**
   * Change order number (#). Becomes the Change Request ID in Spectrum.
   */
  number?: string | null;
  /**
   * Procore's revision of the change order.
   */
  revision?: number | null;
  /**
   * Title.
   */
  title?: string | null;
  /**
   * Description. Becomes the Change Request Description in Spectrum.
   */
  description?: string | null;
  /**
   * Free reference text.
   */
  reference?: string | null;
  /**
   * Document status: one of Procore's 12 tokens. Only `approved` can be sent to ERP.
   */
  status?: string | null;
  /**
   * Date Created, shown to people as Date.
   */
  created_at?: string | null;
  /**
   * When the PCCO last changed.
   */
  updated_at?: string | null;
  /**
   * Approved Date. Becomes the Approval Date in Spectrum.
   */
  reviewed_at?: string | null;
  /**
   * Approved date as the ERP request names it; read when `reviewed_at` is missing.
   */
  approved_on?: string | null;
  /**
   * Due date.
   */
  due_date?: string | null;
  /**
   * Invoiced date.
   */
  invoiced_date?: string | null;
  /**
   * Paid date.
   */
  paid_date?: string | null;
  /**
   * When the signed change order came back.
   */
  signed_change_order_received_date?: string | null;
  /**
   * Revised substantial completion date.
   */
  revised_substantial_completion_date?: string | null;
  /**
   * Schedule impact in days.
   */
  schedule_impact_amount?: number | null;
  /**
   * Whether it is executed.
   */
  executed?: boolean | null;
  /**
   * Whether it is paid.
   */
  paid?: boolean | null;
  /**
   * Whether it is private.
   */
  private?: boolean | null;
  /**
   * Whether it is a field change.
   */
  field_change?: boolean | null;
  /**
   * Whether a signature is required.
   */
  signature_required?: boolean | null;
  /**
   * Total with markup, as a decimal string.
   */
  grand_total?: string | null;
  /**
   * The one person who may approve or reject it besides administrators.
   */
  designated_reviewer?: {
    [k: string]: unknown;
  } | null;
  /**
   * Schedule of Values lines.
   */
  line_items?: readonly PccoLineItem[] | null;
  /**
   * Markups on the subtotal (vertical) or on lines (horizontal), with the amount each adds.
   */
  markups?: readonly PccoMarkup[] | null;
  erp?: PccoErpState;
  [k: string]: unknown;
}
/**
 * What a PCCO is judged against: the ERP system and its toggles, the project, the prime contract and the person. A part that is not given makes the rules that need it unknown.
 */
export interface PccoContext {
  erp?: ContextErp;
  project?: ContextProject;
  prime_contract?: ContextPrimeContract;
  actor?: Actor;
  [k: string]: unknown;
}
/**
 * The ERP system the company exports to.
 */
export interface ContextErp {
  /**
   * The ERP system, for example `spectrum`.
   */
  system?: string;
  /**
   * Toggles of the ERP Integrations tool, by name; a toggle not listed here has its default.
   */
  features?: {
    [k: string]: boolean;
  };
  [k: string]: unknown;
}
/**
 * The Procore project.
 */
export interface ContextProject {
  /**
   * Procore's id of the project.
   */
  id?: number | string;
  /**
   * Whether the project is synced with the ERP system.
   */
  is_erp_integrated?: boolean | null;
  /**
   * The job's id in the ERP system.
   */
  origin_id?: string | null;
  /**
   * Whether the project's budget is synced with the ERP system. Asked for Sage Intacct.
   */
  is_budget_synced?: boolean | null;
  /**
   * The job's Revenue Budget Level in Acumatica, for example `Task`.
   */
  revenue_budget_level?: string | null;
  [k: string]: unknown;
}
/**
 * The prime contract that the PCCO changes.
 */
export interface ContextPrimeContract {
  /**
   * Procore's id of the contract.
   */
  id?: number | string;
  /**
   * Contract number.
   */
  number?: string | null;
  /**
   * Contract status: Draft, Out For Bid, Out For Signature, Approved, Complete or Terminated.
   */
  status?: string | null;
  /**
   * `amount` or `unit`.
   */
  accounting_method?: string | null;
  /**
   * The contract's id in the ERP system; null while it is not synced.
   */
  origin_id?: string | null;
  /**
   * The contract's own Schedule of Values lines.
   */
  line_items?: readonly ContextContractLine[] | null;
  [k: string]: unknown;
}
/**
 * One Schedule of Values line of the prime contract.
 */
export interface ContextContractLine {
  /**
   * Procore's id of the line.
   */
  id?: number | string;
  /**
   * Description of the line.
   */
  description?: string | null;
  /**
   * The billing item's code in the ERP system.
   */
  origin_code?: string | null;
  [k: string]: unknown;
}
/**
 * The person, or the integration's service account, that wants something to happen.
 */
export interface Actor {
  /**
   * Procore's id of the person.
   */
  id?: number | string;
  /**
   * Permission on the project's Prime Contracts tool.
   */
  prime_contracts?: "none" | "read_only" | "standard" | "admin";
  /**
   * Permission on the company's ERP Integrations tool.
   */
  erp_integrations?: "none" | "read_only" | "standard" | "admin";
  /**
   * The user flag Can Push to Accounting.
   */
  can_push_to_accounting?: boolean;
  /**
   * Whether this person is the PCCO's Designated Reviewer.
   */
  designated_reviewer?: boolean;
  /**
   * Whether this is the integration's service account.
   */
  system?: boolean;
  [k: string]: unknown;
}
/**
 * One Schedule of Values line of a PCCO.
 */
export interface PccoLineItem {
  /**
   * Procore's id of the line.
   */
  id?: number | string;
  /**
   * Place of the line, from 1.
   */
  position?: number | null;
  /**
   * Description of the line.
   */
  description?: string | null;
  /**
   * Amount, as a decimal string.
   */
  amount?: string | null;
  /**
   * Quantity; unit-based Schedule of Values only.
   */
  quantity?: number | string | null;
  /**
   * Unit cost, as a decimal string.
   */
  unit_cost?: string | null;
  /**
   * Unit of measure.
   */
  uom?: string | null;
  /**
   * `manual` or `calculated`.
   */
  extended_type?: string | null;
  cost_code?: PccoCode;
  line_item_type?: PccoCode;
  /**
   * Work breakdown code of the line (v2.0).
   */
  wbs_code?: {
    [k: string]: unknown;
  } | null;
  /**
   * Associated Line Item: the prime contract line this line belongs to.
   */
  prime_line_item_id?: number | string | null;
  /**
   * Billing Item Code. A line without one has that of its Associated Line Item.
   */
  billing_item_code?: string | null;
  [k: string]: unknown;
}
/**
 * One markup of a PCCO.
 */
export interface PccoMarkup {
  /**
   * Procore's id of the markup.
   */
  id?: number | string;
  /**
   * Name of the markup.
   */
  name?: string | null;
  /**
   * `horizontal` (a line) or `vertical` (the subtotal).
   */
  markup_set?: string | null;
  /**
   * Percentage, as a decimal string.
   */
  percentage?: string | null;
  /**
   * Amount it adds, as a decimal string.
   */
  amount?: string | null;
  /**
   * The prime contract line its revenue belongs to.
   */
  prime_line_item_id?: number | string | null;
  [k: string]: unknown;
}
/**
 * One event that happened to the PCCO.
 */
export interface PccoHistoryRecord {
  /**
   * Name of the event.
   */
  event: string;
  /**
   * When it happened, as RFC 3339 date and time.
   */
  at: string;
  /**
   * Procore's id of the person or service account.
   */
  by?: number | string;
  /**
   * ERP status before.
   */
  from: string;
  /**
   * ERP status after.
   */
  to: string;
  /**
   * What was entered for the event.
   */
  input?: {
    [k: string]: unknown;
  };
  /**
   * Rule set and version that allowed it.
   */
  rules?: string;
  [k: string]: unknown;
}
/**
 * A rule set, format 1: the rules a PCCO must keep, the life cycle it goes through, and who may do what.
 */
export interface RuleFile {
  /**
   * Version of the rule language. This product reads format 1.
   */
  format: 1;
  /**
   * Name of the rule set, for example `spectrum/pcco`.
   */
  ruleSet: string;
  /**
   * Semantic version of this rule set, for example `1.0.0`. A published version never changes.
   */
  version: string;
  /**
   * One line that says what the rule set is for.
   */
  title?: string;
  /**
   * A rule set this one builds on, as `id@version` or `id@range`. Of a range the highest version, whatever day is asked about.
   */
  extends?: string;
  effective: Effective;
  /**
   * The pages the rules come from, by short name.
   */
  sources?: {
    [k: string]: Source;
  };
  /**
   * Toggles of the ERP Integrations tool, by name. A rule set that extends another may set one to `on` or `off`.
   */
  features?: {
    [k: string]: Toggle | Feature;
  };
  /**
   * The dictionary: the names by which rules speak of fields.
   */
  fields?: {
    [k: string]: Field;
  };
  /**
   * The rules, by id (kebab-case).
   */
  rules?: {
    [k: string]: Rule;
  };
  /**
   * Changes to rules of the rule set this one extends, by rule id; each with a `because`.
   */
  overrides?: {
    [k: string]: Override;
  };
  /**
   * Who may do what, by name.
   */
  roles?: {
    [k: string]: Role;
  };
  /**
   * The ERP statuses a PCCO can have.
   */
  states?: {
    [k: string]: State;
  };
  /**
   * The events (buttons) that move a PCCO, by name (kebab-case).
   */
  lifecycle?: {
    [k: string]: LifecycleEvent;
  };
}
/**
 * The days this version is in force, as `YYYY-MM-DD`. Without `until` it holds until the next version begins.
 */
export interface Effective {
  /**
   * First day in force.
   */
  from: string;
  /**
   * Last day in force.
   */
  until?: string;
}
/**
 * A page a rule comes from.
 */
export interface Source {
  /**
   * Title of the page.
   */
  title: string;
  /**
   * Address of the page.
   */
  url: string;
}
/**
 * A toggle of the ERP Integrations tool.
 */
export interface Feature {
  /**
   * What people call it.
   */
  title: string;
  default: Toggle;
  /**
   * Who can switch it.
   */
  switchedOnBy?: string;
  where?: Condition;
  /**
   * The page it comes from.
   */
  source?: string;
}
/**
 * When something applies: a check of one field, a toggle, or several conditions joined.
 */
export interface Condition {
  /**
   * Every one of these.
   */
  all?: readonly Condition[];
  /**
   * At least one of these.
   */
  any?: readonly Condition[];
  not?: Condition;
  /**
   * A toggle, with `is`.
   */
  feature?: string;
  /**
   * A field, with one check keyword.
   */
  field?: string;
  /**
   * The field must have a value; spaces alone are none.
   */
  required?: true;
  /**
   * The field must have no value.
   */
  absent?: true;
  /**
   * The value must be exactly this one, or equal to another field.
   */
  equals?:
    | (string | number | boolean)
    | {
        field: string;
      };
  /**
   * The value must be one of these.
   */
  oneOf?: readonly string[];
  /**
   * At most this many characters (Unicode code points, spaces at either end left out).
   */
  maxLength?: number;
  /**
   * At least this many characters (Unicode code points, spaces at either end left out).
   */
  minLength?: number;
  /**
   * The whole text must look like this: characters, classes such as [A-Z0-9], and ?, *, + or {2,5} after them.
   */
  pattern?: string;
  /**
   * The text must be a day (date), a date and time (dateTime) or a decimal number (decimal).
   */
  format?: "date" | "dateTime" | "decimal";
  /**
   * At least this number, compared exactly.
   */
  minimum?: number | string;
  /**
   * At most this number, compared exactly.
   */
  maximum?: number | string;
  /**
   * A decimal number with at most this many digits after the point.
   */
  maxDecimals?: number;
  /**
   * The list must have at least this many items.
   */
  minItems?: number;
  /**
   * The value must be one of the values of this field of a list, such as the prime contract's line ids.
   */
  refersTo?: string;
  /**
   * No two lines may have the same value; with several fields, the same combination.
   */
  distinct?: true;
  /**
   * Each line must have a value of its own, or all the same one; lines without a value take no part.
   */
  distinctOrSame?: true;
  /**
   * All lines must have the same value; lines without a value take no part.
   */
  same?: true;
  /**
   * The amount must be the exact sum of these fields over all their lines.
   */
  sumEquals?: readonly string[];
  /**
   * The date must be no earlier than another date field, or than a day written as YYYY-MM-DD.
   */
  notBefore?: string;
  /**
   * The feature must be switched on, or off.
   */
  is?: "on" | "off";
}
/**
 * One field: its label, its type, and the path to its value.
 */
export interface Field {
  /**
   * What people call the field.
   */
  label: string;
  /**
   * Where the path starts: in the PCCO `document` (default), in the `context`, or among the values entered for an event (`input`).
   */
  in?: "document" | "context" | "input";
  /**
   * Names from the top, joined by dots; `[]` after a list's name means each of its items.
   */
  path: string;
  /**
   * What kind of value it is.
   */
  type: "text" | "id" | "money" | "date" | "dateTime" | "boolean" | "integer" | "choice" | "list";
  /**
   * For type `choice`: each value and what people call it.
   */
  choices?: {
    [k: string]: string;
  };
  otherwise?: Otherwise;
  /**
   * For a field of the context: the document field at which a finding about it is shown.
   */
  shownAt?: string;
  settled?: Names;
}
/**
 * Another field, or a value taken from the list item that matches.
 */
export interface Otherwise {
  /**
   * Another field of the same place.
   */
  field?: string;
  /**
   * A list in the context, for example `prime_contract.line_items`.
   */
  from?: string;
  /**
   * One property of the list's items and the field it must equal.
   */
  matching?: {
    [k: string]: string;
  };
  /**
   * The property whose value is taken.
   */
  take?: string;
}
/**
 * One rule: a field (or toggle), exactly one check keyword, and what it means when broken.
 */
export interface Rule {
  /**
   * The rule in one short sentence.
   */
  title?: string;
  /**
   * The field that is checked.
   */
  field?: string;
  fields?: Names;
  /**
   * The toggle that is checked, with `is`.
   */
  feature?: string;
  when?: Condition;
  severity: RuleSeverity;
  stage: Stage;
  /**
   * What people read when the rule is broken. `{label}`, `{value}`, `{line}` and the keyword's own values are filled in.
   */
  message?: string;
  /**
   * The page the rule comes from: a name under `sources`.
   */
  source: string;
  /**
   * Whether the page says so (`documented`, default) or it follows from what pages say (`inferred`).
   */
  basis?: "documented" | "inferred";
  /**
   * Why the rule exists, for its page.
   */
  rationale?: string;
  /**
   * The field must have a value; spaces alone are none.
   */
  required?: true;
  /**
   * The field must have no value.
   */
  absent?: true;
  /**
   * The value must be exactly this one, or equal to another field.
   */
  equals?:
    | (string | number | boolean)
    | {
        field: string;
      };
  /**
   * The value must be one of these.
   */
  oneOf?: readonly string[];
  /**
   * At most this many characters (Unicode code points, spaces at either end left out).
   */
  maxLength?: number;
  /**
   * At least this many characters (Unicode code points, spaces at either end left out).
   */
  minLength?: number;
  /**
   * The whole text must look like this: characters, classes such as [A-Z0-9], and ?, *, + or {2,5} after them.
   */
  pattern?: string;
  /**
   * The text must be a day (date), a date and time (dateTime) or a decimal number (decimal).
   */
  format?: "date" | "dateTime" | "decimal";
  /**
   * At least this number, compared exactly.
   */
  minimum?: number | string;
  /**
   * At most this number, compared exactly.
   */
  maximum?: number | string;
  /**
   * A decimal number with at most this many digits after the point.
   */
  maxDecimals?: number;
  /**
   * The list must have at least this many items.
   */
  minItems?: number;
  /**
   * The value must be one of the values of this field of a list, such as the prime contract's line ids.
   */
  refersTo?: string;
  /**
   * No two lines may have the same value; with several fields, the same combination.
   */
  distinct?: true;
  /**
   * Each line must have a value of its own, or all the same one; lines without a value take no part.
   */
  distinctOrSame?: true;
  /**
   * All lines must have the same value; lines without a value take no part.
   */
  same?: true;
  /**
   * The amount must be the exact sum of these fields over all their lines.
   */
  sumEquals?: readonly string[];
  /**
   * The date must be no earlier than another date field, or than a day written as YYYY-MM-DD.
   */
  notBefore?: string;
  /**
   * The feature must be switched on, or off.
   */
  is?: "on" | "off";
}
/**
 * A change to one rule of the rule set this one extends.
 */
export interface Override {
  /**
   * Why the company's rule differs.
   */
  because: string;
  /**
   * Another title, for when the change makes the rule's own untrue.
   */
  title?: string;
  severity?: RuleSeverity;
  stage?: Stage;
  /**
   * Another message.
   */
  message?: string;
  /**
   * The field must have a value; spaces alone are none.
   */
  required?: true;
  /**
   * The field must have no value.
   */
  absent?: true;
  /**
   * The value must be exactly this one, or equal to another field.
   */
  equals?:
    | (string | number | boolean)
    | {
        field: string;
      };
  /**
   * The value must be one of these.
   */
  oneOf?: readonly string[];
  /**
   * At most this many characters (Unicode code points, spaces at either end left out).
   */
  maxLength?: number;
  /**
   * At least this many characters (Unicode code points, spaces at either end left out).
   */
  minLength?: number;
  /**
   * The whole text must look like this: characters, classes such as [A-Z0-9], and ?, *, + or {2,5} after them.
   */
  pattern?: string;
  /**
   * The text must be a day (date), a date and time (dateTime) or a decimal number (decimal).
   */
  format?: "date" | "dateTime" | "decimal";
  /**
   * At least this number, compared exactly.
   */
  minimum?: number | string;
  /**
   * At most this number, compared exactly.
   */
  maximum?: number | string;
  /**
   * A decimal number with at most this many digits after the point.
   */
  maxDecimals?: number;
  /**
   * The list must have at least this many items.
   */
  minItems?: number;
  /**
   * The value must be one of the values of this field of a list, such as the prime contract's line ids.
   */
  refersTo?: string;
  /**
   * No two lines may have the same value; with several fields, the same combination.
   */
  distinct?: true;
  /**
   * Each line must have a value of its own, or all the same one; lines without a value take no part.
   */
  distinctOrSame?: true;
  /**
   * All lines must have the same value; lines without a value take no part.
   */
  same?: true;
  /**
   * The amount must be the exact sum of these fields over all their lines.
   */
  sumEquals?: readonly string[];
  /**
   * The date must be no earlier than another date field, or than a day written as YYYY-MM-DD.
   */
  notBefore?: string;
  /**
   * The feature must be switched on, or off.
   */
  is?: "on" | "off";
}
/**
 * A kind of person, and the facts that make someone one.
 */
export interface Role {
  /**
   * What the person needs, as a phrase that fits after "needs".
   */
  label: string;
  where: Condition;
  /**
   * The page it comes from.
   */
  source?: string;
}
/**
 * An ERP status.
 */
export interface State {
  /**
   * What people call it.
   */
  label: string;
  icon: Icon;
  /**
   * Whether the PCCO can't be edited in this state.
   */
  locked: boolean;
  /**
   * The state of a PCCO without ERP status. Exactly one state is.
   */
  initial?: true;
  aliases?: Names;
}
/**
 * A button: from which states, to which state, by whom, and what must hold.
 */
export interface LifecycleEvent {
  /**
   * What the button says.
   */
  label: string;
  /**
   * The ERP statuses in which it can happen.
   */
  from: readonly FromState[];
  /**
   * The ERP status it leads to. Without it the ERP status stays.
   */
  to?: string;
  /**
   * Who may do it: one role, or any of several.
   */
  role: string | Names;
  /**
   * Further conditions, each with what to say when it is not met.
   */
  guards?: readonly Guard[];
  /**
   * The stages whose rules must hold.
   */
  checks?: readonly Stage[];
  /**
   * What is entered, by name.
   */
  input?: {
    [k: string]: EventInput;
  };
  /**
   * The document fields it writes.
   */
  set?: {
    [k: string]: Setter;
  };
  icon?: Icon;
  /**
   * The page it comes from.
   */
  source?: string;
  basis?: "documented" | "inferred";
}
/**
 */
export interface Guard {
  when: Condition;
  /**
   * The tooltip when the condition is not met.
   */
  message: string;
}
/**
 * A value that is entered for an event.
 */
export interface EventInput {
  /**
   * What people call it.
   */
  label: string;
  /**
   * What kind of value it is; `texts` is a list of texts.
   */
  type: "text" | "date" | "boolean" | "texts";
  /**
   * Whether it must be given.
   */
  required?: boolean;
  /**
   * `today`: the day of the event.
   */
  default?: "today";
  /**
   * The only value that lets the event happen.
   */
  mustBe?: boolean;
  /**
   * What to say when it is missing or not as it must be.
   */
  message?: string;
}
/**
 * Where the written value comes from.
 */
export interface Setter {
  /**
   * The entered value of this name.
   */
  input?: string;
  /**
   * This value.
   */
  value?: string | boolean;
  /**
   * The time of the event, where the field has no value yet.
   */
  now?: true;
  /**
   * No value (null).
   */
  clear?: true;
}
/**
 * The check keywords and their settings. A rule uses exactly one.
 */
export interface CheckKeywords {
  /**
   * The field must have a value; spaces alone are none.
   */
  required?: true;
  /**
   * The field must have no value.
   */
  absent?: true;
  /**
   * The value must be exactly this one, or equal to another field.
   */
  equals?:
    | (string | number | boolean)
    | {
        field: string;
      };
  /**
   * The value must be one of these.
   */
  oneOf?: readonly string[];
  /**
   * At most this many characters (Unicode code points, spaces at either end left out).
   */
  maxLength?: number;
  /**
   * At least this many characters (Unicode code points, spaces at either end left out).
   */
  minLength?: number;
  /**
   * The whole text must look like this: characters, classes such as [A-Z0-9], and ?, *, + or {2,5} after them.
   */
  pattern?: string;
  /**
   * The text must be a day (date), a date and time (dateTime) or a decimal number (decimal).
   */
  format?: "date" | "dateTime" | "decimal";
  /**
   * At least this number, compared exactly.
   */
  minimum?: number | string;
  /**
   * At most this number, compared exactly.
   */
  maximum?: number | string;
  /**
   * A decimal number with at most this many digits after the point.
   */
  maxDecimals?: number;
  /**
   * The list must have at least this many items.
   */
  minItems?: number;
  /**
   * The value must be one of the values of this field of a list, such as the prime contract's line ids.
   */
  refersTo?: string;
  /**
   * No two lines may have the same value; with several fields, the same combination.
   */
  distinct?: true;
  /**
   * Each line must have a value of its own, or all the same one; lines without a value take no part.
   */
  distinctOrSame?: true;
  /**
   * All lines must have the same value; lines without a value take no part.
   */
  same?: true;
  /**
   * The amount must be the exact sum of these fields over all their lines.
   */
  sumEquals?: readonly string[];
  /**
   * The date must be no earlier than another date field, or than a day written as YYYY-MM-DD.
   */
  notBefore?: string;
  /**
   * The feature must be switched on, or off.
   */
  is?: "on" | "off";
}
/**
 * Tests of a rule set: named documents, contexts and actors, and what each check and each event must give.
 */
export interface RuleTestFile {
  /**
   * The rule set under test, as `id@version`.
   */
  ruleSet: string;
  /**
   * The time at which all cases happen, RFC 3339.
   */
  at?: string;
  /**
   * PCCOs by name.
   */
  documents?: {
    [k: string]: Pcco;
  };
  /**
   * PCCOs made from others by changes, by name. One can stand wherever a document can.
   */
  variants?: {
    [k: string]: RuleTestVariant;
  };
  /**
   * Contexts by name.
   */
  contexts?: {
    [k: string]: PccoContext;
  };
  /**
   * Actors by name.
   */
  actors?: {
    [k: string]: Actor;
  };
  /**
   * Cases by the table: every document with every actor and every event.
   */
  matrix?: readonly RuleTestMatrix[];
  cases: readonly RuleTestCase[];
}
export interface RuleTestVariant {
  /**
   * Name of a document, or of a variant that stands above.
   */
  of: string;
  /**
   * Values set in it, by JSON Pointer; null removes.
   */
  change: {
    [k: string]: unknown;
  };
}
export interface RuleTestMatrix {
  /**
   * What its cases show together.
   */
  name: string;
  /**
   * Names of documents.
   */
  documents: readonly string[];
  /**
   * Name of a context; without it no context is given.
   */
  context?: string;
  /**
   * Names of actors; without them there is none.
   */
  actors?: readonly string[];
  /**
   * Events; `send` alone when not given.
   */
  events?: readonly string[];
  /**
   * What is entered, by event.
   */
  input?: {
    [k: string]: {
      [k: string]: unknown;
    };
  };
  /**
   * What must come of every case that is no exception: `refused` or an ERP status, or what a case can expect.
   */
  default: string | RuleTestExpectation;
  /**
   * The exceptions. Where one names no documents, actors or events, all are meant.
   */
  except?: readonly RuleTestException[];
}
/**
 * What must come of a case. Of what is not mentioned anything may come.
 */
export interface RuleTestExpectation {
  outcome?: "exportable" | "blocked" | "unknown";
  /**
   * Exactly the rules that must be broken.
   */
  broken?: readonly string[];
  /**
   * Exactly the rules that must be unknown.
   */
  unknown?: readonly string[];
  /**
   * The ERP status the event must lead to, or `refused`.
   */
  moves?: string;
  /**
   * Exactly the kinds of reasons for a refusal.
   */
  reasons?: ("state" | "role" | "rule" | "input" | "stale")[];
}
export interface RuleTestException {
  /**
   * Names of documents.
   */
  documents?: readonly string[];
  /**
   * Names of actors.
   */
  actors?: readonly string[];
  /**
   * Events.
   */
  events?: readonly string[];
  outcome?: "exportable" | "blocked" | "unknown";
  /**
   * Exactly the rules that must be broken.
   */
  broken?: readonly string[];
  /**
   * Exactly the rules that must be unknown.
   */
  unknown?: readonly string[];
  /**
   * The ERP status the event must lead to, or `refused`.
   */
  moves?: string;
  /**
   * Exactly the kinds of reasons for a refusal.
   */
  reasons?: ("state" | "role" | "rule" | "input" | "stale")[];
}
export interface RuleTestCase {
  /**
   * What the case shows.
   */
  name: string;
  /**
   * Name of a document.
   */
  document: string;
  /**
   * Name of a context; without it no context is given.
   */
  context?: string;
  /**
   * Name of an actor.
   */
  actor?: string;
  /**
   * Values set in the document before the check, by JSON Pointer; null removes.
   */
  change?: {
    [k: string]: unknown;
  };
  /**
   * Values set in the context before the check, by JSON Pointer; null removes.
   */
  changeContext?: {
    [k: string]: unknown;
  };
  /**
   * The event; `send` when not given.
   */
  event?: string;
  /**
   * What is entered for the event.
   */
  input?: {
    [k: string]: unknown;
  };
  outcome?: "exportable" | "blocked" | "unknown";
  /**
   * Exactly the rules that must be broken.
   */
  broken?: readonly string[];
  /**
   * Exactly the rules that must be unknown.
   */
  unknown?: readonly string[];
  /**
   * The ERP status the event must lead to, or `refused`.
   */
  moves?: string;
  /**
   * Exactly the kinds of reasons for a refusal.
   */
  reasons?: ("state" | "role" | "rule" | "input" | "stale")[];
}
/**
 * What `erp-rules check --format json` prints.
 */
export interface Report {
  schemaVersion: 1;
  ruleSet: RuleSetReference;
  summary: Summary;
  documents: readonly DocumentReport[];
}
/**
 * Which version of which rule set was asked.
 */
export interface RuleSetReference {
  /**
   * Name of the rule set.
   */
  id: string;
  /**
   * Its version.
   */
  version: string;
  /**
   * SHA-256 of the rule file, in hexadecimal.
   */
  sha256: string;
}
/**
 * Counts over all documents of the run.
 */
export interface Summary {
  documents: number;
  exportable: number;
  blocked: number;
  unknown: number;
  unreadable: number;
  errors: number;
  warnings: number;
  infos: number;
}
/**
 * The verdict on one PCCO.
 */
export interface DocumentReport {
  /**
   * The file as it was named, or `-` for standard input.
   */
  file: string;
  /**
   * Position of the PCCO in its file, from 0.
   */
  index: number;
  outcome: ReportOutcome;
  /**
   * The event the check was made for.
   */
  event: string;
  /**
   * The ERP status, when the event is not possible in it: such a PCCO may keep all rules, and its button is greyed out all the same.
   */
  erpStatus?: string;
  ruleSet?: RuleSetReference;
  findings: readonly Finding[];
}
/**
 * One thing a person should know about a PCCO.
 */
export interface Finding {
  /**
   * The rule, or `document/…` for faults of the text itself.
   */
  ruleId: string;
  /**
   * `error` blocks. A rule that is unknown is reported as `info`; `outcome` tells whether it matters.
   */
  severity: "error" | "warning" | "info";
  /**
   * `broken`, or `unknown` when facts to judge the rule are missing.
   */
  state: "broken" | "unknown";
  /**
   * When the rule is asked; `read` for faults of the text itself.
   */
  stage: "read" | "save" | "send" | "export";
  /**
   * What is wrong, what was found and what is allowed, in one or two sentences.
   */
  message: string;
  /**
   * JSON Pointer into the document; the missing value's own place when a value is missing.
   */
  path: string;
  /**
   * JSON Pointer into the rule file.
   */
  rulePath?: string;
  /**
   * What the rule asks for.
   */
  expected?: string;
  /**
   * What was found, as the value itself; absent when there is none, or none that JSON can hold.
   */
  received?: unknown;
  /**
   * For `unknown`: the parts of the context that are not given.
   */
  missing?: readonly string[];
  range?: ReportRange;
  ruleRange?: ReportRange;
  rule?: RulePlace;
  fixes: readonly Fix[];
  source?: SourcePage;
}
/**
 * A stretch of the text, `end` exclusive; zero-based lines and UTF-16 characters.
 */
export interface ReportRange {
  start: ReportPosition;
  end: ReportPosition;
}
/**
 */
export interface ReportPosition {
  line: number;
  character: number;
}
/**
 * Where the rule stands in its file.
 */
export interface RulePlace {
  file: string;
  path: string;
  range?: ReportRange;
}
/**
 * A change that would mend a finding.
 */
export interface Fix {
  /**
   * What the change does.
   */
  title: string;
  /**
   * `safe`: only one right answer, applied by `--fix`. `choice`: a person must agree. `status`: sets the document status, which needs the right to approve.
   */
  kind: "safe" | "choice" | "status";
  edits: readonly DocumentEdit[];
}
/**
 * One change in the manner of JSON Patch.
 */
export interface DocumentEdit {
  op: "add" | "replace" | "remove";
  /**
   * JSON Pointer into the document.
   */
  path: string;
  /**
   * The new value; absent for `remove`.
   */
  value?: unknown;
}
/**
 * The page that says so.
 */
export interface SourcePage {
  title: string;
  url: string;
  /**
   * Whether the page says so or it is inferred.
   */
  basis?: "documented" | "inferred";
}
/**
 * Why an event can't happen.
 */
export interface Reason {
  /**
   * `state`: not in this ERP status. `role`: not this person. `rule`: a rule is broken or unknown. `input`: something to enter is missing or wrong. `stale`: the PCCO has moved on since.
   */
  kind: "state" | "role" | "rule" | "input" | "stale";
  /**
   * The tooltip of the greyed-out button.
   */
  message: string;
  /**
   * `true` when facts are missing to tell; nothing is known to be wrong.
   */
  unknown?: true;
  /**
   * The rule, for `rule`.
   */
  ruleId?: string;
  /**
   * JSON Pointer into the document, for `rule`.
   */
  path?: string;
  /**
   * Name of the value to enter, for `input`.
   */
  input?: string;
  source?: SourcePage;
}
/**
 * A value to enter for an event.
 */
export interface InputField {
  name: string;
  label: string;
  type: "text" | "date" | "boolean" | "texts";
  required: boolean;
  default?: "today";
}
/**
 * One event of the life cycle, and whether it can happen now.
 */
export interface Action {
  event: string;
  /**
   * What the button says.
   */
  label: string;
  enabled: boolean;
  /**
   * The ERP status it leads to; absent when the ERP status stays.
   */
  to?: string;
  /**
   * Every reason why not, all at once.
   */
  reasons: readonly Reason[];
  input: readonly InputField[];
}
