import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const file = fileURLToPath(new URL("../../README.md", import.meta.url));
const marks = /(<!-- bench -->\n)[\s\S]*?(<!-- \/bench -->)/;

/** Puts a text between the marks of the README. @throws when they are not there */
export function intoReadme(text: string): void {
  writeFileSync(file, withBench(readFileSync(file, "utf8"), text));
}

/** A README with a text in place of what stands between `<!-- bench -->` and `<!-- /bench -->`. @throws without them */
export function withBench(readme: string, text: string): string {
  if (!marks.test(readme)) throw new Error("README.md has no <!-- bench --> and <!-- /bench -->");
  return readme.replace(marks, (_, open: string, close: string) => `${open}\n${text.trim()}\n\n${close}`);
}
