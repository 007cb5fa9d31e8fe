import { isAbsolute } from "node:path";
import { glob } from "tinyglobby";

/** The files a pattern stands for, by name. */
export async function filesOfGlob(pattern: string): Promise<readonly string[]> {
  const files = await glob(pattern, {
    ignore: ["**/node_modules/**"],
    expandDirectories: false,
    absolute: isAbsolute(pattern),
  });
  return files.sort();
}
