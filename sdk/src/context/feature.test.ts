import { describe, expect, test } from "vitest";
import type { Toggle } from "../generated/types.ts";
import { type Facts, NOT_GIVEN } from "./facts.ts";
import { compileFeature } from "./feature.ts";
import { BROKEN, DOES_NOT_APPLY, HOLDS, type Judgement, UNKNOWN } from "./judgement.ts";

const facts = (context: Facts["context"]): Facts => ({ document: {}, context, input: {} });
const listed = (features: unknown) => facts({ erp: { features } });

function make(set?: Toggle, place?: Judgement, standard: Toggle = "off", name = "export") {
  return compileFeature(
    name,
    { title: "Export", default: standard },
    set,
    place === undefined ? undefined : () => place,
  );
}

describe("stands", () => {
  test("where the context says, whatever else is set", () => {
    expect(make("off").read(listed({ export: true }))).toBe("on");
    expect(make("on").read(listed({ export: false }))).toBe("off");
  });

  test("else where a rule set sets it", () => {
    expect(make("on").read(listed({ other: true }))).toBe("on");
    expect(make("off", undefined, "on").read(listed({}))).toBe("off");
    expect(make("on").read(facts({}))).toBe("on");
  });

  test("else, where the context lists toggles, at its default", () => {
    expect(make().read(listed({}))).toBe("off");
    expect(make(undefined, undefined, "on").read(listed({ other: false }))).toBe("on");
  });

  test.each([
    {},
    { erp: null },
    { erp: {} },
    { erp: "x" },
    { erp: { features: null } },
    { erp: { features: ["export"] } },
  ])("else nobody knows where: %j", (context) => {
    expect(make().read(facts(context))).toBe(NOT_GIVEN);
    expect(make().missing(facts(context))).toBe("erp.features.export");
  });

  test.each(["on", 1, null, {}])("nor when the context lists it as %j", (position) =>
    expect(make("on").read(listed({ export: position }))).toBe(NOT_GIVEN),
  );

  test.each(["exprot", "EXPORT", "export_", "exports"])("nor when the context lists it nearly, as %s", (near) => {
    const surroundings = listed({ other: true, [near]: true });
    // Neither its default nor what a rule set sets it to is taken in place of a slip of the pen.
    for (const feature of [make(), make("on"), make("off"), make(undefined, undefined, "on")]) {
      expect(feature.read(surroundings)).toBe(NOT_GIVEN);
      expect(feature.missing(surroundings)).toBe(`erp.features.export (it has "${near}")`);
    }
  });

  test.each([
    [{ erp: { feature: { export: true } } }, "feature"],
    [{ erp: { Features: { export: true } } }, "Features"],
    [{ erp: { featuers: { export: true } } }, "featuers"],
    [{ ERP: { features: { export: true } } }, "ERP"],
  ])("nor when what lists it is misspelt: %j", (context, near) => {
    for (const feature of [make(), make("on"), make("off"), make(undefined, undefined, "on")]) {
      expect(feature.read(facts(context))).toBe(NOT_GIVEN);
      expect(feature.missing(facts(context))).toBe(`erp.features.export (it has "${near}")`);
    }
  });

  test.each([{ erp: { toggles: {} } }, { erp: { feat: {} } }, { erpSystem: {} }])(
    "what is not nearly their name is not taken for it: %j",
    (context) => {
      expect(make("on").read(facts(context))).toBe("on");
      expect(make().missing(facts(context))).toBe("erp.features.export");
    },
  );

  test("one that is listed counts, whatever is nearly it", () => {
    expect(make().read(listed({ exports: false, export: true }))).toBe("on");
    expect(make().read(listed({ export: false, exports: true }))).toBe("off");
    expect(make().read(listed({ export: "on", exports: true }))).toBe(NOT_GIVEN);
    expect(make().missing(listed({ export: "on", exports: true }))).toBe("erp.features.export");
  });

  test("the toggle that Spectrum's rules ask for, with a letter left out", () => {
    const toggle = make(undefined, HOLDS, "off", "export_prime_contract_change_orders");
    const surroundings = listed({ export_prime_contract_change_order: true });
    expect(toggle.read(surroundings)).toBe(NOT_GIVEN);
    expect(toggle.missing(surroundings)).toBe(
      'erp.features.export_prime_contract_change_orders (it has "export_prime_contract_change_order")',
    );
  });

  test.each(["constructor", "__proto__", "toString"])("%s is not read from JavaScript's own objects", (name) =>
    expect(make(undefined, undefined, "off", name).read(listed({}))).toBe("off"),
  );
});

describe("exists", () => {
  test("where it does, it stands as it stands", () => {
    expect(make(undefined, HOLDS).read(listed({ export: true }))).toBe("on");
    expect(make(undefined, HOLDS).read(facts({}))).toBe(NOT_GIVEN);
    expect(make(undefined, HOLDS).missing(facts({}))).toBe("erp.features.export");
  });

  test.each<Judgement>([BROKEN, DOES_NOT_APPLY])("elsewhere it is off, whatever the context says", (place) => {
    expect(make("on", place).read(listed({ export: true }))).toBe("off");
    expect(make("on", place).read(facts({}))).toBe("off");
    expect(make("on", place).read(listed({ exports: true }))).toBe("off");
  });

  test("where nobody knows, only off is certain", () => {
    expect(make(undefined, UNKNOWN).read(listed({ export: false }))).toBe("off");
    expect(make(undefined, UNKNOWN).read(listed({}))).toBe("off");
    expect(make(undefined, UNKNOWN).read(listed({ export: true }))).toBe(NOT_GIVEN);
    expect(make(undefined, UNKNOWN).missing(listed({ export: true }))).toBe("erp.system");
    const slip = facts({ epr: { features: { export: true } } });
    expect(make(undefined, UNKNOWN).missing(slip)).toBe('erp.system (it has "epr")');
    expect(make(undefined, UNKNOWN).missing(facts({ erp: { sytem: "x" } }))).toBe('erp.system (it has "sytem")');
    expect(make().missing(slip)).toBe('erp.features.export (it has "epr")');
    expect(make(undefined, UNKNOWN).read(listed({ exports: false }))).toBe(NOT_GIVEN);
  });
});

test("says who switches it", () => {
  expect(make().switchedOnBy).toBe("ERP administrator");
  expect(
    compileFeature("x", { title: "X", default: "on", switchedOnBy: "Specialist" }, undefined, undefined),
  ).toMatchObject({
    name: "x",
    title: "X",
    switchedOnBy: "Specialist",
  });
});
