/**
 * Follows how deep a YAML text nests, from its lexical pieces alone. Exact for brackets; for
 * indented text it counts each column further right than all before it.
 */
export class YamlDepth {
  /** Columns at which block lists and mappings are open. */
  readonly #columns: number[] = [];
  #offset = 0;
  #lineStart = 0;
  #itemColumn: number | undefined;
  #brackets = 0;
  deepest = 0;

  next(piece: string, isScalar: boolean): void {
    const marker = !isScalar && (piece === "\x02" || piece === "\x18" || piece === "\x1f");
    if (marker) return;
    const column = this.#offset - this.#lineStart;
    const first = piece[0];
    if (first === "\n" || first === "\r") this.#itemColumn = undefined;
    else if (!isScalar && this.#isSign(piece)) this.#sign(piece, column);
    else if (first !== " " && first !== "\t") this.#itemColumn ??= column;
    this.#offset += piece.length;
    const lineEnd = piece.lastIndexOf("\n");
    if (lineEnd >= 0) this.#lineStart = this.#offset - piece.length + lineEnd + 1;
    this.deepest = Math.max(this.deepest, this.#columns.length + this.#brackets);
  }

  #isSign(piece: string): boolean {
    return piece.length === 1 && "[]{}-:?".includes(piece);
  }

  #sign(sign: string, column: number): void {
    if (sign === "[" || sign === "{") {
      this.#itemColumn ??= column;
      this.#brackets++;
    } else if (sign === "]" || sign === "}") {
      this.#brackets = Math.max(0, this.#brackets - 1);
    } else if (this.#brackets === 0) {
      if (sign === ":") this.#nest(this.#itemColumn ?? column);
      else {
        this.#nest(column);
        this.#itemColumn = undefined;
      }
    }
  }

  #nest(column: number): void {
    while ((this.#columns.at(-1) ?? -1) > column) this.#columns.pop();
    if (this.#columns.at(-1) !== column) this.#columns.push(column);
  }
}
