import { type Disposable, env, l10n, Uri, ViewColumn, type WebviewPanel, window } from "vscode";
import { type LifecycleResult, methods, type Place } from "../../protocol.ts";
import type { Diagram, ElementKind, Followed } from "../../webview/diagram.ts";
import { isFollowed, isFromPage, type ToPage } from "../../webview/messages.ts";
import { coalesce } from "../coalesce.ts";
import { isOurs } from "../documents.ts";
import { openPlace } from "../open-place.ts";
import type { ServerLink } from "../server-link.ts";
import { describeLifecycle } from "./describe.ts";
import { followActive } from "./follow.ts";
import { makeNonce, makePage } from "./page.ts";

/** Kind of the panel, by which VS Code restores it. */
const panelType = "erpExportRules.lifecycle";

/** Milliseconds that the diagram may lag behind the cursor and the findings. */
const delay = 100;

/** The diagram of the life cycle, beside the editor. */
export interface LifecyclePanel extends Disposable {
  /** Opens the diagram, or brings it to the front, and waits until it knows what to show. */
  show(uri: Uri, line: number): Promise<void>;
  /** What is shown; `undefined` while there is no panel, or nothing to show. */
  shown(): { readonly diagram: Diagram; readonly followed: Followed } | undefined;
  /** Goes where a click on an element goes. Whether there is such a place. */
  jump(kind: ElementKind, name: string): Promise<boolean>;
}

export function lifecyclePanel(link: ServerLink, extensionUri: Uri): LifecyclePanel {
  let panel: WebviewPanel | undefined;
  let followed: Followed | undefined;
  let lifecycle: LifecycleResult | undefined;
  let sent = "";

  const message = (): ToPage => {
    if (lifecycle !== undefined && followed !== undefined)
      return { type: "diagram", diagram: describeLifecycle(lifecycle, l10n), followed };
    // What is followed is still asked for.
    const text = followed === undefined ? l10n.t("Open a PCCO file or a rule file to see its life cycle.") : "";
    return { type: "empty", text };
  };
  const send = (again: boolean): void => {
    const next = message();
    const text = JSON.stringify(next);
    if (text === sent && !again) return;
    sent = text;
    void panel?.webview.postMessage(next);
  };
  const ask = ({ uri, line }: Followed): Promise<LifecycleResult | null> =>
    link.ask(methods.lifecycle, { textDocument: { uri }, line });
  const take = (place: Followed, result: LifecycleResult): void => {
    followed = place;
    lifecycle = result;
    send(false);
  };
  const placeOf = (uri: Uri, line: number): Followed => ({ uri: link.client.code2ProtocolConverter.asUri(uri), line });
  const update = coalesce(
    async () => {
      const active = window.activeTextEditor;
      if (panel === undefined || !link.client.isRunning()) return;
      if (active !== undefined && isOurs(active.document)) {
        const place = placeOf(active.document.uri, active.selection.active.line);
        const result = await ask(place);
        // Who goes from a PCCO to its rules wants to see what they make of the PCCO.
        const isLess = result?.pcco === undefined && lifecycle?.pcco !== undefined;
        if (result !== null && !isLess) {
          take(place, result);
          return;
        }
      }
      const again = followed === undefined ? null : await ask(followed);
      if (followed !== undefined && again !== null) take(followed, again);
    },
    delay,
    (error) => link.log(`The life cycle can't be told: ${String(error)}`),
  );

  const jump = async (kind: ElementKind, name: string): Promise<boolean> => {
    const elements = kind === "state" ? lifecycle?.states : lifecycle?.events;
    const place: Place | undefined = elements?.find((element) => element.name === name)?.at;
    if (place === undefined) return false;
    await openPlace(link.client, place, panel?.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One);
    return true;
  };
  const fill = (opened: WebviewPanel): void => {
    panel = opened;
    const { webview } = opened;
    const dist = Uri.joinPath(extensionUri, "dist");
    webview.options = { enableScripts: true, localResourceRoots: [dist] };
    webview.onDidReceiveMessage(async (received: unknown) => {
      if (!isFromPage(received)) return;
      // The page is made anew whenever it comes to the front.
      if (received.type === "ready") send(true);
      else await jump(received.kind, received.name);
    });
    opened.onDidDispose(() => {
      panel = undefined;
      sent = "";
    });
    webview.html = makePage({
      cspSource: webview.cspSource,
      scriptUri: webview.asWebviewUri(Uri.joinPath(dist, "lifecycle.js")).toString(),
      styleUri: webview.asWebviewUri(Uri.joinPath(dist, "lifecycle.css")).toString(),
      nonce: makeNonce(),
      language: env.language,
      title: opened.title,
    });
  };

  const parts = [
    update,
    link.onDidChange(update.ask),
    link.client.onDidChangeState(update.ask),
    followActive(update.ask),
    window.registerWebviewPanelSerializer(panelType, {
      async deserializeWebviewPanel(restored, state: unknown) {
        if (isFollowed(state)) followed = state;
        fill(restored);
        update.ask();
      },
    }),
  ];
  return {
    async show(uri, line) {
      // What is opened next goes beside the diagram, not over it.
      const showOptions = { viewColumn: ViewColumn.Beside, preserveFocus: true };
      if (panel === undefined) fill(window.createWebviewPanel(panelType, l10n.t("Life Cycle"), showOptions));
      else panel.reveal(undefined, true);
      const place = placeOf(uri, line);
      const result = await ask(place);
      if (result !== null) take(place, result);
    },
    shown: () =>
      panel === undefined || lifecycle === undefined || followed === undefined
        ? undefined
        : { diagram: describeLifecycle(lifecycle, l10n), followed },
    jump,
    dispose() {
      panel?.dispose();
      for (const part of parts) part.dispose();
    },
  };
}
