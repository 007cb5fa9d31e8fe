// Generated from the rule files by `npm run generate`; do not edit.
import { areDistinct, areDistinctOrSame, cents, createColumn, createPlaces, endPlaces, filled, findPlace, isAbsent, isBlank, isDateTime, isList, isLongerThan, letGo, listOf, mostKept, noItems, nothing, sameId, toggle } from "../ahead/support.ts";

/** The quick tests of the rule sets of the core, by rule file. */
export const cleanTests = {
"spectrum/pcco/1.0.0.yaml": [
{
rules: ["export-switched-on", "status-approved", "date-required", "billing-item-code-length", "associated-line-item-hidden", "associated-line-item-known", "associated-line-item-pattern"],
rest: [],
...(() => {
const k0IdOf = (_, line) => (typeof line === "object" && line !== null ? line["id"] : undefined);
const k0 = createPlaces(k0IdOf, (items, id) => {
for (let place = 0; place < items.length; place++) {
const found = k0IdOf(undefined, items[place]);
if (found === id || sameId(found, id)) return place;
}
return -1;
});
const c1 = createColumn();
const g0 = [c1];
const g0Of = (item) => {
let t, q, value = item["prime_line_item_id"];
return (typeof value === "number" ? Number.isSafeInteger(value) : typeof value === "string" && (value.length > 0 && (q = value.charCodeAt(0)) > 32 && q < 160 || !isBlank(value))) ? value : undefined;
};
let isLong = false;
let d0Open = 0;
const test = (facts) => {
let t, q, d0 = 0;
const { document, context } = facts;
const x0 = typeof (t = context["erp"]) === "object" && t !== null ? t : nothing;
const x1 = typeof (t = x0["features"]) === "object" && t !== null ? t : nothing;
const x2 = typeof (t = context["prime_contract"]) === "object" && t !== null ? t : nothing;
let v0 = x0["system"];
if (!(typeof v0 === "string")) {
if (!(v0 !== undefined && isAbsent(v0))) { d0 |= 113; }
v0 = undefined;
}
const f0 = v0 === "spectrum" ? toggle(x1, x1["export_prime_contract_change_orders"], undefined, "off") : "off";
if (f0 === undefined) { d0 |= 113; }
let v1 = document["status"];
if (!(typeof v1 === "string")) {
if (!((v1 === undefined || isAbsent(v1)))) { d0 |= 2; }
v1 = undefined;
}
let v2 = document["created_at"];
if (!(typeof v2 === "string" && isDateTime(v2))) {
if (!((v2 === undefined || isAbsent(v2)))) { d0 |= 4; }
v2 = undefined;
}
let k0Items = x2["line_items"];
if (!isList(k0Items)) { d0 |= 40; k0Items = noItems; }
let k0Next = 0, k0Highest = -Infinity, k0Id = NaN, k0Place = -1;
let c1Last = -Infinity, c1Rises = 0, c1Stays = false, c1Falls = false;
const items0 = listOf(document["line_items"]);
if (items0 === undefined) { d0 |= 8; d0 |= 112;  } else {
if (items0.length > mostKept) isLong = true;
for (let index = 0; index < items0.length; index++) {
const item = items0[index];
if (!(typeof item === "object" && item !== null && !Array.isArray(item))) { d0 |= 8; d0 |= 112; continue; }
const c1Read = item["prime_line_item_id"];
{
let value = item["billing_item_code"], isFull = typeof value === "string" && value.length > 0 && (q = value.charCodeAt(0)) > 32 && q < 160;
if (!isFull && (value === undefined || isAbsent(value))) {
const id = c1Read;
value = undefined;
if (typeof id === "number" || !isAbsent(id)) {
const place = (id === k0Id ? k0Place : (k0Id = id, k0Place = typeof id === "number" && id > k0Highest && k0Next < k0Items.length && k0IdOf(undefined, k0Items[k0Next]) === id ? (k0Highest = id, k0Next++) : findPlace(k0, k0Items, id)));
if (place >= 0) value = (typeof (t = k0Items[place]) === "object" && t !== null ? t["origin_code"] : undefined);
if (value === undefined) { d0 |= 8; }
}
isFull = typeof value === "string" && value.length > 0 && (q = value.charCodeAt(0)) > 32 && q < 160;
}
if (typeof value === "string") {
if (typeof value !== "string" || value.length > 10 && isLongerThan(value, 10)) { d0 |= 8; }
} else {
if (!((value === undefined || isAbsent(value)))) { d0 |= 8; }
}
}
{
const value = c1Read;
if (typeof value === "number" ? Number.isSafeInteger(value) : typeof value === "string" && (value.length > 0 && (q = value.charCodeAt(0)) > 32 && q < 160 || !isBlank(value))) {
if (typeof value !== "number") c1Falls = true;
else if (value > c1Last) { c1Last = value; c1Rises++; }
else if (value === c1Last) c1Stays = true;
else c1Falls = true;
if (f0 === "off") { d0 |= 16; }
if (f0 === "on") { if ((value === k0Id ? k0Place : (k0Id = value, k0Place = typeof value === "number" && value > k0Highest && k0Next < k0Items.length && k0IdOf(undefined, k0Items[k0Next]) === value ? (k0Highest = value, k0Next++) : findPlace(k0, k0Items, value))) < 0) { d0 |= 32; } }
} else {
if (!((value === undefined || isAbsent(value)))) { d0 |= 112; }
}
}
}
}
if (f0 !== "on") { d0 |= 1; }
if (v1 !== undefined) { if (v1 !== "approved") { d0 |= 2; } } else { d0 |= 2; }
if (v2 !== undefined) {  } else { d0 |= 4; }
if (f0 === "on") {
if (!(!c1Stays && !c1Falls || c1Rises < 2 && !c1Falls || areDistinctOrSame(filled(g0, g0Of, document["line_items"])))) { d0 |= 64; }
}
if ((d0) === 0) return true;
d0Open = d0;
return false;
};
const isOpen = (index) => (d0Open & (1 << index)) !== 0;
const holds = (facts) => {
try {
return test(facts);
} finally {
endPlaces(k0);
if (isLong) {
letGo(c1);
isLong = false;
}
}
};
return { holds, isOpen };
})(),
},
],
"spectrum/pcco/1.1.0.yaml": [
{
rules: ["export-switched-on", "status-approved", "date-required", "billing-item-code-length", "associated-line-item-hidden", "associated-line-item-known", "associated-line-item-pattern", "status-known", "amount-format", "title-length", "number-length", "contract-approved", "contract-match", "contract-synced", "amount-based-contract", "approved-date-required", "line-items-required", "cost-code-and-type", "unique-phase-cost-type", "billing-item-present", "associated-line-item-set", "total-matches"],
rest: [],
...(() => {
const k0IdOf = (_, line) => (typeof line === "object" && line !== null ? line["id"] : undefined);
const k0 = createPlaces(k0IdOf, (items, id) => {
for (let place = 0; place < items.length; place++) {
const found = k0IdOf(undefined, items[place]);
if (found === id || sameId(found, id)) return place;
}
return -1;
});
const c1 = createColumn();
const c4 = createColumn();
const c5 = createColumn();
const g0 = [c1];
const g0Of = (item) => {
let t, q, value = item["prime_line_item_id"];
return (typeof value === "number" ? Number.isSafeInteger(value) : typeof value === "string" && (value.length > 0 && (q = value.charCodeAt(0)) > 32 && q < 160 || !isBlank(value))) ? value : undefined;
};
const g1 = [c4, c5];
let isLong = false;
let d0Open = 0;
const test = (facts) => {
let t, q, d0 = 0;
const { document, context } = facts;
const x0 = typeof (t = context["erp"]) === "object" && t !== null ? t : nothing;
const x1 = typeof (t = x0["features"]) === "object" && t !== null ? t : nothing;
const x2 = typeof (t = context["prime_contract"]) === "object" && t !== null ? t : nothing;
let v0 = x0["system"];
if (!(typeof v0 === "string")) {
if (!(v0 !== undefined && isAbsent(v0))) { d0 |= 1048689; }
v0 = undefined;
}
const f0 = v0 === "spectrum" ? toggle(x1, x1["export_prime_contract_change_orders"], undefined, "off") : "off";
if (f0 === undefined) { d0 |= 1048689; }
let v1 = document["status"];
if (!(typeof v1 === "string")) {
if (!((v1 === undefined || isAbsent(v1)))) { d0 |= 32898; }
v1 = undefined;
}
let v2 = document["created_at"];
if (!(typeof v2 === "string" && isDateTime(v2))) {
if (!((v2 === undefined || isAbsent(v2)))) { d0 |= 4; }
v2 = undefined;
}
let v3 = document["grand_total"];
let v3Cents = NaN, v3IsCents = false;
if (!(typeof v3 === "string" && ((v3IsCents = !Number.isNaN(v3Cents = cents(v3))) || !isBlank(v3)))) {
if (!((v3 === undefined || isAbsent(v3)))) { d0 |= 2097408; }
v3 = undefined;
}
let v4 = document["title"];
if (!(typeof v4 === "string")) {
if (!((v4 === undefined || isAbsent(v4)))) { d0 |= 512; }
v4 = undefined;
}
let v5 = document["number"];
if (!(typeof v5 === "string")) {
if (!((v5 === undefined || isAbsent(v5)))) { d0 |= 1024; }
v5 = undefined;
}
let v6 = x2["status"];
if (!(typeof v6 === "string")) {
if (!(v6 !== undefined && isAbsent(v6))) { d0 |= 2048; }
v6 = undefined;
}
let v7 = document["contract_id"];
if (!(typeof v7 === "number" ? Number.isSafeInteger(v7) : typeof v7 === "string" && (v7.length > 0 && (q = v7.charCodeAt(0)) > 32 && q < 160 || !isBlank(v7)))) {
if (!((v7 === undefined || isAbsent(v7)))) { d0 |= 4096; }
v7 = undefined;
}
let v8 = x2["id"];
if (!(typeof v8 === "number" ? Number.isSafeInteger(v8) : typeof v8 === "string" && (v8.length > 0 && (q = v8.charCodeAt(0)) > 32 && q < 160 || !isBlank(v8)))) {
if (!(v8 !== undefined && isAbsent(v8))) { d0 |= 4096; }
v8 = undefined;
}
let v9 = x2["origin_id"];
if (!(typeof v9 === "string" && (v9.length > 0 && (q = v9.charCodeAt(0)) > 32 && q < 160 || !isBlank(v9)))) {
if (!(v9 !== undefined && isAbsent(v9))) { d0 |= 8192; }
v9 = undefined;
}
let v10 = x2["accounting_method"];
if (!(typeof v10 === "string")) {
if (!(v10 !== undefined && isAbsent(v10))) { d0 |= 16384; }
v10 = undefined;
}
let v11 = document["reviewed_at"];
if ((v11 === undefined || isAbsent(v11))) v11 = document["approved_on"];
if (!(typeof v11 === "string" && isDateTime(v11))) {
if (!((v11 === undefined || isAbsent(v11)))) { d0 |= 32768; }
v11 = undefined;
}
let v12 = document["line_items"];
if (!(isList(v12))) {
if (!((v12 === undefined || isAbsent(v12)))) { d0 |= 65536; }
v12 = undefined;
}
let k0Items = x2["line_items"];
if (!isList(k0Items)) { d0 |= 524328; k0Items = noItems; }
let k0Next = 0, k0Highest = -Infinity, k0Id = NaN, k0Place = -1;
let s0 = 0, s0Lines = 0;
let c0Absent = 0;
let c1Absent = 0;
let c4Absent = 0;
let c5Absent = 0;
let c1Last = -Infinity, c1Rises = 0, c1Stays = false, c1Falls = false;
const items0 = listOf(document["line_items"]);
if (items0 === undefined) { d0 |= 524296; d0 |= 1048688; d0 |= 2097408; d0 |= 393216; c4.length = 0; c5.length = 0; } else {
c4.length = items0.length;
c5.length = items0.length;
s0Lines += items0.length;
if (items0.length > mostKept) isLong = true;
for (let index = 0; index < items0.length; index++) {
const item = items0[index];
if (!(typeof item === "object" && item !== null && !Array.isArray(item))) { d0 |= 524296; d0 |= 1048688; d0 |= 2097408; d0 |= 393216; continue; }
const c1Read = item["prime_line_item_id"];
{
let value = item["billing_item_code"], isFull = typeof value === "string" && value.length > 0 && (q = value.charCodeAt(0)) > 32 && q < 160;
if (!isFull && (value === undefined || isAbsent(value))) {
const id = c1Read;
value = undefined;
if (typeof id === "number" || !isAbsent(id)) {
const place = (id === k0Id ? k0Place : (k0Id = id, k0Place = typeof id === "number" && id > k0Highest && k0Next < k0Items.length && k0IdOf(undefined, k0Items[k0Next]) === id ? (k0Highest = id, k0Next++) : findPlace(k0, k0Items, id)));
if (place >= 0) value = (typeof (t = k0Items[place]) === "object" && t !== null ? t["origin_code"] : undefined);
if (value === undefined) { d0 |= 524296; }
}
isFull = typeof value === "string" && value.length > 0 && (q = value.charCodeAt(0)) > 32 && q < 160;
}
if (typeof value === "string" && (isFull || !isBlank(value))) {
if (typeof value !== "string" || value.length > 10 && isLongerThan(value, 10)) { d0 |= 8; }
} else {
if (!((value === undefined || isAbsent(value)))) { d0 |= 524296; }
c0Absent++;
}
}
{
const value = c1Read;
if (typeof value === "number" ? Number.isSafeInteger(value) : typeof value === "string" && (value.length > 0 && (q = value.charCodeAt(0)) > 32 && q < 160 || !isBlank(value))) {
if (typeof value !== "number") c1Falls = true;
else if (value > c1Last) { c1Last = value; c1Rises++; }
else if (value === c1Last) c1Stays = true;
else c1Falls = true;
if (f0 === "off") { d0 |= 16; }
if (f0 === "on") { if ((value === k0Id ? k0Place : (k0Id = value, k0Place = typeof value === "number" && value > k0Highest && k0Next < k0Items.length && k0IdOf(undefined, k0Items[k0Next]) === value ? (k0Highest = value, k0Next++) : findPlace(k0, k0Items, value))) < 0) { d0 |= 32; } }
} else {
if (!((value === undefined || isAbsent(value)))) { d0 |= 1048688; }
c1Absent++;
}
}
{
const value = item["amount"];
let valueCents = NaN, valueIsCents = false;
if (typeof value === "string" && ((valueIsCents = !Number.isNaN(valueCents = cents(value))) || !isBlank(value))) {
s0 += valueCents;
if (!(s0 >= -9007199254740991 && s0 <= 9007199254740991)) s0 = NaN;
if (!valueIsCents) { d0 |= 256; }
} else {
if (!((value === undefined || isAbsent(value)))) { d0 |= 2097408; }
}
}
{
let value = (typeof (t = item["cost_code"]) === "object" && t !== null ? t["origin_id"] : undefined), isFull = typeof value === "string" && value.length > 0 && (q = value.charCodeAt(0)) > 32 && q < 160;
if (!isFull && (value === undefined || isAbsent(value))) {
value = (typeof (t = item["wbs_code"]) === "object" && t !== null ? t["flat_code"] : undefined);
isFull = typeof value === "string" && value.length > 0 && (q = value.charCodeAt(0)) > 32 && q < 160;
}
if (typeof value === "string" && (isFull || !isBlank(value))) {
c4.values[index] = value;
} else {
if (!((value === undefined || isAbsent(value)))) { d0 |= 393216; }
c4.values[index] = undefined;
c4Absent++;
}
}
{
let value = (typeof (t = item["line_item_type"]) === "object" && t !== null ? t["origin_id"] : undefined), isFull = typeof value === "string" && value.length > 0 && (q = value.charCodeAt(0)) > 32 && q < 160;
if (!isFull && (value === undefined || isAbsent(value))) {
value = (typeof (t = item["wbs_code"]) === "object" && t !== null ? t["flat_code"] : undefined);
isFull = typeof value === "string" && value.length > 0 && (q = value.charCodeAt(0)) > 32 && q < 160;
}
if (typeof value === "string" && (isFull || !isBlank(value))) {
c5.values[index] = value;
} else {
if (!((value === undefined || isAbsent(value)))) { d0 |= 393216; }
c5.values[index] = undefined;
c5Absent++;
}
}
}
}
const items1 = listOf(document["markups"]);
if (items1 === undefined) { d0 |= 2097408;  } else {
s0Lines += items1.length;
for (let index = 0; index < items1.length; index++) {
const item = items1[index];
if (!(typeof item === "object" && item !== null && !Array.isArray(item))) { d0 |= 2097408; continue; }
{
const value = item["amount"];
let valueCents = NaN, valueIsCents = false;
if (typeof value === "string" && ((valueIsCents = !Number.isNaN(valueCents = cents(value))) || !isBlank(value))) {
s0 += valueCents;
if (!(s0 >= -9007199254740991 && s0 <= 9007199254740991)) s0 = NaN;
if (!valueIsCents) { d0 |= 256; }
} else {
if (!((value === undefined || isAbsent(value)))) { d0 |= 2097408; }
}
}
}
}
if (f0 !== "on") { d0 |= 1; }
if (v1 !== undefined) { if (v1 !== "approved") { d0 |= 2; } } else { d0 |= 2; }
if (v2 !== undefined) {  } else { d0 |= 4; }
if (f0 === "on") {
if (!(!c1Stays && !c1Falls || c1Rises < 2 && !c1Falls || areDistinctOrSame(filled(g0, g0Of, document["line_items"])))) { d0 |= 64; }
}
if (v1 !== undefined) { if (v1 !== "draft" && v1 !== "pending" && v1 !== "revised" && v1 !== "pricing" && v1 !== "not_pricing" && v1 !== "proceeding" && v1 !== "not_proceeding" && v1 !== "pending_billable" && v1 !== "approved" && v1 !== "no_charge" && v1 !== "rejected" && v1 !== "void") { d0 |= 128; } } else { d0 |= 128; }
if (v3 !== undefined) { if (!v3IsCents) { d0 |= 256; } }
if (v4 !== undefined) { if (typeof v4 !== "string" || v4.length > 255 && isLongerThan(v4, 255)) { d0 |= 512; } }
if (v5 !== undefined) { if (typeof v5 !== "string" || v5.length > 10 && isLongerThan(v5, 10)) { d0 |= 1024; } }
if (v6 !== undefined) { if (v6 !== "Approved" && v6 !== "Complete") { d0 |= 2048; } } else { d0 |= 2048; }
if (v7 !== undefined) { if (v7 !== v8) { d0 |= 4096; } } else { d0 |= 4096; }
if (v9 !== undefined) {  } else { d0 |= 8192; }
if (v10 !== undefined) { if (v10 !== "amount") { d0 |= 16384; } } else { d0 |= 16384; }
if (v1 === "approved") {
if (v11 !== undefined) {  } else { d0 |= 32768; }
}
if (v12 !== undefined) { if (!isList(v12) || v12.length < 1) { d0 |= 65536; } } else { d0 |= 65536; }
if (c4Absent > 0) { d0 |= 131072; }
if (c5Absent > 0) { d0 |= 131072; }
if (!(false || areDistinct(g1))) { d0 |= 262144; }
if (c0Absent > 0) { d0 |= 524288; }
if (f0 === "on") {
if (c1Absent > 0) { d0 |= 1048576; }
}
if (v3 !== undefined) { if (s0Lines > 0 && !(s0 === v3Cents)) { d0 |= 2097152; } }
if ((d0) === 0) return true;
d0Open = d0;
return false;
};
const isOpen = (index) => (d0Open & (1 << index)) !== 0;
const holds = (facts) => {
try {
return test(facts);
} finally {
endPlaces(k0);
if (isLong) {
letGo(c1);
letGo(c4);
letGo(c5);
isLong = false;
}
}
};
return { holds, isOpen };
})(),
},
{
rules: ["export-switched-on", "status-approved", "date-required", "billing-item-code-length", "associated-line-item-hidden", "associated-line-item-known", "associated-line-item-pattern", "status-known", "amount-format", "title-length", "number-length", "contract-approved", "contract-match", "contract-synced", "amount-based-contract", "approved-date-required", "line-items-required", "cost-code-and-type", "unique-phase-cost-type", "billing-item-present", "associated-line-item-set", "total-matches", "transaction-date"],
rest: ["transaction-date"],
...(() => {
const k0IdOf = (_, line) => (typeof line === "object" && line !== null ? line["id"] : undefined);
const k0 = createPlaces(k0IdOf, (items, id) => {
for (let place = 0; place < items.length; place++) {
const found = k0IdOf(undefined, items[place]);
if (found === id || sameId(found, id)) return place;
}
return -1;
});
const c1 = createColumn();
const c4 = createColumn();
const c5 = createColumn();
const g0 = [c1];
const g0Of = (item) => {
let t, q, value = item["prime_line_item_id"];
return (typeof value === "number" ? Number.isSafeInteger(value) : typeof value === "string" && (value.length > 0 && (q = value.charCodeAt(0)) > 32 && q < 160 || !isBlank(value))) ? value : undefined;
};
const g1 = [c4, c5];
let isLong = false;
let d0Open = 0;
const test = (facts) => {
let t, q, d0 = 0;
const { document, context } = facts;
const x0 = typeof (t = context["erp"]) === "object" && t !== null ? t : nothing;
const x1 = typeof (t = x0["features"]) === "object" && t !== null ? t : nothing;
const x2 = typeof (t = context["prime_contract"]) === "object" && t !== null ? t : nothing;
let v0 = x0["system"];
if (!(typeof v0 === "string")) {
if (!(v0 !== undefined && isAbsent(v0))) { d0 |= 1048689; }
v0 = undefined;
}
const f0 = v0 === "spectrum" ? toggle(x1, x1["export_prime_contract_change_orders"], undefined, "off") : "off";
if (f0 === undefined) { d0 |= 1048689; }
let v1 = document["status"];
if (!(typeof v1 === "string")) {
if (!((v1 === undefined || isAbsent(v1)))) { d0 |= 32898; }
v1 = undefined;
}
let v2 = document["created_at"];
if (!(typeof v2 === "string" && isDateTime(v2))) {
if (!((v2 === undefined || isAbsent(v2)))) { d0 |= 4; }
v2 = undefined;
}
let v3 = document["grand_total"];
let v3Cents = NaN, v3IsCents = false;
if (!(typeof v3 === "string" && ((v3IsCents = !Number.isNaN(v3Cents = cents(v3))) || !isBlank(v3)))) {
if (!((v3 === undefined || isAbsent(v3)))) { d0 |= 2097408; }
v3 = undefined;
}
let v4 = document["title"];
if (!(typeof v4 === "string")) {
if (!((v4 === undefined || isAbsent(v4)))) { d0 |= 512; }
v4 = undefined;
}
let v5 = document["number"];
if (!(typeof v5 === "string")) {
if (!((v5 === undefined || isAbsent(v5)))) { d0 |= 1024; }
v5 = undefined;
}
let v6 = x2["status"];
if (!(typeof v6 === "string")) {
if (!(v6 !== undefined && isAbsent(v6))) { d0 |= 2048; }
v6 = undefined;
}
let v7 = document["contract_id"];
if (!(typeof v7 === "number" ? Number.isSafeInteger(v7) : typeof v7 === "string" && (v7.length > 0 && (q = v7.charCodeAt(0)) > 32 && q < 160 || !isBlank(v7)))) {
if (!((v7 === undefined || isAbsent(v7)))) { d0 |= 4096; }
v7 = undefined;
}
let v8 = x2["id"];
if (!(typeof v8 === "number" ? Number.isSafeInteger(v8) : typeof v8 === "string" && (v8.length > 0 && (q = v8.charCodeAt(0)) > 32 && q < 160 || !isBlank(v8)))) {
if (!(v8 !== undefined && isAbsent(v8))) { d0 |= 4096; }
v8 = undefined;
}
let v9 = x2["origin_id"];
if (!(typeof v9 === "string" && (v9.length > 0 && (q = v9.charCodeAt(0)) > 32 && q < 160 || !isBlank(v9)))) {
if (!(v9 !== undefined && isAbsent(v9))) { d0 |= 8192; }
v9 = undefined;
}
let v10 = x2["accounting_method"];
if (!(typeof v10 === "string")) {
if (!(v10 !== undefined && isAbsent(v10))) { d0 |= 16384; }
v10 = undefined;
}
let v11 = document["reviewed_at"];
if ((v11 === undefined || isAbsent(v11))) v11 = document["approved_on"];
if (!(typeof v11 === "string" && isDateTime(v11))) {
if (!((v11 === undefined || isAbsent(v11)))) { d0 |= 32768; }
v11 = undefined;
}
let v12 = document["line_items"];
if (!(isList(v12))) {
if (!((v12 === undefined || isAbsent(v12)))) { d0 |= 65536; }
v12 = undefined;
}
let k0Items = x2["line_items"];
if (!isList(k0Items)) { d0 |= 524328; k0Items = noItems; }
let k0Next = 0, k0Highest = -Infinity, k0Id = NaN, k0Place = -1;
let s0 = 0, s0Lines = 0;
let c0Absent = 0;
let c1Absent = 0;
let c4Absent = 0;
let c5Absent = 0;
let c1Last = -Infinity, c1Rises = 0, c1Stays = false, c1Falls = false;
const items0 = listOf(document["line_items"]);
if (items0 === undefined) { d0 |= 524296; d0 |= 1048688; d0 |= 2097408; d0 |= 393216; c4.length = 0; c5.length = 0; } else {
c4.length = items0.length;
c5.length = items0.length;
s0Lines += items0.length;
if (items0.length > mostKept) isLong = true;
for (let index = 0; index < items0.length; index++) {
const item = items0[index];
if (!(typeof item === "object" && item !== null && !Array.isArray(item))) { d0 |= 524296; d0 |= 1048688; d0 |= 2097408; d0 |= 393216; continue; }
const c1Read = item["prime_line_item_id"];
{
let value = item["billing_item_code"], isFull = typeof value === "string" && value.length > 0 && (q = value.charCodeAt(0)) > 32 && q < 160;
if (!isFull && (value === undefined || isAbsent(value))) {
const id = c1Read;
value = undefined;
if (typeof id === "number" || !isAbsent(id)) {
const place = (id === k0Id ? k0Place : (k0Id = id, k0Place = typeof id === "number" && id > k0Highest && k0Next < k0Items.length && k0IdOf(undefined, k0Items[k0Next]) === id ? (k0Highest = id, k0Next++) : findPlace(k0, k0Items, id)));
if (place >= 0) value = (typeof (t = k0Items[place]) === "object" && t !== null ? t["origin_code"] : undefined);
if (value === undefined) { d0 |= 524296; }
}
isFull = typeof value === "string" && value.length > 0 && (q = value.charCodeAt(0)) > 32 && q < 160;
}
if (typeof value === "string" && (isFull || !isBlank(value))) {
if (typeof value !== "string" || value.length > 10 && isLongerThan(value, 10)) { d0 |= 8; }
} else {
if (!((value === undefined || isAbsent(value)))) { d0 |= 524296; }
c0Absent++;
}
}
{
const value = c1Read;
if (typeof value === "number" ? Number.isSafeInteger(value) : typeof value === "string" && (value.length > 0 && (q = value.charCodeAt(0)) > 32 && q < 160 || !isBlank(value))) {
if (typeof value !== "number") c1Falls = true;
else if (value > c1Last) { c1Last = value; c1Rises++; }
else if (value === c1Last) c1Stays = true;
else c1Falls = true;
if (f0 === "off") { d0 |= 16; }
if (f0 === "on") { if ((value === k0Id ? k0Place : (k0Id = value, k0Place = typeof value === "number" && value > k0Highest && k0Next < k0Items.length && k0IdOf(undefined, k0Items[k0Next]) === value ? (k0Highest = value, k0Next++) : findPlace(k0, k0Items, value))) < 0) { d0 |= 32; } }
} else {
if (!((value === undefined || isAbsent(value)))) { d0 |= 1048688; }
c1Absent++;
}
}
{
const value = item["amount"];
let valueCents = NaN, valueIsCents = false;
if (typeof value === "string" && ((valueIsCents = !Number.isNaN(valueCents = cents(value))) || !isBlank(value))) {
s0 += valueCents;
if (!(s0 >= -9007199254740991 && s0 <= 9007199254740991)) s0 = NaN;
if (!valueIsCents) { d0 |= 256; }
} else {
if (!((value === undefined || isAbsent(value)))) { d0 |= 2097408; }
}
}
{
let value = (typeof (t = item["cost_code"]) === "object" && t !== null ? t["origin_id"] : undefined), isFull = typeof value === "string" && value.length > 0 && (q = value.charCodeAt(0)) > 32 && q < 160;
if (!isFull && (value === undefined || isAbsent(value))) {
value = (typeof (t = item["wbs_code"]) === "object" && t !== null ? t["flat_code"] : undefined);
isFull = typeof value === "string" && value.length > 0 && (q = value.charCodeAt(0)) > 32 && q < 160;
}
if (typeof value === "string" && (isFull || !isBlank(value))) {
c4.values[index] = value;
} else {
if (!((value === undefined || isAbsent(value)))) { d0 |= 393216; }
c4.values[index] = undefined;
c4Absent++;
}
}
{
let value = (typeof (t = item["line_item_type"]) === "object" && t !== null ? t["origin_id"] : undefined), isFull = typeof value === "string" && value.length > 0 && (q = value.charCodeAt(0)) > 32 && q < 160;
if (!isFull && (value === undefined || isAbsent(value))) {
value = (typeof (t = item["wbs_code"]) === "object" && t !== null ? t["flat_code"] : undefined);
isFull = typeof value === "string" && value.length > 0 && (q = value.charCodeAt(0)) > 32 && q < 160;
}
if (typeof value === "string" && (isFull || !isBlank(value))) {
c5.values[index] = value;
} else {
if (!((value === undefined || isAbsent(value)))) { d0 |= 393216; }
c5.values[index] = undefined;
c5Absent++;
}
}
}
}
const items1 = listOf(document["markups"]);
if (items1 === undefined) { d0 |= 2097408;  } else {
s0Lines += items1.length;
for (let index = 0; index < items1.length; index++) {
const item = items1[index];
if (!(typeof item === "object" && item !== null && !Array.isArray(item))) { d0 |= 2097408; continue; }
{
const value = item["amount"];
let valueCents = NaN, valueIsCents = false;
if (typeof value === "string" && ((valueIsCents = !Number.isNaN(valueCents = cents(value))) || !isBlank(value))) {
s0 += valueCents;
if (!(s0 >= -9007199254740991 && s0 <= 9007199254740991)) s0 = NaN;
if (!valueIsCents) { d0 |= 256; }
} else {
if (!((value === undefined || isAbsent(value)))) { d0 |= 2097408; }
}
}
}
}
if (f0 !== "on") { d0 |= 1; }
if (v1 !== undefined) { if (v1 !== "approved") { d0 |= 2; } } else { d0 |= 2; }
if (v2 !== undefined) {  } else { d0 |= 4; }
if (f0 === "on") {
if (!(!c1Stays && !c1Falls || c1Rises < 2 && !c1Falls || areDistinctOrSame(filled(g0, g0Of, document["line_items"])))) { d0 |= 64; }
}
if (v1 !== undefined) { if (v1 !== "draft" && v1 !== "pending" && v1 !== "revised" && v1 !== "pricing" && v1 !== "not_pricing" && v1 !== "proceeding" && v1 !== "not_proceeding" && v1 !== "pending_billable" && v1 !== "approved" && v1 !== "no_charge" && v1 !== "rejected" && v1 !== "void") { d0 |= 128; } } else { d0 |= 128; }
if (v3 !== undefined) { if (!v3IsCents) { d0 |= 256; } }
if (v4 !== undefined) { if (typeof v4 !== "string" || v4.length > 255 && isLongerThan(v4, 255)) { d0 |= 512; } }
if (v5 !== undefined) { if (typeof v5 !== "string" || v5.length > 10 && isLongerThan(v5, 10)) { d0 |= 1024; } }
if (v6 !== undefined) { if (v6 !== "Approved" && v6 !== "Complete") { d0 |= 2048; } } else { d0 |= 2048; }
if (v7 !== undefined) { if (v7 !== v8) { d0 |= 4096; } } else { d0 |= 4096; }
if (v9 !== undefined) {  } else { d0 |= 8192; }
if (v10 !== undefined) { if (v10 !== "amount") { d0 |= 16384; } } else { d0 |= 16384; }
if (v1 === "approved") {
if (v11 !== undefined) {  } else { d0 |= 32768; }
}
if (v12 !== undefined) { if (!isList(v12) || v12.length < 1) { d0 |= 65536; } } else { d0 |= 65536; }
if (c4Absent > 0) { d0 |= 131072; }
if (c5Absent > 0) { d0 |= 131072; }
if (!(false || areDistinct(g1))) { d0 |= 262144; }
if (c0Absent > 0) { d0 |= 524288; }
if (f0 === "on") {
if (c1Absent > 0) { d0 |= 1048576; }
}
if (v3 !== undefined) { if (s0Lines > 0 && !(s0 === v3Cents)) { d0 |= 2097152; } }
if ((d0) === 0) return true;
d0Open = d0;
return false;
};
const isOpen = (index) => (d0Open & (1 << index)) !== 0;
const holds = (facts) => {
try {
return test(facts);
} finally {
endPlaces(k0);
if (isLong) {
letGo(c1);
letGo(c4);
letGo(c5);
isLong = false;
}
}
};
return { holds, isOpen };
})(),
},
],
};
