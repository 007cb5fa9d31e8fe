import { formatOf } from "../kinds.ts";
import type { PccoFile, PccoRecord, Project, Sample, SampleRecord } from "../service/model.ts";
import { fieldOf, labelOf } from "../service/pcco/label.ts";
import { type EditablePccoFile, openPccoFile } from "../service/text/open-pcco-file.ts";
import { Slices } from "./bell.ts";
import type { Folder } from "./folder.ts";
import { readAll } from "./read-all.ts";
import type { Texts } from "./texts.ts";
import { keyOf, pathFrom } from "./uris.ts";

/** Longest text of a file that is kept between checks, in UTF-16 units; a longer one is read again when rules change. */
const keptLength = 200_000;

interface Known {
  readonly uri: string;
  /** Not there while its text is not kept. */
  file?: EditablePccoFile;
  sample?: Sample;
  /** Why it can't be read as text at all. */
  problem?: string;
  isStale: boolean;
}

/** The PCCO files of a folder with their verdicts, open or not. */
export class Samples {
  readonly #folder: Folder;
  readonly #texts: Texts;
  readonly #known = new Map<string, Known>();
  #isChecking = false;

  constructor(folder: Folder, texts: Texts) {
    this.#folder = folder;
    this.#texts = texts;
  }

  note(uri: string, isThere: boolean): void {
    const key = keyOf(uri);
    if (isThere) this.#known.set(key, { uri: this.#known.get(key)?.uri ?? uri, isStale: true });
    else this.#known.delete(key);
  }

  /** Rules, contexts or settings have changed. */
  invalidate(): void {
    for (const known of this.#known.values()) known.isStale = true;
  }

  has(uri: string): boolean {
    return this.#known.has(keyOf(uri));
  }

  get uris(): readonly string[] {
    return [...this.#known.values()].map(({ uri }) => uri);
  }

  /** The text of a file that is not open, if it is kept. */
  textAt(uri: string): string | undefined {
    return this.#known.get(keyOf(uri))?.file?.text();
  }

  /** Why a file can't be read as text, if so. */
  problemOf(uri: string): string | undefined {
    return this.#known.get(keyOf(uri))?.problem;
  }

  /** What is known of all of them so far. */
  all(): readonly Sample[] {
    return [...this.#known.values()].flatMap((known) => {
      const open = this.#texts.at(known.uri);
      const sample = open?.kind === "pcco" ? this.#sampleOf(open.file) : known.sample;
      return sample === undefined ? [] : [sample];
    });
  }

  /**
   * Checks every file that is not open and whose verdicts are out of date, with pauses for everything else.
   * @param onChecked called after each file
   */
  async check(onChecked: () => void): Promise<void> {
    this.#isChecking = true;
    try {
      await this.#checkStale(onChecked);
    } finally {
      this.#isChecking = false;
    }
  }

  async #checkStale(onChecked: () => void): Promise<void> {
    const slices = new Slices();
    for (const key of [...this.#known.keys()]) {
      const known = this.#known.get(key);
      if (known === undefined || !known.isStale || this.#texts.at(known.uri) !== undefined) continue;
      known.isStale = false;
      const file = await this.fileOf(known.uri);
      if (file !== undefined) {
        known.sample = this.#sampleOf(file);
        if (file.text().length <= keptLength) known.file = file;
        else delete known.file;
      }
      onChecked();
      await slices.giveWay();
    }
  }

  /** All of them, each read and judged now, of which nothing is kept. */
  async readAll(): Promise<readonly Sample[]> {
    const samples: Sample[] = [];
    const slices = new Slices();
    for (const uri of this.uris) {
      const file = await this.fileOf(uri);
      if (file !== undefined) samples.push(this.#sampleOf(file));
      await slices.giveWay();
    }
    return samples;
  }

  /**
   * How much of the folder `all` speaks of: `undefined` for the whole of it. What is not open may be out of date, or not
   * be read at all.
   */
  get extent(): Project["extent"] {
    const isClosed = ({ uri }: Known): boolean => this.#texts.at(uri) === undefined;
    if (!this.#folder.settings.checkWorkspace) return [...this.#known.values()].some(isClosed) ? "open" : undefined;
    const isOut = (known: Known): boolean => known.isStale && isClosed(known);
    return this.#isChecking || [...this.#known.values()].some(isOut) ? "soFar" : undefined;
  }

  /** A PCCO file, read and judged: the open one, or as it stands on disk. */
  async fileOf(uri: string): Promise<EditablePccoFile | undefined> {
    const open = this.#texts.at(uri);
    if (open?.kind === "pcco") {
      await readAll(open.file, this.#folder);
      return open.file;
    }
    const known = this.#known.get(keyOf(uri));
    let file = known?.file;
    if (file === undefined) {
      const read = await this.#texts.readOnce(uri);
      if (known !== undefined) {
        if (read !== undefined && "problem" in read) known.problem = read.problem;
        else delete known.problem;
      }
      if (read === undefined || "problem" in read) return undefined;
      file = openPccoFile(uri, formatOf(uri, ""), read.text, null);
    }
    await readAll(file, this.#folder);
    return file;
  }

  #sampleOf(file: PccoFile): Sample {
    const surroundingsOf = this.#folder.surroundings.of(file.uri);
    const { library } = this.#folder.rules;
    const records = file.records.map((record): SampleRecord => {
      const { pins, expect, title } = headOf(record);
      const judgedBy = surroundingsOf(pins);
      return {
        index: record.index,
        startLine: record.startLine,
        label: title ?? labelOf(undefined, record.index),
        verdict: record.verdict(surroundingsOf),
        expect,
        ...("cannot" in judgedBy
          ? { rules: undefined }
          : {
              rules: judgedBy.rules,
              event: judgedBy.event,
              given: { document: () => record.document(), context: judgedBy.context, library },
            }),
      };
    });
    return { uri: file.uri, file: pathFrom(this.#folder.uri, file.uri), records };
  }
}

/** What is told of a PCCO besides its verdict. */
interface Head {
  readonly pins: { readonly $rules: unknown; readonly $context: unknown };
  readonly expect: unknown;
  /** `undefined` when it has neither number nor title. */
  readonly title: string | undefined;
}

const heads = new WeakMap<PccoRecord, Head>();

/** What is told of a PCCO. It is read for it once, however often its file changes around it. */
export function headOf(record: PccoRecord): Head {
  const known = heads.get(record);
  if (known !== undefined) return known;
  const { value } = record.document();
  const named = labelOf(value, record.index);
  const head = {
    pins: { $rules: fieldOf(value, "$rules"), $context: fieldOf(value, "$context") },
    expect: fieldOf(value, "$expect"),
    title: named === labelOf(undefined, record.index) ? undefined : named,
  };
  heads.set(record, head);
  return head;
}
