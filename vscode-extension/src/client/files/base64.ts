/** Bytes at a time: a call can't take any number of arguments. */
const step = 0x2000;

/** Bytes in base64. Needs nothing of Node, so that it works in a browser. */
export function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += step) binary += String.fromCharCode(...bytes.subarray(at, at + step));
  return btoa(binary);
}
