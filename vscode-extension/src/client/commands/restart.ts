import type { Outcome } from "./outcome.ts";
import type { Tools } from "./tools.ts";

/** Starts the server anew, or at all. */
export async function restart({ link: { client } }: Tools): Promise<Outcome> {
  if (client.isRunning()) await client.stop();
  await client.start();
  return { ok: true };
}
