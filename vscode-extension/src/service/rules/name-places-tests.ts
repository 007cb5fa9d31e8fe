import { inPccos, matching, type NamePlace, type NamesOf, type Row } from "./name-places.ts";

/** What a case expects, wherever that stands. */
function expectedAt(path: string): readonly Row[] {
  return [
    [`${path}/broken/#`, "value", "rule"],
    [`${path}/unknown/#`, "value", "rule"],
    [`${path}/moves`, "value", "state"],
  ];
}

const inTests: readonly Row[] = [
  ["ruleSet", "value", "ruleSet"],
  ["documents/*", "key", "document", "definition"],
  ["variants/*", "key", "document", "definition"],
  ["variants/*/of", "value", "document"],
  ["contexts/*", "key", "context", "definition"],
  ["contexts/*/erp/features/*", "key", "feature"],
  ["actors/*", "key", "actor", "definition"],
  ["matrix/#/documents/#", "value", "document"],
  ["matrix/#/context", "value", "context"],
  ["matrix/#/actors/#", "value", "actor"],
  ["matrix/#/events/#", "value", "event"],
  ["matrix/#/input/*", "key", "event"],
  ["matrix/#/input/*/*", "key", "input"],
  ["matrix/#/default", "value", "state"],
  ...expectedAt("matrix/#/default"),
  ["matrix/#/except/#/documents/#", "value", "document"],
  ["matrix/#/except/#/actors/#", "value", "actor"],
  ["matrix/#/except/#/events/#", "value", "event"],
  ...expectedAt("matrix/#/except/#"),
  ["cases/#/document", "value", "document"],
  ["cases/#/context", "value", "context"],
  ["cases/#/actor", "value", "actor"],
  ["cases/#/event", "value", "event"],
  ["cases/#/input/*", "key", "input"],
  ...expectedAt("cases/#"),
];

/**
 * The names of a rule test file.
 * @param eventOf the event of a case, by its position
 */
export function namesOfTest(eventOf: (index: string | number | undefined) => string): NamesOf {
  return (path, part, value): NamePlace | undefined => {
    const [section, index, key, pointer] = path;
    const isCase = section === "cases" && (key === "change" || key === "changeContext");
    if (path.length === 4 && (isCase || (section === "variants" && key === "change"))) {
      const feature = isCase ? /^\/erp\/features\//.exec(String(pointer))?.[0] : undefined;
      if (part === "key" && feature !== undefined) return { kind: "feature", isDefinition: false, behind: feature };
      return matching(inPccos, String(pointer).slice(1).split("/"), part);
    }
    if (section === "documents" && path.length > 2) return matching(inPccos, path.slice(2), part);
    const place = matching(inTests, path, part);
    if (place?.kind === "input") return { ...place, scope: section === "matrix" ? String(pointer) : eventOf(index) };
    return place?.kind === "state" && value === "refused" ? undefined : place;
  };
}
