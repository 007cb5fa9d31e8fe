import contextSchema from "@erp-export-rules/rules/schema/context.schema.json" with { type: "json" };
import pccoSchema from "@erp-export-rules/rules/schema/pcco.schema.json" with { type: "json" };
import type { Path } from "@erp-export-rules/sdk/text";

/** What the document schema says of a place in a PCCO. */
export interface Shape {
  /** What the field means; empty when the schema does not say. */
  readonly description: string;
  /** The JSON types it may have. */
  readonly types: ReadonlySet<string>;
  /** The names of its fields, in the order of the schema. */
  readonly keys: readonly string[];
  /** The values it may have, when they are counted. */
  readonly values: readonly string[];
}

interface Schema {
  readonly description?: string | undefined;
  readonly type?: string | readonly string[] | undefined;
  readonly properties?: Readonly<Record<string, Schema | undefined>> | undefined;
  readonly items?: Schema | undefined;
  readonly anyOf?: readonly Schema[] | undefined;
  readonly enum?: readonly (string | null)[] | undefined;
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
};

/** What the schema says of the value at a path from the PCCO; `undefined` for fields it does not name. */
export function shapeAt(path: Path): Shape | undefined {
  let parts = alternatives({ schema: pccoSchema, file: pccoSchema });
  for (const step of path) parts = parts.flatMap((part) => stepInto(part, step));
  return parts.length === 0 ? undefined : shapeOf(parts);
}

function stepInto({ schema, file }: Part, step: string | number): readonly Part[] {
  const next =
    typeof step === "number"
      ? schema.items
      : schema.properties !== undefined && Object.hasOwn(schema.properties, step)
        ? schema.properties[step]
        : undefined;
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
  return {
    description: schemas.find(({ description }) => description !== undefined)?.description ?? "",
    types: new Set(schemas.flatMap(({ type }) => (typeof type === "string" ? [type] : (type ?? [])))),
    keys: schemas.flatMap(({ properties }) => Object.keys(properties ?? {})),
    values: schemas.flatMap(({ enum: values }) => (values ?? []).filter((value) => value !== null)),
  };
}
