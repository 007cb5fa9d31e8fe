import { execFileSync } from "node:child_process";

/**
 * What random tests start from: `FAST_CHECK_SEED`, or a number of the committed files. So every commit is tried with other
 * values, and what passed for a commit passes for it again. Outside of a Git checkout: undefined, other values each time.
 */
export function seedOfRun(): number | undefined {
  const wanted = process.env["FAST_CHECK_SEED"];
  if (wanted !== undefined && wanted !== "") return Number(wanted);
  try {
    const tree = execFileSync("git", ["rev-parse", "HEAD^{tree}"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return Number.parseInt(tree.slice(0, 7), 16);
  } catch {
    return undefined;
  }
}
