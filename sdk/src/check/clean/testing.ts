// What the tests of the quick way share: PCCOs and surroundings that are clean, or almost.
import fc, { type GeneratorValue } from "fast-check";
import type { Facts } from "../../context/facts.ts";
import { HOLDS } from "../../context/judgement.ts";
import type { JsonObject } from "../../document/value.ts";
import type { CompiledRule } from "../rule.ts";
import { frozen } from "../testing.ts";

/** Makes choices; the first of several is the simplest. */
interface Choices {
  upTo(most: number): number;
  of<T>(...values: readonly [T, ...T[]]): T;
  /** Whether something happens that happens once in so many times. */
  once(times: number): boolean;
}

function choicesOf(generate: GeneratorValue): Choices {
  const upTo = (most: number): number => generate(fc.nat, { max: most });
  return {
    upTo,
    of: (...values) => values[upTo(values.length - 1)] ?? values[0],
    once: (times) => upTo(times - 1) === times - 1,
  };
}

type Group = Record<string, unknown>;

/** The place of a value: keys and positions from the document or the context. */
type Way = readonly [group: Group | unknown[], key: string];

const hostile: JsonObject = JSON.parse('{"__proto__":{"length":1},"constructor":"x","toString":null}');

/** Keys that every object has, written by someone. */
const hostileKeys: JsonObject = JSON.parse(
  '{"__proto__":{"system":"spectrum"},"constructor":true,"hasOwnProperty":false}',
);

/** Values that stand at the edges of what the keywords ask for. */
const edges = {
  text: [
    "",
    " ",
    "\u00a0",
    "S",
    "0123456789",
    "01234567890",
    " 0123456789 ",
    "😀".repeat(10),
    "😀".repeat(11),
    "approved",
    "x\u0001y",
  ],
  amount: [
    "0",
    "-0.00",
    "0.5",
    "1.005",
    "1.230",
    "1e3",
    "+1.00",
    "1,000.00",
    " 1.00",
    "-12.34",
    "9999999999999.99",
    "90071992547409.93",
    "12345678901234567890.12",
    "1.",
    ".5",
    "NaN",
  ],
  id: [0, 7001, "7001", 7002, "7002", " 7001", "07001", 7001.5, 12345678901, "12345678901", 2 ** 53, -1, "x"],
  date: [
    "2025-03-04",
    "2025-02-30",
    "2024-02-29",
    "2025-03-04T15:10:00Z",
    "2025-03-04T25:10:00Z",
    "2025-03-04 15:10:00+02:00",
    "yesterday",
    "0000-01-01",
    "2025-03-04T23:59:60Z",
  ],
  other: frozen([undefined, null, 7, 1.5, true, false, Number.NaN, {}, [], ["x"], { length: 3 }, hostile]),
} as const;

/** How a value is changed a little. */
const slips: readonly ((value: unknown) => unknown)[] = [
  () => undefined,
  () => null,
  String,
  Number,
  (value) => `${value} `,
  (value) => ` ${value}`,
  (value) => `${value}${value}`,
  (value) => `${value}😀`,
  (value) => (typeof value === "string" ? value.toUpperCase() : value),
  (value) => [value],
  (value) => ({ id: value, origin_id: value, length: 2 }),
];

/** What the lines of one PCCO have in common. */
interface Habits {
  readonly ids: readonly unknown[];
  readonly pattern: "own" | "same" | "any" | "none";
  readonly codes: "own" | "few";
  /** Whether newer responses give cost code and cost type as one. */
  readonly isNew: boolean;
  /** Whether some lines refer to a contract line in text. */
  readonly isMixed: boolean;
  readonly hasItemCodes: boolean;
}

function lineOf({ upTo, of, once }: Choices, index: number, habits: Habits): Group {
  const { ids, pattern, codes, isNew, isMixed, hasItemCodes } = habits;
  const last = Math.max(ids.length - 1, 0);
  const id = ids[{ same: 0, own: Math.min(index, last), any: upTo(last), none: 0 }[pattern]];
  const code = codes === "own" ? `05${100 + index}` : of("S", "1", "05120", "É", "é", " S");
  return {
    id: 88101 + index,
    amount: `${of("", "", "-")}${upTo(200)}.${of("00", "50", "05", "5", "99")}`,
    ...(isNew ? { wbs_code: { flat_code: code } } : { cost_code: { origin_id: code } }),
    line_item_type: { origin_id: of("S", "M", "L") },
    ...(pattern === "none" ? {} : { prime_line_item_id: isMixed && once(3) ? String(id) : id }),
    ...(hasItemCodes && !once(3) ? { billing_item_code: of("0010", "0520", "9", "0123456789") } : {}),
    note: of("a", "b", "S"),
    kind: of("lump", "unit"),
    flag: of(true, false),
    pieces: of(1, 2, 3),
    due: of("2025-03-04", "2025-03-05"),
    parts: of<unknown>([1], [1, 2]),
  };
}

function sumOf(items: readonly Group[]): string {
  let sum = 0;
  for (const { amount } of items) sum += Math.round(Number(amount) * 100);
  return `${sum < 0 ? "-" : ""}${Math.floor(Math.abs(sum) / 100)}.${String(Math.abs(sum) % 100).padStart(2, "0")}`;
}

function build(choices: Choices): Facts {
  const { upTo, of, once } = choices;
  const kind = of("number", "number", "number", "text", "mixed");
  const isRough = once(3);
  const contractLines = Array.from({ length: of(30, 12, 30, 2, 1, 0) }, (_, index): Group => {
    const id = 7001 + (isRough && once(5) ? upTo(3) : index);
    return {
      id: kind === "number" || (kind === "mixed" && index % 2 === 1) ? id : String(id),
      ...(isRough && once(9)
        ? {}
        : { origin_code: isRough ? of<unknown>("0010", "01234567890", null, "") : of("0010", "0123456789") }),
      amount: of("100.00", "0.50"),
    };
  });
  const habits: Habits = {
    ids: contractLines.map(({ id }) => id),
    pattern: of("own", "own", "same", "same", "any", "none"),
    codes: of("own", "own", "own", "few"),
    isNew: once(4),
    isMixed: once(6),
    hasItemCodes: once(2),
  };
  const lines = Array.from({ length: of(2, 1, 3, 6, 12, 16, 17, 24, 25, 30, 0) }, (_, index) =>
    lineOf(choices, index, habits),
  );
  const markups = Array.from(
    { length: of(0, 0, 1, 2) },
    (): Group => ({ amount: of("1.00", "-2.50"), code: of("S", "M"), due: "2025-03-04" }),
  );
  const contractId = of<unknown>(901, 901, "901", 7001);
  const odd = once(12) ? hostileKeys : {};
  const document: Group = {
    ...odd,
    id: of<unknown>(3307, 7001, "7002"),
    contract_id: contractId,
    number: of("004", "0123456789"),
    title: of("Canopy", "x".repeat(255), "😀"),
    status: "approved",
    created_at: of("2025-03-04T15:10:00Z", "2025-03-04"),
    ...(once(3) ? { approved_on: "2025-03-11" } : { reviewed_at: "2025-03-11T18:22:00Z" }),
    grand_total: sumOf([...lines, ...markups]),
    line_items: lines,
    ...(markups.length > 0 || once(3) ? { markups } : {}),
    freight: of("1.00", "12.50"),
    subject: of("Canopy", "S"),
    private: of(true, false),
    revision: of(1, 2, 3),
    due_date: of("2025-03-04", "2025-03-05"),
  };
  const contract: Group = {
    ...odd,
    id: contractId,
    status: of("Approved", "Complete"),
    accounting_method: "amount",
    origin_id: "SP-1",
    code: of<unknown>("C", null),
    date: "2025-01-01",
    line_items: contractLines,
  };
  const features: Group = {
    ...odd,
    export_prime_contract_change_orders: !once(8),
    ...(once(3) ? { plain: of(true, false) } : {}),
  };
  const erp: Group = { system: once(8) ? "other" : "spectrum", features };
  const context: Group = { erp, prime_contract: contract };
  const input: Group = once(6) ? {} : { transaction_date: once(6) ? of("2025-02-30", "", " ") : "2025-03-05" };
  const places: readonly (() => Way)[] = [
    () => [
      document,
      of(
        "number",
        "title",
        "status",
        "created_at",
        "reviewed_at",
        "approved_on",
        "grand_total",
        "contract_id",
        "line_items",
        "markups",
        "freight",
        "private",
        "revision",
        "due_date",
        "subject",
        "code",
        "id",
        "constructor",
      ),
    ],
    () => [
      lines[upTo(Math.max(lines.length - 1, 0))] ?? document,
      of(
        "prime_line_item_id",
        "amount",
        "billing_item_code",
        "cost_code",
        "line_item_type",
        "note",
        "kind",
        "flag",
        "pieces",
        "due",
        "parts",
        "wbs_code",
        "id",
      ),
    ],
    () => [lines, String(upTo(lines.length))],
    () => [markups[0] ?? document, of("amount", "code", "due")],
    () => [contract, of("id", "status", "accounting_method", "origin_id", "code", "line_items", "date")],
    () => [contractLines[upTo(Math.max(contractLines.length - 1, 0))] ?? contract, of("id", "origin_code", "amount")],
    () => [contractLines, String(upTo(contractLines.length))],
    () => [features, of("export_prime_contract_change_orders", "plain")],
    () => [erp, of("system", "features")],
    () => [context, of("erp", "prime_contract")],
  ];
  for (let times = of(0, 1, 0, 1, 2, 4); times > 0; times--) {
    const [group, key] = (places[upTo(places.length - 1)] ?? (() => [document, "number"] as const))();
    change(choices, group, key, lines);
  }
  return frozen({ document, context, input });
}

/** Changes one value: a little, to what another line has, or to something at the edge. */
function change({ upTo, of }: Choices, group: Group | unknown[], key: string, lines: readonly Group[]): void {
  // A line that an earlier change put there may be no group of fields.
  if (typeof group !== "object" || group === null || Object.isFrozen(group)) return;
  const found = Array.isArray(group) ? group[Number(key)] : group[key];
  const slip = slips[upTo(slips.length - 1)] ?? String;
  const pool: readonly unknown[] = edges[of("text", "amount", "id", "date", "other")];
  const value = [
    () => slip(typeof found === "object" ? "S" : found),
    () => lines[upTo(lines.length)]?.[key],
    () => pool[upTo(pool.length - 1)],
  ][upTo(2)]?.();
  if (Array.isArray(group)) group[Number(key)] = value;
  else if (value === undefined && of(true, false)) delete group[key];
  else group[key] = value;
}

/** PCCOs with their surroundings: most of them clean but for one or two things. All is frozen. */
export const facts: fc.Arbitrary<Facts> = fc.gen().map((generate) => build(choicesOf(generate)));

/** What the full way says: the rules that do not certainly hold. */
export function doubtful(rules: readonly CompiledRule[], given: Facts): readonly string[] {
  return rules.filter((rule) => rule.judge(given) > HOLDS).map(({ id }) => id);
}
