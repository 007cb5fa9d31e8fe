import { defaultSettings, type Settings } from "../protocol.ts";

/** Makes settings of whatever the editor answers: a value of the wrong type counts as not set, and is told. */
export function readSettings(answer: unknown): { readonly settings: Settings; readonly complaints: readonly string[] } {
  const complaints: string[] = [];
  const given = isObject(answer) ? answer : {};
  const take = <T>(name: keyof Settings, isRight: (value: unknown) => value is T, wanted: string, preset: T): T => {
    const value = given[name];
    if (value === undefined || value === null) return preset;
    if (isRight(value)) return value;
    complaints.push(
      `The setting erpExportRules.${name} must be ${wanted}; found ${JSON.stringify(value)}. It is ignored.`,
    );
    return preset;
  };
  const settings = {
    rules: take("rules", isString, "a text such as spectrum/pcco@1.1.0", defaultSettings.rules),
    features: take("features", isSwitches, "a group of toggles, each true or false", defaultSettings.features),
    event: take("event", isString, "the name of an event such as send", defaultSettings.event),
    ruleFiles: take("ruleFiles", isStrings, "a list of globs", defaultSettings.ruleFiles),
    checkWorkspace: take("checkWorkspace", isBoolean, "true or false", defaultSettings.checkWorkspace),
  };
  return { settings, complaints };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === "boolean";
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isString);
}

function isSwitches(value: unknown): value is Readonly<Record<string, boolean>> {
  return isObject(value) && Object.values(value).every(isBoolean);
}
