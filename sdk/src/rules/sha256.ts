/** SHA-256 of a text in hexadecimal. Line ends count as `\n`, so that a checkout with other line ends has the same hash. */
export async function sha256Of(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text.replaceAll("\r\n", "\n"));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
