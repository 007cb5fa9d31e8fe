/** What a page may load: where from, and under which mark. */
export interface PageParts {
  /** Where VS Code keeps the extension's own files, as the content security policy names it. */
  readonly cspSource: string;
  readonly scriptUri: string;
  readonly styleUri: string;
  /** Made anew for each page; only the script that bears it runs. */
  readonly nonce: string;
  /** The language of the texts, such as `en`. */
  readonly language: string;
  readonly title: string;
}

/** The page of the diagram. It loads the extension's own script and style and nothing else, from nowhere else. */
export function makePage({ cspSource, scriptUri, styleUri, nonce, language, title }: PageParts): string {
  const policy = `default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escaped(styleUri)}">
<title>${escaped(title)}</title>
</head>
<body>
<h1 id="title"></h1>
<p id="summary" role="status"></p>
<main id="diagram"></main>
<script nonce="${escaped(nonce)}" src="${escaped(scriptUri)}"></script>
</body>
</html>
`;
}

/** A nonce that nobody can guess. */
export function makeNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}
