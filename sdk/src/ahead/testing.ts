// What the tests of quick tests that are written ahead of time share: rule sets, and running what is written.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { compileNames } from "../check/names.ts";
import { type CompiledRule, compileRule } from "../check/rule.ts";
import { validateRuleFile } from "../generated/rule-file-validator.js";
import { createLibrary } from "../rules/library.ts";
import { type ResolvedRule, type ResolvedRuleSet, resolveRuleSet } from "../rules/resolve.ts";
import type { RuleFileSource } from "../rules/rule-file.ts";
import { verifyNames } from "../rules/verify.ts";
import type { AheadTest } from "./ahead-test.ts";
import { emitCleanTest } from "./emit.ts";
import * as support from "./support.ts";

export const page = { page: { title: "Page", url: "https://example.com" } };

/**
 * A rule set from the content of a rule file.
 * @throws {Error} when it is not a rule file, or its names don't fit
 */
export function setOf(content: object): ResolvedRuleSet {
  const file: unknown = {
    format: 1,
    ruleSet: "acme/pcco",
    version: "1.0.0",
    effective: { from: "2025-01-01" },
    sources: page,
    ...content,
  };
  if (!validateRuleFile(file)) throw new Error(`not a rule file: ${JSON.stringify(validateRuleFile.errors)}`);
  const source: RuleFileSource = { file: "acme.yaml", sha256: "", content: file, rangeOf: () => undefined };
  const set = resolveRuleSet(source, createLibrary([]));
  verifyNames(source, set);
  return set;
}

/** A rule with what every rule needs. */
export function ruleOf(definition: object): object {
  return { severity: "error", stage: "send", source: "page", ...definition };
}

/** The rules of a set, ready to be asked in full. */
export function compiledRules(set: ResolvedRuleSet): readonly CompiledRule[] {
  const names = compileNames(set);
  return set.rules.flatMap((rule) => compileRule(rule, set, names) ?? []);
}

/** A quick test that was written down, read back. */
export interface ReadBack extends Omit<AheadTest, "rules"> {
  readonly source: string;
}

/** Where quick tests are written to and read back from. */
export interface Workshop {
  read(set: ResolvedRuleSet, rules?: readonly ResolvedRule[]): Promise<ReadBack>;
  close(): Promise<void>;
}

/** Opens a folder with what written tests call, so that each can be read back as a module of its own. */
export async function openWorkshop(): Promise<Workshop> {
  const folder = await mkdtemp(join(tmpdir(), "clean-tests-"));
  await build({
    entryPoints: [fileURLToPath(new URL("support.ts", import.meta.url))],
    outfile: join(folder, "support.mjs"),
    bundle: true,
    format: "esm",
  });
  const names = Object.keys(support).join(", ");
  let written = 0;
  return {
    read: async (set, rules = set.rules) => {
      const { source, rest } = emitCleanTest(set, rules);
      const path = join(folder, `test-${written++}.mjs`);
      await writeFile(path, `import { ${names} } from "./support.mjs";\nexport const { holds, isOpen } = ${source};\n`);
      const { holds, isOpen }: Pick<AheadTest, "holds" | "isOpen"> = await import(
        /* @vite-ignore */ pathToFileURL(path).href
      );
      return { source, rest, holds, isOpen };
    },
    close: () => rm(folder, { recursive: true }),
  };
}
