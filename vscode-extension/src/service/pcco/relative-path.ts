/** The URI of a file named by a path from another file; `undefined` when there can't be one, as from a file without a folder. */
export function resolvedUri(uri: string, path: string): string | undefined {
  try {
    const encoded = path
      .split("/")
      .map((step) => encodeURIComponent(step))
      .join("/");
    return new URL(encoded, uri).href;
  } catch {
    return undefined;
  }
}

/** The path that leads from one file to another, beginning with `./` or `../`; `undefined` when there is none. */
export function relativePath(from: string, to: string): string | undefined {
  const [a, b] = [stepsOf(from), stepsOf(to)];
  if (a === undefined || b === undefined || a.root !== b.root) return undefined;
  let shared = 0;
  while (shared < a.folders.length && shared < b.folders.length && a.folders[shared] === b.folders[shared]) shared++;
  const up = "../".repeat(a.folders.length - shared);
  const down = [...b.folders.slice(shared), b.name].join("/");
  return `${up === "" ? "./" : up}${down}`;
}

function stepsOf(uri: string) {
  try {
    const { protocol, host, pathname } = new URL(uri);
    const steps = pathname.split("/").map((step) => decodeURIComponent(step));
    return { root: `${protocol}//${host}`, folders: steps.slice(0, -1), name: steps.at(-1) ?? "" };
  } catch {
    return undefined;
  }
}
