/** What the server needs of the machine it runs on. */
export interface Host {
  /** The bytes of a file; `undefined` when it is not there or can't be read. */
  readFile(uri: string): Promise<Uint8Array | undefined>;
  /** The URIs of the files below a folder that fit one of the globs, which are counted from the folder. Never `node_modules` or `.git`. */
  findFiles(folder: string, patterns: readonly string[]): Promise<readonly string[]>;
  now(): Date;
}
