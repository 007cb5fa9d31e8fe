import type { Path } from "@erp-export-rules/sdk/text";
import { dottedPath } from "../pcco/inner-path.ts";
import { shapeAt } from "../schema-shape.ts";

/** A place in a PCCO or a context, as rule files write it: `line_items[].amount`. */
export interface DocumentPath {
  readonly path: string;
  readonly description: string;
  readonly isList: boolean;
}

/** Deeper than this no field of a PCCO stands. */
const deepest = 6;

const known = new Map<"document" | "context", readonly DocumentPath[]>();

/** Every place that the schema of PCCOs, or of contexts, names. */
export function documentPaths(where: "document" | "context"): readonly DocumentPath[] {
  const start: Path = where === "context" ? ["$context"] : [];
  const found = known.get(where) ?? below(start, start.length);
  known.set(where, found);
  return found;
}

function below(path: Path, start: number): readonly DocumentPath[] {
  if (path.length - start > deepest) return [];
  return (shapeAt("pcco", path)?.keys ?? [])
    .map(({ name }) => name)
    .filter((key) => !key.startsWith("$"))
    .flatMap((key) => {
      const here = [...path, key];
      const shape = shapeAt("pcco", here);
      const isList = shape?.types.has("array") ?? false;
      const own = { path: dottedPath(here.slice(start)), description: shape?.description ?? "", isList };
      const inner = below(isList ? [...here, 0] : here, start);
      return isList || inner.length === 0 ? [own, ...inner] : inner;
    });
}

/** The properties of the items of a list of the context, such as `prime_contract.line_items`. */
export function itemProperties(list: string): readonly DocumentPath[] {
  return documentPaths("context")
    .filter(({ path }) => path.startsWith(`${list}[].`))
    .map((each) => ({ ...each, path: each.path.slice(list.length + 3) }));
}
