// Loaded before the command line, to break into what it does with the files of one folder:
// INTERRUPT_FOLDER is the folder, INTERRUPT_AT the number of the call before which the process is killed. A file that is
// being written gets half its bytes first. With INTERRUPT_EDIT that file is changed instead, by "someone else".
const fs = require("node:fs");
const folder = process.env.INTERRUPT_FOLDER;
const at = Number(process.env.INTERRUPT_AT);
const edit = process.env.INTERRUPT_EDIT;
const { appendFileSync, writeSync } = fs;
let calls = 0;

function before(writeHalf) {
  calls++;
  if (calls !== at) return;
  if (edit !== undefined) return appendFileSync(edit, "# changed by someone else\n");
  writeHalf?.();
  process.kill(process.pid, "SIGKILL");
}

function wrap(owner, name, isOurs, after = (result) => result) {
  const own = owner[name];
  owner[name] = function (...words) {
    if (isOurs(words)) before();
    return after(own.apply(this, words));
  };
}

// Reading harms nothing, so only what can write is counted, and all it does in between.
const inFolder = ([path]) => typeof path === "string" && path.startsWith(folder);
for (const name of ["openSync", "writeFileSync", "renameSync", "rmSync"]) wrap(fs, name, inFolder);
for (const name of ["stat", "realpath", "readFile", "writeFile", "rename", "rm", "unlink"])
  wrap(fs.promises, name, inFolder);
wrap(fs.promises, "open", inFolder, async (opening) => {
  const file = await opening;
  const { writeFile } = file;
  for (const name of ["chown", "chmod", "sync", "close"]) wrap(file, name, () => true);
  file.writeFile = (content) => {
    before(() => writeSync(file.fd, content.slice(0, content.length / 2)));
    return writeFile.call(file, content);
  };
  return file;
});
