import { Range, Uri, type ViewColumn, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { Place } from "../protocol.ts";

/** Opens a place in its document and selects its beginning. */
export async function openPlace(
  client: BaseLanguageClient,
  { uri, range }: Place,
  viewColumn?: ViewColumn,
): Promise<void> {
  const { start } = client.protocol2CodeConverter.asRange(range);
  await window.showTextDocument(Uri.parse(uri, true), {
    selection: new Range(start, start),
    ...(viewColumn === undefined ? {} : { viewColumn }),
  });
}
