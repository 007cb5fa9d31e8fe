// Generated from the rule files by `npm run generate`; do not edit.
import type { BundledRuleFile } from "../rules/bundled.ts";

/** The rule files that ship with the product. */
export const bundledRuleFiles: readonly BundledRuleFile[] = [
 {
  "file": "spectrum/pcco/1.0.0.yaml",
  "sha256": "54217958c352f4489c26a27a0ce49671cb7064efd251aaed2a401a13e9206df6",
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
     "message": "{feature} is off, so no PCCO can be sent to Spectrum. Ask your {switchedOnBy} to switch it on.",
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
     "message": "{label} {value} has {length} characters; Spectrum takes {maxLength} or fewer.",
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
     "label": "to be the PCCO's Designated Reviewer",
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
     "label": "to be the integration's service account",
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
       "message": "The PCCO is still in the ERP system. Delete the record there first, then confirm with erp_record_deleted=true."
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
     "line": 80,
     "character": 2
    },
    "end": {
     "line": 80,
     "character": 20
    }
   },
   "/rules/status-approved": {
    "start": {
     "line": 88,
     "character": 2
    },
    "end": {
     "line": 88,
     "character": 17
    }
   },
   "/rules/date-required": {
    "start": {
     "line": 95,
     "character": 2
    },
    "end": {
     "line": 95,
     "character": 15
    }
   },
   "/rules/billing-item-code-length": {
    "start": {
     "line": 102,
     "character": 2
    },
    "end": {
     "line": 102,
     "character": 26
    }
   },
   "/rules/associated-line-item-hidden": {
    "start": {
     "line": 110,
     "character": 2
    },
    "end": {
     "line": 110,
     "character": 29
    }
   },
   "/rules/associated-line-item-known": {
    "start": {
     "line": 119,
     "character": 2
    },
    "end": {
     "line": 119,
     "character": 28
    }
   },
   "/rules/associated-line-item-pattern": {
    "start": {
     "line": 128,
     "character": 2
    },
    "end": {
     "line": 128,
     "character": 30
    }
   },
   "/lifecycle/approve": {
    "start": {
     "line": 177,
     "character": 2
    },
    "end": {
     "line": 177,
     "character": 9
    }
   },
   "/lifecycle/send": {
    "start": {
     "line": 186,
     "character": 2
    },
    "end": {
     "line": 186,
     "character": 6
    }
   },
   "/lifecycle/retrieve": {
    "start": {
     "line": 194,
     "character": 2
    },
    "end": {
     "line": 194,
     "character": 10
    }
   },
   "/lifecycle/accept": {
    "start": {
     "line": 201,
     "character": 2
    },
    "end": {
     "line": 201,
     "character": 8
    }
   },
   "/lifecycle/reject": {
    "start": {
     "line": 212,
     "character": 2
    },
    "end": {
     "line": 212,
     "character": 8
    }
   },
   "/lifecycle/resend": {
    "start": {
     "line": 221,
     "character": 2
    },
    "end": {
     "line": 221,
     "character": 8
    }
   },
   "/lifecycle/export-succeeded": {
    "start": {
     "line": 229,
     "character": 2
    },
    "end": {
     "line": 229,
     "character": 18
    }
   },
   "/lifecycle/export-failed": {
    "start": {
     "line": 239,
     "character": 2
    },
    "end": {
     "line": 239,
     "character": 15
    }
   },
   "/lifecycle/retry-export": {
    "start": {
     "line": 248,
     "character": 2
    },
    "end": {
     "line": 248,
     "character": 14
    }
   },
   "/lifecycle/unlink": {
    "start": {
     "line": 257,
     "character": 2
    },
    "end": {
     "line": 257,
     "character": 8
    }
   },
   "/lifecycle/reset": {
    "start": {
     "line": 272,
     "character": 2
    },
    "end": {
     "line": 272,
     "character": 7
    }
   }
  }
 }
];
