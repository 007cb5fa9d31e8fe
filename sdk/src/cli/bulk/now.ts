/** Milliseconds on a clock that goes on steadily. Not that of `performance`, which takes Node longer to load than a file to check. */
export function now(): number {
  return process.uptime() * 1000;
}
