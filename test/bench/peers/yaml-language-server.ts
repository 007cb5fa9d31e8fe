import { TextDocument } from "vscode-languageserver-textdocument";
import { getLanguageService } from "yaml-language-server";
import { counted, yamlText } from "../contenders/texts/texts.ts";
import type { Contender } from "../race/contender.ts";
import { schema } from "./ajv-schema.ts";

const place = "file:///pccos.yaml";
const service = getLanguageService({
  schemaRequestService: async (uri) => Promise.reject(new Error(`${uri} is not asked for`)),
  workspaceContext: { resolveRelativePath: (path) => path },
});
service.configure({
  validate: true,
  schemas: [
    {
      uri: "file:///ten-rules.schema.json",
      fileMatch: ["*.yaml"],
      schema: { type: "array", items: schema["properties"]["pcco"] },
    },
  ],
});

/** yaml-language-server's validation by a schema of what JSON Schema can say of the ten rules. */
export const contender: Contender = (task) => {
  const text = yamlText(task);
  let version = 0;
  // Another version each time: it keeps what it read of one.
  const check = () => service.doValidation(TextDocument.create(place, "yaml", version++, text), false);
  return {
    run: async () => (await check()).length,
    told: async () => counted((await check()).map(({ message }) => ruleOf(message))),
  };
};

function ruleOf(message: string): string | undefined {
  return rules.find(([start]) => message.startsWith(start))?.[1];
}

const rules = [
  ['Missing property "created_at"', "date-required"],
  ['Missing property "status"', "status-approved"],
  ['Value must be "approved"', "status-approved"],
  ["String does not match the pattern", "amount-format"],
  ['Missing property "prime_line_item_id"', "associated-line-item-set"],
] as const;
