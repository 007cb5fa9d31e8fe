import { didYouMean } from "../context/suggest.ts";
import { actions } from "./actions.ts";
import { check } from "./check.ts";
import type { Command } from "./command.ts";
import { CommandError, type ExitCode, OK } from "./exit-code.ts";
import { explain } from "./explain.ts";
import { tellFailure } from "./failure.ts";
import { graph } from "./graph.ts";
import { impact } from "./impact.ts";
import { init } from "./init.ts";
import { list } from "./list.ts";
import { readOptions } from "./options.ts";
import { processTerminal, type Terminal } from "./terminal.ts";
import { types } from "./types.ts";

// Commands that need much of their own are loaded when they are used: a check must not pay for them.
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => check,
  actions: async () => actions,
  transition: async () => (await import("./transition.ts")).transition,
  repair: async () => (await import("./repair.ts")).repair,
  diff: async () => (await import("./diff.ts")).diff,
  impact: async () => impact,
  test: async () => (await import("./rule-tests.ts")).test,
  samples: async () => (await import("./rule-tests.ts")).samples,
  lint: async () => (await import("./lint.ts")).lint,
  explain: async () => explain,
  list: async () => list,
  graph: async () => graph,
  compile: async () => (await import("./compile.ts")).compile,
  types: async () => types,
  init: async () => init,
};

const help = `Usage: erp-rules COMMAND [options]

Checks Procore Prime Contract Change Orders (PCCOs) before "Send to ERP".

  check [PATH...]         which PCCOs can be sent, which can't, why, and what to do
  actions FILE            which buttons are available, and the tooltip of the others
  transition FILE EVENT   let an event happen: send, retrieve, accept, reject, resend, ...
  repair FILE             the smallest change that lets a PCCO be sent
  diff A B                what other rules newly let through or hold back, with witnesses
  impact A B [PATH...]    which PCCOs change outcome under other rules
  test [DIR]              rule tests, what they see of the rules, and which changes to them they notice
  samples RULESET         the fewest PCCOs that notice every change to a rule set
  lint [PATH...]          what is probably not meant in rule files
  explain RULE            the page of a rule
  list                    rule sets and their versions
  graph                   the life cycle as a Mermaid diagram
  compile RULESET         a rule set as one module of JavaScript that needs nothing else
  types                   TypeScript types of a rule set
  init [FOLDER]           a starter folder

erp-rules COMMAND --help tells more about one. erp-rules --version prints the version.`;

declare const PRODUCT_VERSION: string;

/** Runs the command line and gives its exit code. */
export async function main(words: readonly string[], terminal: Terminal = processTerminal()): Promise<ExitCode> {
  const [name, ...rest] = words;
  try {
    if (name === "help" && rest[0] !== undefined) return await main([rest[0], "--help"], terminal);
    if (name === undefined || name === "help" || name === "--help" || name === "-h") {
      await terminal.out(`${help}\n`);
      return OK;
    }
    if (name === "--version" || name === "-v") {
      await terminal.out(`${PRODUCT_VERSION}\n`);
      return OK;
    }
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (load === undefined) {
      if (name.startsWith("-"))
        throw new CommandError(`options come after the command, but "${name}" comes first. See erp-rules --help.`);
      throw new CommandError(
        `there is no command "${name}".${didYouMean(name, Object.keys(commands))} See erp-rules --help.`,
      );
    }
    const command = await load();
    const typed = readOptions(rest, command.options, name);
    if (typed.values["help"] === true) {
      await terminal.out(`${command.help}\n`);
      return OK;
    }
    return await command.run(typed, terminal);
  } catch (error) {
    return tellFailure(error, terminal);
  }
}
