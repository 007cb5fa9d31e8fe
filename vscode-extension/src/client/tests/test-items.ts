import { type TestController, type TestItem, type TestItemCollection, Uri } from "vscode";
import type { TestEntry, TestFile } from "../../protocol.ts";
import type { ServerLink } from "../server-link.ts";
import type { Asked } from "./plan.ts";

/** The items of the Test Explorer: files, the tests in them, and groups of tests. */
export interface TestItems {
  /** Makes the items those of the list. What stays keeps its item, and so its last result. */
  show(files: readonly TestFile[]): void;
  /** What an item stands for: a file, a test, or all tests of a group; nothing once it is not in the list any more. */
  askedOf(item: TestItem): readonly Asked[];
  /** Every file with the ids of its tests, without groups. */
  known(): ReadonlyMap<string, readonly string[]>;
  /** A file, or a test or group in it. */
  find(uri: string, id?: string): TestItem | undefined;
}

export function testItems(controller: TestController, { client }: ServerLink): TestItems {
  const into = (collection: TestItemCollection, id: string, label: string, uri: Uri): TestItem => {
    const known = collection.get(id);
    const item = known ?? controller.createTestItem(id, label, uri);
    item.label = label;
    if (known === undefined) collection.add(item);
    return item;
  };
  const fillWith = (parent: TestItem, entries: readonly TestEntry[], uri: Uri): void => {
    keepOnly(parent.children, new Set(entries.map(({ id }) => id)));
    for (const [index, { id, label, range, children = [] }] of entries.entries()) {
      const item = into(parent.children, id, label, uri);
      item.range = client.protocol2CodeConverter.asRange(range);
      item.sortText = String(index).padStart(6, "0");
      fillWith(item, children, uri);
    }
  };
  const fill = ({ uri, file, tests }: TestFile): void => {
    const parsed = Uri.parse(uri);
    const names = file.split("/");
    const parent = into(controller.items, uri, names.at(-1) ?? file, parsed);
    parent.description = names.slice(0, -1).join("/");
    parent.sortText = file;
    fillWith(parent, tests, parsed);
  };
  return {
    show(files) {
      keepOnly(controller.items, new Set(files.map(({ uri }) => uri)));
      for (const file of files) fill(file);
    },
    askedOf(item) {
      const uri = fileOf(item);
      // A run that goes on asks for the items of its beginning, of which the list may have dropped some.
      if (controller.items.get(uri) === undefined) return [];
      return item.parent === undefined ? [{ uri }] : testsIn(item).map(({ id }) => ({ uri, id }));
    },
    known: () =>
      new Map(
        [...controller.items].map(([uri, file]) => [
          uri,
          childrenOf(file)
            .flatMap(testsIn)
            .map(({ id }) => id),
        ]),
      ),
    find(uri, id) {
      const file = controller.items.get(uri);
      return id === undefined || file === undefined ? file : within(file.children, id);
    },
  };
}

function childrenOf({ children }: TestItem): readonly TestItem[] {
  return [...children].map(([, child]) => child);
}

/** An item itself, or the tests that it is a group of. */
function testsIn(item: TestItem): readonly TestItem[] {
  return item.children.size === 0 ? [item] : childrenOf(item).flatMap(testsIn);
}

function within(collection: TestItemCollection, id: string): TestItem | undefined {
  const own = collection.get(id);
  if (own !== undefined) return own;
  for (const [, { children }] of collection) {
    const inner = within(children, id);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

/** The file that an item stands in; of an item that was dropped, the outermost id that is left. */
function fileOf({ parent, id }: TestItem): string {
  return parent === undefined ? id : fileOf(parent);
}

function keepOnly(collection: TestItemCollection, ids: ReadonlySet<string>): void {
  for (const [id] of collection) if (!ids.has(id)) collection.delete(id);
}
