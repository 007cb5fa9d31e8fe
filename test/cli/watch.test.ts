import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { approved, context, folderWith, type Running, start } from "../support/cli.ts";

/** A PCCO that is judged by the nearest pcco.context.yaml. */
const ok = approved([/^\$context.*\n/m, ""]);
const draft = ok.replace("status: approved", "status: draft");
const facts = context["spectrum.context.yaml"];

/** Waits until so many checks are done. */
const checks = (running: Running, count: number) =>
  running.until("err", new RegExp(`(Watching for changes\\. Press Ctrl\\+C to stop\\.[\\s\\S]*){${count}}`));

describe("check --watch", () => {
  test("checks again when a PCCO changes, comes or goes, and ends on Ctrl+C with the last verdict", async () => {
    const folder = folderWith({ "in/a.pcco.yaml": draft, "pcco.context.yaml": facts });
    mkdirSync(join(folder, "in/sub"));
    const running = start(["check", "in", "--watch", "--format", "ndjson"], { in: folder });
    const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
    await checks(running, 1);
    write("in/a.pcco.yaml", ok);
    await checks(running, 2);
    write("in/sub/new.pcco.yaml", draft);
    await checks(running, 3);
    rmSync(join(folder, "in/a.pcco.yaml"));
    await checks(running, 4);
    running.process.kill("SIGINT");
    const { code, signal, out } = await running.ended;
    expect({ code, signal }).toEqual({ code: 1, signal: null });
    const said = out
      .trimEnd()
      .split("\n")
      .map((each) => JSON.parse(each));
    expect(said.map(({ file, outcome }) => `${file} ${outcome}`)).toEqual([
      "in/a.pcco.yaml blocked",
      "in/a.pcco.yaml exportable",
      "in/a.pcco.yaml exportable",
      "in/sub/new.pcco.yaml blocked",
      "in/sub/new.pcco.yaml blocked",
    ]);
  });

  test("looks at what the verdict rests on besides, and its own report does not set it off", async () => {
    const folder = folderWith({
      "in/a.pcco.yaml": ok,
      "pcco.context.yaml": facts,
      "other/actor.yaml": "id: 1\n",
    });
    const words = [
      "check",
      "in/*.pcco.yaml",
      "--watch",
      "--actor",
      "other/actor.yaml",
      "--output",
      "in/report.json",
      "--format",
      "json",
    ];
    const running = start(words, { in: folder });
    await checks(running, 1);
    writeFileSync(join(folder, "pcco.context.yaml"), facts.replace("orders: true", "orders: false"));
    await checks(running, 2);
    writeFileSync(join(folder, "other/actor.yaml"), "id: [\n");
    await running.until("err", /the actor file other\/actor\.yaml:1:5/);
    await checks(running, 3);
    writeFileSync(join(folder, "other/actor.yaml"), "id: 2\n");
    await checks(running, 4);
    running.process.kill("SIGINT");
    const { code, out, err } = await running.ended;
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err.match(/Watching/g)).toHaveLength(4);
  });

  test("--fix settles: what it writes is checked once more, and that is all", async () => {
    const folder = folderWith({ "a.pcco.yaml": approved(["status: approved", "status: Approved"]), ...context });
    const running = start(["check", "--watch", "--fix"], { in: folder });
    const err = await running.until("err", /Fixed 1 finding in 1 file\.[\s\S]*Nothing was fixed[\s\S]*Watching/);
    expect(err.match(/Fixed/g)).toHaveLength(1);
    running.process.kill("SIGINT");
    expect((await running.ended).code).toBe(0);
  });
});
