import type { Page } from "playwright-core";

/** Where a text stands in an editor and on the screen. */
export interface Place {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** Middle of the text, in pixels of the page. */
  readonly x: number;
  readonly y: number;
}

/**
 * Finds the first occurrence of a text in the lines that the active editor shows.
 * @param line only in this line, from 1
 * @throws when it is not in sight
 */
export async function placeOf(page: Page, text: string, line?: number): Promise<Place> {
  const editor = page.locator(".editor-group-container.active .monaco-editor").last();
  const place = await editor.evaluate(findInLines, { text, line });
  if (place === undefined)
    throw new Error(`"${text}" is not in sight${line === undefined ? "" : ` in line ${line}`}: go to its line first`);
  return place;
}

/** Runs in the page, so it must stand by itself. */
function findInLines(editor: Element, wanted: { text: string; line: number | undefined }): Place | undefined {
  const top = (element: Element) => Math.round(Number.parseFloat(getComputedStyle(element).top));
  const numbers = new Map<number, number>();
  for (const row of editor.querySelectorAll(".margin-view-overlays > div")) {
    const number = row.querySelector(".line-numbers")?.textContent;
    if (number) numbers.set(top(row), Number(number));
  }
  const lines = [...editor.querySelectorAll(".view-lines > .view-line")].sort((a, b) => top(a) - top(b));
  for (const element of lines) {
    const line = numbers.get(top(element));
    if (line === undefined || (wanted.line !== undefined && wanted.line !== line)) continue;
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    while (walker.nextNode()) if (walker.currentNode instanceof Text) nodes.push(walker.currentNode);
    const text = nodes
      .map((node) => node.data)
      .join("")
      .replaceAll("\u00a0", " ");
    const start = text.indexOf(wanted.text);
    if (start === -1) continue;
    const range = document.createRange();
    let before = 0;
    for (const node of nodes) {
      const after = before + node.length;
      if (start >= before && start < after) range.setStart(node, start - before);
      const end = start + wanted.text.length;
      if (end > before && end <= after) range.setEnd(node, end - before);
      before = after;
    }
    const box = range.getBoundingClientRect();
    return { line, column: start + 1, x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }
  return undefined;
}
