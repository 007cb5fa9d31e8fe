/** A word of a message: itself, or how it is told of what the message is about. */
export type Word<About> = string | number | ((about: About) => string | number);

/** The words that a message can mention, by the name in braces. */
export type Words<About> = Readonly<Record<string, Word<About>>>;

/** A message, ready to be filled. @param line what `{line}` is, counted from 1; 0 for the PCCO as a whole */
export type Message<About> = (about: About, line: number) => string;

const placeholder = /\{([A-Za-z]+)\}/g;

/** The words in braces that a message mentions. */
export function placeholders(message: string): readonly string[] {
  return [...message.matchAll(placeholder)].map(([, word = ""]) => word);
}

/**
 * Takes a message apart once, to be filled many times. A word that is not there stays as it is written. What is said of a
 * line names it first, unless the message does.
 */
export function compileMessage<About>(message: string, words: Words<About>): Message<About> {
  const [start = "", ...parts] = message.split(placeholder);
  const texts = [start];
  const fills: ((about: About, line: number) => string | number)[] = [];
  let namesLine = false;
  for (let at = 0; at < parts.length; at += 2) {
    const [name = "", rest = ""] = parts.slice(at, at + 2);
    const word = Object.hasOwn(words, name) ? words[name] : undefined;
    if (name === "line") namesLine = true;
    if (name === "line") {
      fills.push((_about, line) => line);
      texts.push(rest);
    } else if (typeof word === "function") {
      fills.push(word);
      texts.push(rest);
    } else {
      texts[fills.length] += (word ?? `{${name}}`) + rest;
    }
  }
  return (about, line) => {
    let text = line > 0 && !namesLine ? `Line ${line}: ${texts[0]}` : (texts[0] ?? "");
    for (let at = 0; at < fills.length; at++) text += `${fills[at]?.(about, line)}${texts[at + 1]}`;
    return text;
  };
}
