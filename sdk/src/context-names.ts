/** The names under which a context is found by itself, in the order in which they are tried. */
export const nearestContextNames = ["pcco.context.yaml", "pcco.context.yml", "pcco.context.json"] as const;
