import { type TestController, type TestItem, type TestItemCollection, Uri } from "vscode";
import type { TestFile } from "../../protocol.ts";
import type { ServerLink } from "../server-link.ts";
import type { Asked } from "./plan.ts";

/** The items of the Test Explorer: files, and the tests in them. */
export interface TestItems {
  /** Makes the items those of the list. What stays keeps its item, and so its last result. */
  show(files: readonly TestFile[]): void;
  /** What an item stands for. */
  askedOf(item: TestItem): Asked;
  /** Every file with the ids of its tests. */
  known(): ReadonlyMap<string, readonly string[]>;
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
  const fill = ({ uri, file, tests }: TestFile): void => {
    const parsed = Uri.parse(uri);
    const names = file.split("/");
    const parent = into(controller.items, uri, names.at(-1) ?? file, parsed);
    parent.description = names.slice(0, -1).join("/");
    parent.sortText = file;
    keepOnly(parent.children, new Set(tests.map(({ id }) => id)));
    for (const [index, { id, label, range }] of tests.entries()) {
      const item = into(parent.children, id, label, parsed);
      item.range = client.protocol2CodeConverter.asRange(range);
      item.sortText = String(index).padStart(6, "0");
    }
  };
  return {
    show(files) {
      keepOnly(controller.items, new Set(files.map(({ uri }) => uri)));
      for (const file of files) fill(file);
    },
    askedOf: ({ parent, id }) => (parent === undefined ? { uri: id } : { uri: parent.id, id }),
    known: () => new Map([...controller.items].map(([uri, { children }]) => [uri, [...children].map(([id]) => id)])),
    find(uri, id) {
      const file = controller.items.get(uri);
      return id === undefined ? file : file?.children.get(id);
    },
  };
}

function keepOnly(collection: TestItemCollection, ids: ReadonlySet<string>): void {
  for (const [id] of collection) if (!ids.has(id)) collection.delete(id);
}
