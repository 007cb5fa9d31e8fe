import { decodeText } from "@erp-export-rules/sdk/text";
import type { TextDocumentContentChangeEvent, TextDocumentItem } from "vscode-languageserver";
import { type FileKind, formatOf, kindOf } from "../kinds.ts";
import { Lines } from "../service/text/lines.ts";
import { type EditablePccoFile, openPccoFile } from "../service/text/open-pcco-file.ts";
import type { Host } from "./host.ts";
import { keyOf } from "./uris.ts";

/** A document that an editor has open. */
export type OpenText = OpenPcco | OpenOther;

export interface OpenPcco {
  readonly kind: "pcco";
  /** In the editor's own spelling. */
  readonly uri: string;
  readonly file: EditablePccoFile;
}

export interface OpenOther {
  readonly kind: Exclude<FileKind, "pcco"> | undefined;
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly lines: Lines;
}

/** A file's text as it is now: open, on disk, or why it can't be had. */
export type FileText = { readonly text: string } | { readonly problem: string } | undefined;

/** The texts the server works on: what editors have open, else what stands on disk. */
export class Texts {
  readonly #host: Host;
  readonly #open = new Map<string, OpenText>();
  readonly #closed = new Map<string, Promise<FileText>>();

  constructor(host: Host) {
    this.#host = host;
  }

  get all(): Iterable<OpenText> {
    return this.#open.values();
  }

  at(uri: string): OpenText | undefined {
    return this.#open.get(keyOf(uri));
  }

  open({ uri, languageId, version, text }: TextDocumentItem): OpenText {
    const kind = kindOf(uri, languageId, text);
    const opened: OpenText =
      kind === "pcco"
        ? { kind, uri, file: openPccoFile(uri, formatOf(uri, languageId), text, version) }
        : { kind, uri, languageId, version, lines: new Lines(text) };
    this.#open.set(keyOf(uri), opened);
    return opened;
  }

  /** Changes for a document that is not open are left alone, as are those of an older text. */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): OpenText | undefined {
    const known = this.at(uri);
    if (known === undefined) return undefined;
    if (known.kind === "pcco") {
      known.file.change(changes, version);
      return known;
    }
    for (const change of changes) known.lines.change(change);
    // A document that turns into one of ours while it is written is one from then on; it does not stop to be one half-typed.
    const kind = known.kind ?? kindOf(uri, known.languageId, known.lines.text());
    if (kind === "pcco") return this.open({ uri, languageId: known.languageId, version, text: known.lines.text() });
    const changed = { ...known, kind, version };
    this.#open.set(keyOf(uri), changed);
    return changed;
  }

  close(uri: string): void {
    this.#open.delete(keyOf(uri));
    this.forget(uri);
  }

  /** The text of a file; `undefined` when it is not there. */
  async read(uri: string): Promise<FileText> {
    const open = this.at(uri);
    if (open !== undefined) return { text: open.kind === "pcco" ? open.file.text() : open.lines.text() };
    const key = keyOf(uri);
    const known = this.#closed.get(key) ?? this.#readClosed(uri);
    this.#closed.set(key, known);
    return known;
  }

  /** The editor's number of a text; `null` when it is not open. */
  versionOf(uri: string): number | null {
    const open = this.at(uri);
    if (open === undefined) return null;
    return open.kind === "pcco" ? open.file.version : open.version;
  }

  /** The text of a file that is open. */
  textAt(uri: string): string | undefined {
    const open = this.at(uri);
    return open?.kind === "pcco" ? open.file.text() : open?.lines.text();
  }

  /** A line of an open text, without its end. */
  lineAt(uri: string, line: number): string | undefined {
    const open = this.at(uri);
    if (open === undefined) return undefined;
    return open.kind === "pcco" ? open.file.lineAt(line) : open.lines.at(line);
  }

  /** Reads a file once without keeping its text. */
  readOnce(uri: string): Promise<FileText> {
    return this.#readClosed(uri);
  }

  /** A file on disk has changed. */
  forget(uri: string): void {
    this.#closed.delete(keyOf(uri));
  }

  async #readClosed(uri: string): Promise<FileText> {
    const bytes = await this.#host.readFile(uri).catch(() => undefined);
    if (bytes === undefined) return undefined;
    const decoded = decodeText(bytes);
    return "problem" in decoded ? { problem: decoded.problem } : { text: decoded.text };
  }
}
