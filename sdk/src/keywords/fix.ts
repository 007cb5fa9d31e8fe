import { type Path, toPointer } from "../document/pointer.ts";
import type { Fix } from "../generated/types.ts";

/** A fix that writes one value: in place of the old one, or anew where there was none. */
export function writeFix(title: string, kind: Fix["kind"], path: Path, value: unknown, wasThere: boolean): Fix {
  return { title, kind, edits: [{ op: wasThere ? "replace" : "add", path: toPointer(path), value }] };
}

/** A fix that takes one value away. */
export function removeFix(title: string, kind: Fix["kind"], path: Path): Fix {
  return { title, kind, edits: [{ op: "remove", path: toPointer(path) }] };
}
