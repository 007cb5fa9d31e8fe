/** Measures words in the font of the page, in pixels. */
export function measurer(): (text: string) => number {
  const { fontWeight, fontSize, fontFamily } = getComputedStyle(document.body);
  const context = document.createElement("canvas").getContext("2d");
  if (context === null) return (text) => text.length * Number.parseFloat(fontSize);
  context.font = `${fontWeight} ${fontSize} ${fontFamily}`;
  return (text) => context.measureText(text).width;
}
