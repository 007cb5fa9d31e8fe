import fc from "fast-check";

/** A rule as a rule file has it. */
export type AnyRule = Readonly<Record<string, unknown>>;

const of = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const texts = [
  "title",
  "number",
  "contractId",
  "status",
  "code",
  "wbs",
  "kind",
  "markup",
  "contract",
  "contractStatus",
];
const others = ["subject", "isPrivate", "revision", "total", "lines", "amount", "system"];
const anyField = of(...texts, ...others);
const text = of(...texts);
const limit = of(1, 2, 3, 5, 10);
const word = of("approved", "draft", "lump", "A1", "7001", "Approved", "spectrum");

/** What is asked of one field. Loading refuses some. */
const asking: fc.Arbitrary<AnyRule> = fc.oneof(
  fc.record({ field: anyField, required: of(true) }),
  fc.record({ field: anyField, absent: of(true) }),
  fc.record({ field: text, equals: word }),
  fc.record({ field: text, equals: text.map((field) => ({ field })) }),
  fc.record({ field: text, oneOf: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }) }),
  fc.record({ field: text, maxLength: limit }),
  fc.record({ field: text, minLength: limit }),
  fc.record({ field: of("isPrivate"), equals: fc.boolean() }),
  fc.record({ field: of("revision"), equals: of(1, 3) }),
  fc.record({ field: of("revision", "total", "amount"), minimum: of<string | number>(0, 2, "1.50") }),
  fc.record({ field: of("revision", "total", "amount"), maximum: of<string | number>(3, "2.5", -1) }),
  fc.record({ field: of("total", "amount"), maxDecimals: of(0, 1, 2) }),
  fc.record({ field: of("lines"), minItems: of(1, 2) }),
  fc.record({ field: of("system"), oneOf: of(["spectrum"], ["spectrum", "A1"]) }),
);

const toggle: fc.Arbitrary<AnyRule> = fc.record({ feature: of("export", "plain"), is: of("on", "off") });

const comparing: fc.Arbitrary<AnyRule> = fc
  .tuple(of("code", "kind", "markup"), of("distinct", "distinctOrSame", "same"))
  .map(([field, keyword]) => ({ field, [keyword]: true }));

const severalFields: fc.Arbitrary<AnyRule> = fc
  .tuple(fc.uniqueArray(text, { minLength: 2, maxLength: 3 }), limit)
  .map(([fields, maxLength]) => ({ fields, maxLength }));

const { condition } = fc.letrec<{ condition: AnyRule }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 2 },
    { weight: 4, arbitrary: asking },
    { weight: 2, arbitrary: toggle },
    { weight: 1, arbitrary: fc.record({ not: tie("condition") }) },
    { weight: 1, arbitrary: fc.record({ all: fc.array(tie("condition"), { minLength: 1, maxLength: 2 }) }) },
    { weight: 1, arbitrary: fc.record({ any: fc.array(tie("condition"), { minLength: 1, maxLength: 2 }) }) },
  ),
}));

const head = fc.record({ severity: of("error", "error", "warning"), stage: of("send", "save"), source: of("page") });

/** A random rule. Loading refuses some. */
export const randomRule: fc.Arbitrary<AnyRule> = fc
  .tuple(
    head,
    fc.oneof(
      { weight: 8, arbitrary: asking },
      { weight: 1, arbitrary: toggle },
      { weight: 3, arbitrary: comparing },
      { weight: 1, arbitrary: severalFields },
    ),
    fc.option(condition),
  )
  .map(([start, asked, when]) => ({ ...start, ...asked, ...(when === null ? {} : { when }) }));
