import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the extension. */
export const extension = fileURLToPath(new URL("../../vscode-extension", import.meta.url));

/** A file of the extension. */
export function read(file: string): string {
  return readFileSync(join(extension, file), "utf8");
}

/** What the tests read of the manifest. */
export interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly icon: string;
  readonly files: readonly string[];
  readonly bin: Readonly<Record<string, string>>;
  readonly engines: { readonly vscode: string; readonly node: string };
  readonly contributes: {
    readonly languages: readonly { readonly id: string; readonly filenamePatterns?: readonly string[] }[];
    readonly snippets: readonly { readonly language: string; readonly path: string }[];
    readonly configuration: readonly { readonly properties: Readonly<Record<string, Setting>> }[];
    readonly commands: readonly { readonly command: string; readonly title: string; readonly icon: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when: string }[]>>;
    readonly walkthroughs: readonly { readonly steps: readonly Step[] }[];
    readonly problemPatterns: readonly NamedPattern[];
    readonly problemMatchers: readonly Matcher[];
  };
}

export interface Setting {
  readonly default: unknown;
  readonly scope: string;
  readonly order: number;
  readonly markdownDescription: string;
}

export interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: { readonly markdown?: string; readonly svg?: string };
  readonly completionEvents: readonly string[];
}

/** A pattern of a problem matcher: the groups that hold each part. */
export interface Pattern {
  readonly regexp: string;
  readonly severity?: number;
  readonly file?: number;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly code?: number;
  readonly message?: number;
}

export type NamedPattern = { readonly name: string } & (Pattern | { readonly patterns: readonly Pattern[] });

export interface Matcher {
  readonly name: string;
  readonly pattern: string;
  readonly severity?: string;
}

export const manifest: Manifest = JSON.parse(read("package.json"));

/** The texts that the manifest names as `%key%`. */
export const strings: Readonly<Record<string, string>> = JSON.parse(read("package.nls.json"));

/** A text of the manifest as people read it. */
export function spoken(text: string): string {
  return text.replaceAll(/%([\w.-]+)%/g, (_, key: string) => strings[key] ?? `missing: ${key}`);
}
