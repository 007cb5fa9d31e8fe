/** One complaint of a precompiled JSON Schema validator, as ajv words it. */
export interface SchemaError {
  readonly keyword: string;
  /** JSON Pointer to the value that is wrong. */
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
  readonly propertyName?: string;
}
