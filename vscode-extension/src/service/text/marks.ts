/** The names of what YAML marks to be repeated (`&name`), and of what it repeats (`*name`). More may be found than is meant so. */
export interface Marks {
  readonly anchors: ReadonlySet<string>;
  readonly aliases: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

export function marksIn(text: string): Marks {
  return { anchors: namesAfter("&", text), aliases: namesAfter("*", text) };
}

function namesAfter(sign: "&" | "*", text: string): ReadonlySet<string> {
  if (!text.includes(sign)) return none;
  const pattern = sign === "&" ? /&([^\s,[\]{}]+)/g : /\*([^\s,[\]{}]+)/g;
  return new Set(Array.from(text.matchAll(pattern), ([, name = ""]) => name));
}
