// For tools that read and explain rule files and contexts as texts: editors above all.

export { type CaseExpectation, casesOf, type TestCase } from "./analysis/cases.ts";
export { type Coverage, type CoverageItem, coverageOf, type EntryCoverage } from "./analysis/covered/coverage.ts";
export { diffRuleSets, type RuleSetDiff } from "./analysis/diff/rule-set-diff.ts";
export type { Witness } from "./analysis/diff/witness.ts";
export { type CaseFound, type CaseWanted, findCase } from "./analysis/find-case.ts";
export { type Given, givenTo } from "./analysis/given.ts";
export {
  type ChangeCount,
  changeBetween,
  createImpactCounter,
  type DecidedVerdict,
  type ImpactSummary,
  type OutcomeChange,
} from "./analysis/impact.ts";
export type { LintFinding, LintId, LintWitness } from "./analysis/lint/finding.ts";
export { type LintOptions, lintRules } from "./analysis/lint/lint.ts";
export { lintTests, type TestValue } from "./analysis/lint/tests.ts";
export { type Expect, readExpect } from "./analysis/read-expect.ts";
export { type ReadRuleTest, readRuleTest } from "./analysis/read-rule-test.ts";
export { type CaseResult, runCase } from "./analysis/run-case.ts";
export { type CaseRun, runTests } from "./analysis/run-tests.ts";
export { createSolver, type Solver } from "./analysis/solver/solver.ts";
export type { ConditionWhy } from "./analysis/why/condition.ts";
export type { EventWhy } from "./analysis/why/event.ts";
export { type ExplainOptions, type Explanation, explainRules } from "./analysis/why/explain-rules.ts";
export type { FactRead } from "./analysis/why/fact.ts";
export type { PlaceWhy, RuleWhy } from "./analysis/why/rule.ts";
export type { RuleState } from "./check/rule-state.ts";
export { didYouMean, nearestWord } from "./context/suggest.ts";
export {
  asContext,
  type ContextProblem,
  type ReadContext,
  readContextText,
} from "./context-file.ts";
export { nearestContextNames } from "./context-names.ts";
export { defaultRules, defaultRulesFor } from "./default-rules.ts";
export { writeYaml } from "./document/write-yaml.ts";
export { settleSystem, systemFinding, type UnknownSystem } from "./erp-system.ts";
export { fittingFiles } from "./fitting-files.ts";
export { bundledRuleFiles } from "./generated/rule-sets.ts";
export type {
  Condition,
  Field,
  LifecycleEvent,
  Override,
  Role,
  Rule,
  RuleFile,
  RuleTestCase,
  RuleTestFile,
  State,
} from "./generated/types.ts";
export { keywords } from "./keywords/index.ts";
export type { Keyword } from "./keywords/keyword.ts";
export { libraryWith, ruleSetOf } from "./load-text.ts";
export { markdownDiff } from "./report/diff-markdown.ts";
export { type RuleStatesOptions, ruleStates } from "./rule-states.ts";
export type { BundledRuleFile } from "./rules/bundled.ts";
export { conditionWords } from "./rules/condition-words.ts";
export type { Library } from "./rules/library.ts";
export { verifyLock } from "./rules/lock.ts";
export { readRuleFile, ruleFileFormat } from "./rules/read-rule-file.ts";
export { isMeantBy } from "./rules/reference.ts";
export type { ResolvedFeature, ResolvedRule, ResolvedRuleSet } from "./rules/resolve.ts";
export { isRuleSetError, type RuleFileSource, type RuleProblem, RuleSetError } from "./rules/rule-file.ts";
export { type ExpectedOfText, type ExpectResult, runExpect } from "./run-expect.ts";
