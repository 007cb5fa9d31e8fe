#!/usr/bin/env node
require("../dist/erp-rules.cjs");
