import { languages, Position, Selection, type TextDocument, window } from "vscode";
import type { Target } from "./target.ts";

/** Puts the cursor at the first finding at or after a line, or at that line when there is none. */
export async function goToFinding({ document, line, viewColumn }: Target): Promise<Position> {
  const start = firstFinding(document, line) ?? document.validatePosition(new Position(line, 0));
  await window.showTextDocument(document, {
    selection: new Selection(start, start),
    ...(viewColumn === undefined ? {} : { viewColumn }),
  });
  return start;
}

function firstFinding(document: TextDocument, line: number): Position | undefined {
  return languages
    .getDiagnostics(document.uri)
    .map(({ range }) => range.start)
    .filter((start) => start.line >= line)
    .sort((a, b) => a.compareTo(b))
    .at(0);
}
