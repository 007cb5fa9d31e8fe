import type { TextDocumentContentChangeEvent, TextDocumentItem } from "vscode-languageserver";
import type { FileKind } from "../kinds.ts";
import { defaultSettings, type Settings } from "../protocol.ts";
import { Bell, Coalesced } from "./bell.ts";
import { Folder } from "./folder.ts";
import type { Host } from "./host.ts";
import { type OpenText, Texts } from "./texts.ts";
import { isBelow, savedAs } from "./uris.ts";

/** What the workspace tells its owner. */
export interface Listener {
  /** Findings of documents may differ though their texts did not change. */
  onVerdictsChanged(): void;
  /** Something was read or checked in the background: counts and lists may differ. */
  onProgress(): void;
  onClosed(uri: string): void;
  /** Asks the editor for the settings of a folder. */
  settingsOf(folder: string): Promise<Settings>;
}

/** All folders and open documents of one editor. */
export class Workspace {
  readonly texts: Texts;
  /** Rings when anything changes that an answer could depend on. */
  readonly bell = new Bell();
  readonly #host: Host;
  readonly #listener: Listener;
  readonly #jobs = new Map<Folder, Coalesced>();
  readonly #background: Coalesced;
  #folders: readonly Folder[] = [];
  #loose: Folder;
  #ready: Promise<void> = Promise.resolve();
  /** Work that opened, changed and closed documents have left to be done before anything is answered. */
  #noted: Promise<void> = Promise.resolve();

  constructor(host: Host, listener: Listener) {
    this.#host = host;
    this.#listener = listener;
    this.texts = new Texts(host);
    this.#loose = this.#newFolder("");
    this.#background = new Coalesced(() => this.#checkSamples());
  }

  get folders(): readonly Folder[] {
    return [...this.#folders, this.#loose];
  }

  /** The folder a file belongs to: of nested ones the innermost. */
  folderOf(uri: string): Folder {
    const around = this.#folders.filter((folder) => isBelow(savedAs(uri, folder.uri), folder.uri));
    return around.reduce((best, folder) => (folder.uri.length > best.uri.length ? folder : best), this.#loose);
  }

  /** Waits until folders are scanned and changed rule files are read. */
  async settled(folder?: Folder): Promise<void> {
    await this.#ready;
    await this.#noted;
    if (folder !== undefined) await this.#jobs.get(folder)?.settled();
  }

  /** Waits until every file was checked that has to be. */
  async checked(): Promise<void> {
    await this.#ready;
    await this.#background.settled();
  }

  /** Opens and leaves folders. Returns when the new ones are scanned. */
  setFolders(uris: readonly string[]): Promise<void> {
    const known = new Map(this.#folders.map((folder) => [folder.uri, folder]));
    const fresh: Folder[] = [];
    this.#folders = uris.map((uri) => {
      const folder = known.get(uri) ?? this.#newFolder(uri);
      if (!known.has(uri)) fresh.push(folder);
      return folder;
    });
    this.#ready = this.#ready.then(async () => {
      for (const folder of [...fresh, this.#loose]) {
        folder.settings = await this.#listener.settingsOf(folder.uri);
        await folder.scan();
      }
      for (const open of this.texts.all) await this.#noteOpen(open);
      this.#everythingChanged();
    });
    return this.#ready;
  }

  open(item: TextDocumentItem): void {
    const opened = this.texts.open(item);
    this.#note(async () => {
      await this.#noteOpen(opened);
      this.#changed(opened);
    });
  }

  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    const before = this.texts.at(uri)?.kind;
    const changed = this.texts.change(uri, version, changes);
    if (changed === undefined) return;
    if (changed.kind === before) this.#changed(changed);
    else
      this.#note(async () => {
        await this.#noteOpen(changed);
        this.#changed(changed);
      });
  }

  close(uri: string): void {
    const closed = this.texts.at(uri);
    this.texts.close(uri);
    if (closed === undefined) return;
    this.#listener.onClosed(uri);
    this.#note(async () => {
      const isThere = (await this.texts.read(uri)) !== undefined;
      await this.folderOf(uri).note(uri, isThere);
      this.#changed(closed);
    });
  }

  /** Files have come, changed or gone on disk, perhaps many at once. */
  async watched(changes: readonly { readonly uri: string; readonly isThere: boolean }[]): Promise<void> {
    await this.#ready;
    const touched = new Map<Folder, Set<FileKind | "lock">>();
    for (const { uri, isThere } of changes) {
      this.texts.forget(uri);
      // What the editor has open is what counts, whatever happens on disk.
      if (this.texts.at(uri) !== undefined) continue;
      const folder = this.folderOf(uri);
      const kind = uri.endsWith("/lock.yaml") ? "lock" : await folder.note(uri, isThere);
      if (kind !== undefined) touched.set(folder, (touched.get(folder) ?? new Set<FileKind | "lock">()).add(kind));
    }
    for (const [folder, kinds] of touched) {
      if (kinds.has("rules") || kinds.has("tests") || kinds.has("lock")) this.#rulesChanged(folder);
      else if (kinds.has("context")) this.#surroundingsChanged(folder);
      else this.#samplesChanged();
    }
  }

  /** The editor's settings have changed. */
  async settingsChanged(): Promise<void> {
    await this.#ready;
    for (const folder of this.folders) {
      const settings = await this.#listener.settingsOf(folder.uri);
      if (JSON.stringify(settings) === JSON.stringify(folder.settings)) continue;
      const needsScan = settings.ruleFiles.join() !== folder.settings.ruleFiles.join();
      folder.settings = settings;
      if (needsScan) await folder.scan();
      this.#surroundingsChanged(folder);
    }
  }

  #note(work: () => Promise<void>): void {
    this.#noted = Promise.all([this.#noted, this.#ready]).then(work);
  }

  #newFolder(uri: string): Folder {
    return new Folder(uri, defaultSettings, this.texts, this.#host);
  }

  async #noteOpen({ uri, kind }: OpenText): Promise<void> {
    const folder = this.folderOf(uri);
    // A PCCO that is not saved is judged as those of its folder are, but is none of them yet.
    if (kind === "pcco" && folder.uri !== "" && savedAs(uri, folder.uri) !== uri) return;
    if (kind === "rules") folder.rules.note(uri, true);
    else if (kind !== undefined) await folder.note(uri, true);
  }

  #changed({ uri, kind }: OpenText): void {
    const folder = this.folderOf(uri);
    if (kind === "rules" || kind === "tests") this.#rulesChanged(folder);
    else if (kind === "context") {
      folder.contexts.forget(uri);
      this.#surroundingsChanged(folder);
    } else this.#samplesChanged();
  }

  #rulesChanged(folder: Folder): void {
    let job = this.#jobs.get(folder);
    if (job === undefined) {
      job = new Coalesced(async () => {
        const before = folder.rules.inForce();
        await folder.reloadRules();
        if (folder.rules.inForce() !== before) this.#surroundingsChanged(folder);
        else this.#samplesChanged();
      });
      this.#jobs.set(folder, job);
    }
    void job.ask();
  }

  #surroundingsChanged(folder: Folder): void {
    folder.surroundings.invalidate();
    folder.samples.invalidate();
    this.#listener.onVerdictsChanged();
    this.#samplesChanged();
  }

  #everythingChanged(): void {
    for (const folder of this.folders) folder.samples.invalidate();
    this.#listener.onVerdictsChanged();
    this.#samplesChanged();
  }

  #samplesChanged(): void {
    this.bell.ring();
    this.#listener.onProgress();
    void this.#background.ask();
  }

  async #checkSamples(): Promise<void> {
    for (const folder of this.folders) {
      if (folder.settings.checkWorkspace) await folder.samples.check(() => this.bell.ring());
    }
    this.#listener.onProgress();
  }
}
