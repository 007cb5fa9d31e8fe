// Arrays that are kept from check to check, so that a check allocates nothing.

/** Past this many values a buffer is emptied after a check, so that one large PCCO does not stay in memory. */
export const mostKept = 2000;

/** Empties a buffer that has grown large. */
export function letGoOfMany(buffer: unknown[]): void {
  if (buffer.length > mostKept) buffer.length = 0;
}
