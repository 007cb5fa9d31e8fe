import type { Action } from "@erp-export-rules/sdk";
import type { L10n } from "../l10n.ts";

/** One thing to enter for an event. */
export type InputField = Action["input"][number];

/** What was entered, as the event takes it, or what is wrong with it. Without a value it was left empty, as it may be. */
export type Entered = { readonly value?: string | readonly string[] } | { readonly problem: string };

/** Reads what somebody typed for a text, texts or a date. */
export function readInput({ label, type, required }: InputField, typed: string, l10n: L10n): Entered {
  const texts = (type === "texts" ? typed.split(";") : [typed])
    .map((text) => text.trim())
    .filter((text) => text !== "");
  const [text] = texts;
  if (text === undefined) return required ? { problem: l10n.t("{0} is required.", label) } : {};
  if (type === "texts") return { value: texts };
  if (type === "date" && !isDate(text)) return { problem: l10n.t("Enter a date such as 2026-11-30, year first.") };
  return { value: text };
}

/** What stands in the box before anything is typed. */
export function presetOf({ default: preset }: InputField, now: Date): string {
  if (preset !== "today") return "";
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
