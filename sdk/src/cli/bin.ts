import { main } from "./main.ts";

void main(process.argv.slice(2)).then((code) => {
  // All is written by now: Node need not tidy up before it ends.
  process.exit(code);
});
