import { test } from "vitest";
import type { Host, HostError } from "./host-result.ts";
import { runInHost } from "./run-in-host.ts";

/** Runs all tests of a host, then declares each as a test that comes to what it came to there. */
export async function declareHostTests(host: Host): Promise<void> {
  for (const { name, state, errors } of await runInHost(host)) {
    test(name.join(" > "), () => {
      const [first = { message: "It did not run", stack: "", diff: "" }] = errors;
      if (state === "failed") throw errorOf(first);
    });
  }
}

function errorOf({ message, stack, diff }: HostError): Error {
  const error = new Error(diff === "" ? message : `${message}\n${diff}`);
  error.stack = stack;
  return error;
}
