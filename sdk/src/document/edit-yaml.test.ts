import { describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { editText, textEdits } from "./edit-text.ts";
import { parseText } from "./parse.ts";
import type { Edit } from "./text.ts";

const yaml = (text: string, ...edits: Edit[]) => editText(text, { format: "yaml" }, edits);
const replace = (path: string, value: unknown): Edit => ({ op: "replace", path, value });
const add = (path: string, value: unknown): Edit => ({ op: "add", path, value });
const remove = (path: string): Edit => ({ op: "remove", path });

const entry = { event: "send", at: "2025-03-12T09:00:00Z", by: 12, from: "not_in_erp", to: "ready_to_export" };
const move = [
  replace("/erp/status", "ready_to_export"),
  add("/erp/origin_id", "e-1"),
  add("/erp/history/-", entry),
  replace("/status", "approved"),
  remove("/line_items/0/prime_line_item_id"),
  replace("/line_items/1/billing_item_code", "0520"),
];

describe("a change order that was moved", () => {
  const items = `line_items:
  # the first one
  - prime_line_item_id: 7 # gone
    amount: 1.50
  - billing_item_code: 'x' # code
    amount: 2
# end
`;
  const movedItems = `line_items:
  # the first one
  - amount: 1.50
  - billing_item_code: '0520' # code
    amount: 2
# end
`;

  test("with erp in block style", () => {
    const before = `# CO 1
number: "1"   # shown
status: draft # soon

erp:
  # where it is
  status: not_in_erp
  origin_id: null # none yet

${items}`;
    expect(yaml(before, ...move)).toBe(`# CO 1
number: "1"   # shown
status: approved # soon

erp:
  # where it is
  status: ready_to_export
  origin_id: e-1 # none yet
  history:
    - event: send
      at: "2025-03-12T09:00:00Z"
      by: 12
      from: not_in_erp
      to: ready_to_export

${movedItems}`);
  });

  test("with erp in flow style", () => {
    const before = `status: draft\nerp: { status: not_in_erp, origin_id: null } # erp\n${items}`;
    expect(yaml(before, ...move)).toBe(`status: approved
erp: { status: ready_to_export, origin_id: e-1, history: [{ event: send, at: "2025-03-12T09:00:00Z", by: 12, from: not_in_erp, to: ready_to_export }] } # erp
${movedItems}`);
  });

  test("without erp", () => {
    const after = yaml(`status: draft\n${items}`, add("/erp/status", "synced"), ...move.slice(1));
    expect(after).toBe(`status: approved
${movedItems.replace("# end\n", "")}erp:
  status: synced
  origin_id: e-1
  history:
    - event: send
      at: "2025-03-12T09:00:00Z"
      by: 12
      from: not_in_erp
      to: ready_to_export
# end
`);
  });
});

describe("replacing a scalar", () => {
  test.each([
    ["a: x # c\n", "w", "a: w # c\n"],
    ['a: "x" # c\n', "w", 'a: "w" # c\n'],
    ["a: 'x'\n", "it's", "a: 'it''s'\n"],
    ["a: 'x'\n", "two\nlines", 'a: "two\\nlines"\n'],
    ['a: "x"\n', 5, "a: 5\n"],
    ["a:\n", "w", "a: w\n"],
    ["a: # c\n", "w", "a: w # c\n"],
    ["a:   \nb: 1\n", "w", "a: w\nb: 1\n"],
    ["a: &x 1\n", 2, "a: &x 2\n"],
    ["a: !!str 5 # c\n", 6, "a: 6 # c\n"],
    ["a: &x !!str 5\n", 6, "a: &x 6\n"],
    ["a: one\n  two # c\nb: 1\n", "w", "a: w # c\nb: 1\n"],
    ["a: | # c\n  one\n  two\n\nb: 1\n", "w", "a: w # c\n\nb: 1\n"],
    ["a: >-\n  one\nb: 1\n", "p\n\nq", "a: |-\n  p\n\n  q\nb: 1\n"],
    ["a: |\n  one", "p\nq\n", "a: |\n  p\n  q"],
    ["a: x # c\n", "p\nq", "a: |- # c\n  p\n  q\n"],
    ["a: x", "w", "a: w"],
    ["a: { b: 1 } # c\n", "w", "a: w # c\n"],
    ["a: # c\n  # inside\n  b: 1 # d\nz: 1\n", null, "a: null # c\nz: 1\n"],
    ["? a\n: x\n", "w", "? a\n: w\n"],
  ])("%j by %j", (before, value, after) => {
    expect(yaml(before, replace("/a", value))).toBe(after);
  });

  test.each([
    "0520",
    "1e3",
    "004",
    "02-310",
    "0x1F",
    "1_000",
    "12:30",
    "-.5",
    ".inf",
    "2025-03-12",
    "yes",
    "No",
    "null",
    "~",
    "",
  ])("plain text by %j gets quotes, in block and flow", (value) => {
    expect(yaml("a: x\n", replace("/a", value))).toBe(`a: ${JSON.stringify(value)}\n`);
    expect(yaml("a: [x]\n", replace("/a/0", value))).toBe(`a: [${JSON.stringify(value)}]\n`);
  });

  test.each(["3rd floor", "a-b", "Beton C30/37", "x#y", "a:b", "straße", "not_in_erp", "é😀"])(
    "%j stays plain",
    (value) => {
      expect(yaml("a: x\n", replace("/a", value))).toBe(`a: ${value}\n`);
    },
  );

  test.each([
    ": ",
    "a: b",
    "x #y",
    "- z",
    "@at",
    "a,b",
    "[x",
    "{",
    "'",
    '"',
    "\\",
    "tab\t",
    "a\rb",
    "\u0085",
    "\u2028",
    "\uFEFFx",
    "\u0000",
    "\ud800",
    "%x",
    "---",
    "? x",
    "x:",
    " x ",
  ])("%j comes back as it was", (value) => {
    for (const before of ["a: x\n", "a: 'x'\n", 'a: "x"\n', "a: |\n  x\n", "a: { b: x }\n"]) {
      const after = yaml(before, replace(before.includes("b") ? "/a/b" : "/a", value));
      expect(JSON.stringify(parseDocument(after).toJS())).toBe(
        JSON.stringify({ a: before.includes("b") ? { b: value } : value }),
      );
    }
  });
});

describe("replacing by a collection", () => {
  test.each([
    ["a: x # c\nb: 1\n", { p: 1, q: [2] }, "a: # c\n  p: 1\n  q:\n    - 2\nb: 1\n"],
    ["a:\n    p: 1 # d\n    q: 2\nb: 1\n", { r: { s: 1 } }, "a:\n    r:\n        s: 1\nb: 1\n"],
    ["a: # c\n  p: 1\n", [1], "a: # c\n  - 1\n"],
    ["a: # c\n- 1\n# d\n- 2\nb: 1\n", { p: 1 }, "a: # c\n  p: 1\nb: 1\n"],
    ["a: {p: 1} # c\n", { q: [1, "x"] }, "a: {q: [1, x]} # c\n"],
    ["a: &x 1 # c\n", [1], "a: &x # c\n  - 1\n"],
    ["a: x\nl:\n- 1\n", [{ p: 1 }], "a:\n- p: 1\nl:\n- 1\n"],
    ["a: x\n", {}, "a: {}\n"],
    ["a:", { p: 1 }, "a:\n  p: 1"],
  ])("%j by %j", (before, value, after) => {
    expect(yaml(before, replace("/a", value))).toBe(after);
  });

  test("items of a list", () => {
    expect(yaml("- \n", replace("", { a: 1 }))).toBe("- a: 1\n");
    expect(yaml("a:\n  - x # c\n  - y\n", replace("/a/0", { p: 1, q: 2 }))).toBe(
      "a:\n  - # c\n    p: 1\n    q: 2\n  - y\n",
    );
    expect(yaml("a:\n  - x\n  - y\n", replace("/a/0", { p: 1, q: 2 }))).toBe("a:\n  - p: 1\n    q: 2\n  - y\n");
    expect(yaml("a:\n  - p: 1\n    q: 2\n  - y\n", replace("/a/0", 1))).toBe("a:\n  - 1\n  - y\n");
  });

  test("the whole document", () => {
    expect(yaml("# c\na: 1\n# d\n", replace("", { b: 1 }))).toBe("# c\nb: 1\n# d\n");
    expect(yaml("--- {} # c\n", replace("", { b: 1 }))).toBe("--- # c\nb: 1\n");
  });
});

describe("adding a member", () => {
  test.each([
    ["a:\n  p: 1 # c\n  # d\n\n# next\nb: 1\n", "a:\n  p: 1 # c\n  k: x\n  # d\n\n# next\nb: 1\n"],
    ["a:\n  p:\n    - 1\n    # inside p\n\nb: 1\n", "a:\n  p:\n    - 1\n    # inside p\n  k: x\n\nb: 1\n"],
    ["a:\n  p: |+\n    t\n\nb: 1\n", "a:\n  p: |+\n    t\n\n  k: x\nb: 1\n"],
    ["a:\n  p: 1", "a:\n  p: 1\n  k: x"],
    ["a: { p: 1 }\n", "a: { p: 1, k: x }\n"],
    ["a: {p: 1,q: 2}\n", "a: {p: 1,q: 2,k: x}\n"],
    ["a: {\n  p: 1, # c\n  q: 2 # d\n}\n", "a: {\n  p: 1, # c\n  q: 2, # d\n  k: x\n}\n"],
    ["a: {\n  p: 1, # c\n}\n", "a: {\n  p: 1, # c\n  k: x,\n}\n"],
    ["a: {} # c\n", "a: # c\n  k: x\n"],
    ["a: # c\nb: 1\n", "a: # c\n  k: x\nb: 1\n"],
    ["a: ~\n", "a:\n  k: x\n"],
    ["b: 1\n\n# end\n", "b: 1\na:\n  k: x\n\n# end\n"],
    ["{}\n", "a:\n  k: x\n"],
    ['{"b": 1}\n', '{"b": 1, "a": {"k": "x"}}\n'],
    ["", "a:\n  k: x\n"],
    ["# only\n", "# only\na:\n  k: x\n"],
    ["---\n# only\n...\n", "---\n# only\na:\n  k: x\n...\n"],
    ["\uFEFFa: {p: 1}\n", "\uFEFFa: {p: 1, k: x}\n"],
  ])("into %j", (before, after) => {
    expect(yaml(before, add("/a/k", "x"))).toBe(after);
  });

  test("add replaces a member that is there", () => {
    expect(yaml("a:\n  k: 'y' # c\n", add("/a/k", "x"))).toBe("a:\n  k: 'x' # c\n");
  });

  test("keys get quotes where they need them", () => {
    expect(yaml("a: 1\n", add("/x: y", 1), add("/no", 2), add("/é", 3))).toBe('a: 1\n"x: y": 1\n"no": 2\né: 3\n');
  });
});

describe("adding an item", () => {
  test.each([
    ["a:\n  - 1 # c\n  # d\nb: 1\n", "-", "a:\n  - 1 # c\n  - k: x\n    l: z\n  # d\nb: 1\n"],
    ["a:\n- 1\nb: 1\n", "-", "a:\n- 1\n- k: x\n  l: z\nb: 1\n"],
    ["a:\n  # one\n  - 1\n  # two\n  - 2\n", "1", "a:\n  # one\n  - 1\n  - k: x\n    l: z\n  # two\n  - 2\n"],
    ["a:\n  # one\n  - 1\n", "0", "a:\n  # one\n  - k: x\n    l: z\n  - 1\n"],
    ["a:\n  - p: 1\n    q: 2", "-", "a:\n  - p: 1\n    q: 2\n  - k: x\n    l: z"],
    ["a: [1, 2]\n", "-", "a: [1, 2, { k: x, l: z }]\n"],
    ["a: [1, 2]\n", "0", "a: [{ k: x, l: z }, 1, 2]\n"],
    ["a: [] # c\n", "-", "a: # c\n  - k: x\n    l: z\n"],
    ["b: 1\n", "-", "b: 1\na:\n  - k: x\n    l: z\n"],
    ["b:\n- 1\n", "-", "b:\n- 1\na:\n- k: x\n  l: z\n"],
  ])("into %j at %s", (before, at, after) => {
    expect(yaml(before, add(`/a/${at}`, { k: "x", l: "z" }))).toBe(after);
  });
});

describe("removing", () => {
  test.each([
    ["# top\na: 1 # c\n# b\nb: 2\n", "/a", "# top\n# b\nb: 2\n"],
    ["a: 1\nb: 2\n", "/b", "a: 1\n"],
    ["a: 1\nb: 2", "/b", "a: 1"],
    ["a: 1\nb: # c\n  # d\n  x: 1\n  # e\n\n# f\nc: 3\n", "/b", "a: 1\n\n# f\nc: 3\n"],
    ["a: 1\nb: |\n  t\n\n  u\nc: 3\n", "/b", "a: 1\nc: 3\n"],
    // All blank lines below such a text are part of it.
    ["a: |+\n  t\n\nb: 1\n\n\nc: 3\n", "/b", "a: |+\n  t\n\nc: 3\n"],
    ["a:\n  - p: |+\n      t\n  - q: 1\n\n# f\nc: 3\n", "/a/1", "a:\n  - p: |+\n      t\n# f\nc: 3\n"],
    ["a: |+\n  t\n\nb: 1", "/b", "a: |+\n  t\n\n"],
    ["a: |\n  t\n\nb: 1\n\nc: 3\n", "/b", "a: |\n  t\n\n\nc: 3\n"],
    ["a:\n  # note\n  b: 1 # c\nz: 1\n", "/a/b", "a: {}\n  # note\nz: 1\n"],
    ["a:\n  b: 1\nz: 1\n", "/a/b", "a: {}\nz: 1\n"],
    ["a:\n- 1\nz: 1\n", "/a/0", "a: []\nz: 1\n"],
    ["a: 1\n", "/a", "{}\n"],
    ["a:\n  - 1\n  # two\n  - 2 # c\n  - 3\n", "/a/1", "a:\n  - 1\n  # two\n  - 3\n"],
    ["a:\n  - p: 1 # c\n    # q\n    q: 2\n", "/a/0/p", "a:\n  - # q\n    q: 2\n"],
    ["a:\n  - p: 1\n  - q: 2\n", "/a/0/p", "a:\n  - {}\n  - q: 2\n"],
    ["a: { p: 1, q: 2 }\n", "/a/p", "a: { q: 2 }\n"],
    ["a: { p: 1, q: 2 }\n", "/a/q", "a: { p: 1 }\n"],
    ["a: { p: 1 }\n", "/a/p", "a: {}\n"],
    ["a: [1, 2, 3,]\n", "/a/2", "a: [1, 2,]\n"],
    ["a: [\n  1, # one\n  # two\n  2 # 2\n]\n", "/a/1", "a: [\n  1 # one\n  # two\n]\n"],
    ["a: [\n  1, # one\n  # two\n  2\n]\n", "/a/0", "a: [\n  # two\n  2\n]\n"],
  ])("from %j: %s", (before, path, after) => {
    expect(yaml(before, remove(path))).toBe(after);
  });
});

describe("documents", () => {
  const stream = "a: 1 # one\n---\n# two\n- a: &x 1\n- a: 2\n  b: *y\n...\n---\n# none\n---\na: 3";

  test("index counts the documents of a stream and the items of a list; empty documents do not count", () => {
    const text = stream.replace("*y", "y");
    const set = (index: number) => editText(text, { format: "yaml", index }, [replace("/a", 9)]);
    expect(parseText(text, { format: "yaml" }).documents.map(({ value }) => value)).toHaveLength(4);
    expect(set(0)).toBe(text.replace("a: 1 #", "a: 9 #"));
    expect(set(1)).toBe(text.replace("&x 1", "&x 9"));
    expect(set(2)).toBe(text.replace("a: 2", "a: 9"));
    expect(set(3)).toBe(text.replace("a: 3", "a: 9"));
    expect(() => set(4)).toThrow(RangeError);
    expect(editText(text, { format: "yaml", index: 3 }, [add("/b", 1)])).toBe(`${text}\nb: 1`);
    expect(editText(text, { format: "yaml", index: 0 }, [add("/b", 1)])).toBe(text.replace("# one\n", "# one\nb: 1\n"));
  });

  test("a broken document refuses, and does not stop edits of the others", () => {
    expect(() => editText(stream, { format: "yaml", index: 1 }, [replace("/a", 9)])).toThrow(SyntaxError);
    expect(editText(stream, { format: "yaml" }, [replace("/a", 9)])).toBe(stream.replace("a: 1", "a: 9"));
  });

  test("what a broken document leaves behind is not taken for the next one", () => {
    expect(editText("---\n[]\na: 1\n---\na: 2\n", { format: "yaml", index: 1 }, [replace("/a", 9)])).toBe(
      "---\n[]\na: 1\n---\na: 9\n",
    );
  });

  test("CRLF stays CRLF", () => {
    expect(yaml("a:\r\n  b: 1\r\nc: 1\r\n", add("/a/d", [1]), add("/e", "x\ny"), remove("/c"))).toBe(
      "a:\r\n  b: 1\r\n  d:\r\n    - 1\r\ne: |-\r\n  x\r\n  y\r\n",
    );
    expect(yaml("a:\r\n", add("/a/b", 1))).toBe("a:\r\n  b: 1\r\n");
  });

  test("CRLF stays CRLF in a document that another one follows", () => {
    expect(yaml("a:\r\n---\r\nb: 1\r\n", add("/a/c", 1))).toBe("a:\r\n  c: 1\r\n---\r\nb: 1\r\n");
  });

  test("each edit is a small change of its own", () => {
    const text = "a: 1\nb:\n  c: x # c\n";
    expect(textEdits(text, { format: "yaml" }, [replace("/b/c", "w"), replace("/a", 2), add("/b/d", 3)])).toEqual([
      { start: 3, end: 4, newText: "2" },
      { start: 13, end: 14, newText: "w" },
      { start: 18, end: 18, newText: "\n  d: 3" },
    ]);
  });
});

describe("aliases", () => {
  const text = "base: &b\n  p: { q: 1 }\n  r: &r 1\ncopy: *b\nother: *r\nlone: &l 1\n";

  test.each([
    replace("/copy/p/q", 2),
    add("/copy/n", 2),
    remove("/copy/r"),
    replace("/base/p/q", 2),
    add("/base/n", 1),
    replace("/base/r", 2),
    replace("/base", 2),
    remove("/base"),
  ])("$op $path is refused: the value is shared", (edit) => {
    expect(() => yaml(text, edit)).toThrow(RangeError);
    expect(() => yaml(text, edit)).toThrow("shared by an alias");
  });

  test("the alias itself, and anchors that nothing repeats, can be edited", () => {
    expect(yaml(text, replace("/copy", 2), remove("/other"))).toBe(text.replace("*b", "2").replace("other: *r\n", ""));
    expect(yaml(text, remove("/lone"))).toBe(text.replace("lone: &l 1\n", ""));
    expect(yaml("a:\n  - &x 1\n  - *x\nb: 1\n", remove("/a"))).toBe("b: 1\n");
  });
});

test("an anchor without a value is shared too", () => {
  expect(() => yaml("a: &x\nb: *x\n", replace("/a", 1))).toThrow("shared by an alias");
});

test("a text that would not read back as the edited value is not handed out", () => {
  // The YAML library takes this comment after a key, but not after a value.
  expect(() => yaml("{a: 1, b\n# c\n}\n", replace("/b", 2))).toThrow("laid out in a way that cannot be edited at /b");
});

test("a key given twice is refused", () => {
  expect(() => yaml("a: 1\na: 2\n", replace("/a", 3))).toThrow(RangeError);
});
