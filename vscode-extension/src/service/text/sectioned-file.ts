import type { TextFormat } from "@erp-export-rules/sdk/text";
import type { PccoFile, PccoRecord, Surroundings, SurroundingsOf, Unjudgeable } from "../model.ts";
import { type Further, nothingFurther } from "./judged.ts";
import { type ContentChange, Lines } from "./lines.ts";
import { Picture } from "./overview.ts";
import type { Pins } from "./pins.ts";
import { PinTable } from "./pins.ts";
import { Recent } from "./recent.ts";
import type { Source } from "./section.ts";
import type { SectionRecord } from "./section-record.ts";
import { Sections } from "./sections.ts";

/** How much text, in UTF-16 units, is kept read: some dozen PCCOs, or the last large one. Values and places weigh ten times as much. */
const keptRead = 50_000;

/** A PCCO file kept in sections that are read and judged one by one. */
export class SectionedFile implements PccoFile {
  readonly uri: string;
  readonly format: TextFormat;
  version: number | null;
  readonly #source: Source;
  readonly #sections: Sections;
  #picture: { readonly picture: Picture; readonly judgements: number; readonly records: unknown } | undefined;

  constructor(uri: string, format: TextFormat, text: string, version: number | null) {
    this.uri = uri;
    this.format = format;
    this.version = version;
    this.#source = {
      format,
      lines: new Lines(text),
      pins: new PinTable(),
      recent: new Recent(keptRead),
      judgements: 0,
    };
    this.#sections = new Sections(this.#source);
  }

  get lineCount(): number {
    return this.#source.lines.count;
  }

  lineAt(line: number): string {
    return this.#source.lines.at(line);
  }

  text(): string {
    return this.#source.lines.text();
  }

  change(changes: readonly ContentChange[], version: number): void {
    this.#sections.change(changes);
    this.version = version;
  }

  get records(): readonly SectionRecord[] {
    return this.#sections.records;
  }

  recordAt(line: number, character = 0): PccoRecord {
    return this.#sections.at({ line, character });
  }

  readSome(surroundingsOf: SurroundingsOf, mayGoOn: () => boolean, further = nothingFurther): boolean {
    const judge = judgeOf(surroundingsOf, further);
    for (let section = this.#sections.readNext(); section !== undefined; section = this.#sections.readNext()) {
      for (const record of section.read()) judge(record);
      if (!mayGoOn()) return false;
    }
    for (const record of this.records) if (judge(record) && !mayGoOn()) return false;
    return true;
  }

  overview(surroundingsOf: SurroundingsOf, further = nothingFurther): Picture {
    this.readSome(surroundingsOf, () => true, further);
    const { judgements } = this.#source;
    const { records } = this;
    const last = this.#picture;
    if (last !== undefined && last.judgements === judgements && last.records === records) return last.picture;
    const picture = new Picture(records, last?.picture);
    this.#picture = { picture, judgements, records };
    return picture;
  }
}

/** Judges PCCOs, asking only once for each of their pins. */
function judgeOf(surroundingsOf: SurroundingsOf, further: Further): (record: SectionRecord) => boolean {
  const known = new Map<Pins, Surroundings | Unjudgeable>();
  let last: readonly [Pins, Surroundings | Unjudgeable] | undefined;
  return (record) => {
    const { pins } = record;
    // Nearly all PCCOs of a file say the same.
    if (last?.[0] !== pins) {
      const by = known.get(pins) ?? surroundingsOf(pins.value);
      known.set(pins, by);
      last = [pins, by];
    }
    return record.judge(last[1], further);
  };
}
