import { describe, expect, test } from "vitest";
import { impactPlan } from "./impact.ts";
import { companyRules, northRules, projectOf } from "./testing.ts";

const next = companyRules.replace("version: 1.0.0", "version: 1.1.0").replace("2026-11-01", "2026-12-01");

/** What is compared with what, for a PCCO that is judged now by one of the files. */
async function pairs(edited: string, files: Readonly<Record<string, string>>, event = "send") {
  const project = await projectOf(files);
  const plan = impactPlan(project.rule(edited), project, undefined);
  const named = ({
    ruleSet,
  }: {
    readonly ruleSet: { readonly reference: { id: string; version: string } } | undefined;
  }) => `${ruleSet?.reference.id} ${ruleSet?.reference.version}`;
  return {
    against: plan?.against.kind,
    pairs: project.ruleTexts.map((rule) => {
      const pair = rule.ruleSet && plan?.pairFor({ rules: rule.ruleSet, event });
      return pair === undefined
        ? "not about it"
        : `${named({ ruleSet: pair.before })} → ${named({ ruleSet: pair.after })}`;
    }),
  };
}

describe("a rule file that is saved as it is edited", () => {
  test("is compared with the version before it, also for PCCOs that this one still judges", async () => {
    expect(await pairs("next.yaml", { "company.yaml": companyRules, "next.yaml": next })).toEqual({
      against: "earlier",
      pairs: ["company/pcco 1.0.0 → company/pcco 1.1.0", "company/pcco 1.0.0 → company/pcco 1.1.0"],
    });
  });

  test("is compared with what it extends, for its own PCCOs alone", async () => {
    expect(await pairs("north.yaml", { "company.yaml": companyRules, "north.yaml": northRules })).toEqual({
      against: "extended",
      pairs: ["not about it", "company/pcco 1.0.0 → company/north 1.0.0"],
    });
  });

  test("is compared with nothing where there is only a later version", async () => {
    expect(await pairs("company.yaml", { "company.yaml": companyRules, "next.yaml": next })).toEqual({
      against: undefined,
      pairs: ["not about it", "not about it"],
    });
  });

  test("is compared with nothing while the version before it has faults", async () => {
    const files = { "company.yaml": companyRules.replace("field: title\n", "field: titel\n"), "next.yaml": next };
    expect((await pairs("next.yaml", files)).against).toBeUndefined();
  });

  test("is not asked about an event that only one of the two knows", async () => {
    const files = { "company.yaml": companyRules, "next.yaml": next.replace("take-back:", "give-back:") };
    expect((await pairs("next.yaml", files, "give-back")).pairs).toEqual(["not about it", "not about it"]);
    expect((await pairs("next.yaml", files, "send")).pairs[0]).toBe("company/pcco 1.0.0 → company/pcco 1.1.0");
  });
});
