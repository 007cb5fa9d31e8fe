import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { afterAll, expect, test } from "vitest";

// Runs every example of the SDK's page and compares what it prints with what the page says. All are type-checked, too.

const repository = fileURLToPath(new URL("../", import.meta.url));
const cache = join(repository, "node_modules/.cache");
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, "sdk-readme-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const page = readFileSync(join(repository, "sdk/README.md"), "utf8");
const runnable: Example[] = [];
let title = "";
for (const [, heading, code, output] of page.matchAll(/^## ([^\n]+)$|^```ts\n(.*?)^```\n+```text\n(.*?)^```$/gms)) {
  if (heading !== undefined) title = heading;
  else runnable.push({ title, code: code ?? "", output: output ?? "" });
}

interface Example {
  readonly title: string;
  readonly code: string;
  readonly output: string;
}

test("each part has an example", () => {
  expect([...new Set(runnable.map(({ title }) => title))]).toEqual([
    "Load",
    "Check",
    "Actions",
    "Transition",
    "Repair",
  ]);
});

test.each(runnable.map((example, index) => [`${index} ${example.title}`, example] as const))(
  "%s prints what it says",
  (_name, example) => {
    const [source, program] = [join(folder, "example.ts"), join(folder, "example.mjs")];
    writeFileSync(source, example.code);
    buildSync({
      entryPoints: [source],
      outfile: program,
      bundle: true,
      format: "esm",
      platform: "node",
      external: ["yaml", "jsonc-parser", "leven"],
      alias: { "@erp-export-rules/sdk": join(repository, "sdk/src/node.ts") },
      logLevel: "silent",
    });
    const { stdout, stderr } = spawnSync(process.execPath, [program], { encoding: "utf8" });
    expect(stdout + stderr).toBe(example.output);
  },
);

test("all examples have the right types", () => {
  const names = runnable.map(({ code }, index) => {
    const name = join(folder, `typed-${index}.ts`);
    writeFileSync(
      name,
      code.replaceAll('"@erp-export-rules/sdk"', JSON.stringify(join(repository, "sdk/src/node.ts"))),
    );
    return name;
  });
  const config = join(folder, "tsconfig.json");
  writeFileSync(
    config,
    JSON.stringify({
      extends: join(repository, "tsconfig.json"),
      compilerOptions: { lib: ["es2023", "dom"] },
      include: [],
      files: names,
      exclude: [],
    }),
  );
  const { stdout, status } = spawnSync(
    process.execPath,
    [join(repository, "node_modules/typescript/bin/tsc"), "-p", config],
    { encoding: "utf8" },
  );
  expect(stdout).toBe("");
  expect(status).toBe(0);
});
