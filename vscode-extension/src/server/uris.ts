import { URI, Utils } from "vscode-uri";

/** One spelling for a URI: editors write `c%3A` and `C:` for the same drive. Keys of maps are spelled so; answers keep the editor's spelling. */
export function keyOf(uri: string): string {
  return URI.parse(uri).toString();
}

/** The folder a file stands in. */
export function folderOf(uri: string): string {
  return Utils.dirname(URI.parse(uri)).toString();
}

/** A path counted from a folder, as a URI. */
export function within(folder: string, path: string): string {
  return Utils.resolvePath(URI.parse(folder), path).toString();
}

/** Whether a file stands below a folder. */
export function isBelow(uri: string, folder: string): boolean {
  return uri.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}

/** The path of a file from a folder, for people; its whole path when it stands elsewhere. */
export function pathFrom(folder: string, uri: string): string {
  const path = URI.parse(uri).path;
  const base = folder === "" ? "" : URI.parse(folder).path.replace(/\/$/, "");
  return base !== "" && path.startsWith(`${base}/`) ? path.slice(base.length + 1) : path;
}

/** Where a document would be saved that is named as a file but is not saved yet, such as `untitled:/job/a.pcco.yaml`. */
export function savedAs(uri: string, folder: string): string {
  const { scheme, path } = URI.parse(uri);
  return scheme === "untitled" && path.startsWith("/") ? URI.parse(folder).with({ path }).toString() : uri;
}
