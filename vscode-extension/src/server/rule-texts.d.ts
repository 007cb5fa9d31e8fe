/** Made when the extension is built: the texts of the rule files that ship, by name. */
declare module "rule-texts" {
  export const ruleTexts: Readonly<Record<string, string>>;
}
