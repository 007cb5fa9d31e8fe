/**
 * Asks again and again until there is an answer.
 * @param what what is waited for, for the message
 * @throws when there is none after 30 seconds, or when asking throws
 */
export async function until<T>(
  what: string,
  ask: () => T | false | undefined | Promise<T | false | undefined>,
): Promise<T> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    const answer = await ask();
    if (answer !== false && answer !== undefined) return answer;
    if (performance.now() > deadline) throw new Error(`Waited 30 seconds for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
