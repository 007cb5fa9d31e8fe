import { inflateRawSync } from "node:zlib";

/**
 * Reads the files of a ZIP archive, by name, in the order of their names.
 * @throws when the bytes are no such archive
 */
export function unzip(archive: Buffer): ReadonlyMap<string, Buffer> {
  const end = archive.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  if (end < 0) throw new Error("not a ZIP archive");
  const files: [string, Buffer][] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [method, packed] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20)];
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset));
    const nameEnd = at + 46 + (nameLength ?? 0);
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const bytes = archive.subarray(start, start + packed);
    files.push([archive.toString("utf8", at + 46, nameEnd), method === 0 ? bytes : inflateRawSync(bytes)]);
    at = nameEnd + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}
