import type { CheckKeywords, Override, Rule } from "../../generated/types.ts";
import { either } from "../../keywords/show.ts";
import { otherConditions, type Surroundings } from "./conditions.ts";
import { limitsOffByOne } from "./limits.ts";
import { type Change, removed, replaced } from "./mutant.ts";
import { otherWords } from "./words.ts";

/** Rules that are not quite this one. */
export function otherRules(rule: Rule, path: string, around: Surroundings): readonly Change[] {
  const { severity, when, fields = [] } = rule;
  if (severity === "off")
    return [replaced("severity", `${path}/severity`, "severity is error instead of off", "error")];
  return [
    replaced("dropped", path, "the rule is dropped", { ...rule, severity: "off" }),
    ...otherSeverity(severity, path),
    ...otherSettings(rule, path, rule, around),
    ...(fields.length < 2
      ? []
      : fields.map((name, index) => removed("dropped", `${path}/fields/${index}`, `the field ${name} is dropped`))),
    ...(when === undefined
      ? []
      : [
          removed("dropped", `${path}/when`, `the condition (${around.words(when)}) is dropped`),
          ...otherConditions(when, `${path}/when`, around),
        ]),
  ];
}

/**
 * Overrides that are not quite this one.
 * @param rule the rule with all its overrides
 */
export function otherOverrides(override: Override, path: string, rule: Rule, around: Surroundings): readonly Change[] {
  const { because: _because, severity, ...settings } = override;
  return [
    removed("dropped", path, "the override is dropped"),
    ...(severity === undefined ? [] : severity === "off" ? [] : otherSeverity(severity, path)),
    ...otherSettings(settings, path, rule, around),
  ];
}

/** Only an error blocks, so that among the others nothing is different for whoever sends. */
function otherSeverity(severity: Rule["severity"], path: string): readonly Change[] {
  const other = severity === "error" ? "warning" : "error";
  return [replaced("severity", `${path}/severity`, `severity is ${other} instead of ${severity}`, other)];
}

function otherSettings(settings: CheckKeywords, path: string, rule: Rule, { field }: Surroundings): readonly Change[] {
  const { is, sumEquals = [], required, absent } = settings;
  const subject = field(rule.field ?? rule.fields?.[0] ?? "");
  return [
    ...limitsOffByOne(settings, path, subject?.type === "integer"),
    ...otherWords(settings, path, subject),
    ...(is === undefined
      ? []
      : [
          replaced(
            "toggle",
            `${path}/is`,
            `the toggle is asked to be ${is === "on" ? "off" : "on"} instead of ${is}`,
            is === "on" ? "off" : "on",
          ),
        ]),
    ...(sumEquals.length < 2
      ? []
      : sumEquals.map((name, index) => {
          const rest = either(
            sumEquals.filter((other) => other !== name),
            "and",
          );
          return removed("dropped", `${path}/sumEquals/${index}`, `the sum is that of ${rest} alone`);
        })),
    ...(required === undefined ? [] : [turned(path, "required", "absent")]),
    ...(absent === undefined ? [] : [turned(path, "absent", "required")]),
  ];
}

function turned(path: string, from: string, to: string): Change {
  return {
    kind: "negated",
    path: `${path}/${from}`,
    change: `it asks for ${to} instead of ${from}`,
    edits: [
      { op: "remove", path: `${path}/${from}` },
      { op: "add", path: `${path}/${to}`, value: true },
    ],
  };
}
