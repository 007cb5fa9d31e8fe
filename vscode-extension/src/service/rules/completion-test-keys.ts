import { type Path, toPointer, valueAt } from "@erp-export-rules/sdk/text";
import { CompletionItemKind } from "vscode-languageserver-types";
import { shapeAt } from "../schema-shape.ts";
import { at, type CompletionRequest } from "./completion-request.ts";
import { type KeyChoice, named } from "./key-choice.ts";
import { scalarText } from "./scalar-text.ts";
import { baseDocument } from "./test-documents.ts";

/** The keys that make sense in a rule test file; `undefined` where only its schema tells. */
export function testKeys(path: Path, request: CompletionRequest): readonly KeyChoice[] | undefined {
  const [section, index, key] = path;
  if (section === "contexts" && path.length === 4 && path[2] === "erp" && path[3] === "features")
    return named("feature", request.names.of("feature"));
  if (section === "variants" && path.length === 3 && key === "change")
    return pointers(baseDocument(request.content, index), []);
  if (section === "matrix" && key === "input" && path.length === 3) return eventsWithInput(index, request);
  if (section === "matrix" && key === "input" && path.length === 4) return inputs(path[3], request);
  if (section !== "cases" || index === undefined || path.length !== 3) return undefined;
  const each = at(request, ["cases", index]);
  switch (key) {
    case "input":
      return inputs(valueAt(each, ["event"]), request);
    case "change":
      return pointers(baseDocument(request.content, valueAt(each, ["document"])), []);
    case "changeContext":
      return [
        ...pointers(at(request, ["contexts", scalarText(valueAt(each, ["context"])) ?? ""]), ["$context"]),
        ...request.names.of("feature").map(({ name, detail }) => ({
          name: `/erp/features/${name}`,
          kind: CompletionItemKind.Constant,
          detail,
        })),
      ].filter(({ name }, position, all) => all.findIndex((other) => other.name === name) === position);
    default:
      return undefined;
  }
}

/** The events of a matrix that take something. */
function eventsWithInput(index: Path[number] | undefined, request: CompletionRequest): readonly KeyChoice[] {
  const own = at(request, ["matrix", index ?? 0, "events"]);
  return request.names
    .of("event")
    .filter(({ name, entry }) => entry["input"] !== undefined && (!Array.isArray(own) || own.includes(name)))
    .map(({ name, detail }) => ({ name, kind: CompletionItemKind.Event, detail }));
}

function inputs(event: unknown, { names }: CompletionRequest): readonly KeyChoice[] {
  const entry = names.of("event").find(({ name }) => name === event)?.entry;
  return Object.entries(Object(entry?.["input"])).map(([name, input]) => {
    const label = valueAt(input, ["label"]);
    return { name, kind: CompletionItemKind.Variable, detail: typeof label === "string" ? label : undefined };
  });
}

/** JSON Pointers to what a document says, and to what it could say at its top. */
function pointers(value: unknown, schemaPath: Path): readonly KeyChoice[] {
  const found = new Map<string, KeyChoice>();
  const note = (path: Path): void => {
    const name = toPointer(path);
    const documentation = shapeAt("pcco", [...schemaPath, ...path])?.description;
    found.set(name, { name, kind: CompletionItemKind.Property, documentation });
  };
  const walk = (inner: unknown, path: Path): void => {
    if (path.length > 0) note(path);
    if (Array.isArray(inner)) for (const [index, item] of inner.entries()) walk(item, [...path, index]);
    else if (typeof inner === "object" && inner !== null)
      for (const [key, item] of Object.entries(inner)) walk(item, [...path, key]);
  };
  walk(value, []);
  for (const { name } of shapeAt("pcco", schemaPath)?.keys ?? [])
    if (!name.startsWith("$") && !found.has(`/${name}`)) note([name]);
  return [...found.values()];
}
