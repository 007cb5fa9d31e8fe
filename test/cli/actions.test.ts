import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { approved, context, folderWith, run } from "../support/cli.ts";
import { people } from "../support/people.ts";

describe("actions", () => {
  test("available buttons come first, the others with every reason", () => {
    const folder = folderWith({ ...context, "a.pcco.yaml": approved() });
    const { code, out } = run(["actions", "a.pcco.yaml"], { in: folder });
    expect(code).toBe(0);
    const [first, , ...rows] = out.split("\n");
    expect(first).toBe("a.pcco.yaml: ERP status Not in ERP");
    expect(rows[0]).toMatch(/^yes {2}send +Send to ERP$/);
    expect(rows.filter((row) => row.startsWith("no "))).toHaveLength(10);
    expect(out).toContain('- "Unlink" is possible while the ERP status is Synced; it is Not in ERP.');
  });

  test("says when a PCCO is locked and what an event asks for", () => {
    const folder = folderWith({
      ...context,
      ...people,
      "a.pcco.yaml": approved(["status: not_in_erp", "status: ready_to_export"]),
    });
    const { out } = run(["actions", "a.pcco.yaml", "--actor", "accountant.yaml"], { in: folder });
    expect(out).toContain("a.pcco.yaml: ERP status Ready to Export, locked");
    expect(out).toMatch(/yes {2}accept +Accept and export {2}\(enter transaction_date, default today\)/);
  });

  test("is written to a file, and shows colours when asked", () => {
    const folder = folderWith({ ...context, "a.pcco.yaml": approved() });
    const { out } = run(["actions", "a.pcco.yaml"], { in: folder });
    run(["actions", "a.pcco.yaml", "--output", "buttons.txt"], { in: folder });
    expect(readFileSync(join(folder, "buttons.txt"), "utf8")).toBe(out);
    expect(run(["actions", "a.pcco.yaml"], { in: folder, env: { FORCE_COLOR: "1" } }).out).toContain("\u001b[32myes");
  });
});
