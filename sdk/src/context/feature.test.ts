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
  });

  test("where nobody knows, only off is certain", () => {
    expect(make(undefined, UNKNOWN).read(listed({ export: false }))).toBe("off");
    expect(make(undefined, UNKNOWN).read(listed({}))).toBe("off");
    expect(make(undefined, UNKNOWN).read(listed({ export: true }))).toBe(NOT_GIVEN);
    expect(make(undefined, UNKNOWN).missing(listed({ export: true }))).toBe("erp.system");
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
