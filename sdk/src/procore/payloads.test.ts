import { describe, expect, test } from "vitest";
import {
  at,
  context,
  contract,
  current,
  everyone,
  frozen,
  group,
  ids,
  only,
  pcco,
  seed,
  withFields,
} from "../check/testing.ts";
import { editValue } from "../document/edit-value.ts";
import { fromPointer, valueAt } from "../document/pointer.ts";
import type { PccoContext } from "../generated/types.ts";
import { viewOf } from "./view.ts";

const { line_items, ...header } = pcco;
const { line_items: contractLines, ...contractHeader } = contract;
const surroundings: PccoContext = frozen({ erp: context.erp, actor: everyone });

/** An ERP request as Procore creates it at acceptance: the billing item stands on each item. */
const requestData = frozen({
  request_detail_id: 77,
  project: { id: 4410, origin_id: "J24118" },
  prime_contract: contractHeader,
  prime_contract_items: contractLines,
  prime_contract_change_order: header,
  prime_contract_change_order_items: line_items.map((line, index) => ({
    ...line,
    prime_line_item_origin_code: contractLines[1 - index]?.origin_code,
  })),
});

const payloads = frozen({
  "the PCCO itself": { payload: { ...pcco, prime_contract: contract }, pcco: "", lines: "/line_items" },
  "inside data": { payload: { data: { ...pcco, prime_contract: contract } }, pcco: "/data", lines: "/data/line_items" },
  "inside change_order": {
    payload: { change_order: { ...pcco, prime_contract: contract } },
    pcco: "/change_order",
    lines: "/change_order/line_items",
  },
  "inside both": {
    payload: { data: { change_order: { ...pcco, prime_contract: contract } } },
    pcco: "/data/change_order",
    lines: "/data/change_order/line_items",
  },
  "beside its lines": {
    payload: { prime_change_order: header, line_items, prime_contract: contract },
    pcco: "/prime_change_order",
    lines: "/line_items",
  },
  "beside its contract": {
    payload: { prime_change_order: pcco, prime_contract: contract },
    pcco: "/prime_change_order",
    lines: "/prime_change_order/line_items",
  },
  "an ERP request": {
    payload: { request_name: "create_prime_contract_change_order", request_data: requestData },
    pcco: "/request_data/prime_contract_change_order",
    lines: "/request_data/prime_contract_change_order_items",
  },
  "an ERP request's data": {
    payload: requestData,
    pcco: "/prime_contract_change_order",
    lines: "/prime_contract_change_order_items",
  },
});
const cases = Object.entries(payloads).map(([name, rest]) => ({ name, ...rest }));

/** A payload with another value at a place. */
function spoilt(payload: unknown, path: string, value: unknown): Readonly<Record<string, unknown>> {
  return frozen(group(editValue(payload, [{ op: "add", path, value }])));
}

describe.each(cases)("$name", ({ name, payload, pcco: at_pcco, lines }) => {
  test("is judged as it is, against the contract that it brings", () => {
    for (const rules of [seed, current]) {
      expect(rules.check(payload, surroundings)).toEqual({ outcome: "exportable", findings: [] });
      expect(
        rules.check(payload, frozen({ ...surroundings, prime_contract: { ...contract, origin_id: null } })).outcome,
      ).toBe(rules === seed ? "exportable" : "blocked");
    }
  });

  test("findings stand at the payload's own places, and fixes mend it there", () => {
    const faults: readonly (readonly [string, unknown, string])[] = [
      [`${at_pcco}/status`, "APPROVED", "status-approved"],
      [`${at_pcco}/title`, "x".repeat(300), "title-length"],
      [`${at_pcco}/grand_total`, "$10,500.00", "amount-format"],
      [`${lines}/1/amount`, "2,500.00", "amount-format"],
      [`${lines}/0/prime_line_item_id`, 9999, "associated-line-item-known"],
      [`${lines}/0/billing_item_code`, "12345678901", "billing-item-code-length"],
      [`${at_pcco}/number`, 4, "document/type"],
    ];
    for (const [path, value, ruleId] of faults) {
      const document = spoilt(payload, path, value);
      const finding = current
        .check(document, surroundings)
        .findings.find((each) => each.path === path && each.ruleId === ruleId);
      expect([ruleId, finding?.path]).toEqual([ruleId, path]);
      for (const fix of finding?.fixes ?? []) {
        const mended = editValue(document, fix.edits);
        const left = current.check(group(mended), surroundings);
        expect(ids(left.findings.filter((each) => each.path === path))).not.toContain(ruleId);
      }
      expect(finding?.fixes.length).toBeGreaterThan(0);
    }
  });

  test("a whole list, and a line that is none, stand at their places", () => {
    expect(current.check(spoilt(payload, lines, []), surroundings).findings.map(({ path }) => path)).toEqual([lines]);
    expect(
      only(
        current.check(spoilt(payload, `${lines}/0`, 5), surroundings).findings.filter(({ stage }) => stage === "read"),
      ).path,
    ).toBe(`${lines}/0`);
  });

  test("is repaired in place", () => {
    const result = current.repair(
      spoilt(payload, `${at_pcco}/status`, "APPROVED"),
      surroundings,
      name.includes("ERP request") ? "export-succeeded" : "send",
      { input: { origin_id: "x" } },
    );
    // What has been accepted is not checked again when the export succeeds.
    if (name.includes("ERP request")) expect(result).toMatchObject({ ok: true, edits: [] });
    else
      expect(result).toMatchObject({
        ok: true,
        edits: [{ op: "replace", path: `${at_pcco}/status`, value: "approved" }],
        document: payload,
      });
  });

  test("is moved in place: only its ERP part changes", () => {
    const [event, input] = name.includes("ERP request")
      ? (["export-succeeded", { origin_id: "CR-1" }] as const)
      : (["send", {}] as const);
    const result = current.transition(payload, event, { context: surroundings, at, input });
    if (!result.ok) throw new Error(result.reasons.map(({ message }) => message).join(" "));
    const erp = valueAt(result.document, fromPointer(`${at_pcco}/erp`));
    expect(erp).toMatchObject({ status: result.record.to, revision: 1, history: [result.record] });
    expect(editValue(result.document, [{ op: "remove", path: `${at_pcco}/erp` }])).toEqual(payload);
    expect(editValue(payload, result.edits)).toEqual(result.document);
    // What was written is read again.
    expect(current.statusOf(result.document)).toBe(result.record.to);
  });

  test("is never changed", () => {
    expect(Object.isFrozen(payload)).toBe(true);
  });
});

describe("an ERP request", () => {
  const { payload } = payloads["an ERP request"];
  const item = "/request_data/prime_contract_change_order_items/0";

  test("is about a PCCO that is being exported", () => {
    expect(current.statusOf(payload)).toBe("exporting");
    expect(
      current
        .actions(payload, surroundings, { at })
        .filter(({ enabled }) => enabled)
        .map(({ event }) => event),
    ).toEqual(["export-succeeded", "export-failed"]);
  });

  test("the billing item code is that of the associated line, and told there", () => {
    const document = spoilt(payload, `${item}/prime_line_item_origin_code`, "12345678901");
    const finding = only(current.check(document, surroundings).findings);
    expect(finding).toMatchObject({ ruleId: "billing-item-code-length", path: `${item}/prime_line_item_origin_code` });
    expect(finding.fixes[0]?.edits).toEqual([
      { op: "replace", path: `${item}/prime_line_item_origin_code`, value: "1234567890" },
    ]);
  });

  test("unless the item has one of its own", () => {
    const document = spoilt(
      spoilt(payload, `${item}/prime_line_item_origin_code`, "0010"),
      `${item}/billing_item_code`,
      "12345678901",
    );
    expect(only(current.check(document, surroundings).findings).path).toBe(`${item}/billing_item_code`);
  });

  test("items that are no list", () => {
    const document = spoilt(payload, "/request_data/prime_contract_change_order_items", "none");
    expect(current.check(document, surroundings).findings).toMatchObject([
      { ruleId: "document/type", path: "/request_data/prime_contract_change_order_items" },
    ]);
  });
});

describe("a record that has an origin id is synced", () => {
  test.each([[undefined], [null], [{}], [{ status: null }], [{ last_event: "import" }]])(
    "when its ERP part is %j",
    (erp) => {
      const document = withFields({ origin_id: "CR-1", ...(erp === undefined ? {} : { erp }) });
      expect(current.statusOf(document)).toBe("synced");
      expect(
        current
          .actions(document, context, { at })
          .filter(({ enabled }) => enabled)
          .map(({ event }) => event),
      ).toEqual(["unlink", "reset"]);
    },
  );

  test("also within a wrapper", () => {
    expect(current.statusOf({ data: { ...pcco, origin_id: "CR-1" } })).toBe("synced");
    expect(current.statusOf({ prime_change_order: { ...header, origin_id: "CR-1" }, line_items })).toBe("synced");
  });

  test("until its own ERP status says otherwise", () => {
    const result = current.transition(withFields({ origin_id: "CR-1" }), "reset", { context, at });
    expect(result).toMatchObject({
      ok: true,
      record: { from: "synced", to: "not_in_erp" },
      document: { origin_id: "CR-1", erp: { status: "not_in_erp", origin_id: null } },
    });
    expect(result.ok && current.statusOf(result.document)).toBe("not_in_erp");
  });

  test.each([[null], [""], [" "]])("but not when the id is %j", (origin_id) => {
    expect(current.statusOf(withFields({ origin_id }))).toBe("not_in_erp");
  });
});

describe("what is no wrapper", () => {
  test("a PCCO with a field of its own called data", () => {
    expect(current.check(withFields({ data: { number: 5 } }), context).outcome).toBe("exportable");
  });

  test("more wrappers than anyone hands out, or one that holds itself", () => {
    const endless: Record<string, unknown> = {};
    endless["data"] = endless;
    expect(current.check(endless, context).outcome).toBe("blocked");
    let deep: Record<string, unknown> = {};
    for (let depth = 0; depth < 20_000; depth++) deep = { data: deep };
    expect(current.check(deep, context).outcome).toBe("blocked");
  });
});

describe("the view of a payload", () => {
  test("of a PCCO by itself is the PCCO, with nothing copied", () => {
    const view = viewOf(pcco, context);
    expect(view?.document).toBe(pcco);
    expect(view?.context).toBe(context);
    expect(view?.outside).toBeUndefined();
  });

  test("of what is no group of fields is none", () => {
    for (const value of [null, undefined, "x", 5, []]) expect(viewOf(value)).toBeUndefined();
  });

  test("the context's own contract comes before the one of the payload", () => {
    const own = { id: 1 };
    expect(viewOf(payloads["an ERP request"].payload, { prime_contract: own })?.context["prime_contract"]).toBe(own);
    expect(viewOf(payloads["beside its lines"].payload, { prime_contract: own })?.context["prime_contract"]).toBe(own);
    expect(viewOf(payloads["an ERP request"].payload)?.context).toEqual({
      project: requestData.project,
      prime_contract: contract,
    });
  });
});
