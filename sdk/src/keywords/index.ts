import { absent } from "./absent.ts";
import { distinct } from "./distinct.ts";
import { distinctOrSame } from "./distinct-or-same.ts";
import { equals } from "./equals.ts";
import { format } from "./format.ts";
import { is } from "./is.ts";
import type { Keyword } from "./keyword.ts";
import { maxDecimals } from "./max-decimals.ts";
import { maxLength } from "./max-length.ts";
import { maximum } from "./maximum.ts";
import { minItems } from "./min-items.ts";
import { minLength } from "./min-length.ts";
import { minimum } from "./minimum.ts";
import { notBefore } from "./not-before.ts";
import { oneOf } from "./one-of.ts";
import { pattern } from "./pattern.ts";
import { refersTo } from "./refers-to.ts";
import { required } from "./required.ts";
import { same } from "./same.ts";
import { sumEquals } from "./sum-equals.ts";

/** Every check keyword of the rule language, in the order in which pages list them. */
export const keywords: readonly Keyword[] = [
  required,
  absent,
  equals,
  oneOf,
  maxLength,
  minLength,
  pattern,
  format,
  minimum,
  maximum,
  maxDecimals,
  minItems,
  refersTo,
  distinct,
  distinctOrSame,
  same,
  sumEquals,
  notBefore,
  is,
];
