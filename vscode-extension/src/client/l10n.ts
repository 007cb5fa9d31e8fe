/**
 * VS Code's `l10n`, as far as files that do not import `vscode` need it. The parameter is always called `l10n`, so that
 * the texts of the whole client are found by `l10n.t("…")`.
 */
export interface L10n {
  /** @param message plain English, with `{0}`, `{1}` … where the arguments go */
  t(message: string, ...args: (string | number | boolean)[]): string;
}
