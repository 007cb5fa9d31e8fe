// Runs a compiled module where there is nothing: a context without any global of Node, without imports, and in which no
// code can be made from text. Started with the path of the module; takes cases as JSON and prints the answers as JSON.
import { readFileSync } from "node:fs";
import { createContext, runInContext, SourceTextModule } from "node:vm";

const context = createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } });
const load = async (file) => {
  const module = new SourceTextModule(readFileSync(file, "utf8"), { context, identifier: String(file) });
  await module.link((specifier) => {
    throw new Error(`the module imports ${specifier}`);
  });
  await module.evaluate();
  return module.namespace;
};
context.rules = await load(process.argv[2]);
context.asking = await load(new URL("answers.js", import.meta.url));
context.asked = readFileSync(0, "utf8");
console.log(runInContext("asking.answers(rules, JSON.parse(asked))", context));
