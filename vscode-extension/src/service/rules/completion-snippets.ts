import type { Path } from "@erp-export-rules/sdk/text";
import { CompletionItemKind } from "vscode-languageserver-types";
import { choicePlace, type Offer } from "../pcco/completion-item.ts";
import { shapeAt } from "../schema-shape.ts";
import type { CompletionRequest } from "./completion-request.ts";

/** A whole entry to fill in, line by line; later lines are indented once. */
interface Template {
  readonly label: string;
  readonly documentation: string;
  readonly lines: (request: CompletionRequest) => readonly string[];
}

const templates: Readonly<Record<string, Template>> = {
  rules: {
    label: "new rule",
    documentation: "A rule: a field, one check keyword, and what it means when broken.",
    lines: ({ names }) => [
      `${hole(1, "rule-id")}:`,
      `title: ${hole(2, "What holds when the rule is kept")}`,
      `field: ${place(
        3,
        names.of("field").map(({ name }) => name),
        "field",
      )}`,
      `${hole(4, "required: true")}`,
      `severity: ${place(5, wordsAt("rules", "", "severity"), "error")}`,
      `stage: ${place(6, wordsAt("rules", "", "stage"), "send")}`,
      `source: ${place(
        7,
        names.of("source").map(({ name }) => name),
        "source",
      )}`,
    ],
  },
  fields: {
    label: "new field",
    documentation: "A field: what people call it, where it stands, and what kind of value it is.",
    lines: () => [
      `${hole(1, "name")}: { label: ${hole(2, "Label")}, path: ${hole(3, "path")}, type: ${place(4, wordsAt("fields", "", "type"), "text")} }`,
    ],
  },
  sources: {
    label: "new source",
    documentation: "A page that rules come from.",
    lines: () => [`${hole(1, "name")}:`, `title: ${hole(2, "Title of the page")}`, `url: ${hole(3, "https://")}`],
  },
  features: {
    label: "new toggle",
    documentation: "A toggle of the ERP Integrations tool.",
    lines: () => [
      `${hole(1, "name")}: { title: ${hole(2, "What people call it")}, default: ${place(3, ["off", "on"], "off")} }`,
    ],
  },
  states: {
    label: "new ERP status",
    documentation: "An ERP status that a PCCO can have.",
    lines: () => [
      `${hole(1, "name")}: { label: ${hole(2, "Label")}, icon: ${place(3, wordsAt("states", "", "icon"), "none")}, locked: ${place(4, ["false", "true"], "false")} }`,
    ],
  },
  lifecycle: {
    label: "new event",
    documentation: "A button: from which ERP statuses, to which, by whom.",
    lines: ({ names }) => [
      `${hole(1, "event-name")}:`,
      `label: ${hole(2, "What the button says")}`,
      `from: [${place(
        3,
        names.of("state").map(({ name }) => name),
        "state",
      )}]`,
      `to: ${place(
        4,
        names.of("state").map(({ name }) => name),
        "state",
      )}`,
      `role: ${place(
        5,
        names.of("role").map(({ name }) => name),
        "role",
      )}`,
    ],
  },
  overrides: {
    label: "change a rule",
    documentation: "A change of a rule of the rule set below, with the reason.",
    lines: ({ names }) => [
      `${place(
        1,
        names.inherited("rule").map(({ name }) => name),
        "rule-id",
      )}:`,
      `severity: ${place(2, wordsAt("rules", "", "severity"), "warning")}`,
      `because: ${hole(3, "Why it differs here")}`,
    ],
  },
};

/** Whole entries of a section, for editors that fill in places; only where lines are written, not in brackets. */
export function snippetOffers(path: Path, request: CompletionRequest): readonly Offer[] {
  const { location, snippets, kind } = request;
  const [section] = path;
  const isSection = path.length === 1 && typeof section === "string" && Object.hasOwn(templates, section);
  const template = isSection ? templates[section] : undefined;
  const isPlace =
    kind === "rules" && snippets && location.style === "block" && location.needsColon && location.quote === undefined;
  if (template === undefined || !isPlace) return [];
  const deeper = `\n${" ".repeat(location.indent + 2)}`;
  return [
    {
      label: template.label,
      kind: CompletionItemKind.Snippet,
      text: template.lines(request).join(deeper),
      isSnippet: true,
      documentation: template.documentation,
    },
  ];
}

/** More choices than this are better looked for by typing than walked through. */
const mostPlaces = 40;

/** The words that the schema counts. */
function wordsAt(...path: readonly string[]): readonly string[] {
  return (shapeAt("rules", path)?.values ?? []).map(String);
}

function place(index: number, words: readonly string[], otherwise: string): string {
  if (words.length === 0 || words.length > mostPlaces) return hole(index, otherwise);
  return choicePlace(words).replace("1", String(index));
}

function hole(index: number, text: string): string {
  return `\${${index}:${text}}`;
}
