import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import {
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  SocketMessageReader,
  SocketMessageWriter,
} from "vscode-languageserver/node";
import { Editor, serverFile } from "./support/editor.ts";
import { context, pcco, rangeOf } from "./texts.ts";

const draft = pcco({ status: "draft" });
const hello = { processId: null, rootUri: null, workspaceFolders: null, capabilities: {} };

describe("the server as a process", () => {
  const editors: Editor[] = [];
  const start = async (): Promise<Editor> => {
    const editor = await Editor.start({ folders: { job: { "pcco.context.yaml": context } }, spawned: true });
    editors.push(editor);
    return editor;
  };
  afterEach(async () => {
    for (const editor of editors.splice(0)) if (editor.isRunning) await editor.stop();
  });

  test("answers over --stdio, and ends with 0 when told to", async () => {
    const editor = await start();
    await editor.open("job/a.pcco.yaml", draft);
    expect(await editor.codes("job/a.pcco.yaml")).toEqual(["status-approved"]);
    await editor.stop();
    expect(editor.process?.exitCode).toBe(0);
  });

  test("ends with 1 when the editor leaves without a word", async () => {
    const editor = await start();
    await editor.findings("job/none.pcco.yaml");
    await editor.connection.sendNotification("exit");
    if (editor.process !== undefined) await once(editor.process, "exit");
    expect(editor.process?.exitCode).toBe(1);
  });

  test("killed and started again, it knows nothing of what the first one said", async () => {
    const first = await start();
    await first.open("job/a.pcco.yaml", draft);
    const { resultId } = await first.pull("job/a.pcco.yaml");
    const ended = first.process && once(first.process, "exit");
    first.process?.kill("SIGKILL");
    await ended;
    const second = await start();
    await second.open("job/a.pcco.yaml", draft);
    const again = await second.pull("job/a.pcco.yaml", resultId);
    expect(again.kind).toBe("full");
  });

  test("hundreds of keystrokes at once are answered in order, each for its own text", async () => {
    const editor = await start();
    let text = draft;
    await editor.open("job/a.pcco.yaml", text);
    const answers: Promise<readonly unknown[]>[] = [];
    for (let index = 0; index < 200; index++) {
      const [from, to] =
        index % 2 === 0 ? ["status: draft", "status: approved"] : ["status: approved", "status: draft"];
      await editor.change("job/a.pcco.yaml", { range: rangeOf(text, from), text: to });
      text = text.replace(from, to);
      if (index >= 198) answers.push(editor.codes("job/a.pcco.yaml"));
    }
    // The first was asked before the last change and may be answered after it; the last can only be of the last text.
    expect((await Promise.all(answers)).at(-1)).toEqual(["status-approved"]);
  });

  test("survives documents that would trip a reader", async () => {
    const editor = await start();
    const hostile = {
      "deep.pcco.json": `${"[".repeat(100_000)}`,
      "deep.pcco.yaml": `${"- ".repeat(20_000)}a`,
      "bomb.pcco.yaml": `a: &a [x, x]\n${Array.from({ length: 30 }, (_, i) => `${String.fromCharCode(98 + (i % 20))}${i}: &n${i} [*${i === 0 ? "a" : `n${i - 1}`}, *${i === 0 ? "a" : `n${i - 1}`}]`).join("\n")}\n`,
      "binary.pcco.json": "\u0000\u0001\u0002\ufffd",
      "empty.pcco.yaml": "",
      "cr.pcco.yaml": draft.replaceAll("\n", "\r"),
    };
    for (const [name, text] of Object.entries(hostile)) {
      await editor.open(`job/${name}`, text);
      expect((await editor.findings(`job/${name}`)).length, name).toBeGreaterThan(0);
    }
    await editor.open("job/a.pcco.yaml", draft);
    expect(await editor.codes("job/a.pcco.yaml")).toEqual(["status-approved"]);
  });

  test("answers over --node-ipc and --socket", async () => {
    const forked = spawn(process.execPath, [serverFile, "--node-ipc"], {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    const ipc = createProtocolConnection(new IPCMessageReader(forked), new IPCMessageWriter(forked));
    ipc.listen();
    expect(await ipc.sendRequest("initialize", hello)).toHaveProperty("capabilities.hoverProvider", true);
    const ended = once(forked, "exit");
    await ipc.sendRequest("shutdown");
    await ipc.sendNotification("exit");
    await ended;

    const listener = createServer();
    await once(listener.listen(0, "127.0.0.1"), "listening");
    const address = listener.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    const child = spawn(process.execPath, [serverFile, `--socket=${address.port}`], { stdio: "ignore" });
    const [socket] = await once(listener, "connection");
    const connection = createProtocolConnection(new SocketMessageReader(socket), new SocketMessageWriter(socket));
    connection.listen();
    expect(await connection.sendRequest("initialize", hello)).toHaveProperty("capabilities.hoverProvider", true);
    const childEnded = once(child, "exit");
    await connection.sendRequest("shutdown");
    await connection.sendNotification("exit");
    await childEnded;
    listener.close();
  });
});
