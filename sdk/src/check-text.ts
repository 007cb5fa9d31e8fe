import { checkDocument, inlineContext, type TextVerdict } from "./check-document.ts";
import { mapText } from "./document/parse.ts";
import type { TextFormat } from "./document/text.ts";
import type { PccoContext } from "./generated/types.ts";
import type { CheckOptions, RuleSet } from "./rule-set.ts";

/** What a check of a text is asked with. */
export interface CheckTextOptions<EventName extends string = string> extends Omit<CheckOptions<EventName>, "sourceOf"> {
  readonly format: TextFormat;
  /** What the PCCOs are judged against, unless one has a `$context` mapping of its own. */
  readonly context?: PccoContext;
}

/**
 * Reads a text and judges every PCCO in it. Faults of the text (syntax, duplicate keys, codes without quotes) are
 * findings too, never exceptions.
 * @throws {RangeError} when the event is not one of the rule set's
 */
export function checkText<RuleId extends string, EventName extends string>(
  rules: RuleSet<RuleId, EventName>,
  text: string,
  { format, context, ...options }: CheckTextOptions<EventName>,
): readonly TextVerdict[] {
  return mapText(text, { format }, (document) =>
    checkDocument(rules, document, inlineContext(document) ?? context, options),
  );
}

/** A rule set that reads texts, too. */
export interface TextRuleSet<RuleId extends string = string, EventName extends string = string>
  extends RuleSet<RuleId, EventName> {
  /**
   * Reads a text and judges every PCCO in it. Faults of the text (syntax, duplicate keys, codes without quotes) are
   * findings too, never exceptions.
   * @throws {RangeError} when the event is not one of `events`
   */
  checkText(text: string, options: CheckTextOptions<EventName>): readonly TextVerdict[];
}

/** Adds the reading of texts to a rule set. */
export function withText<RuleId extends string, EventName extends string>(
  rules: RuleSet<RuleId, EventName>,
): TextRuleSet<RuleId, EventName> {
  return { ...rules, checkText: (text, options) => checkText(rules, text, options) };
}
