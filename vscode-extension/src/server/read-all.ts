import { furtherFindings } from "../service/pcco/expectations.ts";
import type { EditablePccoFile } from "../service/text/open-pcco-file.ts";
import { Slices } from "./bell.ts";
import type { Folder } from "./folder.ts";

/** Reads and judges a whole file, in slices. What a PCCO names and is not known yet is read in between. */
export async function readAll(file: EditablePccoFile, { surroundings, rules }: Folder): Promise<void> {
  const surroundingsOf = surroundings.of(file.uri);
  const slices = new Slices();
  for (;;) {
    const isRead = file.readSome(surroundingsOf, () => slices.mayGoOn, furtherFindings(rules.library));
    if (surroundings.isWaiting) await surroundings.load();
    else if (isRead) return;
    else await slices.giveWay();
  }
}
