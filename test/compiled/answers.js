/** What rules answer to each of some cases, as JSON. Runs inside the bare context too. */
export const answers = (rules, cases) =>
  JSON.stringify(
    cases.map(({ pcco, context, event, at, input }) => {
      const attempt = (ask) => {
        try {
          return ask();
        } catch (error) {
          return error.message;
        }
      };
      const options = { at, input };
      return {
        check: attempt(() => rules.check(pcco, context, { event, ...options })),
        actions: rules.actions(pcco, context, { at }),
        status: rules.statusOf(pcco),
        toggles: rules.toggles(context),
        transition: attempt(() => rules.transition(pcco, event, { context, at, input })),
        repair: attempt(() => rules.repair(pcco, context, event, options)),
      };
    }),
  );
