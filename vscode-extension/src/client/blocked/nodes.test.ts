import { describe, expect, test } from "vitest";
import type { BlockedFile } from "../../protocol.ts";
import { english } from "../testing.ts";
import { type BlockedNode, blockedNodes, countBlocked } from "./nodes.ts";

const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 5 } });

const file = (folder: string, path: string, findings: readonly number[]): BlockedFile => ({
  uri: `file:///${folder}/${path}`,
  folder: `file:///${folder}`,
  file: path,
  pccos: findings.map((count, index) => ({
    label: `#00${index} Canopy`,
    outcome: "blocked",
    range: at(index * 10),
    findings: Array.from({ length: count }, (_, number) => ({
      ruleId: `rule-${number}`,
      message: `Message ${number}`,
      range: at(index * 10 + number),
    })),
  })),
});

const nodes = (...files: readonly BlockedFile[]) =>
  blockedNodes(files, (folder) => folder.slice(folder.lastIndexOf("/") + 1), english);

const outline = (tree: readonly BlockedNode[]): readonly string[] =>
  tree.flatMap((node) => [
    `${node.kind}: ${node.label} (${node.description})`,
    ...outline(node.children).map((line) => `  ${line}`),
  ]);

describe("the tree of blocked PCCOs", () => {
  test("holds files, PCCOs and findings in the order they were told", () => {
    expect(outline(nodes(file("a", "pccos/steel.pcco.yaml", [1, 2])))).toEqual([
      "file: steel.pcco.yaml (pccos · 2 PCCOs)",
      "  pcco: #000 Canopy (1 finding)",
      "    finding: Message 0 (rule-0)",
      "  pcco: #001 Canopy (2 findings)",
      "    finding: Message 0 (rule-0)",
      "    finding: Message 1 (rule-1)",
    ]);
  });

  test("shows folders where there are several", () => {
    const tree = nodes(file("a", "1.pcco.yaml", [1]), file("b", "2.pcco.yaml", [1]), file("a", "3.pcco.yaml", [1, 1]));
    expect(tree.map(({ label, description }) => `${label}: ${description}`)).toEqual(["a: 3 PCCOs", "b: 1 PCCO"]);
    expect(tree[0]?.children.map(({ label }) => label)).toEqual(["1.pcco.yaml", "3.pcco.yaml"]);
    expect(tree[0]?.place).toBeUndefined();
  });

  test("leads to the place of each thing; a file to its first blocked PCCO", () => {
    const [first] = nodes(file("a", "steel.pcco.yaml", [2, 1]));
    const second = first?.children[1];
    expect(first?.place).toEqual({ uri: "file:///a/steel.pcco.yaml", range: at(0) });
    expect(second?.place?.range).toEqual(at(10));
    expect(first?.children[0]?.children[1]?.place?.range).toEqual(at(1));
  });

  test("gives no two lines the same id, and the same line the same id again", () => {
    const files = [file("a", "1.pcco.yaml", [2, 2]), file("b", "1.pcco.yaml", [2])];
    const ids = (tree: readonly BlockedNode[]): readonly string[] =>
      tree.flatMap(({ id, children }) => [id, ...ids(children)]);
    const once = ids(nodes(...files));
    expect(new Set(once).size).toBe(once.length);
    expect(ids(nodes(...files))).toEqual(once);
  });

  test("leaves out files without blocked PCCOs", () => {
    expect(nodes(file("a", "fine.pcco.yaml", []))).toEqual([]);
    expect(nodes()).toEqual([]);
    expect(countBlocked([file("a", "1.pcco.yaml", [1, 3]), file("a", "2.pcco.yaml", [])])).toBe(2);
  });
});
