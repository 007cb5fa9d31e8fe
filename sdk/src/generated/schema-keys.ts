// Generated from rules/schema by `npm run generate`; do not edit.
/** The keys a closed schema allows, by place in the schema. */
export const schemaKeys: Readonly<Record<string, readonly string[]>> = {
  "#/properties/$expect/anyOf/1": [
    "outcome",
    "event",
    "asOf",
    "input",
    "broken",
    "unknown",
    "events"
  ],
  "#": [
    "format",
    "ruleSet",
    "version",
    "title",
    "extends",
    "effective",
    "sources",
    "features",
    "fields",
    "rules",
    "overrides",
    "roles",
    "states",
    "lifecycle"
  ],
  "#/properties/effective": [
    "from",
    "until"
  ],
  "#/definitions/source": [
    "title",
    "url"
  ],
  "#/definitions/feature": [
    "title",
    "default",
    "switchedOnBy",
    "where",
    "source"
  ],
  "#/definitions/field": [
    "label",
    "in",
    "path",
    "type",
    "choices",
    "otherwise",
    "shownAt",
    "settled"
  ],
  "#/definitions/otherwise": [
    "field",
    "from",
    "matching",
    "take"
  ],
  "#/definitions/condition": [
    "all",
    "any",
    "not",
    "feature",
    "field",
    "required",
    "absent",
    "equals",
    "oneOf",
    "maxLength",
    "minLength",
    "pattern",
    "format",
    "minimum",
    "maximum",
    "maxDecimals",
    "minItems",
    "refersTo",
    "distinct",
    "distinctOrSame",
    "same",
    "sumEquals",
    "notBefore",
    "is"
  ],
  "#/definitions/condition/properties/equals/anyOf/1": [
    "field"
  ],
  "#/definitions/rule": [
    "title",
    "field",
    "fields",
    "feature",
    "when",
    "severity",
    "stage",
    "message",
    "source",
    "basis",
    "rationale",
    "required",
    "absent",
    "equals",
    "oneOf",
    "maxLength",
    "minLength",
    "pattern",
    "format",
    "minimum",
    "maximum",
    "maxDecimals",
    "minItems",
    "refersTo",
    "distinct",
    "distinctOrSame",
    "same",
    "sumEquals",
    "notBefore",
    "is"
  ],
  "#/definitions/rule/properties/equals/anyOf/1": [
    "field"
  ],
  "#/definitions/override": [
    "because",
    "title",
    "severity",
    "stage",
    "message",
    "required",
    "absent",
    "equals",
    "oneOf",
    "maxLength",
    "minLength",
    "pattern",
    "format",
    "minimum",
    "maximum",
    "maxDecimals",
    "minItems",
    "refersTo",
    "distinct",
    "distinctOrSame",
    "same",
    "sumEquals",
    "notBefore",
    "is"
  ],
  "#/definitions/override/properties/equals/anyOf/1": [
    "field"
  ],
  "#/definitions/role": [
    "label",
    "where",
    "source"
  ],
  "#/definitions/state": [
    "label",
    "icon",
    "locked",
    "initial",
    "aliases"
  ],
  "#/definitions/fromState/anyOf/1": [
    "state",
    "after"
  ],
  "#/definitions/event": [
    "label",
    "from",
    "to",
    "role",
    "guards",
    "checks",
    "input",
    "set",
    "icon",
    "source",
    "basis"
  ],
  "#/definitions/guard": [
    "when",
    "message"
  ],
  "#/definitions/input": [
    "label",
    "type",
    "required",
    "default",
    "mustBe",
    "message"
  ],
  "#/definitions/setter": [
    "input",
    "value",
    "now",
    "clear"
  ],
  "#/definitions/checkKeywords": [
    "required",
    "absent",
    "equals",
    "oneOf",
    "maxLength",
    "minLength",
    "pattern",
    "format",
    "minimum",
    "maximum",
    "maxDecimals",
    "minItems",
    "refersTo",
    "distinct",
    "distinctOrSame",
    "same",
    "sumEquals",
    "notBefore",
    "is"
  ],
  "#/definitions/checkKeywords/properties/equals/anyOf/1": [
    "field"
  ],
  "rule-test#": [
    "ruleSet",
    "at",
    "documents",
    "variants",
    "contexts",
    "actors",
    "matrix",
    "cases"
  ],
  "rule-test#/properties/variants/additionalProperties": [
    "of",
    "change"
  ],
  "rule-test#/properties/matrix/items": [
    "name",
    "documents",
    "context",
    "actors",
    "events",
    "input",
    "default",
    "except"
  ],
  "rule-test#/properties/matrix/items/properties/except/items": [
    "documents",
    "actors",
    "events",
    "outcome",
    "broken",
    "unknown",
    "moves",
    "reasons"
  ],
  "rule-test#/properties/cases/items": [
    "name",
    "document",
    "context",
    "actor",
    "change",
    "changeContext",
    "event",
    "input",
    "outcome",
    "broken",
    "unknown",
    "moves",
    "reasons"
  ],
  "rule-test#/definitions/expectation": [
    "outcome",
    "broken",
    "unknown",
    "moves",
    "reasons"
  ]
};
