// Generated from the rule files by `npm run generate`; do not edit.
import { NOT_GIVEN, addUpTo, areDistinct, areDistinctOrSame, at, cents, createColumn, indexOf, isAbsent, isBlank, isDateTime, isList, isObject, letGo, listOf, lookUp, toggle } from "../ahead/support.ts";

/** The quick tests of the rule sets of the core, by rule file. */
export const cleanTests = {
"spectrum/pcco/1.0.0.yaml": [
{
rules: ["export-switched-on", "status-approved", "date-required", "billing-item-code-length", "associated-line-item-hidden", "associated-line-item-known", "associated-line-item-pattern"],
rest: [],
holds: (() => {
const k0 = [];
const c0 = createColumn();
const c1 = createColumn();
const g3 = [c1];
const columns = [c1];
const lists = [k0];
const test = (facts) => {
let v0 = at(facts.context["erp"])["system"];
if (v0 === undefined) return false;
if (isAbsent(v0)) v0 = undefined;
if (v0 !== undefined && !(typeof v0 === "string")) return false;
const f0 = v0 === "spectrum" ? toggle(at(facts.context["erp"])["features"], "export_prime_contract_change_orders", undefined, "off") : "off";
if (f0 === undefined) return false;
let v1 = facts.document["status"];
if (isAbsent(v1)) v1 = undefined;
if (v1 !== undefined && !(typeof v1 === "string")) return false;
let v2 = facts.document["created_at"];
if (isAbsent(v2)) v2 = undefined;
if (v2 !== undefined && !(typeof v2 === "string" && isDateTime(v2))) return false;
const k0Items = at(facts.context["prime_contract"])["line_items"];
if (!isList(k0Items)) return false;
if (k0.length !== k0Items.length) k0.length = k0Items.length;
for (let index = 0; index < k0Items.length; index++) k0[index] = at(k0Items[index])["id"];
const items0 = listOf(facts.document["line_items"]);
if (items0 === undefined) return false;
c0.absent = 0;
c1.absent = 0;
for (let index = 0; index < items0.length; index++) {
const item = items0[index];
if (!isObject(item)) return false;
{
let value = item["billing_item_code"];
if (isAbsent(value)) value = lookUp(item["prime_line_item_id"], k0, k0Items, "origin_code");
if (value === NOT_GIVEN) return false;
if (typeof value === "string" && !isBlank(value)) {
if (typeof value !== "string" || value.length > 10) return false;
} else {
if (!isAbsent(value)) return false;
c0.absent++;
}
}
{
let value = item["prime_line_item_id"];
if (typeof value === "number" ? Number.isSafeInteger(value) : typeof value === "string" && !isBlank(value)) {
c1.values[index] = value;
if (f0 === "off") {
return false;
}
if (f0 === "on") {
if (indexOf(k0, value) < 0) return false;
}
} else {
if (!isAbsent(value)) return false;
c1.values[index] = undefined;
c1.absent++;
}
}
}
c0.length = items0.length;
c1.length = items0.length;
if (f0 !== "on") return false;
if (v1 === undefined) return false;
if (v1 !== "approved") return false;
if (v2 === undefined) return false;


if (f0 === "off") {

}
if (f0 === "on") {

}
if (f0 === "on") {
if (!areDistinctOrSame(g3)) return false;
}
return true;
};
return (facts) => {
try {
return test(facts);
} finally {
letGo(columns, lists);
}
};
})(),
},
],
"spectrum/pcco/1.1.0.yaml": [
{
rules: ["export-switched-on", "status-approved", "date-required", "billing-item-code-length", "associated-line-item-hidden", "associated-line-item-known", "associated-line-item-pattern", "status-known", "amount-format", "title-length", "number-length", "contract-approved", "contract-match", "contract-synced", "amount-based-contract", "approved-date-required", "line-items-required", "cost-code-and-type", "unique-phase-cost-type", "billing-item-present", "associated-line-item-set", "total-matches"],
rest: [],
holds: (() => {
const k0 = [];
const c0 = createColumn();
const c1 = createColumn();
const g3 = [c1];
const c2 = createColumn();
const c3 = createColumn();
const c4 = createColumn();
const c5 = createColumn();
const g8 = [c4, c5];
const g9 = [c2, c3];
const columns = [c1, c2, c4, c5, c3];
const lists = [k0];
const test = (facts) => {
let v0 = at(facts.context["erp"])["system"];
if (v0 === undefined) return false;
if (isAbsent(v0)) v0 = undefined;
if (v0 !== undefined && !(typeof v0 === "string")) return false;
const f0 = v0 === "spectrum" ? toggle(at(facts.context["erp"])["features"], "export_prime_contract_change_orders", undefined, "off") : "off";
if (f0 === undefined) return false;
let v1 = facts.document["status"];
if (isAbsent(v1)) v1 = undefined;
if (v1 !== undefined && !(typeof v1 === "string")) return false;
let v2 = facts.document["created_at"];
if (isAbsent(v2)) v2 = undefined;
if (v2 !== undefined && !(typeof v2 === "string" && isDateTime(v2))) return false;
const k0Items = at(facts.context["prime_contract"])["line_items"];
if (!isList(k0Items)) return false;
if (k0.length !== k0Items.length) k0.length = k0Items.length;
for (let index = 0; index < k0Items.length; index++) k0[index] = at(k0Items[index])["id"];
let v3 = facts.document["grand_total"];
if (isAbsent(v3)) v3 = undefined;
if (v3 !== undefined && !(typeof v3 === "string")) return false;
let v4 = facts.document["title"];
if (isAbsent(v4)) v4 = undefined;
if (v4 !== undefined && !(typeof v4 === "string")) return false;
let v5 = facts.document["number"];
if (isAbsent(v5)) v5 = undefined;
if (v5 !== undefined && !(typeof v5 === "string")) return false;
let v6 = at(facts.context["prime_contract"])["status"];
if (v6 === undefined) return false;
if (isAbsent(v6)) v6 = undefined;
if (v6 !== undefined && !(typeof v6 === "string")) return false;
let v7 = facts.document["contract_id"];
if (isAbsent(v7)) v7 = undefined;
if (v7 !== undefined && !(typeof v7 === "string" || Number.isSafeInteger(v7))) return false;
let v8 = at(facts.context["prime_contract"])["id"];
if (v8 === undefined) return false;
if (isAbsent(v8)) v8 = undefined;
if (v8 !== undefined && !(typeof v8 === "string" || Number.isSafeInteger(v8))) return false;
let v9 = at(facts.context["prime_contract"])["origin_id"];
if (v9 === undefined) return false;
if (isAbsent(v9)) v9 = undefined;
if (v9 !== undefined && !(typeof v9 === "string")) return false;
let v10 = at(facts.context["prime_contract"])["accounting_method"];
if (v10 === undefined) return false;
if (isAbsent(v10)) v10 = undefined;
if (v10 !== undefined && !(typeof v10 === "string")) return false;
let v11 = facts.document["reviewed_at"];
if (isAbsent(v11)) v11 = undefined;
if (v11 === undefined) {
v11 = facts.document["approved_on"];
if (isAbsent(v11)) v11 = undefined;
}
if (v11 !== undefined && !(typeof v11 === "string" && isDateTime(v11))) return false;
let v12 = facts.document["line_items"];
if (isAbsent(v12)) v12 = undefined;
if (v12 !== undefined && !(isList(v12))) return false;
const items0 = listOf(facts.document["line_items"]);
if (items0 === undefined) return false;
c0.absent = 0;
c1.absent = 0;
c2.absent = 0;
c4.absent = 0;
c5.absent = 0;
for (let index = 0; index < items0.length; index++) {
const item = items0[index];
if (!isObject(item)) return false;
{
let value = item["billing_item_code"];
if (isAbsent(value)) value = lookUp(item["prime_line_item_id"], k0, k0Items, "origin_code");
if (value === NOT_GIVEN) return false;
if (typeof value === "string" && !isBlank(value)) {
if (typeof value !== "string" || value.length > 10) return false;
} else {
if (!isAbsent(value)) return false;
c0.absent++;
}
}
{
let value = item["prime_line_item_id"];
if (typeof value === "number" ? Number.isSafeInteger(value) : typeof value === "string" && !isBlank(value)) {
c1.values[index] = value;
if (f0 === "off") {
return false;
}
if (f0 === "on") {
if (indexOf(k0, value) < 0) return false;
}
} else {
if (!isAbsent(value)) return false;
c1.values[index] = undefined;
c1.absent++;
}
}
{
let value = item["amount"];
if (typeof value === "string" && !isBlank(value)) {
const amount = cents(value);
c2.cents[index] = amount;
c2.values[index] = value;
if (Number.isNaN(amount)) return false;
} else {
if (!isAbsent(value)) return false;
c2.values[index] = undefined;
c2.absent++;
}
}
{
let value = at(item["cost_code"])["origin_id"];
if (isAbsent(value)) value = at(item["wbs_code"])["flat_code"];
if (value === NOT_GIVEN) return false;
if (typeof value === "string" && !isBlank(value)) {
c4.values[index] = value;
} else {
if (!isAbsent(value)) return false;
c4.values[index] = undefined;
c4.absent++;
}
}
{
let value = at(item["line_item_type"])["origin_id"];
if (isAbsent(value)) value = at(item["wbs_code"])["flat_code"];
if (value === NOT_GIVEN) return false;
if (typeof value === "string" && !isBlank(value)) {
c5.values[index] = value;
} else {
if (!isAbsent(value)) return false;
c5.values[index] = undefined;
c5.absent++;
}
}
}
c0.length = items0.length;
c1.length = items0.length;
c2.length = items0.length;
c4.length = items0.length;
c5.length = items0.length;
const items1 = listOf(facts.document["markups"]);
if (items1 === undefined) return false;
c3.absent = 0;
for (let index = 0; index < items1.length; index++) {
const item = items1[index];
if (!isObject(item)) return false;
{
let value = item["amount"];
if (typeof value === "string" && !isBlank(value)) {
const amount = cents(value);
c3.cents[index] = amount;
c3.values[index] = value;
if (Number.isNaN(amount)) return false;
} else {
if (!isAbsent(value)) return false;
c3.values[index] = undefined;
c3.absent++;
}
}
}
c3.length = items1.length;
if (f0 !== "on") return false;
if (v1 === undefined) return false;
if (v1 !== "approved") return false;
if (v2 === undefined) return false;


if (f0 === "off") {

}
if (f0 === "on") {

}
if (f0 === "on") {
if (!areDistinctOrSame(g3)) return false;
}
if (v1 === undefined) return false;
if (v1 !== "draft" && v1 !== "pending" && v1 !== "revised" && v1 !== "pricing" && v1 !== "not_pricing" && v1 !== "proceeding" && v1 !== "not_proceeding" && v1 !== "pending_billable" && v1 !== "approved" && v1 !== "no_charge" && v1 !== "rejected" && v1 !== "void") return false;
if (v3 !== undefined) {
if (Number.isNaN(cents(v3))) return false;
}
if (v4 !== undefined) {
if (typeof v4 !== "string" || v4.length > 255) return false;
}
if (v5 !== undefined) {
if (typeof v5 !== "string" || v5.length > 10) return false;
}
if (v6 === undefined) return false;
if (v6 !== "Approved" && v6 !== "Complete") return false;
if (v7 === undefined) return false;
if (v7 !== v8) return false;
if (v9 === undefined) return false;

if (v10 === undefined) return false;
if (v10 !== "amount") return false;
if (v1 === "approved") {
if (v11 === undefined) return false;

}
if (v12 === undefined) return false;
if (!isList(v12) || v12.length < 1) return false;
if (c4.absent > 0) return false;
if (c5.absent > 0) return false;
if (!areDistinct(g8)) return false;
if (c0.absent > 0) return false;
if (f0 === "on") {
if (c1.absent > 0) return false;
}
if (v3 !== undefined) {
if (!addUpTo(v3, g9)) return false;
}
return true;
};
return (facts) => {
try {
return test(facts);
} finally {
letGo(columns, lists);
}
};
})(),
},
{
rules: ["export-switched-on", "status-approved", "date-required", "billing-item-code-length", "associated-line-item-hidden", "associated-line-item-known", "associated-line-item-pattern", "status-known", "amount-format", "title-length", "number-length", "contract-approved", "contract-match", "contract-synced", "amount-based-contract", "approved-date-required", "line-items-required", "cost-code-and-type", "unique-phase-cost-type", "billing-item-present", "associated-line-item-set", "total-matches", "transaction-date"],
rest: ["transaction-date"],
holds: (() => {
const k0 = [];
const c0 = createColumn();
const c1 = createColumn();
const g3 = [c1];
const c2 = createColumn();
const c3 = createColumn();
const c4 = createColumn();
const c5 = createColumn();
const g8 = [c4, c5];
const g9 = [c2, c3];
const columns = [c1, c2, c4, c5, c3];
const lists = [k0];
const test = (facts) => {
let v0 = at(facts.context["erp"])["system"];
if (v0 === undefined) return false;
if (isAbsent(v0)) v0 = undefined;
if (v0 !== undefined && !(typeof v0 === "string")) return false;
const f0 = v0 === "spectrum" ? toggle(at(facts.context["erp"])["features"], "export_prime_contract_change_orders", undefined, "off") : "off";
if (f0 === undefined) return false;
let v1 = facts.document["status"];
if (isAbsent(v1)) v1 = undefined;
if (v1 !== undefined && !(typeof v1 === "string")) return false;
let v2 = facts.document["created_at"];
if (isAbsent(v2)) v2 = undefined;
if (v2 !== undefined && !(typeof v2 === "string" && isDateTime(v2))) return false;
const k0Items = at(facts.context["prime_contract"])["line_items"];
if (!isList(k0Items)) return false;
if (k0.length !== k0Items.length) k0.length = k0Items.length;
for (let index = 0; index < k0Items.length; index++) k0[index] = at(k0Items[index])["id"];
let v3 = facts.document["grand_total"];
if (isAbsent(v3)) v3 = undefined;
if (v3 !== undefined && !(typeof v3 === "string")) return false;
let v4 = facts.document["title"];
if (isAbsent(v4)) v4 = undefined;
if (v4 !== undefined && !(typeof v4 === "string")) return false;
let v5 = facts.document["number"];
if (isAbsent(v5)) v5 = undefined;
if (v5 !== undefined && !(typeof v5 === "string")) return false;
let v6 = at(facts.context["prime_contract"])["status"];
if (v6 === undefined) return false;
if (isAbsent(v6)) v6 = undefined;
if (v6 !== undefined && !(typeof v6 === "string")) return false;
let v7 = facts.document["contract_id"];
if (isAbsent(v7)) v7 = undefined;
if (v7 !== undefined && !(typeof v7 === "string" || Number.isSafeInteger(v7))) return false;
let v8 = at(facts.context["prime_contract"])["id"];
if (v8 === undefined) return false;
if (isAbsent(v8)) v8 = undefined;
if (v8 !== undefined && !(typeof v8 === "string" || Number.isSafeInteger(v8))) return false;
let v9 = at(facts.context["prime_contract"])["origin_id"];
if (v9 === undefined) return false;
if (isAbsent(v9)) v9 = undefined;
if (v9 !== undefined && !(typeof v9 === "string")) return false;
let v10 = at(facts.context["prime_contract"])["accounting_method"];
if (v10 === undefined) return false;
if (isAbsent(v10)) v10 = undefined;
if (v10 !== undefined && !(typeof v10 === "string")) return false;
let v11 = facts.document["reviewed_at"];
if (isAbsent(v11)) v11 = undefined;
if (v11 === undefined) {
v11 = facts.document["approved_on"];
if (isAbsent(v11)) v11 = undefined;
}
if (v11 !== undefined && !(typeof v11 === "string" && isDateTime(v11))) return false;
let v12 = facts.document["line_items"];
if (isAbsent(v12)) v12 = undefined;
if (v12 !== undefined && !(isList(v12))) return false;
const items0 = listOf(facts.document["line_items"]);
if (items0 === undefined) return false;
c0.absent = 0;
c1.absent = 0;
c2.absent = 0;
c4.absent = 0;
c5.absent = 0;
for (let index = 0; index < items0.length; index++) {
const item = items0[index];
if (!isObject(item)) return false;
{
let value = item["billing_item_code"];
if (isAbsent(value)) value = lookUp(item["prime_line_item_id"], k0, k0Items, "origin_code");
if (value === NOT_GIVEN) return false;
if (typeof value === "string" && !isBlank(value)) {
if (typeof value !== "string" || value.length > 10) return false;
} else {
if (!isAbsent(value)) return false;
c0.absent++;
}
}
{
let value = item["prime_line_item_id"];
if (typeof value === "number" ? Number.isSafeInteger(value) : typeof value === "string" && !isBlank(value)) {
c1.values[index] = value;
if (f0 === "off") {
return false;
}
if (f0 === "on") {
if (indexOf(k0, value) < 0) return false;
}
} else {
if (!isAbsent(value)) return false;
c1.values[index] = undefined;
c1.absent++;
}
}
{
let value = item["amount"];
if (typeof value === "string" && !isBlank(value)) {
const amount = cents(value);
c2.cents[index] = amount;
c2.values[index] = value;
if (Number.isNaN(amount)) return false;
} else {
if (!isAbsent(value)) return false;
c2.values[index] = undefined;
c2.absent++;
}
}
{
let value = at(item["cost_code"])["origin_id"];
if (isAbsent(value)) value = at(item["wbs_code"])["flat_code"];
if (value === NOT_GIVEN) return false;
if (typeof value === "string" && !isBlank(value)) {
c4.values[index] = value;
} else {
if (!isAbsent(value)) return false;
c4.values[index] = undefined;
c4.absent++;
}
}
{
let value = at(item["line_item_type"])["origin_id"];
if (isAbsent(value)) value = at(item["wbs_code"])["flat_code"];
if (value === NOT_GIVEN) return false;
if (typeof value === "string" && !isBlank(value)) {
c5.values[index] = value;
} else {
if (!isAbsent(value)) return false;
c5.values[index] = undefined;
c5.absent++;
}
}
}
c0.length = items0.length;
c1.length = items0.length;
c2.length = items0.length;
c4.length = items0.length;
c5.length = items0.length;
const items1 = listOf(facts.document["markups"]);
if (items1 === undefined) return false;
c3.absent = 0;
for (let index = 0; index < items1.length; index++) {
const item = items1[index];
if (!isObject(item)) return false;
{
let value = item["amount"];
if (typeof value === "string" && !isBlank(value)) {
const amount = cents(value);
c3.cents[index] = amount;
c3.values[index] = value;
if (Number.isNaN(amount)) return false;
} else {
if (!isAbsent(value)) return false;
c3.values[index] = undefined;
c3.absent++;
}
}
}
c3.length = items1.length;
if (f0 !== "on") return false;
if (v1 === undefined) return false;
if (v1 !== "approved") return false;
if (v2 === undefined) return false;


if (f0 === "off") {

}
if (f0 === "on") {

}
if (f0 === "on") {
if (!areDistinctOrSame(g3)) return false;
}
if (v1 === undefined) return false;
if (v1 !== "draft" && v1 !== "pending" && v1 !== "revised" && v1 !== "pricing" && v1 !== "not_pricing" && v1 !== "proceeding" && v1 !== "not_proceeding" && v1 !== "pending_billable" && v1 !== "approved" && v1 !== "no_charge" && v1 !== "rejected" && v1 !== "void") return false;
if (v3 !== undefined) {
if (Number.isNaN(cents(v3))) return false;
}
if (v4 !== undefined) {
if (typeof v4 !== "string" || v4.length > 255) return false;
}
if (v5 !== undefined) {
if (typeof v5 !== "string" || v5.length > 10) return false;
}
if (v6 === undefined) return false;
if (v6 !== "Approved" && v6 !== "Complete") return false;
if (v7 === undefined) return false;
if (v7 !== v8) return false;
if (v9 === undefined) return false;

if (v10 === undefined) return false;
if (v10 !== "amount") return false;
if (v1 === "approved") {
if (v11 === undefined) return false;

}
if (v12 === undefined) return false;
if (!isList(v12) || v12.length < 1) return false;
if (c4.absent > 0) return false;
if (c5.absent > 0) return false;
if (!areDistinct(g8)) return false;
if (c0.absent > 0) return false;
if (f0 === "on") {
if (c1.absent > 0) return false;
}
if (v3 !== undefined) {
if (!addUpTo(v3, g9)) return false;
}
return true;
};
return (facts) => {
try {
return test(facts);
} finally {
letGo(columns, lists);
}
};
})(),
},
],
};
