import { declareHostTests } from "../harness/in-host/declare-host-tests.ts";

await declareHostTests("node");
