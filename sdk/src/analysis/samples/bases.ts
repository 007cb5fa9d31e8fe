import type { RuleTestCase, RuleTestFile } from "../../generated/types.ts";
import type { RuleSet } from "../../rule-set.ts";
import { eventWitness, usualTime } from "../diff/witness.ts";
import { type PassingCase, passingCases } from "../mutation/kill.ts";
import { runTests } from "../run-tests.ts";
import { noWorseThan } from "../solver/clause.ts";
import { createSolver } from "../solver/solver.ts";

/** Rule tests that were made up: for each event a PCCO with which it can happen. */
export interface Bases {
  readonly file: RuleTestFile;
  readonly cases: readonly PassingCase[];
}

/** Finds for each event of a rule set the smallest PCCO with which it can happen, and without events one that can be sent. */
export function basesOf(rules: RuleSet): Bases {
  const solver = createSolver([rules.definition]);
  const [source] = solver.space.sources;
  const canMove = rules.events.length > 0;
  const found = (canMove ? rules.events : ["send"]).flatMap((event) => {
    if (source === undefined) return [];
    const demands = solver.clauses
      .of(source, event, canMove ? "event" : "check")
      .flatMap((clause) => noWorseThan(clause, "ok"));
    const answer = solver.find({ demands, ways: [] });
    return answer.kind === "found" ? [{ event, witness: eventWitness(solver.space, answer.assignment, event) }] : [];
  });
  const documents: NonNullable<RuleTestFile["documents"]> = {};
  const contexts: NonNullable<RuleTestFile["contexts"]> = {};
  const cases = found.map(({ event, witness: { document, input } }): RuleTestCase => {
    const { $context: context, ...pcco } = document;
    documents[event] = pcco;
    contexts[event] = context;
    const to = rules.definition.lifecycle[event]?.to ?? rules.statusOf(pcco);
    return {
      name: event,
      document: event,
      context: event,
      event,
      ...(input === undefined ? {} : { input: { ...input } }),
      ...(canMove ? { moves: to } : { outcome: "exportable" }),
    };
  });
  const file: RuleTestFile = { ruleSet: rules.reference.id, at: usualTime, documents, contexts, cases };
  return { file, cases: passingCases(runTests(rules, file)) };
}
