import type { Workbench } from "../harness/workbench.ts";

/** Does something in a window of another size, so that a picture of it has no room to spare. Sizes are in pixels. */
export async function inSmallWindow(
  { page }: Workbench,
  width: number,
  height: number,
  act: () => Promise<void>,
): Promise<void> {
  const usual = page.viewportSize();
  await page.setViewportSize({ width, height });
  try {
    await act();
  } finally {
    if (usual !== null) await page.setViewportSize(usual);
  }
}
