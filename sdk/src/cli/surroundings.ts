import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseLazily } from "../document/parse-lazily.ts";
import type { TextDocument } from "../document/text.ts";
import { isObject, type JsonObject } from "../document/value.ts";
import { validateActor, validateContext } from "../generated/context-validator.js";
import type { Actor, PccoContext } from "../generated/types.ts";
import type { SchemaError } from "../rules/schema-error.ts";
import { schemaProblems } from "../rules/schema-problems.ts";
import { CommandError, UNREADABLE } from "./exit-code.ts";
import { readTextFile } from "./read-file.ts";

/** A context, or why it can't be had. */
export type FoundContext = { readonly context: PccoContext } | { readonly problem: string };

/** Finds what PCCOs are judged against, reading each context file once. */
export interface Surroundings {
  /** The context of a PCCO: `--context`, its own `$context`, or the nearest `pcco.context` file upwards; with `--actor` and `--feature` applied. */
  contextOf(file: string, document: TextDocument): Promise<FoundContext>;
}

/** What the command line says about the surroundings. */
export interface SurroundingsOptions {
  readonly context: string | undefined;
  readonly actor: string | undefined;
  readonly features: Readonly<Record<string, boolean>>;
}

const nearestNames = ["pcco.context.yaml", "pcco.context.yml", "pcco.context.json"];

/**
 * Prepares the search for contexts.
 * @throws {CommandError} when the file of `--context` or `--actor` can't be used
 */
export async function findSurroundings({ context, actor, features }: SurroundingsOptions): Promise<Surroundings> {
  const files = new Map<string, Promise<FoundContext>>();
  const folders = new Map<string, string | undefined>();
  const read = (path: string): Promise<FoundContext> => remember(files, path, () => readContext(path));
  const person = actor === undefined ? undefined : await readActor(actor);
  const given = context === undefined ? undefined : await read(context);
  if (given !== undefined && "problem" in given) throw new CommandError(given.problem, UNREADABLE);
  const nearest = (folder: string): string | undefined => {
    if (folders.has(folder)) return folders.get(folder);
    const here = nearestNames.map((name) => join(folder, name)).find((path) => existsSync(path));
    const above = dirname(folder);
    const path = here ?? (above === folder ? undefined : nearest(above));
    folders.set(folder, path);
    return path;
  };
  const search = async (file: string, document: TextDocument): Promise<FoundContext> => {
    if (given !== undefined) return given;
    const own = isObject(document.value) ? document.value["$context"] : undefined;
    const folder = file === "-" ? resolve(".") : dirname(resolve(file));
    if (typeof own === "string") return read(resolve(folder, own));
    if (isObject(own)) return asContext(own, "$context");
    if (own !== undefined && own !== null)
      return { problem: "$context must be the path of a context file, or the context itself" };
    const path = nearest(folder);
    return path === undefined ? { context: {} } : read(path);
  };
  return {
    async contextOf(file, document) {
      const found = await search(file, document);
      return "problem" in found ? found : { context: adjusted(found.context, person, features) };
    },
  };
}

function remember<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const promise = known.get(key) ?? make();
  known.set(key, promise);
  return promise;
}

function adjusted(
  context: PccoContext,
  actor: Actor | undefined,
  features: Readonly<Record<string, boolean>>,
): PccoContext {
  const withActor = actor === undefined ? context : { ...context, actor };
  if (Object.keys(features).length === 0) return withActor;
  return { ...withActor, erp: { ...withActor.erp, features: { ...withActor.erp?.features, ...features } } };
}

async function readContext(path: string): Promise<FoundContext> {
  const value = await readMapping(path, "context");
  return "problem" in value ? value : asContext(value.mapping, path);
}

function asContext(mapping: JsonObject, name: string): FoundContext {
  if (validateContext(mapping)) return { context: mapping };
  return { problem: `the context ${name} has faults: ${faults(mapping, validateContext.errors)}` };
}

async function readActor(path: string): Promise<Actor> {
  const value = await readMapping(path, "actor");
  if ("problem" in value) throw new CommandError(value.problem, UNREADABLE);
  if (validateActor(value.mapping)) return value.mapping;
  throw new CommandError(
    `the actor file ${path} has faults: ${faults(value.mapping, validateActor.errors)}`,
    UNREADABLE,
  );
}

function faults(root: unknown, errors: readonly SchemaError[] | null | undefined): string {
  return schemaProblems(root, errors ?? [])
    .map(({ path, message }) => `${path || "/"} ${message}`)
    .join("; ");
}

async function readMapping(
  path: string,
  kind: string,
): Promise<{ readonly mapping: JsonObject } | { readonly problem: string }> {
  const file = readTextFile(path);
  if ("problem" in file) return { problem: `the ${kind} file ${path}: ${file.problem}` };
  const [document] = (await parseLazily(file.text, file.format === "ndjson" ? "json" : file.format)).documents;
  const [fault] = document?.problems ?? [];
  if (fault !== undefined) {
    const { line, character } = fault.range.start;
    return { problem: `the ${kind} file ${path}:${line + 1}:${character + 1} ${fault.message}` };
  }
  return isObject(document?.value) ? { mapping: document.value } : { problem: `the ${kind} file ${path} is empty` };
}
