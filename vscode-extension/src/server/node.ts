import { ruleTexts } from "rule-texts";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { nodeHost } from "./node-host.ts";
import { startServer } from "./server.ts";

// How to talk (--stdio, --node-ipc, --socket=PORT, --pipe=NAME) is read from the command line.
startServer(createConnection(ProposedFeatures.all), { machine: nodeHost, ruleTexts });
