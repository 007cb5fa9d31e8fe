import { chai, type ExpectStatic, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from "@vitest/expect";
import { until as askUntil } from "../until.ts";

// What tests in the extension host are written with: that of vitest which runs in either kind of host.

export { afterAll, afterEach, beforeAll, beforeEach, describe, test } from "@vitest/runner";

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);

/** As vitest's, but without `expect.poll`: see {@link until}. */
export const expect: ExpectStatic = withMatchers(chai.expect);

/**
 * Asks again and again until there is an answer. VS Code cancels what is asked of it in a host's first seconds, when
 * other extensions register what they can: then it is asked again.
 * @param what what is waited for, for the message
 * @throws when there is none after 30 seconds, or when asking throws anything else
 */
export function until<T>(
  what: string,
  ask: () => T | false | undefined | PromiseLike<T | false | undefined>,
): Promise<T> {
  return askUntil(what, async () => {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof Error && error.message === "Canceled") return undefined;
      throw error;
    }
  });
}

function withMatchers(expect: unknown): ExpectStatic {
  if (!hasMatchers(expect)) throw new Error("the matchers are not there");
  return expect;
}

function hasMatchers(expect: unknown): expect is ExpectStatic {
  return typeof expect === "function" && "objectContaining" in expect && "toEqual" in expect(undefined);
}
