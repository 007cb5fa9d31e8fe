/**
 * A file name that no other file has: the wanted one, or with a number before its first dot.
 * @param taken the names in the folder; letters may be large or small, since on some disks they are the same
 */
export function freeName(wanted: string, taken: readonly string[]): string {
  const known = new Set(taken.map((name) => name.toLowerCase()));
  const dot = wanted.indexOf(".");
  let name = wanted;
  for (let count = 2; known.has(name.toLowerCase()); count++) {
    name = `${wanted.slice(0, dot)}-${count}${wanted.slice(dot)}`;
  }
  return name;
}
