import type { L10n } from "./l10n.ts";

/** The texts as they stand in the code. */
export const english: L10n = {
  t: (message, ...args) => message.replace(/\{(\d+)\}/g, (_, index: string) => String(args[Number(index)])),
};
