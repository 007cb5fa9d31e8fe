// Generated from the rule files by `npm run generate`; do not edit.

import type { BundledRuleFile } from "../rules/bundled.ts";

/** The rule files that are part of the core. */
export const coreRuleFiles: readonly BundledRuleFile[] = [
 {
  "file": "spectrum/pcco/1.0.0.yaml",
  "sha256": "7026a5f98d2d96ce0d897ef930e2d41ab657dd7b7c56daaf77607d20d9de93d4",
  "content": {
   "format": 1,
   "ruleSet": "spectrum/pcco",
   "version": "1.0.0",
   "title": "Sending a Prime Contract Change Order to Viewpoint Spectrum",
   "effective": {
    "from": "2020-04-09"
   },
   "sources": {
    "send": {
     "title": "Integration by Procore: Send a PCCO to ERP Integrations for Accounting Acceptance",
     "url": "https://support.procore.com/integrations/integration-by-procore/tutorials/send-a-pcco-to-erp-integrations-for-accounting-acceptance"
    },
    "accept": {
     "title": "Accept or Reject a PCCO for Export to ERP",
     "url": "https://v2.support.procore.com/product-manuals/erp-integrations-company/tutorials/accept-or-reject-a-pcco-for-export-to-erp"
    },
    "retrieve": {
     "title": "Retrieve a PCCO from ERP Integrations Before Acceptance",
     "url": "https://support.procore.com/products/online/user-guide/company-level/erp-integrations/general-erp-tutorials/retrieve-a-pcco-from-erp-integrations-before-acceptance"
    },
    "resend": {
     "title": "Resend a Rejected PCCO to ERP Integrations for Accounting Acceptance",
     "url": "https://v2.support.procore.com/product-manuals/erp-integrations-company/tutorials/resend-a-rejected-pcco-to-erp-integrations-for-accounting-acceptance"
    },
    "unlink": {
     "title": "Unlink or Reset PCCOs Synced with ERP",
     "url": "https://support.procore.com/products/online/user-guide/company-level/erp-integrations/general-erp-tutorials/unlink-pccos-synced-with-erp"
    },
    "failed": {
     "title": "What do I do when a commitment fails to export from the ERP Integrations tool?",
     "url": "https://procore-support-prototype-master.vercel.app/faq-what-do-i-do-when-a-commimtment-fails-to-export-from-the-erp-integrations-tool"
    },
    "guide": {
     "title": "ERP Integrations Technical Guide",
     "url": "https://developers.procore.com/documentation/erp-technical-guide"
    }
   },
   "features": {
    "export_prime_contract_change_orders": {
     "title": "Export of Prime Contract Change Orders",
     "default": "off",
     "switchedOnBy": "Integration Implementation Specialist",
     "where": {
      "field": "erpSystem",
      "equals": "spectrum"
     },
     "source": "send"
    }
   },
   "fields": {
    "date": {
     "label": "Date",
     "path": "created_at",
     "type": "dateTime"
    },
    "approvedDate": {
     "label": "Approved Date",
     "path": "reviewed_at",
     "type": "dateTime"
    },
    "status": {
     "label": "Status",
     "path": "status",
     "type": "choice",
     "settled": [
      "no_charge",
      "rejected",
      "void"
     ],
     "choices": {
      "draft": "Draft",
      "pending": "Pending - In Review",
      "revised": "Pending - Revised",
      "pricing": "Pending - Pricing",
      "not_pricing": "Pending - Not Pricing",
      "proceeding": "Pending - Proceeding",
      "not_proceeding": "Pending - Not Proceeding",
      "pending_billable": "Pending - Billable",
      "approved": "Approved",
      "no_charge": "No Charge",
      "rejected": "Rejected",
      "void": "Void"
     }
    },
    "associatedLineItem": {
     "label": "Associated Line Item",
     "path": "line_items[].prime_line_item_id",
     "type": "id"
    },
    "billingItemCode": {
     "label": "Billing Item Code",
     "path": "line_items[].billing_item_code",
     "type": "text",
     "otherwise": {
      "from": "prime_contract.line_items",
      "matching": {
       "id": "associatedLineItem"
      },
      "take": "origin_code"
     }
    },
    "erpOriginId": {
     "label": "ERP id",
     "path": "erp.origin_id",
     "type": "text"
    },
    "transactionDateWritten": {
     "label": "Transaction Date",
     "path": "erp.transaction_date",
     "type": "date"
    },
    "exportMessages": {
     "label": "Export messages",
     "path": "erp.messages",
     "type": "list"
    },
    "erpSystem": {
     "label": "ERP system",
     "in": "context",
     "path": "erp.system",
     "type": "text"
    },
    "contractLines": {
     "label": "Prime contract lines",
     "in": "context",
     "path": "prime_contract.line_items[].id",
     "type": "id"
    },
    "primeContractsPermission": {
     "label": "Permission on Prime Contracts",
     "in": "context",
     "path": "actor.prime_contracts",
     "type": "text"
    },
    "erpPermission": {
     "label": "Permission on ERP Integrations",
     "in": "context",
     "path": "actor.erp_integrations",
     "type": "text"
    },
    "canPushToAccounting": {
     "label": "Can Push to Accounting",
     "in": "context",
     "path": "actor.can_push_to_accounting",
     "type": "boolean"
    },
    "isDesignatedReviewer": {
     "label": "Designated Reviewer",
     "in": "context",
     "path": "actor.designated_reviewer",
     "type": "boolean"
    },
    "isSystem": {
     "label": "Service account",
     "in": "context",
     "path": "actor.system",
     "type": "boolean"
    }
   },
   "rules": {
    "export-switched-on": {
     "title": "The export of PCCOs to Spectrum is switched on",
     "feature": "export_prime_contract_change_orders",
     "is": "on",
     "severity": "error",
     "stage": "send",
     "message": "{feature} is not switched on for this ERP system, so no PCCO can be sent to Spectrum. Ask your {switchedOnBy}.",
     "source": "send"
    },
    "status-approved": {
     "title": "The PCCO is Approved",
     "field": "status",
     "equals": "approved",
     "severity": "error",
     "stage": "send",
     "source": "send"
    },
    "date-required": {
     "title": "The PCCO has a Date",
     "field": "date",
     "required": true,
     "severity": "error",
     "stage": "send",
     "source": "send"
    },
    "billing-item-code-length": {
     "title": "A Billing Item Code has at most 10 characters",
     "field": "billingItemCode",
     "maxLength": 10,
     "severity": "error",
     "stage": "send",
     "message": "{label} {value} has {length} characters; Spectrum has room for {maxLength}.",
     "source": "send"
    },
    "associated-line-item-hidden": {
     "title": "Without the export there is no Associated Line Item",
     "when": {
      "feature": "export_prime_contract_change_orders",
      "is": "off"
     },
     "field": "associatedLineItem",
     "absent": true,
     "severity": "error",
     "stage": "send",
     "message": "{label} exists only while {feature} is on; it is off, so this line must not have one (found {value}).",
     "source": "send"
    },
    "associated-line-item-known": {
     "title": "The Associated Line Item is a line of this prime contract",
     "when": {
      "feature": "export_prime_contract_change_orders",
      "is": "on"
     },
     "field": "associatedLineItem",
     "refersTo": "contractLines",
     "severity": "error",
     "stage": "send",
     "message": "{label} {value} is no line of this PCCO's prime contract.",
     "source": "send"
    },
    "associated-line-item-pattern": {
     "title": "Each line has its own Associated Line Item, or all have the same one",
     "when": {
      "feature": "export_prime_contract_change_orders",
      "is": "on"
     },
     "field": "associatedLineItem",
     "distinctOrSame": true,
     "severity": "warning",
     "stage": "send",
     "source": "send"
    }
   },
   "roles": {
    "primeContractsAdmin": {
     "label": "Admin permission on the project's Prime Contracts tool",
     "where": {
      "field": "primeContractsPermission",
      "equals": "admin"
     },
     "source": "send"
    },
    "designatedReviewer": {
     "label": "being the PCCO's Designated Reviewer",
     "where": {
      "field": "isDesignatedReviewer",
      "equals": true
     },
     "source": "send"
    },
    "accountingApprover": {
     "label": "Standard or Admin permission on the company's ERP Integrations tool and the flag Can Push to Accounting",
     "where": {
      "all": [
       {
        "field": "erpPermission",
        "oneOf": [
         "standard",
         "admin"
        ]
       },
       {
        "field": "canPushToAccounting",
        "equals": true
       }
      ]
     },
     "source": "accept"
    },
    "unsyncer": {
     "label": "Admin permission on Prime Contracts, Standard or Admin on ERP Integrations, and the flag Can Push to Accounting",
     "where": {
      "all": [
       {
        "field": "primeContractsPermission",
        "equals": "admin"
       },
       {
        "field": "erpPermission",
        "oneOf": [
         "standard",
         "admin"
        ]
       },
       {
        "field": "canPushToAccounting",
        "equals": true
       }
      ]
     },
     "source": "unlink"
    },
    "integration": {
     "label": "the integration's service account",
     "where": {
      "field": "isSystem",
      "equals": true
     },
     "source": "guide"
    }
   },
   "states": {
    "not_integrated": {
     "label": "Not integrated",
     "icon": "none",
     "locked": false
    },
    "not_in_erp": {
     "label": "Not in ERP",
     "icon": "none",
     "locked": false,
     "initial": true
    },
    "ready_to_export": {
     "label": "Ready to Export",
     "icon": "blue",
     "locked": true
    },
    "exporting": {
     "label": "Exporting",
     "icon": "blue",
     "locked": true,
     "aliases": [
      "exportging"
     ]
    },
    "failed_to_export": {
     "label": "Failed to Export",
     "icon": "blue",
     "locked": true
    },
    "rejected": {
     "label": "Rejected by accounting",
     "icon": "yellow",
     "locked": false
    },
    "invalid": {
     "label": "Invalid",
     "icon": "none",
     "locked": false
    },
    "synced": {
     "label": "Synced",
     "icon": "green",
     "locked": true
    }
   },
   "lifecycle": {
    "approve": {
     "label": "Approve",
     "from": [
      "not_integrated",
      "not_in_erp",
      "rejected",
      "invalid"
     ],
     "role": [
      "primeContractsAdmin",
      "designatedReviewer"
     ],
     "guards": [
      {
       "when": {
        "not": {
         "field": "status",
         "equals": "approved"
        }
       },
       "message": "The PCCO is already Approved."
      }
     ],
     "set": {
      "status": {
       "value": "approved"
      },
      "approvedDate": {
       "now": true
      }
     },
     "source": "send"
    },
    "send": {
     "label": "Send to ERP",
     "from": [
      "not_in_erp",
      "invalid"
     ],
     "guards": [
      {
       "when": {
        "field": "erpOriginId",
        "absent": true
       },
       "message": "The PCCO has an ERP id already. Unlink or reset it first, or it would be in the ERP system twice."
      }
     ],
     "to": "ready_to_export",
     "role": "primeContractsAdmin",
     "checks": [
      "save",
      "send"
     ],
     "icon": "blue",
     "source": "send"
    },
    "retrieve": {
     "label": "Retrieve from ERP",
     "from": [
      "ready_to_export"
     ],
     "to": "not_in_erp",
     "role": "primeContractsAdmin",
     "icon": "yellow",
     "source": "retrieve"
    },
    "accept": {
     "label": "Accept and export",
     "from": [
      "ready_to_export"
     ],
     "to": "exporting",
     "role": "accountingApprover",
     "checks": [
      "save",
      "send",
      "export"
     ],
     "input": {
      "transaction_date": {
       "label": "Transaction Date",
       "type": "date",
       "required": true,
       "default": "today"
      }
     },
     "set": {
      "transactionDateWritten": {
       "input": "transaction_date"
      }
     },
     "icon": "blue",
     "source": "accept"
    },
    "reject": {
     "label": "Reject",
     "from": [
      "ready_to_export",
      "failed_to_export"
     ],
     "to": "rejected",
     "role": "accountingApprover",
     "input": {
      "comment": {
       "label": "Comment",
       "type": "text"
      }
     },
     "icon": "yellow",
     "source": "accept"
    },
    "resend": {
     "label": "Resend to ERP",
     "from": [
      "rejected",
      {
       "state": "not_in_erp",
       "after": "retrieve"
      }
     ],
     "guards": [
      {
       "when": {
        "field": "erpOriginId",
        "absent": true
       },
       "message": "The PCCO has an ERP id already. Unlink or reset it first, or it would be in the ERP system twice."
      }
     ],
     "to": "ready_to_export",
     "role": "primeContractsAdmin",
     "checks": [
      "save",
      "send"
     ],
     "icon": "blue",
     "source": "resend"
    },
    "export-succeeded": {
     "label": "Export succeeded",
     "from": [
      "exporting"
     ],
     "to": "synced",
     "role": "integration",
     "input": {
      "origin_id": {
       "label": "ERP id",
       "type": "text",
       "required": true
      }
     },
     "set": {
      "erpOriginId": {
       "input": "origin_id"
      },
      "exportMessages": {
       "clear": true
      }
     },
     "icon": "green",
     "source": "guide"
    },
    "export-failed": {
     "label": "Export failed",
     "from": [
      "exporting"
     ],
     "to": "failed_to_export",
     "role": "integration",
     "input": {
      "messages": {
       "label": "Export messages",
       "type": "texts",
       "required": true
      }
     },
     "set": {
      "exportMessages": {
       "input": "messages"
      }
     },
     "source": "guide"
    },
    "retry-export": {
     "label": "Export again",
     "from": [
      "failed_to_export"
     ],
     "to": "exporting",
     "role": "accountingApprover",
     "checks": [
      "save",
      "send",
      "export"
     ],
     "icon": "blue",
     "source": "failed",
     "basis": "inferred"
    },
    "unlink": {
     "label": "Unlink",
     "from": [
      "synced"
     ],
     "to": "not_in_erp",
     "role": "unsyncer",
     "input": {
      "erp_record_deleted": {
       "label": "The record is deleted in the ERP system",
       "type": "boolean",
       "required": true,
       "mustBe": true,
       "message": "Unlinking needs your word that the record is deleted in the ERP system. Delete it there, then confirm with erp_record_deleted=true."
      }
     },
     "set": {
      "erpOriginId": {
       "clear": true
      }
     },
     "icon": "none",
     "source": "unlink"
    },
    "reset": {
     "label": "Reset",
     "from": [
      "synced"
     ],
     "to": "not_in_erp",
     "role": "unsyncer",
     "set": {
      "erpOriginId": {
       "clear": true
      }
     },
     "icon": "none",
     "source": "unlink"
    }
   }
  },
  "ranges": {
   "/rules/export-switched-on": {
    "start": {
     "line": 83,
     "character": 2
    },
    "end": {
     "line": 83,
     "character": 20
    }
   },
   "/rules/status-approved": {
    "start": {
     "line": 91,
     "character": 2
    },
    "end": {
     "line": 91,
     "character": 17
    }
   },
   "/rules/date-required": {
    "start": {
     "line": 98,
     "character": 2
    },
    "end": {
     "line": 98,
     "character": 15
    }
   },
   "/rules/billing-item-code-length": {
    "start": {
     "line": 105,
     "character": 2
    },
    "end": {
     "line": 105,
     "character": 26
    }
   },
   "/rules/associated-line-item-hidden": {
    "start": {
     "line": 113,
     "character": 2
    },
    "end": {
     "line": 113,
     "character": 29
    }
   },
   "/rules/associated-line-item-known": {
    "start": {
     "line": 122,
     "character": 2
    },
    "end": {
     "line": 122,
     "character": 28
    }
   },
   "/rules/associated-line-item-pattern": {
    "start": {
     "line": 131,
     "character": 2
    },
    "end": {
     "line": 131,
     "character": 30
    }
   },
   "/lifecycle/approve": {
    "start": {
     "line": 181,
     "character": 2
    },
    "end": {
     "line": 181,
     "character": 9
    }
   },
   "/lifecycle/send": {
    "start": {
     "line": 190,
     "character": 2
    },
    "end": {
     "line": 190,
     "character": 6
    }
   },
   "/lifecycle/retrieve": {
    "start": {
     "line": 202,
     "character": 2
    },
    "end": {
     "line": 202,
     "character": 10
    }
   },
   "/lifecycle/accept": {
    "start": {
     "line": 209,
     "character": 2
    },
    "end": {
     "line": 209,
     "character": 8
    }
   },
   "/lifecycle/reject": {
    "start": {
     "line": 220,
     "character": 2
    },
    "end": {
     "line": 220,
     "character": 8
    }
   },
   "/lifecycle/resend": {
    "start": {
     "line": 229,
     "character": 2
    },
    "end": {
     "line": 229,
     "character": 8
    }
   },
   "/lifecycle/export-succeeded": {
    "start": {
     "line": 240,
     "character": 2
    },
    "end": {
     "line": 240,
     "character": 18
    }
   },
   "/lifecycle/export-failed": {
    "start": {
     "line": 250,
     "character": 2
    },
    "end": {
     "line": 250,
     "character": 15
    }
   },
   "/lifecycle/retry-export": {
    "start": {
     "line": 259,
     "character": 2
    },
    "end": {
     "line": 259,
     "character": 14
    }
   },
   "/lifecycle/unlink": {
    "start": {
     "line": 268,
     "character": 2
    },
    "end": {
     "line": 268,
     "character": 8
    }
   },
   "/lifecycle/reset": {
    "start": {
     "line": 283,
     "character": 2
    },
    "end": {
     "line": 283,
     "character": 7
    }
   }
  }
 },
 {
  "file": "spectrum/pcco/1.1.0.yaml",
  "sha256": "15f474d6303968717ca63e3fc384522282cfb0013220329c95a30a419437dda6",
  "content": {
   "format": 1,
   "ruleSet": "spectrum/pcco",
   "version": "1.1.0",
   "title": "Sending a Prime Contract Change Order to Viewpoint Spectrum",
   "effective": {
    "from": "2026-11-01"
   },
   "sources": {
    "send": {
     "title": "Integration by Procore: Send a PCCO to ERP Integrations for Accounting Acceptance",
     "url": "https://support.procore.com/integrations/integration-by-procore/tutorials/send-a-pcco-to-erp-integrations-for-accounting-acceptance"
    },
    "export": {
     "title": "Export a PCCO to ERP",
     "url": "https://support.procore.com/products/online/user-guide/company-level/erp-integrations/general-erp-tutorials/export-a-pcco-to-erp"
    },
    "fields": {
     "title": "Which prime contract and PCCO fields are synced with Procore and Viewpoint Spectrum?",
     "url": "https://en-ca.support.procore.com/faq/which-prime-contract-and-pcco-fields-are-synced-with-procore-and-viewpoint-spectrum"
    },
    "thingsToKnow": {
     "title": "Viewpoint Spectrum: Things to Know",
     "url": "https://v2.support.procore.com/product-manuals/viewpoint-spectrum/things-to-know"
    },
    "create": {
     "title": "Create Prime Contract Change Orders",
     "url": "https://v2.support.procore.com/product-manuals/prime-contracts-project/tutorials/create-prime-contract-change-orders"
    },
    "release2020": {
     "title": "ERP Integrations: Sync Prime Contracts & PCCOs Between Procore and Viewpoint Spectrum",
     "url": "https://support.procore.com/product-releases/new-releases/erp-integrations-sync-prime-contracts-and-pccos-between-procore-and-viewpoint-spectrum"
    },
    "acceptSpectrum": {
     "title": "Accept or Reject a PCCO for Export to Viewpoint Spectrum",
     "url": "https://support.procore.com/tc/procore/Legacy/ERP_Archives/Legacy_Viewpoint_Spectrum_Tutorials/accept-or-reject-a-pcco-for-export-to-viewpoint-spectrum"
    },
    "cco": {
     "title": "Send a CCO to ERP Integrations for Accounting Acceptance",
     "url": "https://support.procore.com/integrations/integration-by-procore/tutorials/send-a-cco-to-erp-integrations-for-accounting-acceptance"
    },
    "review": {
     "title": "Approve or Reject Prime Contract Change Orders",
     "url": "https://support.procore.com/products/online/user-guide/project-level/change-orders/tutorials/approve-or-reject-pccos"
    },
    "statuses": {
     "title": "What are the default statuses for change orders in Procore?",
     "url": "https://en-ca.support.procore.com/faq/what-are-the-default-statuses-for-change-orders-in-procore"
    },
    "rest": {
     "title": "Procore's developer documentation: change orders",
     "url": "https://github.com/procore/documentation/blob/master/tutorials/tutorial_change_orders.md"
    },
    "spectrumEntry": {
     "title": "Spectrum: Change Request Entry - Field Descriptions",
     "url": "https://help.viewpoint.com/en/spectrum/spectrum/accounting/accounting/accounts-receivable/spectrum-menus/maintenance-overview/contracts/contract-entry/change-request-entry/change-request-entry---field-descriptions"
    },
    "duplicates": {
     "title": "Agave: Change Orders between Procore and Spectrum",
     "url": "https://sync-docs.agaveapi.com/docs/procore-and-spectrum/change-orders"
    },
    "accept": {
     "title": "Accept or Reject a PCCO for Export to ERP",
     "url": "https://v2.support.procore.com/product-manuals/erp-integrations-company/tutorials/accept-or-reject-a-pcco-for-export-to-erp"
    },
    "retrieve": {
     "title": "Retrieve a PCCO from ERP Integrations Before Acceptance",
     "url": "https://support.procore.com/products/online/user-guide/company-level/erp-integrations/general-erp-tutorials/retrieve-a-pcco-from-erp-integrations-before-acceptance"
    },
    "resend": {
     "title": "Resend a Rejected PCCO to ERP Integrations for Accounting Acceptance",
     "url": "https://v2.support.procore.com/product-manuals/erp-integrations-company/tutorials/resend-a-rejected-pcco-to-erp-integrations-for-accounting-acceptance"
    },
    "unlink": {
     "title": "Unlink or Reset PCCOs Synced with ERP",
     "url": "https://support.procore.com/products/online/user-guide/company-level/erp-integrations/general-erp-tutorials/unlink-pccos-synced-with-erp"
    },
    "failed": {
     "title": "What do I do when a commitment fails to export from the ERP Integrations tool?",
     "url": "https://procore-support-prototype-master.vercel.app/faq-what-do-i-do-when-a-commimtment-fails-to-export-from-the-erp-integrations-tool"
    },
    "guide": {
     "title": "ERP Integrations Technical Guide",
     "url": "https://developers.procore.com/documentation/erp-technical-guide"
    }
   },
   "features": {
    "export_prime_contract_change_orders": {
     "title": "Export of Prime Contract Change Orders",
     "default": "off",
     "switchedOnBy": "Integration Implementation Specialist",
     "where": {
      "field": "erpSystem",
      "equals": "spectrum"
     },
     "source": "send"
    }
   },
   "fields": {
    "date": {
     "label": "Date",
     "path": "created_at",
     "type": "dateTime"
    },
    "approvedDate": {
     "label": "Approved Date",
     "path": "reviewed_at",
     "type": "dateTime",
     "otherwise": {
      "field": "approvedOn"
     }
    },
    "approvedOn": {
     "label": "Approved Date",
     "path": "approved_on",
     "type": "dateTime"
    },
    "number": {
     "label": "Number (#)",
     "path": "number",
     "type": "text"
    },
    "title": {
     "label": "Title",
     "path": "title",
     "type": "text"
    },
    "contractId": {
     "label": "Prime contract",
     "path": "contract_id",
     "type": "id"
    },
    "grandTotal": {
     "label": "Grand Total",
     "path": "grand_total",
     "type": "money"
    },
    "lines": {
     "label": "Schedule of Values",
     "path": "line_items",
     "type": "list"
    },
    "lineAmount": {
     "label": "Amount",
     "path": "line_items[].amount",
     "type": "money"
    },
    "markupAmount": {
     "label": "Markup amount",
     "path": "markups[].amount",
     "type": "money"
    },
    "costCode": {
     "label": "Cost Code",
     "path": "line_items[].cost_code.origin_id",
     "type": "text",
     "otherwise": {
      "field": "wbsCode"
     }
    },
    "costType": {
     "label": "Cost Type",
     "path": "line_items[].line_item_type.origin_id",
     "type": "text",
     "otherwise": {
      "field": "wbsCode"
     }
    },
    "wbsCode": {
     "label": "WBS code",
     "path": "line_items[].wbs_code.flat_code",
     "type": "text"
    },
    "status": {
     "label": "Status",
     "path": "status",
     "type": "choice",
     "settled": [
      "no_charge",
      "rejected",
      "void"
     ],
     "choices": {
      "draft": "Draft",
      "pending": "Pending - In Review",
      "revised": "Pending - Revised",
      "pricing": "Pending - Pricing",
      "not_pricing": "Pending - Not Pricing",
      "proceeding": "Pending - Proceeding",
      "not_proceeding": "Pending - Not Proceeding",
      "pending_billable": "Pending - Billable",
      "approved": "Approved",
      "no_charge": "No Charge",
      "rejected": "Rejected",
      "void": "Void"
     }
    },
    "associatedLineItem": {
     "label": "Associated Line Item",
     "path": "line_items[].prime_line_item_id",
     "type": "id"
    },
    "billingItemCode": {
     "label": "Billing Item Code",
     "path": "line_items[].billing_item_code",
     "type": "text",
     "otherwise": {
      "from": "prime_contract.line_items",
      "matching": {
       "id": "associatedLineItem"
      },
      "take": "origin_code"
     }
    },
    "erpOriginId": {
     "label": "ERP id",
     "path": "erp.origin_id",
     "type": "text"
    },
    "transactionDateWritten": {
     "label": "Transaction Date",
     "path": "erp.transaction_date",
     "type": "date"
    },
    "exportMessages": {
     "label": "Export messages",
     "path": "erp.messages",
     "type": "list"
    },
    "erpSystem": {
     "label": "ERP system",
     "in": "context",
     "path": "erp.system",
     "type": "text"
    },
    "contract": {
     "label": "Prime contract",
     "in": "context",
     "path": "prime_contract.id",
     "type": "id"
    },
    "contractErpId": {
     "label": "Prime contract's ERP id",
     "in": "context",
     "path": "prime_contract.origin_id",
     "type": "text",
     "shownAt": "contractId"
    },
    "contractStatus": {
     "label": "Prime contract's status",
     "in": "context",
     "path": "prime_contract.status",
     "type": "text",
     "shownAt": "contractId"
    },
    "accountingMethod": {
     "label": "Prime contract's accounting method",
     "in": "context",
     "path": "prime_contract.accounting_method",
     "type": "text",
     "shownAt": "contractId"
    },
    "contractLines": {
     "label": "Prime contract lines",
     "in": "context",
     "path": "prime_contract.line_items[].id",
     "type": "id"
    },
    "transactionDate": {
     "label": "Transaction Date",
     "in": "input",
     "path": "transaction_date",
     "type": "date"
    },
    "primeContractsPermission": {
     "label": "Permission on Prime Contracts",
     "in": "context",
     "path": "actor.prime_contracts",
     "type": "text"
    },
    "erpPermission": {
     "label": "Permission on ERP Integrations",
     "in": "context",
     "path": "actor.erp_integrations",
     "type": "text"
    },
    "canPushToAccounting": {
     "label": "Can Push to Accounting",
     "in": "context",
     "path": "actor.can_push_to_accounting",
     "type": "boolean"
    },
    "isDesignatedReviewer": {
     "label": "Designated Reviewer",
     "in": "context",
     "path": "actor.designated_reviewer",
     "type": "boolean"
    },
    "isSystem": {
     "label": "Service account",
     "in": "context",
     "path": "actor.system",
     "type": "boolean"
    }
   },
   "rules": {
    "export-switched-on": {
     "title": "The export of PCCOs to Spectrum is switched on",
     "feature": "export_prime_contract_change_orders",
     "is": "on",
     "severity": "error",
     "stage": "send",
     "message": "{feature} is not switched on for this ERP system, so no PCCO can be sent to Spectrum. Ask your {switchedOnBy}.",
     "source": "send"
    },
    "status-approved": {
     "title": "The PCCO is Approved",
     "field": "status",
     "equals": "approved",
     "severity": "error",
     "stage": "send",
     "source": "send"
    },
    "date-required": {
     "title": "The PCCO has a Date",
     "field": "date",
     "required": true,
     "severity": "error",
     "stage": "send",
     "source": "send"
    },
    "billing-item-code-length": {
     "title": "A Billing Item Code has at most 10 characters",
     "field": "billingItemCode",
     "maxLength": 10,
     "severity": "error",
     "stage": "send",
     "message": "{label} {value} has {length} characters; Spectrum has room for {maxLength}.",
     "source": "send"
    },
    "associated-line-item-hidden": {
     "title": "Without the export there is no Associated Line Item",
     "when": {
      "feature": "export_prime_contract_change_orders",
      "is": "off"
     },
     "field": "associatedLineItem",
     "absent": true,
     "severity": "error",
     "stage": "send",
     "message": "{label} exists only while {feature} is on; it is off, so this line must not have one (found {value}).",
     "source": "send"
    },
    "associated-line-item-known": {
     "title": "The Associated Line Item is a line of this prime contract",
     "when": {
      "feature": "export_prime_contract_change_orders",
      "is": "on"
     },
     "field": "associatedLineItem",
     "refersTo": "contractLines",
     "severity": "error",
     "stage": "send",
     "message": "{label} {value} is no line of this PCCO's prime contract.",
     "source": "send"
    },
    "associated-line-item-pattern": {
     "title": "Each line has its own Associated Line Item, or all have the same one",
     "when": {
      "feature": "export_prime_contract_change_orders",
      "is": "on"
     },
     "field": "associatedLineItem",
     "distinctOrSame": true,
     "severity": "warning",
     "stage": "send",
     "source": "send"
    },
    "status-known": {
     "title": "The status is one of Procore's twelve",
     "field": "status",
     "oneOf": [
      "draft",
      "pending",
      "revised",
      "pricing",
      "not_pricing",
      "proceeding",
      "not_proceeding",
      "pending_billable",
      "approved",
      "no_charge",
      "rejected",
      "void"
     ],
     "severity": "error",
     "stage": "save",
     "source": "statuses"
    },
    "amount-format": {
     "title": "Amounts are decimal numbers with at most two decimals",
     "fields": [
      "grandTotal",
      "lineAmount",
      "markupAmount"
     ],
     "maxDecimals": 2,
     "severity": "error",
     "stage": "save",
     "source": "rest",
     "basis": "inferred"
    },
    "title-length": {
     "title": "The Title has at most 255 characters",
     "field": "title",
     "maxLength": 255,
     "severity": "error",
     "stage": "save",
     "message": "{label} has {length} characters; Spectrum takes {maxLength} or fewer.",
     "source": "thingsToKnow"
    },
    "number-length": {
     "title": "The Number has at most 10 characters",
     "field": "number",
     "maxLength": 10,
     "severity": "warning",
     "stage": "save",
     "message": "{label} {value} has {length} characters. No limit is published; neighbouring records in Spectrum take 10 to 12, so {maxLength} or fewer are safe.",
     "source": "cco",
     "basis": "inferred",
     "rationale": "The number becomes the Change Request ID. Neighbouring records have limits of 10 and 12 characters; the limit for PCCOs is not verified."
    },
    "contract-approved": {
     "title": "The prime contract is Approved or Complete",
     "field": "contractStatus",
     "oneOf": [
      "Approved",
      "Complete"
     ],
     "severity": "error",
     "stage": "save",
     "source": "create"
    },
    "contract-match": {
     "title": "The PCCO belongs to this prime contract",
     "field": "contractId",
     "equals": {
      "field": "contract"
     },
     "severity": "error",
     "stage": "save",
     "message": "The PCCO belongs to prime contract {value}, but the context describes {expected}.",
     "source": "rest",
     "basis": "inferred"
    },
    "contract-synced": {
     "title": "The prime contract is synced with Spectrum",
     "field": "contractErpId",
     "required": true,
     "severity": "error",
     "stage": "send",
     "message": "{label} is missing: the prime contract is not synced with Spectrum. Import it from Spectrum first.",
     "source": "export"
    },
    "amount-based-contract": {
     "title": "The prime contract is amount based",
     "field": "accountingMethod",
     "equals": "amount",
     "severity": "error",
     "stage": "send",
     "message": "{label} is {value}; PCCOs of unit price contracts can't be exported to Spectrum.",
     "source": "release2020"
    },
    "approved-date-required": {
     "title": "An Approved PCCO has an Approved Date",
     "when": {
      "field": "status",
      "equals": "approved"
     },
     "field": "approvedDate",
     "required": true,
     "severity": "error",
     "stage": "send",
     "message": "{label} is missing (reviewed_at, or approved_on); it becomes the Approval Date in Spectrum.",
     "source": "fields",
     "basis": "inferred"
    },
    "line-items-required": {
     "title": "The PCCO has at least one line",
     "field": "lines",
     "minItems": 1,
     "severity": "error",
     "stage": "send",
     "message": "{label} has no line, so there is nothing to export.",
     "source": "fields",
     "basis": "inferred"
    },
    "cost-code-and-type": {
     "title": "Each line has a Cost Code and a Cost Type that are synced",
     "fields": [
      "costCode",
      "costType"
     ],
     "required": true,
     "severity": "error",
     "stage": "send",
     "message": "{label} is missing or not synced; Spectrum needs it for the Phase and Cost Type.",
     "source": "fields",
     "basis": "inferred"
    },
    "unique-phase-cost-type": {
     "title": "No two lines have the same Cost Code and Cost Type",
     "fields": [
      "costCode",
      "costType"
     ],
     "distinct": true,
     "severity": "warning",
     "stage": "send",
     "message": "{combination} stand on line {first} already; Spectrum is known to refuse that. Merge the two lines.",
     "source": "duplicates",
     "basis": "inferred"
    },
    "billing-item-present": {
     "title": "Each line has a Billing Item Code",
     "field": "billingItemCode",
     "required": true,
     "severity": "warning",
     "stage": "send",
     "message": "{label} is missing, on the line and on its associated contract line; Spectrum asks for it when the change request becomes a change order.",
     "source": "spectrumEntry",
     "basis": "inferred"
    },
    "associated-line-item-set": {
     "title": "Each line has an Associated Line Item",
     "when": {
      "feature": "export_prime_contract_change_orders",
      "is": "on"
     },
     "field": "associatedLineItem",
     "required": true,
     "severity": "warning",
     "stage": "send",
     "source": "release2020",
     "basis": "inferred"
    },
    "single-associated-line": {
     "title": "All lines have the same Associated Line Item",
     "when": {
      "feature": "export_prime_contract_change_orders",
      "is": "on"
     },
     "field": "associatedLineItem",
     "same": true,
     "severity": "off",
     "stage": "send",
     "source": "acceptSpectrum",
     "rationale": "One page says that a PCCO may touch only one prime contract line; four others allow one for each line. Switch it on if your exports fail for it."
    },
    "total-matches": {
     "title": "The lines and markups add up to the Grand Total",
     "field": "grandTotal",
     "sumEquals": [
      "lineAmount",
      "markupAmount"
     ],
     "severity": "warning",
     "stage": "send",
     "message": "{label} is {value}, but lines and markups add up to {sum}.",
     "source": "fields",
     "basis": "inferred"
    },
    "transaction-date": {
     "title": "A Transaction Date is given at acceptance",
     "field": "transactionDate",
     "required": true,
     "severity": "error",
     "stage": "export",
     "source": "accept"
    }
   },
   "roles": {
    "primeContractsAdmin": {
     "label": "Admin permission on the project's Prime Contracts tool",
     "where": {
      "field": "primeContractsPermission",
      "equals": "admin"
     },
     "source": "send"
    },
    "designatedReviewer": {
     "label": "being the PCCO's Designated Reviewer, while it is Pending - In Review or Pending - Revised",
     "where": {
      "all": [
       {
        "field": "isDesignatedReviewer",
        "equals": true
       },
       {
        "field": "status",
        "oneOf": [
         "pending",
         "revised"
        ]
       }
      ]
     },
     "source": "review"
    },
    "accountingApprover": {
     "label": "Standard or Admin permission on the company's ERP Integrations tool and the flag Can Push to Accounting",
     "where": {
      "all": [
       {
        "field": "erpPermission",
        "oneOf": [
         "standard",
         "admin"
        ]
       },
       {
        "field": "canPushToAccounting",
        "equals": true
       }
      ]
     },
     "source": "accept"
    },
    "unsyncer": {
     "label": "Admin permission on Prime Contracts, Standard or Admin on ERP Integrations, and the flag Can Push to Accounting",
     "where": {
      "all": [
       {
        "field": "primeContractsPermission",
        "equals": "admin"
       },
       {
        "field": "erpPermission",
        "oneOf": [
         "standard",
         "admin"
        ]
       },
       {
        "field": "canPushToAccounting",
        "equals": true
       }
      ]
     },
     "source": "unlink"
    },
    "integration": {
     "label": "the integration's service account",
     "where": {
      "field": "isSystem",
      "equals": true
     },
     "source": "guide"
    }
   },
   "states": {
    "not_integrated": {
     "label": "Not integrated",
     "icon": "none",
     "locked": false
    },
    "not_in_erp": {
     "label": "Not in ERP",
     "icon": "none",
     "locked": false,
     "initial": true
    },
    "ready_to_export": {
     "label": "Ready to Export",
     "icon": "blue",
     "locked": true
    },
    "exporting": {
     "label": "Exporting",
     "icon": "blue",
     "locked": true,
     "aliases": [
      "exportging"
     ]
    },
    "failed_to_export": {
     "label": "Failed to Export",
     "icon": "blue",
     "locked": true
    },
    "rejected": {
     "label": "Rejected by accounting",
     "icon": "yellow",
     "locked": false
    },
    "invalid": {
     "label": "Invalid",
     "icon": "none",
     "locked": false
    },
    "synced": {
     "label": "Synced",
     "icon": "green",
     "locked": true
    }
   },
   "lifecycle": {
    "approve": {
     "label": "Approve",
     "from": [
      "not_integrated",
      "not_in_erp",
      "rejected",
      "invalid"
     ],
     "role": [
      "primeContractsAdmin",
      "designatedReviewer"
     ],
     "guards": [
      {
       "when": {
        "not": {
         "field": "status",
         "equals": "approved"
        }
       },
       "message": "The PCCO is already Approved."
      }
     ],
     "set": {
      "status": {
       "value": "approved"
      },
      "approvedDate": {
       "now": true
      }
     },
     "source": "send"
    },
    "send": {
     "label": "Send to ERP",
     "from": [
      "not_in_erp",
      "invalid"
     ],
     "guards": [
      {
       "when": {
        "field": "erpOriginId",
        "absent": true
       },
       "message": "The PCCO has an ERP id already. Unlink or reset it first, or it would be in the ERP system twice."
      }
     ],
     "to": "ready_to_export",
     "role": "primeContractsAdmin",
     "checks": [
      "save",
      "send"
     ],
     "icon": "blue",
     "source": "send"
    },
    "retrieve": {
     "label": "Retrieve from ERP",
     "from": [
      "ready_to_export"
     ],
     "to": "not_in_erp",
     "role": "primeContractsAdmin",
     "icon": "yellow",
     "source": "retrieve"
    },
    "accept": {
     "label": "Accept and export",
     "from": [
      "ready_to_export"
     ],
     "to": "exporting",
     "role": "accountingApprover",
     "checks": [
      "save",
      "send",
      "export"
     ],
     "input": {
      "transaction_date": {
       "label": "Transaction Date",
       "type": "date",
       "required": true,
       "default": "today"
      }
     },
     "set": {
      "transactionDateWritten": {
       "input": "transaction_date"
      }
     },
     "icon": "blue",
     "source": "accept"
    },
    "reject": {
     "label": "Reject",
     "from": [
      "ready_to_export",
      "failed_to_export"
     ],
     "to": "rejected",
     "role": "accountingApprover",
     "input": {
      "comment": {
       "label": "Comment",
       "type": "text"
      }
     },
     "icon": "yellow",
     "source": "accept"
    },
    "resend": {
     "label": "Resend to ERP",
     "from": [
      "rejected",
      {
       "state": "not_in_erp",
       "after": "retrieve"
      }
     ],
     "guards": [
      {
       "when": {
        "field": "erpOriginId",
        "absent": true
       },
       "message": "The PCCO has an ERP id already. Unlink or reset it first, or it would be in the ERP system twice."
      }
     ],
     "to": "ready_to_export",
     "role": "primeContractsAdmin",
     "checks": [
      "save",
      "send"
     ],
     "icon": "blue",
     "source": "resend"
    },
    "export-succeeded": {
     "label": "Export succeeded",
     "from": [
      "exporting"
     ],
     "to": "synced",
     "role": "integration",
     "input": {
      "origin_id": {
       "label": "ERP id",
       "type": "text",
       "required": true
      }
     },
     "set": {
      "erpOriginId": {
       "input": "origin_id"
      },
      "exportMessages": {
       "clear": true
      }
     },
     "icon": "green",
     "source": "guide"
    },
    "export-failed": {
     "label": "Export failed",
     "from": [
      "exporting"
     ],
     "to": "failed_to_export",
     "role": "integration",
     "input": {
      "messages": {
       "label": "Export messages",
       "type": "texts",
       "required": true
      }
     },
     "set": {
      "exportMessages": {
       "input": "messages"
      }
     },
     "source": "guide"
    },
    "retry-export": {
     "label": "Export again",
     "from": [
      "failed_to_export"
     ],
     "to": "exporting",
     "role": "accountingApprover",
     "checks": [
      "save",
      "send",
      "export"
     ],
     "icon": "blue",
     "source": "failed",
     "basis": "inferred"
    },
    "unlink": {
     "label": "Unlink",
     "from": [
      "synced"
     ],
     "to": "not_in_erp",
     "role": "unsyncer",
     "input": {
      "erp_record_deleted": {
       "label": "The record is deleted in the ERP system",
       "type": "boolean",
       "required": true,
       "mustBe": true,
       "message": "Unlinking needs your word that the record is deleted in the ERP system. Delete it there, then confirm with erp_record_deleted=true."
      }
     },
     "set": {
      "erpOriginId": {
       "clear": true
      }
     },
     "icon": "none",
     "source": "unlink"
    },
    "reset": {
     "label": "Reset",
     "from": [
      "synced"
     ],
     "to": "not_in_erp",
     "role": "unsyncer",
     "set": {
      "erpOriginId": {
       "clear": true
      }
     },
     "icon": "none",
     "source": "unlink"
    }
   }
  },
  "ranges": {
   "/rules/export-switched-on": {
    "start": {
     "line": 146,
     "character": 2
    },
    "end": {
     "line": 146,
     "character": 20
    }
   },
   "/rules/status-approved": {
    "start": {
     "line": 154,
     "character": 2
    },
    "end": {
     "line": 154,
     "character": 17
    }
   },
   "/rules/date-required": {
    "start": {
     "line": 161,
     "character": 2
    },
    "end": {
     "line": 161,
     "character": 15
    }
   },
   "/rules/billing-item-code-length": {
    "start": {
     "line": 168,
     "character": 2
    },
    "end": {
     "line": 168,
     "character": 26
    }
   },
   "/rules/associated-line-item-hidden": {
    "start": {
     "line": 176,
     "character": 2
    },
    "end": {
     "line": 176,
     "character": 29
    }
   },
   "/rules/associated-line-item-known": {
    "start": {
     "line": 185,
     "character": 2
    },
    "end": {
     "line": 185,
     "character": 28
    }
   },
   "/rules/associated-line-item-pattern": {
    "start": {
     "line": 194,
     "character": 2
    },
    "end": {
     "line": 194,
     "character": 30
    }
   },
   "/rules/status-known": {
    "start": {
     "line": 204,
     "character": 2
    },
    "end": {
     "line": 204,
     "character": 14
    }
   },
   "/rules/amount-format": {
    "start": {
     "line": 211,
     "character": 2
    },
    "end": {
     "line": 211,
     "character": 15
    }
   },
   "/rules/title-length": {
    "start": {
     "line": 219,
     "character": 2
    },
    "end": {
     "line": 219,
     "character": 14
    }
   },
   "/rules/number-length": {
    "start": {
     "line": 227,
     "character": 2
    },
    "end": {
     "line": 227,
     "character": 15
    }
   },
   "/rules/contract-approved": {
    "start": {
     "line": 237,
     "character": 2
    },
    "end": {
     "line": 237,
     "character": 19
    }
   },
   "/rules/contract-match": {
    "start": {
     "line": 244,
     "character": 2
    },
    "end": {
     "line": 244,
     "character": 16
    }
   },
   "/rules/contract-synced": {
    "start": {
     "line": 253,
     "character": 2
    },
    "end": {
     "line": 253,
     "character": 17
    }
   },
   "/rules/amount-based-contract": {
    "start": {
     "line": 261,
     "character": 2
    },
    "end": {
     "line": 261,
     "character": 23
    }
   },
   "/rules/approved-date-required": {
    "start": {
     "line": 269,
     "character": 2
    },
    "end": {
     "line": 269,
     "character": 24
    }
   },
   "/rules/line-items-required": {
    "start": {
     "line": 279,
     "character": 2
    },
    "end": {
     "line": 279,
     "character": 21
    }
   },
   "/rules/cost-code-and-type": {
    "start": {
     "line": 288,
     "character": 2
    },
    "end": {
     "line": 288,
     "character": 20
    }
   },
   "/rules/unique-phase-cost-type": {
    "start": {
     "line": 297,
     "character": 2
    },
    "end": {
     "line": 297,
     "character": 24
    }
   },
   "/rules/billing-item-present": {
    "start": {
     "line": 306,
     "character": 2
    },
    "end": {
     "line": 306,
     "character": 22
    }
   },
   "/rules/associated-line-item-set": {
    "start": {
     "line": 315,
     "character": 2
    },
    "end": {
     "line": 315,
     "character": 26
    }
   },
   "/rules/single-associated-line": {
    "start": {
     "line": 324,
     "character": 2
    },
    "end": {
     "line": 324,
     "character": 24
    }
   },
   "/rules/total-matches": {
    "start": {
     "line": 333,
     "character": 2
    },
    "end": {
     "line": 333,
     "character": 15
    }
   },
   "/rules/transaction-date": {
    "start": {
     "line": 342,
     "character": 2
    },
    "end": {
     "line": 342,
     "character": 18
    }
   },
   "/lifecycle/approve": {
    "start": {
     "line": 394,
     "character": 2
    },
    "end": {
     "line": 394,
     "character": 9
    }
   },
   "/lifecycle/send": {
    "start": {
     "line": 403,
     "character": 2
    },
    "end": {
     "line": 403,
     "character": 6
    }
   },
   "/lifecycle/retrieve": {
    "start": {
     "line": 415,
     "character": 2
    },
    "end": {
     "line": 415,
     "character": 10
    }
   },
   "/lifecycle/accept": {
    "start": {
     "line": 422,
     "character": 2
    },
    "end": {
     "line": 422,
     "character": 8
    }
   },
   "/lifecycle/reject": {
    "start": {
     "line": 433,
     "character": 2
    },
    "end": {
     "line": 433,
     "character": 8
    }
   },
   "/lifecycle/resend": {
    "start": {
     "line": 442,
     "character": 2
    },
    "end": {
     "line": 442,
     "character": 8
    }
   },
   "/lifecycle/export-succeeded": {
    "start": {
     "line": 453,
     "character": 2
    },
    "end": {
     "line": 453,
     "character": 18
    }
   },
   "/lifecycle/export-failed": {
    "start": {
     "line": 463,
     "character": 2
    },
    "end": {
     "line": 463,
     "character": 15
    }
   },
   "/lifecycle/retry-export": {
    "start": {
     "line": 472,
     "character": 2
    },
    "end": {
     "line": 472,
     "character": 14
    }
   },
   "/lifecycle/unlink": {
    "start": {
     "line": 481,
     "character": 2
    },
    "end": {
     "line": 481,
     "character": 8
    }
   },
   "/lifecycle/reset": {
    "start": {
     "line": 496,
     "character": 2
    },
    "end": {
     "line": 496,
     "character": 7
    }
   }
  }
 }
];
