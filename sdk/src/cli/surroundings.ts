import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { didYouMean } from "../context/suggest.ts";
import { nearestContextNames } from "../context-names.ts";
import { ambiguousLines } from "../contract-lines.ts";
import { fromPointer } from "../document/pointer.ts";
import type { TextDocument } from "../document/text.ts";
import { isList, isObject, type JsonObject } from "../document/value.ts";
import { validateActor, validateContext } from "../generated/context-validator.js";
import type { Actor, PccoContext } from "../generated/types.ts";
import { show } from "../keywords/show.ts";
import { type SchemaProblem, schemaProblems } from "../rules/schema-problems.ts";
import { CommandError, UNREADABLE } from "./exit-code.ts";
import { mistaken } from "./kind-of-file.ts";
import { kinds, readMapping, type Unusable } from "./read-mapping.ts";

/** A context, or why it can't be had. */
export type FoundContext = { readonly context: PccoContext } | { readonly problem: string };

/** A context as it was read, or why it can't be had. */
type ReadContext = { readonly context: PccoContext } | Unusable;

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

/** Whether the name of a file says that it is a context. Others that a PCCO names are not quoted: it can name any file. */
function isContextName(path: string): boolean {
  return /(^|[./\\])context\.(ya?ml|json)$/i.test(path);
}

/**
 * Prepares the search for contexts.
 * @throws {CommandError} when the file of `--context` or `--actor` can't be used
 */
export async function findSurroundings({ context, actor, features }: SurroundingsOptions): Promise<Surroundings> {
  const files = new Map<string, Promise<ReadContext>>();
  const folders = new Map<string, string | undefined>();
  const read = (path: string): Promise<ReadContext> => remember(files, path, () => readContext(path));
  const person = actor === undefined ? undefined : await readActor(actor);
  const given = context === undefined ? undefined : await readContext(context, true);
  if (given !== undefined && "problem" in given) throw new CommandError(sentence(given.problem), UNREADABLE);
  const nearest = (folder: string): string | undefined => {
    if (folders.has(folder)) return folders.get(folder);
    const here = nearestContextNames.map((name) => join(folder, name)).find((path) => existsSync(path));
    const above = dirname(folder);
    const path = here ?? (above === folder ? undefined : nearest(above));
    folders.set(folder, path);
    return path;
  };
  const search = async (file: string, document: TextDocument): Promise<FoundContext> => {
    if (given !== undefined) return given;
    const own = isObject(document.value) ? document.value["$context"] : undefined;
    const folder = file === "-" ? resolve(".") : dirname(resolve(file));
    if (typeof own === "string") {
      const named = await read(shown(resolve(folder, own)));
      return "problem" in named && !isContextName(own) ? { problem: named.withoutContent } : named;
    }
    if (isObject(own)) return asContext(own);
    if (own !== undefined && own !== null)
      return { problem: "$context must be the path of a context file, or the context itself" };
    const path = nearest(folder);
    return path === undefined ? { context: {} } : read(shown(path));
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

async function readContext(path: string, isTyped = false): Promise<ReadContext> {
  const read = await readMapping(path, kinds.context, isTyped);
  if ("problem" in read) return read;
  const { mapping, document } = read;
  const other = isTyped ? mistaken(mapping, "context") : undefined;
  if (other !== undefined) return { problem: `${path} ${other}`, withoutContent: "" };
  const faults = contextFaults(mapping);
  if (!isList(faults)) return { context: faults };
  const holder = `the context file ${path} has faults`;
  return {
    problem: `${holder}: ${told(faults, document)}`,
    withoutContent: `${holder}; see them with --context ${path}`,
  };
}

function asContext(mapping: JsonObject): FoundContext {
  const faults = contextFaults(mapping);
  return isList(faults) ? { problem: `the context in $context has faults: ${told(faults)}` } : { context: faults };
}

/** The faults of a context, or the context itself when it has none. */
function contextFaults(mapping: JsonObject): readonly SchemaProblem[] | PccoContext {
  if (!validateContext(mapping)) return schemaProblems(mapping, validateContext.errors ?? []);
  const ambiguous = ambiguousLines(mapping);
  return ambiguous.length === 0 ? mapping : ambiguous;
}

/** What rules can ask of an actor. */
const actorFields = [
  "id",
  "prime_contracts",
  "erp_integrations",
  "can_push_to_accounting",
  "designated_reviewer",
  "system",
] as const satisfies readonly (keyof Actor)[];

async function readActor(path: string): Promise<Actor> {
  const read = await readMapping(path, kinds.actor, true);
  if ("problem" in read) throw new CommandError(sentence(read.problem), UNREADABLE);
  const { mapping, document } = read;
  if (validateActor(mapping)) {
    const [first] = Object.keys(mapping);
    if (first === undefined || actorFields.some((name) => name in mapping)) return mapping;
    throw new CommandError(
      `the actor file ${path} has none of the fields of an actor at its top, but ${show(first)}.${didYouMean(first, actorFields)} Fields are ${actorFields.join(", ")}.`,
      UNREADABLE,
    );
  }
  throw new CommandError(
    sentence(
      `the actor file ${path} has faults: ${told(schemaProblems(mapping, validateActor.errors ?? []), document)}`,
    ),
    UNREADABLE,
  );
}

function told(faults: readonly SchemaProblem[], document?: TextDocument): string {
  return faults
    .map(({ path, message }) => {
      const range = document?.keyRange(fromPointer(path)) ?? document?.valueRange(fromPointer(path));
      return `${range === undefined ? path : `line ${range.start.line + 1}:`} ${message}`.trim();
    })
    .join("; ");
}

/** A path as a person would type it: short below the working folder, whole elsewhere. */
function shown(path: string): string {
  const short = relative("", path);
  return short === "" || short.startsWith("..") || isAbsolute(short) ? path : short;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
