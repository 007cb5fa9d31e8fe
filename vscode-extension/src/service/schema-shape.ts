import contextSchema from "@erp-export-rules/rules/schema/context.schema.json" with { type: "json" };
import pccoSchema from "@erp-export-rules/rules/schema/pcco.schema.json" with { type: "json" };
import ruleFileSchema from "@erp-export-rules/rules/schema/rule-file.schema.json" with { type: "json" };
import ruleTestSchema from "@erp-export-rules/rules/schema/rule-test.schema.json" with { type: "json" };
import type { Path } from "@erp-export-rules/sdk/text";

/** What a schema says of a place in a PCCO, a rule file or a rule test file. */
export interface Shape {
  /** What stands here; empty when the schema does not say. */
  readonly description: string;
  /** The keys of a group, in the order of the schema. */
  readonly keys: readonly KeyShape[];
  /** The words it may be, when they are counted. */
  readonly values: readonly (string | number | boolean)[];
  /** The JSON types it may have; empty when the schema does not say. */
  readonly types: ReadonlySet<string>;
}

export interface KeyShape {
  readonly name: string;
  readonly isRequired: boolean;
}

interface Schema {
  readonly description?: string | undefined;
  readonly type?: string | readonly string[] | undefined;
  readonly properties?: Readonly<Record<string, Schema | undefined>> | undefined;
  readonly additionalProperties?: boolean | Schema | undefined;
  readonly items?: Schema | undefined;
  readonly anyOf?: readonly Schema[] | undefined;
  readonly enum?: readonly (string | null)[] | undefined;
  readonly const?: string | number | boolean | undefined;
  readonly required?: readonly string[] | undefined;
  readonly $ref?: string | undefined;
  readonly definitions?: Readonly<Record<string, Schema | undefined>> | undefined;
}

/** A part of a schema file, with the file its references are looked up in. */
interface Part {
  readonly schema: Schema;
  readonly file: Schema;
}

const files: Readonly<Record<string, Schema>> = {
  "pcco.schema.json": pccoSchema,
  "context.schema.json": contextSchema,
  "rule-file.schema.json": ruleFileSchema,
  "rule-test.schema.json": ruleTestSchema,
};

const roots = { pcco: pccoSchema, rules: ruleFileSchema, tests: ruleTestSchema } satisfies Readonly<
  Record<string, Schema>
>;

/** What the schema of a kind of document says of the value at a path; `undefined` where it says nothing. */
export function shapeAt(kind: keyof typeof roots, path: Path): Shape | undefined {
  const root: Schema = roots[kind];
  let parts = alternatives({ schema: root, file: root });
  for (const step of path) parts = parts.flatMap((part) => stepInto(part, step));
  return parts.length === 0 ? undefined : shapeOf(parts);
}

function stepInto({ schema, file }: Part, step: string | number): readonly Part[] {
  const { items, properties = {}, additionalProperties } = schema;
  if (typeof step === "number") return items === undefined ? [] : alternatives({ schema: items, file });
  const named = Object.hasOwn(properties, step) ? properties[step] : undefined;
  const next = named ?? (typeof additionalProperties === "object" ? additionalProperties : undefined);
  return next === undefined ? [] : alternatives({ schema: next, file });
}

/** A part itself, and everything it refers to or leaves the choice of. */
function alternatives(part: Part): readonly Part[] {
  const { schema, file } = part;
  const referred = schema.$ref === undefined ? undefined : target(schema.$ref, file);
  return [
    part,
    ...(referred === undefined ? [] : alternatives(referred)),
    ...(schema.anyOf ?? []).flatMap((each) => alternatives({ schema: each, file })),
  ];
}

function target(reference: string, file: Schema): Part | undefined {
  const [name = "", pointer = ""] = reference.split("#");
  const root = name === "" ? file : files[name];
  const definition = pointer === "" ? root : root?.definitions?.[pointer.replace("/definitions/", "")];
  return root === undefined || definition === undefined ? undefined : { schema: definition, file: root };
}

function shapeOf(parts: readonly Part[]): Shape {
  const schemas = parts.map(({ schema }) => schema);
  const required = new Set(schemas.flatMap((schema) => schema.required ?? []));
  const keys = new Set(schemas.flatMap(({ properties }) => Object.keys(properties ?? {})));
  return {
    description: schemas.find(({ description }) => description !== undefined)?.description ?? "",
    keys: [...keys].map((name) => ({ name, isRequired: required.has(name) })),
    values: schemas
      .flatMap((schema) => [...(schema.enum ?? []), ...(schema.const === undefined ? [] : [schema.const])])
      .filter((value) => value !== null),
    types: new Set(schemas.flatMap(({ type }) => (typeof type === "string" ? [type] : (type ?? [])))),
  };
}
