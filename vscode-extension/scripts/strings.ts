import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

// `"…"` or `'…'` or `` `…` `` right after `l10n.t(`. Templates with parts to fill in can't be translated, so they are faults.
const call = /\bl10n\.t\(\s*(?:("(?:[^"\\\n]|\\.)*")|(\S.{0,40}))/g;

const comment = /^\s*(?:\/\/.*|\/\*[\s\S]*?\*\/)$/gm;

/**
 * The strings of the sources that translators translate, as the bundle VS Code takes: each by itself.
 * @throws when `l10n.t` is called with something other than a plain text in double quotes
 */
export async function translatable(folder: string): Promise<Readonly<Record<string, string>>> {
  const files = (await readdir(folder, { recursive: true })).filter((name) => /(?<!\.test)\.ts$/.test(name)).sort();
  const texts = await Promise.all(
    files.map(async (name) => {
      const source = (await readFile(join(folder, name), "utf8")).replaceAll(comment, "");
      return [...source.matchAll(call)].map(([, text, other]): string => {
        if (text === undefined) throw new Error(`${name}: l10n.t needs a text in double quotes, found ${other}`);
        return JSON.parse(text);
      });
    }),
  );
  return Object.fromEntries(texts.flat().map((text) => [text, text]));
}
