/** A plain version as rule files have it: three whole numbers. */
export type Version = readonly [major: number, minor: number, patch: number];

/** Reads `1.0.0`; `undefined` when it is not three whole numbers. */
export function parseVersion(text: string): Version | undefined {
  const [, major, minor, patch] = /^([0-9]{1,9})\.([0-9]{1,9})\.([0-9]{1,9})$/.exec(text) ?? [];
  return patch === undefined ? undefined : [Number(major), Number(minor), Number(patch)];
}

/** Below, at or above zero as `a` is older than, the same as or newer than `b`. */
export function compareVersions(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/** Whether a version lies in a range. */
export type Range = (version: Version) => boolean;

/**
 * Reads a range as npm writes it: `1.0.0` that version, `1.1` or `1` any that begins so, `~1.1` the same minor version and
 * `^1.1` the same major version from there on, `*` any. `undefined` when it is none of these: rule sets have few versions,
 * so comparators and alternatives are left out.
 */
export function parseRange(text: string): Range | undefined {
  if (text === "*" || text === "latest") return () => true;
  const [, sign, major, minor, patch] =
    /^([~^]?)v?([0-9]{1,9})(?:\.([0-9]{1,9}|[x*]))?(?:\.([0-9]{1,9}|[x*]))?$/.exec(text) ?? [];
  if (major === undefined) return undefined;
  const given = [major, minor, patch].filter((part) => part !== undefined && /^[0-9]+$/.test(part)).map(Number);
  const lowest: Version = [given[0] ?? 0, given[1] ?? 0, given[2] ?? 0];
  const fixed =
    sign === "^"
      ? Math.min(given.length, fixedByCaret(lowest))
      : sign === "~"
        ? Math.min(2, given.length)
        : given.length;
  return (version) =>
    compareVersions(version, lowest) >= 0 && version.slice(0, fixed).every((part, at) => part === lowest[at]);
}

/** A caret keeps the first number that is not zero, since below 1.0.0 a minor step may break. */
function fixedByCaret([major, minor]: Version): number {
  return major > 0 ? 1 : minor > 0 ? 2 : 3;
}
