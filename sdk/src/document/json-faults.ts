import { type JsonToken, jsonTokens } from "./json-tokens.ts";
import { aboutWord, mistakesInString, UNUSUAL_SPACE } from "./json-words.ts";
import { MAX_DEPTH, MAX_PROBLEMS, tooDeep } from "./limits.ts";
import { type Fault, fatal, type Source } from "./reading.ts";
import { ticks } from "./words.ts";

/** Lists what is wrong with a text `JSON.parse` has refused; the first `MAX_PROBLEMS`. Does not recurse. */
export function faultsInJson(source: Source, from: number): Fault[] {
  const deep = depthFault(source.text, from);
  return deep ? [deep] : new FaultFinder(source, from).run();
}

function depthFault(text: string, from: number): Fault | undefined {
  let depth = 0;
  let deepest = 0;
  let firstAt = -1;
  let inString = false;
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (inString) {
      if (sign === "\\") at++;
      // In faulty JSON a string ends with its line at the latest.
      else if (sign === '"' || sign === "\n" || sign === "\r") inString = false;
    } else if (sign === '"') {
      inString = true;
    } else if (sign === "[" || sign === "{") {
      depth++;
      if (depth > MAX_DEPTH && firstAt < 0) firstAt = at;
      deepest = Math.max(deepest, depth);
    } else if ((sign === "]" || sign === "}") && depth > 0) {
      depth--;
    }
  }
  return firstAt < 0 ? undefined : fatal("document/limit", tooDeep(deepest), firstAt, firstAt + 1);
}

interface Frame {
  readonly list: boolean;
  readonly start: number;
  comma: number;
  key: JsonToken | undefined;
}

type Want = "value" | "first value" | "key" | "first key" | "colon" | "next" | "end";

class FaultFinder {
  readonly #source: Source;
  readonly #text: string;
  readonly #read: () => JsonToken;
  readonly #faults: Fault[] = [];
  readonly #frames: Frame[] = [];
  #want: Want = "value";
  #done = false;

  constructor(source: Source, from: number) {
    this.#source = source;
    this.#text = source.text;
    this.#read = jsonTokens(source.text, from);
  }

  run(): Fault[] {
    while (!this.#done && this.#faults.length < MAX_PROBLEMS) {
      const token = this.#read();
      if (token.kind === "comment") this.#fault("JSON has no comments; remove this one", token);
      else if (token.kind === "word" && this.#slice(token).trim() === "") this.#fault(UNUSUAL_SPACE, token);
      else if (token.kind === "end") this.#finish(token);
      else this.#step(this.#checked(token));
    }
    return this.#faults.slice(0, MAX_PROBLEMS);
  }

  #fault(message: string, place: { readonly start: number; readonly end: number }) {
    this.#faults.push(fatal("document/syntax", message, place.start, place.end));
  }

  #checked(token: JsonToken): JsonToken {
    if (token.kind !== "string") return token;
    if (token.unclosed) this.#fault('the quotes opened here are not closed on this line; a `"` is missing', token);
    for (const mistake of mistakesInString(this.#text.slice(token.start, token.end), token.start)) {
      if (this.#faults.length >= MAX_PROBLEMS) break;
      this.#fault(mistake.message, mistake);
    }
    return token;
  }

  #step(token: JsonToken) {
    switch (this.#want) {
      case "value":
      case "first value":
        return this.#atValue(token);
      case "key":
      case "first key":
        return this.#atKey(token);
      case "colon":
        return this.#atColon(token);
      case "next":
        return this.#atNext(token);
      case "end":
        this.#done = true;
        return this.#fault(
          `${this.#written(token)} stands after the end of the document; several documents are written as one list \`[…]\`, or one a line in an NDJSON file`,
          token,
        );
    }
  }

  #atValue(token: JsonToken) {
    const frame = this.#frames.at(-1);
    const key = frame?.key ? ` of ${this.#written(frame.key)}` : "";
    if (token.kind === "open") return this.#open(token);
    if (token.kind === "word") this.#fault(aboutWord(this.#slice(token), false), token);
    if (token.kind === "word" || token.kind === "string" || token.kind === "value") return this.#afterValue();
    if (token.kind === "colon") return this.#fault(`a value is expected here, not ${this.#written(token)}`, token);
    if (token.kind === "comma") {
      this.#fault(`the value${key} is missing before this comma`, token);
      if (frame) frame.comma = token.start;
      this.#want = frame?.list === false ? "key" : "value";
      return;
    }
    if (this.#want === "value" && frame) {
      if (!frame.list) this.#fault(`the value${key} is missing before this ${this.#written(token)}`, token);
      else this.#extraComma(frame, token);
    }
    this.#close(token);
  }

  #atKey(token: JsonToken) {
    const frame = this.#frames.at(-1);
    switch (token.kind) {
      case "word":
      case "value":
      case "string":
        // A key without quotes is still a key.
        if (token.kind !== "string") this.#fault(aboutWord(this.#slice(token), true), token);
        if (frame) frame.key = token;
        this.#want = "colon";
        return;
      case "comma":
        return this.#fault("there is a comma too many here", token);
      case "colon":
        this.#fault("the key is missing before this `:`", token);
        this.#want = "value";
        return;
      case "open":
        this.#fault(`a key in double quotes is expected here, not ${this.#written(token)}`, token);
        return this.#open(token);
      default:
        if (this.#want === "key" && frame) this.#extraComma(frame, token);
        this.#close(token);
    }
  }

  #atColon(token: JsonToken) {
    this.#want = "value";
    if (token.kind === "colon") return;
    const key = this.#frames.at(-1)?.key;
    this.#fault(`a \`:\` and a value are expected after the key ${key ? this.#written(key) : ""}`.trimEnd(), token);
    if (token.kind === "comma" || token.kind === "close") this.#want = "next";
    this.#step(token);
  }

  #atNext(token: JsonToken) {
    const frame = this.#frames.at(-1);
    if (token.kind === "close") return this.#close(token);
    const list = frame?.list === true;
    if (token.kind === "colon") {
      const message = list ? "a list `[…]` has no keys, so a `:` has no place here" : "there is a `:` too many here";
      this.#fault(message, token);
      this.#want = "value";
      return;
    }
    if (token.kind === "comma" && frame) frame.comma = token.start;
    else this.#fault(`a comma is missing before ${this.#written(token)}`, token);
    this.#want = list ? "value" : "key";
    if (frame) frame.key = undefined;
    if (token.kind !== "comma") this.#step(token);
  }

  #open(token: JsonToken) {
    this.#frames.push({ list: token.list, start: token.start, comma: -1, key: undefined });
    this.#want = token.list ? "first value" : "first key";
  }

  #close(token: JsonToken) {
    const frame = this.#frames.at(-1);
    if (frame === undefined) return this.#fault(`this ${this.#written(token)} closes nothing; remove it`, token);
    if (frame.list !== token.list) {
      const opened = `\`${frame.list ? "[" : "{"}\` from line ${this.#source.lines.lineNumber(frame.start)}`;
      this.#fault(
        `this ${this.#written(token)} cannot close the ${opened}; a \`${frame.list ? "]" : "}"}\` is expected`,
        token,
      );
      // With a fitting bracket further out, the inner one was merely forgotten.
      while (this.#frames.length > 1 && this.#frames.at(-1)?.list !== token.list) this.#frames.pop();
    }
    this.#frames.pop();
    this.#afterValue();
  }

  #afterValue() {
    this.#want = this.#frames.length > 0 ? "next" : "end";
  }

  #extraComma(frame: Frame, token: JsonToken) {
    const message = `remove this comma; nothing follows it before the ${this.#written(token)}`;
    this.#fault(message, { start: frame.comma, end: frame.comma + 1 });
  }

  #finish(token: JsonToken) {
    this.#done = true;
    const frame = this.#frames.at(-1);
    if (frame) {
      const [open, close] = frame.list ? ["[", "]"] : ["{", "}"];
      this.#fault(`this \`${open}\` is never closed; a \`${close}\` is missing before the end of the text`, {
        start: frame.start,
        end: frame.start + 1,
      });
    } else if (this.#want === "value" && this.#faults.length === 0) {
      this.#fault("a value is missing here", token);
    }
  }

  #slice(token: JsonToken): string {
    return this.#text.slice(token.start, token.end);
  }

  #written(token: JsonToken): string {
    return ticks(this.#slice(token));
  }
}
