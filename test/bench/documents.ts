/** A context that lets everything be judged: a contract of twelve lines, the export switched on. */
export const context = {
  erp: { system: "spectrum", features: { export_prime_contract_change_orders: true } },
  prime_contract: {
    id: 901,
    status: "Approved",
    accounting_method: "amount",
    origin_id: "SP-J24118",
    line_items: Array.from({ length: 12 }, (_, index) => ({ id: 7001 + index, origin_code: `0${100 + index * 10}` })),
  },
};

/** A PCCO without a fault, of so many lines. */
export function cleanPcco(lines: number) {
  return {
    id: 3307,
    contract_id: 901,
    number: "004",
    title: "Added loading dock canopy",
    status: "approved",
    created_at: "2025-03-04T15:10:00Z",
    reviewed_at: "2025-03-11T18:22:00Z",
    grand_total: `${lines * 1250}.50`,
    line_items: Array.from({ length: lines }, (_, index) => ({
      id: 88101 + index,
      description: `Line ${index + 1}`,
      amount: index === 0 ? "1250.50" : "1250.00",
      cost_code: { full_code: `05-${100 + index}`, origin_id: `05${100 + index}` },
      line_item_type: { code: "S", origin_id: "S" },
      prime_line_item_id: lines <= 12 ? 7001 + index : 7001,
    })),
    erp: { status: "not_in_erp", origin_id: null },
  };
}
