import { line } from "./cli.ts";

/** A line of every kind, whatever may stand in an export: each as it names its rule set, and without, as exports are. */
export const kinds: readonly string[] = pinned().flatMap((each) => [
  each,
  each.replace(/"\$rules" ?: ?"[^"]*", ?/, ""),
]);

function pinned(): readonly string[] {
  return [
    line(),
    line({ status: "draft" }),
    `${line()}\r`,
    "",
    " \t\r",
    line({ grand_total: "10500.01" }),
    line({ number: 7 }),
    line({ title: "Café 🙂 at 10:30" }),
    line({ title: 'a "quoted": text' }),
    line().replaceAll(":", " : "),
    line().replaceAll(",", ", "),
    line().replace('"id":', '"id":1,"id":'),
    `${line()}x`,
    "{",
    "[]",
    "[{}]",
    "7",
    "null",
    "{}",
    `${"[".repeat(300)}${"]".repeat(300)}`,
    line({ erp: { status: "synced", origin_id: "1" } }),
    line({ erp: { status: "sunk" } }),
    line({ line_items: [] }),
    line({ line_items: null, grand_total: 10500 }),
    line({ status: ["approved"] }),
    JSON.stringify({ data: JSON.parse(line()) }),
    line({ title: "\uFFFD" }),
    "\uFEFF",
    `\uFEFF${line({ status: "draft" })}`,
    line({ title: "x".repeat(400_000) }),
    `"${"y".repeat(300_000)}`,
  ];
}
