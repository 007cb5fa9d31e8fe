import type {
  DefinitionParams,
  DocumentLink,
  DocumentLinkParams,
  Hover,
  HoverParams,
  Location,
  ReferenceParams,
} from "vscode-languageserver";
import { pccoDefinition } from "../../service/pcco/definition.ts";
import { pccoDocumentLinks } from "../../service/pcco/document-links.ts";
import { pccoHover } from "../../service/pcco/hover.ts";
import { ruleDefinition } from "../../service/rules/definition.ts";
import { ruleDocumentLinks } from "../../service/rules/document-links.ts";
import { ruleHover } from "../../service/rules/hover.ts";
import { ruleReferences } from "../../service/rules/references.ts";
import type { Client } from "../capabilities.ts";
import { bundledFile } from "../rule-files.ts";
import type { Server } from "../server.ts";
import { answering, type Feature, textsOf, wholeFolder } from "./feature.ts";

/** Hover, definition, references and links. */
export const reading: Feature = {
  capabilities: () => ({
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentLinkProvider: { resolveProvider: false },
  }),
  register(connection, running) {
    connection.onHover(
      answering<HoverParams, Hover | null>(running, null, {
        pcco: ({ file, surroundingsOf }, { position }) => pccoHover(file, position, surroundingsOf) ?? null,
        rules: ({ rule, project }, { position }) => ruleHover(rule, position, project) ?? null,
        tests: ({ test, project }, { position }) => ruleHover(test, position, project) ?? null,
      }),
    );
    connection.onDefinition(
      answering<DefinitionParams, Location[]>(running, [], {
        pcco: ({ file, surroundingsOf, folder }, { position }, server) =>
          openable(pccoDefinition(file, position, surroundingsOf, folder.project(), textsOf(server, folder)), server),
        rules: ({ rule, project, folder }, { position }, server) =>
          openable([ruleDefinition(rule, position, project, textsOf(server, folder))], server),
        tests: ({ test, project, folder }, { position }, server) =>
          openable([ruleDefinition(test, position, project, textsOf(server, folder))], server),
      }),
    );
    connection.onReferences(
      answering<ReferenceParams, Location[]>(running, [], {
        rules: async ({ rule, folder }, { position, context }, server) => {
          const { project, textOf } = await wholeFolder(server, folder);
          return openable(ruleReferences(rule, position, project, textOf, context), server);
        },
        tests: async ({ test, folder }, { position, context }, server) => {
          const { project, textOf } = await wholeFolder(server, folder);
          return openable(ruleReferences(test, position, project, textOf, context), server);
        },
      }),
    );
    connection.onDocumentLinks(
      answering<DocumentLinkParams, DocumentLink[]>(running, [], {
        pcco: ({ file }) => pccoDocumentLinks(file),
        rules: ({ rule, project }, _, server) => linkable(ruleDocumentLinks(rule, project), server),
        tests: ({ test, project }, _, server) => linkable(ruleDocumentLinks(test, project), server),
      }),
    );
  },
};

/** The places that the editor can open: without the extension's own client, none in rule files that ship. */
function openable(places: readonly (Location | undefined)[], { client }: Server): Location[] {
  return places.flatMap((place) => (place === undefined || !canOpen(place.uri, client) ? [] : [place]));
}

function linkable(links: readonly DocumentLink[], { client }: Server): DocumentLink[] {
  return links.filter(({ target = "" }) => canOpen(target, client));
}

function canOpen(uri: string, client: Client): boolean {
  return client.hasCommands || bundledFile(uri) === "";
}
