import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { parseText } from "./parse.ts";
import { parseLazily } from "./parse-lazily.ts";
import type { TextFormat } from "./text.ts";

test.each<[TextFormat, string]>([
  ["json", '{"id": 1}'],
  ["json", '{"id": '],
  ["yaml", "id: 1\n"],
  ["yaml", "id: &a 1\nnumber: *a\n"],
  ["yaml", "id: @"],
  ["yaml", ""],
  ["ndjson", '{"id": 1}\n{"id": 2}\n'],
])("%s %j is read as by parseText", async (format, text) => {
  const account = ({ documents }: Awaited<ReturnType<typeof parseLazily>>) =>
    documents.map(({ value, problems }) => ({ value, problems }));
  expect(account(await parseLazily(text, format))).toEqual(account(parseText(text, { format })));
});

test("the YAML library is loaded only when it is needed", async () => {
  const entry = fileURLToPath(new URL("parse-lazily.ts", import.meta.url));
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    format: "esm",
    packages: "external",
    write: false,
    metafile: true,
    absWorkingDir: fileURLToPath(new URL(".", import.meta.url)),
  });
  const reached = (kinds: readonly string[]) => {
    const files = new Set(["parse-lazily.ts"]);
    for (const file of files)
      for (const { kind, path } of metafile.inputs[file]?.imports ?? []) if (kinds.includes(kind)) files.add(path);
    return files;
  };
  expect(reached(["import-statement"])).toContain("yaml-quick.ts");
  expect(reached(["import-statement"])).not.toContain("yaml");
  expect(reached(["import-statement", "dynamic-import"])).toContain("yaml");
});
