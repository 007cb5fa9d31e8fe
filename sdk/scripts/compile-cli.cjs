// Runs the command line, as `src/cli/start.ts` does, and keeps what V8 has made of it: the code of all that was called.
// Usage: node compile-cli.cjs FOLDER-OF-THE-BUNDLE WORDS-OF-THE-COMMAND...
const { readFileSync, writeFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { Script } = require("node:vm");

const [folder] = process.argv.splice(2, 1);
const filename = `${folder}/cli-code.js`;
// Without the folder, whose name would stand in what is kept.
const script = new Script(readFileSync(filename, "latin1"), { filename: "cli-code.js" });
process.on("exit", () => writeFileSync(`${folder}/cli-code.bin`, script.createCachedData()));
script.runInThisContext()(createRequire(filename), filename, folder);
