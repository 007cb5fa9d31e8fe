import type { CleanTest } from "../check/clean.ts";
import type { Facts } from "../context/facts.ts";

/** A quick test that is made when it is first asked: most programs ask only a few events. */
export function whenAsked(make: () => CleanTest): CleanTest {
  let test: CleanTest | undefined;
  const asked = (facts: Facts): boolean => {
    test ??= make();
    return test(facts);
  };
  return Object.assign(asked, { isOpen: (index: number) => test?.isOpen?.(index) ?? true });
}
