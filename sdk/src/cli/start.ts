import { readFileSync } from "node:fs";
import { Script } from "node:vm";

// Starts the command line from what V8 made of it when it was built, in half the time. Another version of Node refuses
// that, and makes it anew each time. `sdk/scripts/bundle-cli.ts` writes both files.

const filename = `${__dirname}/cli-code.js`;
const script = new Script(readFileSync(filename, "latin1"), {
  filename,
  cachedData: readFileSync(`${__dirname}/cli-code.bin`),
});
const start: (load: typeof require, file: string, folder: string) => void = script.runInThisContext();
start(require, filename, __dirname);
