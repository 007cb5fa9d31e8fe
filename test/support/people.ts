/** Who acts in the tests of the command line, a file each. */
export const people: Readonly<Record<string, string>> = {
  "admin.yaml": "id: 12\nprime_contracts: admin\n",
  "accountant.yaml": "id: 31\nerp_integrations: standard\ncan_push_to_accounting: true\n",
  "integration.yaml": "id: 99\nsystem: true\n",
  "unsyncer.yaml": "id: 32\nprime_contracts: admin\nerp_integrations: standard\ncan_push_to_accounting: true\n",
  // May do everything, so that `actions` shows what the ERP status alone allows.
  "everybody.yaml":
    "prime_contracts: admin\nerp_integrations: admin\ncan_push_to_accounting: true\ndesignated_reviewer: true\nsystem: true\n",
};
