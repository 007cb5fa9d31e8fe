import { nearestContextNames, type ReadContext, readContextText } from "@erp-export-rules/sdk/authoring";
import { URI } from "vscode-uri";
import type { FileText, Texts } from "./texts.ts";
import { folderOf, keyOf, within } from "./uris.ts";

/** A context file as it is now; the same object until it changes. */
export interface ContextFile {
  readonly uri: string;
  /** Empty when it can't be read as text. */
  readonly text: string;
  readonly read: ReadContext;
}

/** Finds context files. What is not loaded yet is `undefined`; ask again after `load`. */
export class Contexts {
  readonly #texts: Texts;
  readonly #known = new Map<string, ContextFile | null>();
  readonly #wanted = new Set<string>();

  constructor(texts: Texts) {
    this.#texts = texts;
  }

  /** The context file at a URI: `null` when it is not there, `undefined` when it has not been read yet. */
  at(uri: string): ContextFile | null | undefined {
    const known = this.#known.get(keyOf(uri));
    if (known === undefined) this.#wanted.add(uri);
    return known;
  }

  /** The nearest context file from a folder upwards: `null` when there is none, `undefined` when that is not known yet. */
  nearest(folder: string): ContextFile | null | undefined {
    if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(folder)) return null;
    for (let at = folder; ; at = folderOf(at)) {
      for (const name of nearestContextNames) {
        const found = this.at(within(at, name));
        if (found !== null) return found;
      }
      if (URI.parse(at).path === "/" || folderOf(at) === at) return null;
    }
  }

  /** The text of a context file that was read. */
  textAt(uri: string): string | undefined {
    return this.#known.get(keyOf(uri))?.text;
  }

  get isWaiting(): boolean {
    return this.#wanted.size > 0;
  }

  /** Reads what was asked for and not known. */
  async load(): Promise<void> {
    const uris = [...this.#wanted];
    this.#wanted.clear();
    await Promise.all(uris.map((uri) => this.#load(uri)));
  }

  /** A file has changed, in the editor or on disk; it is read again when next asked for. */
  forget(uri: string): void {
    this.#known.delete(keyOf(uri));
  }

  async #load(uri: string): Promise<void> {
    const read = await this.#texts.read(uri);
    this.#known.set(keyOf(uri), read === undefined ? null : contextFile(uri, read));
  }
}

function contextFile(uri: string, read: NonNullable<FileText>): ContextFile {
  if ("problem" in read) return { uri, text: "", read: { problems: [{ message: read.problem }] } };
  const format = uri.toLowerCase().endsWith(".json") ? "json" : "yaml";
  return { uri, text: read.text, read: readContextText(read.text, format) };
}
