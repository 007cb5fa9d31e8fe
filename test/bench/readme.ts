import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const file = fileURLToPath(new URL("../../README.md", import.meta.url));
const marks = /(<!-- bench -->\n)[\s\S]*?(<!-- \/bench -->)/;

/** Puts a text between the marks `<!-- bench -->` and `<!-- /bench -->` of the README. @throws when they are not there */
export function intoReadme(text: string): void {
  const readme = readFileSync(file, "utf8");
  if (!marks.test(readme)) throw new Error("README.md has no <!-- bench --> and <!-- /bench -->");
  writeFileSync(
    file,
    readme.replace(marks, (_, open: string, close: string) => `${open}\n${text}\n${close}`),
  );
}
