import { existsSync } from "node:fs";
import { loadReporter, type ReportFormat } from "../report/index.ts";
import { grouped } from "../report/words.ts";
import { createInterrupt } from "./bulk/interrupt.ts";
import { createJudge } from "./bulk/judge.ts";
import type { Judged, UsedRules } from "./bulk/judged.ts";
import { growingLanes } from "./bulk/lanes.ts";
import { showProgress } from "./bulk/progress.ts";
import { type Found, runAll } from "./bulk/run.ts";
import type { Session, SessionOptions } from "./bulk/session.ts";
import { type Destination, destinationOf } from "./destination.ts";
import { BLOCKED, type ExitCode, OK, worse } from "./exit-code.ts";
import { holdTexts, piecesOf } from "./held-texts.ts";
import { flag, type Typed, text } from "./options.ts";
import { pipesRead } from "./pipes-read.ts";
import { forgetRead } from "./read-so-far.ts";
import { checkedEvent } from "./rule-choice.ts";
import { readSetting } from "./setting.ts";
import type { Terminal } from "./terminal.ts";

/** What is asked of a check besides what its PCCOs are asked. */
export interface Form {
  readonly format: ReportFormat;
  readonly mostWarnings: number | undefined;
  /** Threads that judge; `undefined` for one a core, when there is much to judge. */
  readonly jobs: number | undefined;
}

/** Checks every PCCO that the paths stand for and reports on them. */
export async function checkOnce(typed: Typed, form: Form, terminal: Terminal): Promise<ExitCode> {
  const { format } = form;
  forgetRead();
  const setting = await readSetting(typed);
  const { preset } = setting.choice;
  const event = checkedEvent(preset, text(typed, "for") ?? "send");
  const written = { output: text(typed, "output"), checkpoint: text(typed, "checkpoint") };
  if (written.checkpoint !== undefined || (written.output !== undefined && existsSync(written.output))) {
    const { refuseInputs } = await import("./bulk/refuse-inputs.ts");
    await refuseInputs(typed.positionals, written);
  }
  const session = await sessionOf({ typed, format, event, rules: preset.reference.sha256, at: setting.clock.at });
  const question = { event, at: session?.at ?? setting.clock.at, format };
  let worst: ExitCode = OK;
  if (flag(typed, "fix")) {
    const { fixFiles, refuseNamed } = await import("./fix.ts");
    if (written.output !== undefined && existsSync(written.output))
      await refuseNamed(typed.positionals, setting, written.output);
    worst = await fixFiles(typed.positionals, setting, question, terminal);
  }
  const destination = session === undefined ? destinationOf(written.output, terminal) : into(session);
  const used = new Map<string, UsedRules>();
  const titleOf = (id: string): string | undefined =>
    [...used.values()].find(({ titles }) => Object.hasOwn(titles, id))?.titles[id];
  const held = holdTexts();
  const reporter = await loadReporter(format, { ...destination, ruleTitle: titleOf, hold: held.hold });
  const interrupt = createInterrupt();
  // A watch hears Ctrl+C for itself.
  const listen = flag(typed, "watch") ? () => {} : interrupt.listen;
  if (session !== undefined) listen();
  const lanes = growingLanes({
    judge: createJudge(setting, question),
    setup: { typed, question, pipes: pipesRead() },
    jobs: form.jobs,
    grown: session === undefined ? listen : () => {},
  });
  const progress = showProgress(terminal, typed.positionals, session?.from);
  const write = async ({ ndjson, json, documents, used: more }: Judged): Promise<void> => {
    for (const rules of more) used.set(rules.reference.sha256, rules);
    reporter.written?.(json);
    if (ndjson.length > 0) await destination.write(ndjson);
    const report = documents.map((document) => reporter.document(document)).join("");
    if (report !== "") await destination.write(report);
    await held.makeRoom();
  };
  let found: Found;
  try {
    found = await runAll({
      paths: typed.positionals,
      lanes,
      from: session?.from,
      marks: session !== undefined,
      stop: interrupt.stop,
      write,
      step: (soFar, position, size) => {
        session?.reached({ ...soFar, position });
        progress.tell(soFar.summary.documents, size);
      },
    });
    terminal.progress("");
    if (interrupt.stop.aborted) {
      await destination.abandon();
      terminal.note(stoppedWords(found.summary.documents, session));
    } else {
      const [rules, others] = used.values();
      const { reference } = others === undefined ? (rules ?? preset) : preset;
      const end = reporter.end({ ruleSet: reference, summary: found.summary });
      for (const piece of piecesOf(end)) await destination.write(piece);
      await destination.end();
    }
  } catch (error) {
    // What went wrong first is what there is to tell.
    await destination.abandon().catch(() => {});
    throw error;
  } finally {
    held.close();
    await lanes.close();
    interrupt.ignore();
    interrupt.end();
  }
  const { warnings } = found.summary;
  worst = worse(worst, found.exitCode);
  if (form.mostWarnings === undefined || warnings <= form.mostWarnings) return worst;
  terminal.note(`${warnings} ${warnings === 1 ? "warning" : "warnings"}; --max-warnings allows ${form.mostWarnings}.`);
  return worse(worst, BLOCKED);
}

/** The session of `--checkpoint`, if any. */
async function sessionOf(options: SessionOptions): Promise<Session | undefined> {
  const file = text(options.typed, "checkpoint");
  if (file === undefined) return undefined;
  const { openSession } = await import("./bulk/session.ts");
  return openSession(file, options);
}

function into(session: Session): Destination {
  return {
    write: async (report) => session.write(report),
    end: async () => session.finish(),
    abandon: async () => session.stop(),
    color: false,
    width: 80,
  };
}

function stoppedWords(documents: number, session: Session | undefined): string {
  const words = `Stopped after ${grouped(documents)} ${documents === 1 ? "PCCO" : "PCCOs"}.`;
  return session === undefined ? words : `${words} The same command goes on from there.`;
}
