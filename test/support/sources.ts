import { readdirSync, readFileSync } from "node:fs";
import { join, posix, sep } from "node:path";
import { parseAst } from "vitest/node";

/** An import, as a path from the folder that was read or the name of a package. */
export interface Import {
  readonly to: string;
  /** Whether it is gone once types are. */
  readonly types: boolean;
}

/** A file that is no test and helps none, by its path from the folder. */
export interface Source {
  readonly file: string;
  readonly imports: readonly Import[];
  /** Every name it uses that is not the name of a property. */
  readonly names: ReadonlySet<string>;
}

/** Reads the TypeScript and JavaScript files of a folder. */
export function readSources(folder: string): readonly Source[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.split(sep).join("/"))
    .filter((name) => /\.[jt]s$/.test(name) && !/(\.test|(^|\/)testing(-\w+)?)\.ts$/.test(name))
    .sort()
    .map((file) => readSource(folder, file));
}

function readSource(folder: string, file: string): Source {
  const lang = file.endsWith(".js") ? "js" : file.endsWith(".d.ts") ? "dts" : "ts";
  const imports: Import[] = [];
  const names = new Set<string>();
  visit(parseAst(readFileSync(join(folder, file), "utf8"), { lang }), (node) => {
    if (node["type"] === "Identifier") names.add(String(node["name"]));
    const { source } = node;
    if (!isNode(source) || typeof source["value"] !== "string") return;
    const to = source["value"];
    const types = [node["importKind"], node["exportKind"]].includes("type") || node["type"] === "TSImportType";
    imports.push({ to: to.startsWith(".") ? posix.join(posix.dirname(file), to) : to, types });
  });
  return { file, imports, names };
}

type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null;
}

/** Goes through a syntax tree, but not into names that only stand for properties or for what another file calls it. */
function visit(node: unknown, seen: (node: Node) => void): void {
  if (Array.isArray(node)) for (const each of node) visit(each, seen);
  else if (isNode(node)) {
    seen(node);
    const { type, computed } = node;
    for (const [key, child] of Object.entries(node)) {
      if (computed === false && (key === "key" || key === "property")) continue;
      if (key === "imported" || key === "exported" || (key === "right" && type === "TSQualifiedName")) continue;
      visit(child, seen);
    }
  }
}

/** Whether an import is one of our own files. A package has a plain name, a file an ending. */
export function isOwn(to: string): boolean {
  return /\.([jt]s|json|css)$/.test(to) && !to.startsWith("@");
}

/** The package of an import, without the module in it. */
export function packageOf(to: string): string {
  return /^node:/.test(to)
    ? "node"
    : to
        .split("/")
        .slice(0, to.startsWith("@") ? 2 : 1)
        .join("/");
}

/** Imports that are there at run time. */
export function importsOf(sources: readonly Source[], file: string): readonly string[] {
  if (/\.(json|css)$/.test(file)) return [];
  const found = sources.find((source) => source.file === file);
  if (found === undefined) throw new Error(`there is no file ${file}`);
  return found.imports.filter(({ types }) => !types).map(({ to }) => to);
}

/** Files and packages that a file needs at run time, itself among them. */
export function closureOf(sources: readonly Source[], start: string): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const each of reached) if (isOwn(each)) for (const next of importsOf(sources, each)) reached.add(next);
  return reached;
}

/** A way along imports that ends where it began, if there is one. */
export function cycleIn(sources: readonly Source[]): string | undefined {
  const done = new Set<string>();
  const search = (file: string, way: readonly string[]): string | undefined => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file].join(" -> ");
    if (done.has(file) || !isOwn(file)) return undefined;
    for (const next of importsOf(sources, file)) {
      const cycle = search(next, [...way, file]);
      if (cycle !== undefined) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const { file } of sources) {
    const cycle = search(file, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}
