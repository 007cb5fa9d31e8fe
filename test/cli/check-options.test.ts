import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { approved, approvedJson, checkOne, context, folderWith, run, sample } from "../support/cli.ts";

const ok = approved();
const draft = approved(["status: approved", "status: draft"]);
const toggle = "export_prime_contract_change_orders";

describe("options", () => {
  test("--max-warnings blocks from the first warning above it, and names the count", () => {
    const warned = approved(['"10500.00"', '"10500.01"']);
    const folder = folderWith({ ...context, "a.pcco.yaml": warned, "b.pcco.yaml": warned });
    const codes = ["0", "1", "2"].map((most) => run(["check", "--max-warnings", most], { in: folder }).code);
    expect(codes).toEqual([1, 1, 0]);
    expect(run(["check", "--max-warnings", "1"], { in: folder }).err).toBe("2 warnings; --max-warnings allows 1.\n");
    expect(run(["check", "a.pcco.yaml", "--max-warnings", "0"], { in: folder }).err).toBe(
      "1 warning; --max-warnings allows 0.\n",
    );
  });

  test("--for asks the rules of another event", () => {
    const folder = folderWith({ ...context, "a.pcco.yaml": draft });
    expect(checkOne(["a.pcco.yaml"], { in: folder })).toMatchObject({ code: 1, event: "send" });
    expect(checkOne(["a.pcco.yaml", "--for", "retrieve"], { in: folder })).toMatchObject({
      code: 0,
      event: "retrieve",
      findings: [],
    });
  });

  test("--as-of chooses the version in force that day, unless --rules names one", () => {
    const folder = folderWith({ ...context, "a.pcco.yaml": ok });
    const version = (...words: string[]) =>
      JSON.parse(run(["check", "--format", "json", ...words], { in: folder }).out).ruleSet.version;
    expect(version("--as-of", "2026-10-31")).toBe("1.0.0");
    expect(version("--as-of", "2026-11-01")).toBe("1.1.0");
    expect(version("--as-of", "2026-10-31T23:59:59Z")).toBe("1.0.0");
    expect(version()).toBe("1.1.0");
    const pinned = (...words: string[]) => run(["check", ...words], { in: folder }).out;
    expect(pinned("--as-of", "2026-10-31", "--rules", "spectrum/pcco@1")).toContain("Rules: spectrum/pcco 1.0.0.");
  });

  test("--as-of does not choose what a rule file extends: that is the highest version of its range", () => {
    const own = (version: string) =>
      `format: 1\nruleSet: company/pcco\nversion: 1.0.0\neffective: { from: 2020-04-09 }\nextends: spectrum/pcco@${version}\n`;
    const undated = approved([/^reviewed_at:.*\n/m, ""], [/^\$rules.*\n/m, ""]);
    const folder = folderWith({
      ...context,
      "a.pcco.yaml": undated,
      "range.yaml": own("1"),
      "exact.yaml": own("1.0.0"),
    });
    const broken = (rules: string) =>
      checkOne(["a.pcco.yaml", "--as-of", "2026-10-31", "--rules", rules], { in: folder }).findings.map(
        ({ ruleId }) => ruleId,
      );
    expect(broken("range.yaml")).toEqual(["approved-date-required"]);
    expect(broken("exact.yaml")).toEqual([]);
  });

  test("--as-of is the time of the event", () => {
    const folder = folderWith({ ...context, "a.pcco.yaml": ok });
    const at = (day: string) =>
      run(["transition", "a.pcco.yaml", "send", "--as-of", day, "--format", "json"], { in: folder }).out;
    expect(JSON.parse(at("2026-11-05")).erp.history).toMatchObject([{ at: "2026-11-05T00:00:00Z" }]);
    expect(JSON.parse(at("2026-11-05T08:30:00-05:00")).erp.history).toMatchObject([
      { at: "2026-11-05T08:30:00-05:00" },
    ]);
  });

  test("--feature switches a toggle on or off, over what the context says", () => {
    const folder = folderWith({
      ...context,
      "on.pcco.yaml": ok,
      "off.pcco.yaml": approved(["./spectrum.context.yaml", "./off.context.yaml"]),
      "off.context.yaml": sample("spectrum/spectrum.context.yaml").replace(`${toggle}: true`, `${toggle}: false`),
    });
    const rules = (...words: string[]) => checkOne(words, { in: folder }).findings.map(({ ruleId }) => ruleId);
    expect(rules("on.pcco.yaml")).toEqual([]);
    expect(rules("on.pcco.yaml", "--feature", `${toggle}=off`)).toContain("export-switched-on");
    expect(rules("off.pcco.yaml")).toContain("export-switched-on");
    expect(rules("off.pcco.yaml", "--feature", `${toggle}=on`)).toEqual([]);
    expect(rules("off.pcco.yaml", "--feature", `${toggle}=off`, "--feature", `${toggle}=on`)).toEqual([]);
  });

  test("--rules wins over the pin of the PCCO", () => {
    const folder = folderWith({ ...context, "a.pcco.yaml": approved(["spectrum/pcco@1 ", "spectrum/pcco@1.1 "]) });
    const out = (...words: string[]) => run(["check", ...words], { in: folder }).out;
    expect(out()).toContain("Rules: spectrum/pcco 1.1.0.");
    for (const range of ["1.0", "1.0.0", "~1.0"]) {
      expect(out("--rules", `spectrum/pcco@${range}`)).toContain("Rules: spectrum/pcco 1.0.0.");
    }
  });

  test("a copy of a rule file with another limit gives another verdict, without a build", () => {
    const folder = folderWith({
      ...context,
      "eleven.pcco.json": approvedJson(['"0520"', '"0972-EAST11"']),
      "thirteen.pcco.json": approvedJson(['"0520"', '"0972-EAST1313"']),
    });
    for (const version of ["1.0.0", "1.1.0"]) {
      const rules = readFileSync(`rules/spectrum/pcco/${version}.yaml`, "utf8");
      const longer = rules.replace("maxLength: 10\n", "maxLength: 12\n");
      expect(longer).not.toBe(rules);
      mkdirSync(join(folder, "copy"), { recursive: true });
      writeFileSync(join(folder, `copy/${version}.yaml`), longer);
      const with12 = ["--rules", `copy/${version}.yaml`];
      expect(checkOne(["eleven.pcco.json", "--rules", `spectrum/pcco@${version}`], { in: folder }).code).toBe(1);
      expect(checkOne(["eleven.pcco.json", ...with12], { in: folder })).toMatchObject({ code: 0, findings: [] });
      expect(checkOne(["thirteen.pcco.json", ...with12], { in: folder })).toMatchObject({
        code: 1,
        findings: [
          {
            ruleId: "billing-item-code-length",
            message: expect.stringContaining("has 13 characters; Spectrum has room for 12."),
          },
        ],
      });
    }
  });

  test("--actor wins over the person of the context", () => {
    const folder = folderWith({
      ...context,
      "a.pcco.yaml": ok,
      "viewer.yaml": "id: 77\nprime_contracts: read_only\n",
      "viewer.json": '{ "id": 78, "prime_contracts": "read_only" }',
    });
    const send = (...words: string[]) =>
      run(["transition", "a.pcco.yaml", "send", "--format", "json", ...words], { in: folder });
    expect(JSON.parse(send().out).erp.history).toMatchObject([{ by: 12 }]);
    for (const file of ["viewer.yaml", "viewer.json"]) {
      const refused = send("--actor", file);
      expect(refused.code).toBe(1);
      expect(JSON.parse(refused.out).reasons).toMatchObject([{ kind: "role" }]);
    }
  });
});

describe("colours", () => {
  const folder = () => folderWith({ ...context, "a.pcco.yaml": draft });
  const isColoured = (env: Record<string, string>) => run(["check"], { in: folder(), env }).out.includes("\u001b[");

  test("none where nobody looks, none with NO_COLOR, some with FORCE_COLOR", () => {
    expect(isColoured({})).toBe(false);
    expect(isColoured({ FORCE_COLOR: "1" })).toBe(true);
    expect(isColoured({ FORCE_COLOR: "0" })).toBe(false);
    expect(isColoured({ FORCE_COLOR: "1", NO_COLOR: "1" })).toBe(false);
  });

  test("a report for programs has none even when forced", () => {
    const env = { FORCE_COLOR: "1" };
    for (const format of ["json", "markdown"])
      expect(run(["check", "--format", format], { in: folder(), env }).out).not.toContain("\u001b[");
  });
});
