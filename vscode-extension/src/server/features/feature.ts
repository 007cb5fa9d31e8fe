import type { CancellationToken, Connection, ServerCapabilities } from "vscode-languageserver";
import type { Project, RuleTestText, RuleText, SurroundingsOf } from "../../service/model.ts";
import type { EditablePccoFile } from "../../service/text/open-pcco-file.ts";
import type { Client } from "../capabilities.ts";
import { recounted } from "../encode.ts";
import type { Folder } from "../folder.ts";
import { bundledFile } from "../rule-files.ts";
import type { Server } from "../server.ts";

/** One group of requests: what it announces, and its handlers. */
export interface Feature {
  capabilities(client: Client): ServerCapabilities;
  /** @param running gives the server once the editor has said hello */
  register(connection: Connection, running: () => Server): void;
}

/** What a request about a document is about. */
export type Target =
  | {
      readonly kind: "pcco";
      readonly file: EditablePccoFile;
      readonly surroundingsOf: SurroundingsOf;
      readonly folder: Folder;
    }
  | { readonly kind: "rules"; readonly rule: RuleText; readonly folder: Folder }
  | { readonly kind: "tests"; readonly test: RuleTestText; readonly folder: Folder }
  | { readonly kind: "context"; readonly uri: string; readonly text: string; readonly folder: Folder };

/** Finds what a request is about, as it is now; `undefined` for a document that is none of our business. */
export async function targetOf(server: Server, uri: string): Promise<Target | undefined> {
  const { workspace } = server;
  const folder = workspace.folderOf(uri);
  await workspace.settled(folder);
  const open = workspace.texts.at(uri);
  if (open?.kind === "pcco" || (open === undefined && folder.samples.has(uri))) {
    const file = await folder.samples.fileOf(uri);
    return file && { kind: "pcco", file, surroundingsOf: folder.surroundings.of(uri), folder };
  }
  const rule = folder.rules.at(uri);
  if (rule !== undefined) return { kind: "rules", rule, folder };
  const test = folder.testAt(uri);
  if (test !== undefined) return { kind: "tests", test, folder };
  if (open?.kind === "context") return { kind: "context", uri, text: open.lines.text(), folder };
  return undefined;
}

/** What each kind of document answers; a kind that is left out answers nothing. */
export interface Answers<Params, Result> {
  readonly pcco?: (
    target: Extract<Target, { kind: "pcco" }>,
    params: Params,
    server: Server,
  ) => Result | Promise<Result>;
  readonly rules?: (
    target: Extract<Target, { kind: "rules" }> & { readonly project: Project },
    params: Params,
    server: Server,
    token: CancellationToken | undefined,
  ) => Result | Promise<Result>;
  readonly tests?: (
    target: Extract<Target, { kind: "tests" }> & { readonly project: Project },
    params: Params,
    server: Server,
  ) => Result | Promise<Result>;
}

/**
 * Makes the handler of a request about one document. Positions are counted as the editor counts them.
 * @param nothing the answer for documents that are none of our business
 */
export function answering<Params extends { readonly textDocument: { readonly uri: string } }, Result>(
  running: () => Server,
  nothing: Result,
  answers: Answers<Params, Result>,
): (params: Params, token?: CancellationToken) => Promise<Result> {
  return async (asked, token) => {
    const server = running();
    const { uri } = asked.textDocument;
    const { encoding } = server.client;
    const lineOf = (text: string, line: number) => server.workspace.texts.lineAt(text, line);
    const target = await targetOf(server, uri);
    const params = recounted(asked, uri, { encoding, to: "server" }, lineOf);
    const result = target === undefined ? nothing : await answerOf(target, { params, server, token }, answers, nothing);
    return recounted(result, uri, { encoding, to: "editor" }, lineOf);
  };
}

interface Asked<Params> {
  readonly params: Params;
  readonly server: Server;
  readonly token: CancellationToken | undefined;
}

async function answerOf<Params, Result>(
  target: Target,
  { params, server, token }: Asked<Params>,
  { pcco, rules, tests }: Answers<Params, Result>,
  nothing: Result,
): Promise<Result> {
  if (target.kind === "pcco" && pcco !== undefined) return pcco(target, params, server);
  if (target.kind === "rules" && rules !== undefined)
    return rules({ ...target, project: target.folder.project() }, params, server, token);
  if (target.kind === "tests" && tests !== undefined)
    return tests({ ...target, project: target.folder.project() }, params, server);
  return nothing;
}

/** The texts of files that are open or kept, for features that look across files. */
export function textsOf({ workspace, ruleTexts }: Server, folder: Folder): (uri: string) => string | undefined {
  return (uri) =>
    workspace.texts.textAt(uri) ??
    folder.rules.at(uri)?.text ??
    folder.testAt(uri)?.text ??
    folder.samples.textAt(uri) ??
    folder.contexts.textAt(uri) ??
    ruleTexts[bundledFile(uri)];
}

/** A folder of which every file is read. */
export interface WholeFolder {
  readonly project: Project;
  readonly textOf: (uri: string) => string | undefined;
}

/**
 * The folder and its texts, once every file of it is read, whatever the settings say: for answers in which no place may be
 * missing. Files that are too long to be kept are read again.
 */
export async function wholeFolder(server: Server, folder: Folder): Promise<WholeFolder> {
  const { workspace } = server;
  await workspace.checked();
  const textOf = textsOf(server, folder);
  const closed = folder.settings.checkWorkspace ? {} : { samples: await folder.samples.readAll() };
  const long = new Map<string, string>();
  for (const uri of folder.samples.uris) {
    const read = textOf(uri) === undefined ? await workspace.texts.readOnce(uri) : undefined;
    if (read !== undefined && "text" in read) long.set(uri, read.text);
  }
  return { project: { ...folder.project(), ...closed }, textOf: (uri) => textOf(uri) ?? long.get(uri) };
}
