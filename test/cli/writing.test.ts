import { spawnSync } from "node:child_process";
import { chmodSync, linkSync, lstatSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { approved, context, folderWith, run } from "../support/cli.ts";

const interrupt = fileURLToPath(new URL("interrupt.cjs", import.meta.url));
const old = approved(["status: approved", "status: Approved"]);
const fixed = approved();

/** The two ways to write into a PCCO; repair --write takes the second. */
const writers: readonly (readonly [string, readonly string[], string])[] = [
  ["check --fix", ["check", "--fix"], old],
  ["transition --write", ["transition", "send", "--write", "--as-of", "2026-11-09"], fixed],
];

/** The words of a command, with the file behind its name. */
const wordsFor = ([command = "", ...others]: readonly string[], file: string) => [command, file, ...others];

function env(folder: string, at: number, edit?: string): Record<string, string> {
  return {
    NODE_OPTIONS: `--require "${interrupt}"`,
    INTERRUPT_FOLDER: folder,
    INTERRUPT_AT: String(at),
    ...(edit === undefined ? {} : { INTERRUPT_EDIT: edit }),
  };
}

describe("a file is replaced in one step", () => {
  test.each(writers)("%s, killed at any moment, leaves the old file or the new one", (_name, words, before) => {
    const folder = folderWith({ ...context, "a.pcco.yaml": before });
    const file = join(folder, "a.pcco.yaml");
    run(wordsFor(words, file), { in: folder });
    const after = readFileSync(file, "utf8");
    expect(after).not.toBe(before);
    const left: string[] = [];
    let moment = 0;
    for (let killed = true; killed; ) {
      writeFileSync(file, before);
      moment++;
      killed = run(wordsFor(words, file), { in: folder, env: env(folder, moment) }).signal === "SIGKILL";
      const text = readFileSync(file, "utf8");
      expect([before, after], `killed before call ${moment}`).toContain(text);
      left.push(text === before ? "old" : "new");
    }
    // As many moments as there are calls, first all old, then all new.
    expect(moment).toBeGreaterThan(8);
    expect(left.join(" ")).toMatch(/^old (old )+(new ?)+$/);
    // Some runs died with their copy half written. It has a name that is no PCCO's.
    const names = readdirSync(folder).filter((name) => !["a.pcco.yaml", "spectrum.context.yaml"].includes(name));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(name).toMatch(/^\.erp-rules\.[0-9a-f-]+\.tmp$/);
    const { summary } = JSON.parse(run(["check", ".", "--format", "json"], { in: folder }).out);
    expect(summary.documents).toBe(1);
    expect(run(wordsFor(words, file), { in: folder }).code, "a dead run is in nobody's way").toBeLessThan(2);
  });

  test.each(writers)("%s refuses to write over what someone else has written meanwhile", (_name, words, before) => {
    const folder = folderWith({ ...context, "a.pcco.yaml": before });
    const file = join(folder, "a.pcco.yaml");
    // Any moment between reading and replacing.
    let refused = 0;
    for (let moment = 1; moment < 5; moment++) {
      writeFileSync(file, before);
      const { code, err } = run(wordsFor(words, file), { in: folder, env: env(folder, moment, file) });
      if (!err.includes("changed by someone else")) continue;
      refused++;
      expect(code).toBe(3);
      expect(err).toContain(
        `erp-rules: ${file} was changed by someone else meanwhile; it is left as it is. Run the command again.\n`,
      );
      expect(readFileSync(file, "utf8")).toBe(`${before}# changed by someone else\n`);
    }
    expect(refused).toBeGreaterThan(1);
    expect(readdirSync(folder)).toEqual(["a.pcco.yaml", "spectrum.context.yaml"]);
  });
});

describe("what stays as it was", () => {
  test("a link is followed: the file behind it changes, the link does not", () => {
    const folder = folderWith({
      "real/a.pcco.yaml": old,
      "real/spectrum.context.yaml": context["spectrum.context.yaml"],
      ...context,
    });
    symlinkSync("real/a.pcco.yaml", join(folder, "link.pcco.yaml"));
    expect(run(["check", "link.pcco.yaml", "--fix"], { in: folder }).code).toBe(0);
    expect(lstatSync(join(folder, "link.pcco.yaml")).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, "real/a.pcco.yaml"), "utf8")).toBe(fixed);
    expect(readdirSync(join(folder, "real"))).toEqual(["a.pcco.yaml", "spectrum.context.yaml"]);
  });

  test("a folder that can't be written into: the others are fixed all the same", () => {
    // Nothing is closed to root.
    if (process.getuid?.() === 0) return;
    const own = { "spectrum.context.yaml": context["spectrum.context.yaml"] };
    const folder = folderWith({
      ...own,
      "b.pcco.yaml": old,
      "closed/a.pcco.yaml": old,
      "closed/spectrum.context.yaml": own["spectrum.context.yaml"],
    });
    chmodSync(join(folder, "closed"), 0o500);
    const { code, err } = run(["check", "--fix", "closed", "b.pcco.yaml"], { in: folder });
    chmodSync(join(folder, "closed"), 0o700);
    expect(code).toBe(3);
    expect(err).toContain("erp-rules: closed/a.pcco.yaml can't be written: you may not read or write it.\n");
    expect(readFileSync(join(folder, "b.pcco.yaml"), "utf8")).toBe(fixed);
  });

  test("a name of the greatest length can be written", () => {
    const name = `${"a".repeat(244)}.pcco.yaml`;
    const folder = folderWith({ ...context, [name]: old });
    expect(run(["check", "--fix"], { in: folder }).code).toBe(0);
    expect(readFileSync(join(folder, name), "utf8")).toBe(fixed);
  });

  test("the owner stays when root writes", () => {
    if (process.getuid?.() !== 0) return;
    const folder = folderWith({ ...context, "a.pcco.yaml": old });
    const file = join(folder, "a.pcco.yaml");
    spawnSync("chown", ["1234:1234", file]);
    run(["check", "--fix"], { in: folder });
    expect(readFileSync(file, "utf8")).toBe(fixed);
    expect([lstatSync(file).uid, lstatSync(file).gid]).toEqual([1234, 1234]);
  });

  test("a second name of the file keeps the old text, as with every editor that replaces", () => {
    const folder = folderWith({ ...context, "a.pcco.yaml": old });
    linkSync(join(folder, "a.pcco.yaml"), join(folder, "second"));
    run(["check", "--fix"], { in: folder });
    expect(readFileSync(join(folder, "a.pcco.yaml"), "utf8")).toBe(fixed);
    expect(readFileSync(join(folder, "second"), "utf8")).toBe(old);
  });
});
