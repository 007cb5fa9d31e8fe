import { describe, expect, test } from "vitest";
import { defaultSettings } from "../protocol.ts";
import { Folder } from "./folder.ts";
import { Texts } from "./texts.ts";

const root = "file:///job";
const pcco = "title: Canopy\nstatus: draft\n";

function signal() {
  let settle = (): void => {};
  const promise = new Promise<void>((resolve) => {
    settle = resolve;
  });
  return { promise, settle };
}

/** A folder with two PCCO files, of which the second is read only when `release` is called. */
async function folderOf(settings = defaultSettings) {
  const reading = signal();
  const { promise: released, settle: release } = signal();
  const uris = [`${root}/a.pcco.yaml`, `${root}/b.pcco.yaml`];
  const host = {
    readFile: async (uri: string) => {
      if (!uris.includes(uri)) return undefined;
      if (uri === uris[1]) {
        reading.settle();
        await released;
      }
      return new TextEncoder().encode(pcco);
    },
    findFiles: async () => uris,
    now: () => new Date("2026-11-20T09:00:00Z"),
  };
  const texts = new Texts(host);
  const folder = new Folder(root, settings, texts, host);
  await folder.scan();
  const open = (uri: string) => texts.open({ uri, languageId: "yaml", version: 1, text: pcco });
  return { folder, uris, reading: reading.promise, release, open };
}

describe("the PCCOs of a folder are", () => {
  test("so far only some, until the last is read, and again when rules have changed", async () => {
    const { folder, reading, release } = await folderOf();
    expect(folder.project().extent).toBe("soFar");
    let checked = 0;
    const all = folder.samples.check(() => checked++);
    await reading;
    expect([checked, folder.project().samples.length, folder.project().extent]).toEqual([1, 1, "soFar"]);
    release();
    await all;
    expect([checked, folder.project().samples.length, folder.project().extent]).toEqual([2, 2, undefined]);
    folder.samples.invalidate();
    expect(folder.project().extent).toBe("soFar");
  });

  test("those that are open, where settings say so, and all when they are asked for", async () => {
    const { folder, uris, release, open } = await folderOf({ ...defaultSettings, checkWorkspace: false });
    release();
    open(`${root}/a.pcco.yaml`);
    expect([folder.project().samples.length, folder.project().extent]).toEqual([1, "open"]);
    expect((await folder.samples.readAll()).map(({ uri }) => uri)).toEqual(uris);
    expect(folder.project().samples.length).toBe(1);
    open(`${root}/b.pcco.yaml`);
    expect([folder.project().samples.length, folder.project().extent]).toEqual([2, undefined]);
  });
});
