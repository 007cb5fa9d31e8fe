import { execFileSync, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository. */
export const repository = fileURLToPath(new URL("../../", import.meta.url));

/** What `npm pack` says of a package. */
export interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string; readonly mode: number }[];
}

/** Asks npm what a package of the repository would ship, or packs it into a folder. */
export function pack(name: "sdk" | "rules", into?: string): Packed {
  const where = into === undefined ? ["--dry-run"] : ["--pack-destination", into];
  const out = execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--loglevel=error", ...where], {
    cwd: join(repository, name),
    encoding: "utf8",
  });
  const [packed]: readonly Packed[] = JSON.parse(out);
  if (packed === undefined) throw new Error(`npm packed nothing: ${out}`);
  return packed;
}

/** A folder outside the repository where the packed SDK is installed, with what it says it depends on and no more. */
export class Installation {
  readonly folder = mkdtempSync(join(realpathSync(tmpdir()), "erp-rules-installed-"));
  readonly tarball: string;
  readonly package = join(this.folder, "node_modules/@erp-export-rules/sdk");

  constructor() {
    if (!existsSync(join(repository, "sdk/dist/core.js"))) throw new Error("sdk/dist is missing: npm run build -w sdk");
    this.tarball = join(this.folder, pack("sdk", this.folder).filename);
    mkdirSync(this.package, { recursive: true });
    execFileSync("tar", ["-xzf", this.tarball, "-C", this.package, "--strip-components=1"]);
    const { dependencies, bin } = JSON.parse(readFileSync(join(this.package, "package.json"), "utf8"));
    for (const name of Object.keys(dependencies))
      this.link(join(repository, "node_modules", name), `node_modules/${name}`);
    for (const [name, file] of Object.entries(bin))
      this.link(join(this.package, String(file)), `node_modules/.bin/${name}`);
    this.write("package.json", '{ "private": true }');
  }

  private link(from: string, to: string): void {
    mkdirSync(dirname(join(this.folder, to)), { recursive: true });
    symlinkSync(from, join(this.folder, to));
  }

  /** Writes a file and gives its path. */
  write(name: string, text: string): string {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  }

  /** Runs a file with Node, in this folder. */
  run(
    file: string,
    ...words: readonly string[]
  ): { readonly code: number | null; readonly out: string; readonly err: string } {
    const { NODE_OPTIONS, NODE_PATH, ...env } = process.env;
    const done = spawnSync(process.execPath, [file, ...words], { cwd: this.folder, env, encoding: "utf8", input: "" });
    if (done.error !== undefined) throw done.error;
    return { code: done.status, out: done.stdout, err: done.stderr };
  }

  /** Runs a program written here and gives what it printed, as JSON. */
  program(name: string, text: string): unknown {
    const { code, out, err } = this.run(this.write(name, text));
    if (code !== 0 || err !== "") throw new Error(`${name} ended with ${code}: ${err}`);
    return JSON.parse(out);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
