/** Whether two URIs are the same file: editors write `c%3A` and `C:` for the same drive. */
export function isSameUri(a: string, b: string): boolean {
  return a === b || plain(a) === plain(b);
}

/** A URI without escapes, its drive in lower case. */
export function plain(uri: string): string {
  const decoded = decoding(uri);
  return decoded.replace(
    /^(file:\/\/\/)([A-Z])(?=:)/,
    (_all, start: string, drive: string) => start + drive.toLowerCase(),
  );
}

function decoding(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
