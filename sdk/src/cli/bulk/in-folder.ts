import { dirname } from "node:path";
import { isObject } from "../../document/value.ts";
import type { InputDocument } from "../input.ts";
import { type Inspected, inspect, inspectWith, prepare, type Setting, type Usable } from "../inspect.ts";
import { mistaken } from "../kind-of-file.ts";
import type { Question } from "./judged.ts";

/** Judges PCCOs of files: at once, if those of its folder were asked for already what they are judged by. */
export type FolderInspector = (input: InputDocument) => Inspected | Promise<Inspected>;

/** Looks for rules and context once a folder: PCCOs that name neither a rule set nor a context of their own share them. */
export function createFolderInspector(setting: Setting, question: Question): FolderInspector {
  const known = new Map<string, Usable>();
  return (input) => {
    if (namesItsOwn(input) || mistaken(input.document.value, "PCCO") !== undefined)
      return inspect(input, setting, question);
    const usable = known.get(dirname(input.file));
    return usable === undefined ? inspectFirst(input) : inspectWith(usable, input, setting, question);
  };

  async function inspectFirst(input: InputDocument): Promise<Inspected> {
    const prepared = await prepare(input, setting);
    if ("finding" in prepared) return inspect(input, setting, question);
    // A hint stands on a place in this PCCO.
    const { rules, context, hint } = prepared;
    if (hint === undefined) known.set(dirname(input.file), { rules, context });
    return inspectWith(prepared, input, setting, question);
  }
}

function namesItsOwn({ document: { value } }: InputDocument): boolean {
  return isObject(value) && (value["$rules"] !== undefined || value["$context"] !== undefined);
}
