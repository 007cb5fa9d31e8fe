import { type ParseArgsConfig, parseArgs } from "node:util";
import { isDate, isDateTime } from "../context/calendar.ts";
import { didYouMean } from "../context/suggest.ts";
import { CommandError } from "./exit-code.ts";

/** The options of one command: name -> what it takes. */
export type OptionsConfig = NonNullable<ParseArgsConfig["options"]>;

/** What was typed, by option name; options that may be repeated hold a list. */
export interface Typed {
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
  readonly positionals: readonly string[];
}

/** Options shared by all commands that read PCCOs. */
export const pccoOptions = {
  rules: { type: "string" },
  context: { type: "string" },
  actor: { type: "string" },
  "as-of": { type: "string" },
  feature: { type: "string", multiple: true },
  format: { type: "string" },
  output: { type: "string" },
} as const satisfies OptionsConfig;

/**
 * Reads the words after the command.
 * @throws {CommandError} for an option that does not exist or lacks its value, with the one probably meant
 */
export function readOptions(words: readonly string[], options: OptionsConfig, command: string): Typed {
  const all: OptionsConfig = { ...options, help: { type: "boolean", short: "h" } };
  for (const word of words) {
    if (word === "--") break;
    const [name = ""] = /^--(?:no-)?([^=]+)/.exec(word)?.slice(1) ?? [];
    if (name !== "" && !Object.hasOwn(all, name)) {
      const near = didYouMean(name, Object.keys(all)).replace(/"(.*)"/, "--$1");
      throw new CommandError(`"${command}" has no option --${name}.${near} See erp-rules ${command} --help.`);
    }
  }
  let typed: Typed;
  try {
    // Node takes a while to load its reader of options.
    const isPlain = words.every((word) => !word.startsWith("-"));
    typed = isPlain
      ? { values: {}, positionals: words }
      : parseArgs({ args: [...words], options: all, allowPositionals: true, strict: true });
  } catch (error) {
    throw new CommandError(`${complaint(error, command)} See erp-rules ${command} --help.`);
  }
  // Mostly a variable of the shell that is not set.
  const [empty] = Object.entries(typed.values).find(([, value]) => [value].flat().includes("")) ?? [];
  if (empty !== undefined) throw new CommandError(`--${empty} has an empty value.`);
  if (typed.values["output"] === "-")
    throw new CommandError(
      '--output names a file, and "-" is none. Without --output the report goes to standard output.',
    );
  if (typed.positionals.includes("")) throw new CommandError(`"${command}" is given an empty word.`);
  return typed;
}

/** What Node's reader of options has against the words. */
function complaint(error: unknown, command: string): string {
  const message = error instanceof Error ? error.message : String(error);
  const [, word = "an option"] = /'(?:-\w, )?(-[^ ']*)/.exec(message) ?? [];
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") return `"${command}" has no option ${word}.`;
  if (message.includes("does not take an argument")) return `${word} takes no value.`;
  if (message.includes("ambiguous")) return `${word} needs a value; one that begins with - is written ${word}=VALUE.`;
  return message.includes("argument missing") ? `${word} needs a value.` : message;
}

/** The text given for an option, if any. */
export function text(typed: Typed, name: string): string | undefined {
  const value = typed.values[name];
  return typeof value === "string" ? value : undefined;
}

/** Whether a switch was given. */
export function flag(typed: Typed, name: string): boolean {
  return typed.values[name] === true;
}

/** The texts given for an option that may be repeated. */
export function texts(typed: Typed, name: string): readonly string[] {
  const value = typed.values[name];
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : [];
}

/**
 * The word given for an option that takes one of a few.
 * @throws {CommandError} when it is none of them
 */
export function oneOf<Word extends string>(typed: Typed, name: string, words: readonly Word[], preset: Word): Word {
  const given = text(typed, name);
  if (given === undefined) return preset;
  const found = words.find((word) => word === given);
  if (found !== undefined) return found;
  throw new CommandError(`--${name} is "${given}"; it takes ${words.join(", ")}.${didYouMean(given, words)}`);
}

/**
 * The whole number, 0 or more, given for an option.
 * @throws {CommandError} when it is none
 */
export function count(typed: Typed, name: string): number | undefined {
  const given = text(typed, name);
  if (given === undefined) return undefined;
  if (/^[0-9]{1,9}$/.test(given)) return Number(given);
  throw new CommandError(`--${name} is "${given}"; it takes a whole number, 0 or more.`);
}

/** More threads than this only stand in each other's way. */
const mostJobs = 256;

/**
 * The number of threads given by `--jobs`.
 * @throws {CommandError} when it is none, or more than anybody needs
 */
export function jobs(typed: Typed): number | undefined {
  const given = text(typed, "jobs");
  if (given === undefined) return undefined;
  if (/^[0-9]{1,3}$/.test(given) && Number(given) >= 1 && Number(given) <= mostJobs) return Number(given);
  throw new CommandError(`--jobs is "${given}"; it takes a whole number from 1 to ${mostJobs}.`);
}

/** The day of `--as-of`, and the time of the event: that day's start, the time given, or now. */
export interface Clock {
  readonly asOf: string | undefined;
  readonly at: string;
}

/**
 * What `--as-of` says: the day by which rule versions are chosen and the time at which events happen.
 * @throws {CommandError} when it is no day that exists
 */
export function clock(typed: Typed): Clock {
  const given = text(typed, "as-of");
  if (given === undefined) return { asOf: undefined, at: new Date().toISOString().replace(/\.[0-9]+Z$/, "Z") };
  if (isDate(given)) return { asOf: given, at: `${given}T00:00:00Z` };
  if (isDateTime(given)) return { asOf: given.slice(0, 10), at: given };
  throw new CommandError(`--as-of is "${given}"; it takes a day that exists, such as 2026-11-01.`);
}

/**
 * The toggles set by `--feature NAME=on|off`.
 * @throws {CommandError} when one is not of that form
 */
export function features(typed: Typed): Readonly<Record<string, boolean>> {
  const set = new Map<string, boolean>();
  for (const given of texts(typed, "feature")) {
    const [, name, position] = /^([^=]+)=(on|off)$/.exec(given) ?? [];
    if (name === undefined) throw new CommandError(`--feature is "${given}"; write NAME=on or NAME=off.`);
    set.set(name, position === "on");
  }
  return Object.fromEntries(set);
}
