import * as vscode from "vscode";
import type { ExtensionApi } from "../../../vscode-extension/src/client/start.ts";
import { afterEach, beforeAll, expect, test, until } from "../harness/in-host/testing.ts";
import { activated, closeAll, found, gone, open, read, sample, write } from "./support.ts";

let api: ExtensionApi;
beforeAll(async () => {
  api = await activated();
});
afterEach(closeAll);

test("every sample is found as it expects", async () => {
  const outcomes = await api.runTests();
  expect(outcomes.length).toBeGreaterThan(200);
  expect(outcomes.filter(({ passed }) => !passed)).toEqual([]);
});

test("the tree lists the PCCOs that can't be sent", async () => {
  const isDraft = ({ id }: { readonly id: string }): boolean => id.endsWith("spectrum/status/draft.pcco.yaml");
  const draft = await until("the PCCO", () => api.blocked().find(isDraft));
  expect(draft.children.map(({ label }) => label)).toEqual(["PCCO 100 Relocated floor drain"]);
  expect(draft.children.flatMap(({ children }) => children.map(({ description }) => description))).toEqual([
    "status-approved",
  ]);
});

test("files that come, change and go have their findings, without being opened", async () => {
  const uri = sample("spectrum/comes-and-goes.pcco.yaml");
  const text = await read(sample("spectrum/status/draft.pcco.yaml"));
  await write(uri, text);
  await found(uri, "status-approved");
  await write(uri, text.replace("status: draft", "status: approved"));
  await gone(uri, "status-approved");
  await found(uri, "approved-date-required");
  await vscode.workspace.fs.delete(uri);
  await gone(uri, "approved-date-required");
});

test("the status tells the rules, the context and the toggles of the PCCO in sight", async () => {
  await open("spectrum/from-draft-to-synced.pcco.yaml");
  const status = await until("the status", () => {
    const { rules, context, toggles, counts } = api.status();
    return context?.text === "Context pcco.context.yaml" && { rules, context, toggles, counts };
  });
  expect(status).toMatchObject({
    rules: { text: "Rules spectrum/pcco 1.1.0", detail: "the newest version there is" },
    context: { detail: "the nearest context file" },
    toggles: { text: "Export of Prime Contract Change Orders: on", detail: "context" },
    counts: { text: "1 of 1 blocked" },
  });
});
