import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { actions } from "../../sdk/src/cli/actions.ts";
import { check } from "../../sdk/src/cli/check.ts";
import type { Command } from "../../sdk/src/cli/command.ts";
import { compile } from "../../sdk/src/cli/compile.ts";
import { diff } from "../../sdk/src/cli/diff.ts";
import { explain } from "../../sdk/src/cli/explain.ts";
import { graph } from "../../sdk/src/cli/graph.ts";
import { impact } from "../../sdk/src/cli/impact.ts";
import { init } from "../../sdk/src/cli/init.ts";
import { lint } from "../../sdk/src/cli/lint.ts";
import { list } from "../../sdk/src/cli/list.ts";
import { repair } from "../../sdk/src/cli/repair.ts";
import { samples } from "../../sdk/src/cli/samples.ts";
import { test as testCommand } from "../../sdk/src/cli/test.ts";
import { transition } from "../../sdk/src/cli/transition.ts";
import { types } from "../../sdk/src/cli/types.ts";
import { approved, context, folderWith, run } from "../support/cli.ts";

const commands: Readonly<Record<string, Command>> = {
  check,
  actions,
  transition,
  repair,
  diff,
  impact,
  test: testCommand,
  samples,
  lint,
  explain,
  list,
  graph,
  compile,
  types,
  init,
};

describe("help", () => {
  test.each(Object.entries(commands))("%s --help names every option it takes", (name, { options }) => {
    const { code, out, err } = run([name, "--help"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(new RegExp(`^Usage: erp-rules ${name}\\b`));
    for (const option of Object.keys(options)) expect(out).toContain(`--${option}`);
    for (const [, option = ""] of out.matchAll(/--([a-z-]+)/g)) {
      expect([...Object.keys(options), "help"], `--${option} is no option of ${name}`).toContain(option);
    }
    for (const each of out.split("\n")) expect(each.length, each).toBeLessThanOrEqual(120);
  });

  test("without a command, and by every usual word, it lists all commands", () => {
    const first = run([]);
    expect(first.code).toBe(0);
    for (const name of Object.keys(commands)) expect(first.out).toContain(`  ${name} `);
    for (const word of ["help", "--help", "-h"]) expect(run([word])).toEqual(first);
  });

  test("help COMMAND and COMMAND -h are the same as COMMAND --help", () => {
    const long = run(["check", "--help"]);
    expect(run(["help", "check"])).toEqual(long);
    expect(run(["check", "-h"])).toEqual(long);
  });

  test("the version is that of the package", () => {
    const { version } = JSON.parse(readFileSync("sdk/package.json", "utf8"));
    for (const word of ["--version", "-v"])
      expect(run([word])).toMatchObject({ code: 0, out: `${version}\n`, err: "" });
  });
});

const toggle = "export_prime_contract_change_orders";

describe("wrong usage ends with 2, one sentence on standard error and nothing on standard output", () => {
  const folder = () => folderWith({ "a.pcco.yaml": approved(), ...context });

  test.each([
    ["an unknown command", ["chek"], 'there is no command "chek". Did you mean "check"?'],
    ["a command named like a property of all objects", ["constructor"], 'there is no command "constructor".'],
    ["help for an unknown command", ["help", "chek"], 'there is no command "chek". Did you mean "check"?'],
    ["an unknown option", ["check", "--fro", "send"], '"check" has no option --fro. Did you mean --for?'],
    ["an unknown short option", ["check", "-x"], '"check" has no option -x.'],
    ["an option turned off", ["check", "--no-fix"], '"check" has no option --no-fix.'],
    ["an option without its value", ["check", "--for"], "--for needs a value."],
    [
      "an option before another",
      ["check", "--for", "-x"],
      "--for needs a value; one that begins with - is written --for=VALUE.",
    ],
    ["a switch with a value", ["check", "--fix=yes"], "--fix takes no value."],
    [
      "an unknown format",
      ["check", "--format", "jsn"],
      '--format is "jsn"; it takes pretty, json, ndjson, sarif, junit, github, markdown. Did you mean "json"?',
    ],
    [
      "a format of another command",
      ["actions", "a.pcco.yaml", "--format", "sarif"],
      '--format is "sarif"; it takes pretty, json.',
    ],
    ["an unknown event", ["check", "--for", "sned"], 'there is no event "sned". Did you mean "send"?'],
    [
      "a day that does not exist",
      ["check", "--as-of", "2025-02-30"],
      '--as-of is "2025-02-30"; it takes a day that exists, such as 2026-11-01.',
    ],
    [
      "a day before all rules",
      ["check", "--as-of", "2019-01-01"],
      "in force on 2019-01-01. It has 1.0.0 (from 2020-04-09), 1.1.0 (from 2026-11-01).",
    ],
    [
      "fewer warnings than none",
      ["check", "--max-warnings=-1"],
      '--max-warnings is "-1"; it takes a whole number, 0 or more.',
    ],
    [
      "a malformed toggle",
      ["check", "--feature", "export=maybe"],
      '--feature is "export=maybe"; write NAME=on or NAME=off.',
    ],
    [
      "an unknown toggle",
      ["check", "--feature", "export_prime_contract_change_order=on"],
      'there is no feature "export_prime_contract_change_order". Did you mean "export_prime_contract_change_orders"?',
    ],
    [
      "a toggle named like the prototype",
      ["check", "--feature", "__proto__=on"],
      'there is no feature "__proto__". Features are export_prime_contract_change_orders.',
    ],
    [
      "an unknown rule set",
      ["check", "--rules", "spectrum/pco"],
      'there is no rule set "spectrum/pco". Did you mean "spectrum/pcco"?',
    ],
    [
      "an unknown version",
      ["check", "--rules", "spectrum/pcco@9"],
      '"spectrum/pcco" has no version "9". It has 1.0.0 (from 2020-04-09), 1.1.0 (from 2026-11-01).',
    ],
    [
      "a range that is none",
      ["check", "--rules", "spectrum/pcco@newest"],
      '"newest" is not a version or range; write for example spectrum/pcco@1.1.0, spectrum/pcco@1, spectrum/pcco@~1.0, spectrum/pcco@^1.1 or spectrum/pcco@latest.',
    ],
    ["a rule file that is not there", ["check", "--rules", "no.yaml"], "there is no rule file no.yaml."],
    ["a folder of rules", ["check", "--rules", "."], ". is a folder; name one of its rule files."],
    ["no file", ["transition"], '"transition" needs a file. See erp-rules transition --help.'],
    ["no event", ["transition", "a.pcco.yaml"], '"transition" needs an event: approve, send,'],
    ["a word too many", ["transition", "a.pcco.yaml", "send", "now"], '"transition" takes no "now".'],
    [
      "an input without a value",
      ["transition", "a.pcco.yaml", "reject", "--input", "comment"],
      '--input is "comment"; write NAME=VALUE.',
    ],
    [
      "an input given twice",
      ["transition", "a.pcco.yaml", "reject", "--input", "comment=a", "--input", "comment=b"],
      "--input comment is given twice; it takes one value.",
    ],
    ["no rule", ["explain"], '"explain" needs a rule: '],
    [
      "a rule that is not there",
      ["explain", "status-aproved"],
      'has no rule "status-aproved". Did you mean "status-approved"?',
    ],
    [
      "a part of a rule's name",
      ["explain", "billing"],
      'has no rule "billing". Did you mean billing-item-code-length or billing-item-present?',
    ],
    ["an option that is empty", ["check", "--context", ""], "--context has an empty value."],
    [
      "one of several that is empty",
      ["check", "--feature", `${toggle}=on`, "--feature="],
      "--feature has an empty value.",
    ],
    ["a path that is empty", ["check", ""], '"check" is given an empty word.'],
    [
      "watching standard input",
      ["check", "-", "--watch"],
      "--watch can't watch standard input; name files or folders.",
    ],
    [
      "watching with a wrong option",
      ["check", "--watch", "--as-of", "soon"],
      '--as-of is "soon"; it takes a day that exists, such as 2026-11-01.',
    ],
  ])("%s", (_what, words, sentence) => {
    const { code, out, err } = run(words, { in: folder() });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^erp-rules: /);
    expect(err).toContain(sentence);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });
});
