import { expect, test } from "vitest";
import { isSameUri } from "./same-uri.ts";

test.each([
  ["file:///c%3A/a/b.yaml", "file:///C:/a/b.yaml", true],
  ["file:///a/B%C3%BCro.yaml", "file:///a/Büro.yaml", true],
  ["file:///a/b.yaml", "file:///a/B.yaml", false],
  ["vscode-vfs://github/a/b.yaml", "vscode-vfs://github/a/b.yaml", true],
  ["file:///a/100%.yaml", "file:///a/100%.yaml", true],
  ["file:///a/100%.yaml", "file:///a/101%.yaml", false],
])("%s and %s: %s", (a, b, same) => expect(isSameUri(a, b)).toBe(same));
