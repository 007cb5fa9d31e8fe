import { expect, test } from "vitest";
import { withBench } from "./readme.ts";

test("what stands between the marks is replaced, and nothing else", () => {
  const readme = "# A\n\n<!-- bench -->\nold\n\n| a |\n<!-- /bench -->\n\n## B\n";
  const once = withBench(readme, "new $1\n\n| b |\n");
  expect(once).toBe("# A\n\n<!-- bench -->\n\nnew $1\n\n| b |\n\n<!-- /bench -->\n\n## B\n");
  expect(withBench(once, "new $1\n\n| b |\n")).toBe(once);
});

test("a README without the marks is left alone", () => {
  expect(() => withBench("# A\n", "new")).toThrow("no <!-- bench -->");
});
