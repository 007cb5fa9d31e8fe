import { readFileSync } from "node:fs";
import { compileAjvRules } from "./ajv-rules.ts";
import { builtCore, builtPackage, ruleFile } from "./built.ts";
import { cleanPcco, context } from "./documents.ts";

// One contender of a race, in a process of its own. It is told how many PCCOs to check and answers with the processor
// time that each took.

type Check = (pcco: ReturnType<typeof cleanPcco>, surroundings: typeof context) => boolean;

const contenders: Readonly<Record<string, () => Promise<Check>>> = {
  ajv: async () => {
    const isValid = compileAjvRules();
    return (pcco, context) => isValid({ pcco, context });
  },
  shipped: async () => {
    const rules = (await builtCore()).loadBundled("spectrum/pcco@1.1.0");
    return (pcco, context) => rules.check(pcco, context).outcome === "exportable";
  },
  "from text": async () => {
    const rules = await (await builtPackage()).loadRuleSet({ text: readFileSync(ruleFile, "utf8") });
    return (pcco, context) => rules.check(pcco, context).outcome === "exportable";
  },
};

const check = await contenders[process.argv[2] ?? ""]?.();
if (check === undefined) throw new Error(`there is no contender ${process.argv[2]}`);

// As a service gets them: read from text, no two the same object.
const parsed = Array.from({ length: 64 }, (_, id) => ({
  pcco: JSON.parse(JSON.stringify({ ...cleanPcco(10), id })),
  context: JSON.parse(JSON.stringify(context)),
}));

process.on("message", (count: number) => {
  const before = process.cpuUsage();
  let clean = 0;
  for (let done = 0; done < count; done += parsed.length) {
    for (const { pcco, context } of parsed) if (check(pcco, context)) clean++;
  }
  const { user, system } = process.cpuUsage(before);
  if (clean < count) throw new Error("a clean PCCO was refused");
  process.send?.((user + system) / clean);
});
