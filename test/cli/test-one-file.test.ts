import { describe, expect, test } from "vitest";
import { folderWith, run } from "../support/cli.ts";
import { files, rules, thorough } from "../support/rule-tests.ts";

const file = "rules/acme/1.0.0.test.yaml";
const noText = new Uint8Array([0xc3, 0x28, 0xff]);
const faulty = (ruleSet: string, version: string): string =>
  rules
    .replace("acme/pcco", ruleSet)
    .replace("1.0.0", version)
    .replace("2025", "2026")
    .replace("maxLength: 5", "maxLenght: 5");

describe("one rule test file", () => {
  const beside = {
    "rules/acme/other.yaml": faulty("other/pcco", "1.0.0"),
    "rules/acme/below/no-yaml.yaml": "ruleSet: [\nformat: 1\n",
    "rules/acme/below/no-text.yaml": noText,
    "rules/acme/next.yaml": faulty("acme/pcco", "2.0.0"),
    "rules/acme/twin-a.yaml": rules.replace("acme/pcco", "twin/pcco"),
    "rules/acme/twin-b.yaml": rules.replace("acme/pcco", "twin/pcco"),
    "rules/acme/lock.yaml": `twin-a.yaml: ${"0".repeat(64)}\n`,
  };

  test("does not ask for faults of rule files that it does not speak of", () => {
    const alone = run(["test", file], { in: folderWith(files) });
    const folder = folderWith({ ...files, ...beside });
    expect(alone).toMatchObject({ code: 0, err: "" });
    expect(run(["test", file], { in: folder })).toEqual(alone);
    expect(run(["test", "rules"], { in: folder }).code).toBe(2);
  });

  test.each([
    ["itself", "acme/pcco@1.0.0", {}, ""],
    ["the highest version that is meant", "acme/pcco@latest", {}, "next.yaml"],
    ["what its rule set extends", "mine/pcco", { "rules/acme/mine.yaml": child("acme/pcco@2") }, "next.yaml"],
    [
      "what that extends",
      "mine/pcco",
      { "rules/acme/mine.yaml": child("ours/pcco"), "rules/acme/ours.yaml": child("other/pcco", "ours/pcco") },
      "other.yaml",
    ],
  ])("is told of the faults of %s, at its path", (_, reference, more, at) => {
    const text = thorough.replace("acme/pcco@1.0.0", reference);
    const { code, out, err } = run(["test", file], { in: folderWith({ ...files, ...beside, ...more, [file]: text }) });
    if (at === "") return expect({ code, err }).toEqual({ code: 0, err: "" });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^erp-rules: some rule files have faults:\n {2}rules\/acme\//);
    expect(err.match(/rules\/acme\/[^:]+/g)).toEqual([`rules/acme/${at}`]);
    expect(err).toContain('unknown key "maxLenght"');
  });

  test("is told of a file that may hold its rule set, since nobody can tell", () => {
    const { "rules/acme/1.0.0.yaml": own = "", ...others } = files;
    const broken = folderWith({ ...others, "rules/acme/1.0.0.yaml": `${own}: [\n` });
    expect(run(["test", file], { in: broken })).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^ {2}rules\/acme\/1\.0\.0\.yaml:\d+:\d+ /m),
    });
    const unread = folderWith({ ...others, "rules/acme/1.0.0.yaml": noText });
    expect(run(["test", file], { in: unread })).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^ {2}rules\/acme\/1\.0\.0\.yaml /m),
    });
  });

  test("is told of a version that is published and has changed, or that is there twice", () => {
    const changed = folderWith({ ...files, "rules/acme/lock.yaml": `1.0.0.yaml: ${"0".repeat(64)}\n` });
    expect(run(["test", file], { in: changed })).toMatchObject({
      code: 2,
      err: expect.stringMatching(/published(?:.|\n)*^ {2}rules\/acme\/1\.0\.0\.yaml:3:1 /m),
    });
    const twice = folderWith({ ...files, "rules/acme/copy.yaml": rules });
    expect(run(["test", file], { in: twice })).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^ {2}rules\/acme\/copy\.yaml:3:1 version 1\.0\.0 of acme\/pcco is there twice$/m),
    });
  });
});

test("faults of a folder's rule files are told by their paths, wherever the command is given", () => {
  const folder = folderWith({ ...files, "rules/acme/below/next.yaml": faulty("acme/pcco", "2.0.0") });
  expect(run(["test"], { in: folder })).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^ {2}rules\/acme\/below\/next\.yaml:\d+:\d+ unknown key "maxLenght"/m),
  });
});

function child(parent: string, name = "mine/pcco"): string {
  return `format: 1\nruleSet: ${name}\nversion: 1.0.0\neffective: { from: 2025-01-01 }\nextends: ${parent}\n`;
}
