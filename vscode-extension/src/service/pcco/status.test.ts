import { expect, test } from "vitest";
import { always, contextUri, pccoFile, surroundings } from "../testing.ts";
import { pccoStatus } from "./status.ts";

const found = surroundings();
const { contextUri: _, ...why } = found.why;
const inside = always({ ...found, why: { ...why, context: "$context of this PCCO" } });
const nowhere = always({ ...found, context: {}, why: { ...why, context: "none found" } });

test("names the context file", () => {
  const status = pccoStatus(pccoFile("status: approved\n", "yaml"), 0, always(found), "send");
  expect(status.context).toEqual({ label: "spectrum.context.yaml", uri: contextUri });
});

test("tells a context inside the file from none", () => {
  const own = pccoFile("$context: { erp: { system: spectrum } }\nstatus: approved\n", "yaml");
  expect(pccoStatus(own, 0, inside, "send").context).toEqual({ label: "in the file itself" });
  const none = pccoFile("$context: null\nstatus: approved\n", "yaml");
  expect(pccoStatus(none, 0, nowhere, "send").context).toBeUndefined();
});
