/** What is in a folder: names, and whether each is a folder itself. */
export type ReadFolder = (path: string) => Promise<readonly (readonly [name: string, isFolder: boolean])[]>;

/** Folders that are never looked into. */
export const leftOut: readonly string[] = ["node_modules", ".git"];

/** A file system that can't be searched is walked; one that seems endless, such as one with folders within themselves, is given up. */
const mostFolders = 5000;

/**
 * Finds files by walking through folders.
 * @param fits whether a file is wanted, by its path from the folder, with `/` between names
 * @returns paths from the folder, in order
 */
export async function walk(readFolder: ReadFolder, fits: (path: string) => boolean): Promise<readonly string[]> {
  const found: string[] = [];
  const folders = [""];
  for (let at = 0; at < folders.length && at < mostFolders; at++) {
    const folder = folders[at] ?? "";
    const entries = await readFolder(folder).catch(() => []);
    for (const [name, isFolder] of entries) {
      const path = folder === "" ? name : `${folder}/${name}`;
      if (!isFolder) {
        if (fits(path)) found.push(path);
      } else if (!leftOut.includes(name)) folders.push(path);
    }
  }
  return found.sort();
}
