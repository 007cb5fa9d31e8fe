/** An element inside a test case. */
export function element(name: string, properties: Readonly<Record<string, string>>, text = ""): string {
  const head = `      <${name}${attributes(properties)}`;
  return text === "" ? `${head}/>\n` : `${head}>${escapeXml(text)}</${name}>\n`;
}

/** Attributes, each with a space before it. */
export function attributes(properties: Readonly<Record<string, string | number>>): string {
  return Object.entries(properties)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value)).replaceAll("\n", "&#10;").replaceAll("\t", "&#9;")}"`)
    .join("");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
};

function escapeXml(text: string): string {
  return text.replaceAll(forbidden, "").replaceAll(/[&<>"\r]/g, (character) => entities[character] ?? character);
}

// Everything but the characters XML 1.0 can hold; halves of characters are among the rest.
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
