// Generated from the rule files by `npm run generate`; do not edit.

import type { BundledRuleFile } from "../rules/bundled.ts";

/** The rule files that ship beside those of the core. */
export const furtherRuleFiles: readonly BundledRuleFile[] = [
 {
  "file": "acumatica/pcco/1.0.0.yaml",
  "sha256": "1a3f9704ae92a30e8f692fe5abdeccb77572d44afd40b57ee453a763989a8441",
  "content": {
   "format": 1,
   "ruleSet": "acumatica/pcco",
   "version": "1.0.0",
   "title": "Sending a Prime Contract Change Order to Acumatica",
   "effective": {
    "from": "2026-11-01"
   },
   "extends": "procore/pcco@1.0.0",
   "sources": {
    "thingsToKnow": {
     "title": "Acumatica Construction: Things to Know",
     "url": "https://v2.support.procore.com/product-manuals/acumatica-construction/things-to-know"
    }
   },
   "fields": {
    "revenueBudgetLevel": {
     "label": "Revenue Budget Level",
     "in": "context",
     "path": "project.revenue_budget_level",
     "type": "text"
    }
   },
   "rules": {
    "erp-system": {
     "title": "The ERP system is Acumatica",
     "field": "erpSystem",
     "equals": "acumatica",
     "severity": "error",
     "stage": "send",
     "message": "{label} is {value}, but these are the rules for Acumatica (acumatica). Choose the rule set of your ERP system.",
     "source": "thingsToKnow"
    },
    "revenue-budget-level": {
     "title": "The job's Revenue Budget Level is Task",
     "field": "revenueBudgetLevel",
     "equals": "Task",
     "severity": "error",
     "stage": "send",
     "message": "{label} of the job in Acumatica is {value}; PCCOs sync only where it is {expected}. Set it on the job's Summary tab.",
     "source": "thingsToKnow"
    },
    "contract-number-length": {
     "title": "The prime contract's number has at most 7 characters",
     "field": "contractNumber",
     "maxLength": 7,
     "severity": "error",
     "stage": "send",
     "message": "{label} {value} has {length} characters; contracts sync with Acumatica only with {maxLength} or fewer.",
     "source": "thingsToKnow",
     "rationale": "Asked where Procore Edge exports prime contracts. Procore Vision imports them instead; switch it off there."
    },
    "contract-number-characters": {
     "title": "The prime contract's number has letters and digits only",
     "field": "contractNumber",
     "pattern": "[A-Za-z0-9]*",
     "severity": "error",
     "stage": "send",
     "message": "{label} {value} has other characters than letters and digits; such contracts do not sync with Acumatica.",
     "source": "thingsToKnow",
     "rationale": "Asked where Procore Edge exports prime contracts. Procore Vision imports them instead; switch it off there."
    },
    "vertical-markup-item": {
     "title": "Each vertical markup has an ERP Prime Contract Item",
     "when": {
      "field": "markupSet",
      "oneOf": [
       "vertical",
       "change_orders_vertical"
      ]
     },
     "field": "markupContractLine",
     "required": true,
     "severity": "error",
     "stage": "send",
     "message": "Markup {line} is vertical and has no {label}; Acumatica needs one.",
     "source": "thingsToKnow"
    }
   }
  },
  "ranges": {
   "/rules/erp-system": {
    "start": {
     "line": 18,
     "character": 2
    },
    "end": {
     "line": 18,
     "character": 12
    }
   },
   "/rules/revenue-budget-level": {
    "start": {
     "line": 26,
     "character": 2
    },
    "end": {
     "line": 26,
     "character": 22
    }
   },
   "/rules/contract-number-length": {
    "start": {
     "line": 34,
     "character": 2
    },
    "end": {
     "line": 34,
     "character": 24
    }
   },
   "/rules/contract-number-characters": {
    "start": {
     "line": 43,
     "character": 2
    },
    "end": {
     "line": 43,
     "character": 28
    }
   },
   "/rules/vertical-markup-item": {
    "start": {
     "line": 52,
     "character": 2
    },
    "end": {
     "line": 52,
     "character": 22
    }
   }
  }
 },
 {
  "file": "cmic/pcco/1.0.0.yaml",
  "sha256": "7df63cfecdec7fea007082b0c3de1acca46cd37b8be1162ad78db94a0f9004b7",
  "content": {
   "format": 1,
   "ruleSet": "cmic/pcco",
   "version": "1.0.0",
   "title": "Sending a Prime Contract Change Order to CMiC",
   "effective": {
    "from": "2026-11-01"
   },
   "extends": "procore/pcco@1.0.0",
   "sources": {
    "thingsToKnow": {
     "title": "CMiC: Things to Know",
     "url": "https://v2.support.procore.com/product-manuals/cmic/things-to-know"
    }
   },
   "rules": {
    "erp-system": {
     "title": "The ERP system is CMiC",
     "field": "erpSystem",
     "equals": "cmic",
     "severity": "error",
     "stage": "send",
     "message": "{label} is {value}, but these are the rules for CMiC (cmic). Choose the rule set of your ERP system.",
     "source": "thingsToKnow"
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
     "source": "thingsToKnow"
    },
    "horizontal-markup": {
     "title": "Markup is horizontal",
     "field": "markupSet",
     "oneOf": [
      "horizontal",
      "change_orders_horizontal"
     ],
     "severity": "info",
     "stage": "send",
     "message": "Markup {line} is {value}. CMiC's own page allows horizontal and vertical markup, another page horizontal markup only.",
     "source": "createBeta"
    }
   }
  },
  "ranges": {
   "/rules/erp-system": {
    "start": {
     "line": 15,
     "character": 2
    },
    "end": {
     "line": 15,
     "character": 12
    }
   },
   "/rules/associated-line-item-pattern": {
    "start": {
     "line": 23,
     "character": 2
    },
    "end": {
     "line": 23,
     "character": 30
    }
   },
   "/rules/horizontal-markup": {
    "start": {
     "line": 31,
     "character": 2
    },
    "end": {
     "line": 31,
     "character": 19
    }
   }
  }
 },
 {
  "file": "netsuite/pcco/1.0.0.yaml",
  "sha256": "45fc71b5f6d535f2e8b34020de5c63800fdcaee5af68a7dd3c47289699e7543a",
  "content": {
   "format": 1,
   "ruleSet": "netsuite/pcco",
   "version": "1.0.0",
   "title": "Prime Contract Change Orders are not sent to NetSuite",
   "effective": {
    "from": "2026-11-01"
   },
   "extends": "procore/pcco-life-cycle@1.0.0",
   "sources": {
    "notSupported": {
     "title": "NetSuite: Things to Know",
     "url": "https://v2.support.procore.com/product-manuals/netsuite/things-to-know"
    }
   },
   "rules": {
    "erp-system": {
     "title": "The ERP system is NetSuite",
     "field": "erpSystem",
     "equals": "netsuite",
     "severity": "error",
     "stage": "send",
     "message": "{label} is {value}, but these are the rules for NetSuite (netsuite). Choose the rule set of your ERP system.",
     "source": "notSupported"
    },
    "export-supported": {
     "title": "Procore's integration exports PCCOs to the ERP system",
     "when": {
      "field": "erpSystem",
      "equals": "netsuite"
     },
     "field": "erpSystem",
     "absent": true,
     "severity": "error",
     "stage": "send",
     "message": "Procore's integration with NetSuite does not export PCCOs, so this one can't be sent; enter the change in NetSuite by hand.",
     "source": "notSupported"
    }
   }
  },
  "ranges": {
   "/rules/erp-system": {
    "start": {
     "line": 15,
     "character": 2
    },
    "end": {
     "line": 15,
     "character": 12
    }
   },
   "/rules/export-supported": {
    "start": {
     "line": 23,
     "character": 2
    },
    "end": {
     "line": 23,
     "character": 18
    }
   }
  }
 },
 {
  "file": "procore/pcco-life-cycle/1.0.0.yaml",
  "sha256": "4b835cb172418e23e36f2533688a356d95397d51884e5e44e922226ccb290740",
  "content": {
   "format": 1,
   "ruleSet": "procore/pcco-life-cycle",
   "version": "1.0.0",
   "title": "The life cycle of a Prime Contract Change Order, to build rule sets on",
   "effective": {
    "from": "2026-11-01"
   },
   "sources": {
    "send": {
     "title": "Send a PCCO to ERP Integrations for Accounting Acceptance",
     "url": "https://v2.support.procore.com/product-manuals/erp-integrations-company/tutorials/send-a-pcco-to-erp-integrations-for-accounting-acceptance"
    },
    "review": {
     "title": "Approve or Reject Prime Contract Change Orders",
     "url": "https://support.procore.com/products/online/user-guide/project-level/change-orders/tutorials/approve-or-reject-pccos"
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
   "fields": {
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
   "/lifecycle/approve": {
    "start": {
     "line": 114,
     "character": 2
    },
    "end": {
     "line": 114,
     "character": 9
    }
   },
   "/lifecycle/send": {
    "start": {
     "line": 123,
     "character": 2
    },
    "end": {
     "line": 123,
     "character": 6
    }
   },
   "/lifecycle/retrieve": {
    "start": {
     "line": 135,
     "character": 2
    },
    "end": {
     "line": 135,
     "character": 10
    }
   },
   "/lifecycle/accept": {
    "start": {
     "line": 142,
     "character": 2
    },
    "end": {
     "line": 142,
     "character": 8
    }
   },
   "/lifecycle/reject": {
    "start": {
     "line": 153,
     "character": 2
    },
    "end": {
     "line": 153,
     "character": 8
    }
   },
   "/lifecycle/resend": {
    "start": {
     "line": 162,
     "character": 2
    },
    "end": {
     "line": 162,
     "character": 8
    }
   },
   "/lifecycle/export-succeeded": {
    "start": {
     "line": 173,
     "character": 2
    },
    "end": {
     "line": 173,
     "character": 18
    }
   },
   "/lifecycle/export-failed": {
    "start": {
     "line": 183,
     "character": 2
    },
    "end": {
     "line": 183,
     "character": 15
    }
   },
   "/lifecycle/retry-export": {
    "start": {
     "line": 192,
     "character": 2
    },
    "end": {
     "line": 192,
     "character": 14
    }
   },
   "/lifecycle/unlink": {
    "start": {
     "line": 201,
     "character": 2
    },
    "end": {
     "line": 201,
     "character": 8
    }
   },
   "/lifecycle/reset": {
    "start": {
     "line": 216,
     "character": 2
    },
    "end": {
     "line": 216,
     "character": 7
    }
   }
  }
 },
 {
  "file": "procore/pcco/1.0.0.yaml",
  "sha256": "92c79755137e1bfc53b6389cdc5b8368eedc626537aa3a54b0fefd7e53b32c34",
  "content": {
   "format": 1,
   "ruleSet": "procore/pcco",
   "version": "1.0.0",
   "title": "Sending a Prime Contract Change Order to any ERP system",
   "effective": {
    "from": "2026-11-01"
   },
   "extends": "procore/pcco-life-cycle@1.0.0",
   "sources": {
    "export": {
     "title": "Export a PCCO to ERP",
     "url": "https://support.procore.com/products/online/user-guide/company-level/erp-integrations/general-erp-tutorials/export-a-pcco-to-erp"
    },
    "createBeta": {
     "title": "Create Prime Contract Change Orders",
     "url": "https://v2.support.procore.com/product-manuals/prime-contracts-project/tutorials/create-prime-contract-change-orders"
    },
    "create": {
     "title": "Create a Prime Contract Change Order",
     "url": "https://support.procore.com/products/online/user-guide/project-level/prime-contracts/tutorials/create-a-prime-contract-change-order"
    },
    "statuses": {
     "title": "What are the default statuses for change orders in Procore?",
     "url": "https://en-ca.support.procore.com/faq/what-are-the-default-statuses-for-change-orders-in-procore"
    },
    "rest": {
     "title": "Procore's developer documentation: change orders",
     "url": "https://github.com/procore/documentation/blob/master/tutorials/tutorial_change_orders.md"
    }
   },
   "features": {
    "export_prime_contract_change_orders": {
     "title": "Export of Prime Contract Change Orders",
     "default": "off",
     "switchedOnBy": "Integration Implementation Specialist",
     "source": "send"
    }
   },
   "fields": {
    "date": {
     "label": "Date",
     "path": "created_at",
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
    "description": {
     "label": "Description",
     "path": "description",
     "type": "text"
    },
    "dueDate": {
     "label": "Due Date",
     "path": "due_date",
     "type": "date"
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
    "associatedLineItem": {
     "label": "Associated Line Item",
     "path": "line_items[].prime_line_item_id",
     "type": "id"
    },
    "markupAmount": {
     "label": "Markup amount",
     "path": "markups[].amount",
     "type": "money"
    },
    "markupSet": {
     "label": "Kind of markup",
     "path": "markups[].markup_set",
     "type": "text"
    },
    "markupContractLine": {
     "label": "ERP Prime Contract Item",
     "path": "markups[].prime_line_item_id",
     "type": "id"
    },
    "contract": {
     "label": "Prime contract",
     "in": "context",
     "path": "prime_contract.id",
     "type": "id"
    },
    "contractNumber": {
     "label": "Prime contract's number",
     "in": "context",
     "path": "prime_contract.number",
     "type": "text",
     "shownAt": "contractId"
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
    }
   },
   "rules": {
    "export-switched-on": {
     "title": "The export of PCCOs is switched on",
     "feature": "export_prime_contract_change_orders",
     "is": "on",
     "severity": "error",
     "stage": "send",
     "message": "{feature} is not switched on for this ERP system, so no PCCO can be sent. Ask your {switchedOnBy}.",
     "source": "send"
    },
    "status-approved": {
     "title": "The PCCO is Approved",
     "field": "status",
     "equals": "approved",
     "severity": "error",
     "stage": "send",
     "source": "export"
    },
    "date-required": {
     "title": "The PCCO has a Date",
     "field": "date",
     "required": true,
     "severity": "error",
     "stage": "send",
     "source": "export"
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
    "contract-approved": {
     "title": "The prime contract is Approved or Complete",
     "field": "contractStatus",
     "oneOf": [
      "Approved",
      "Complete"
     ],
     "severity": "error",
     "stage": "save",
     "source": "createBeta"
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
     "title": "The prime contract is synced with the ERP system",
     "field": "contractErpId",
     "required": true,
     "severity": "error",
     "stage": "send",
     "message": "{label} is missing: the prime contract is not synced with the ERP system. Sync it first.",
     "source": "export"
    },
    "line-items-required": {
     "title": "The PCCO has at least one line",
     "field": "lines",
     "minItems": 1,
     "severity": "error",
     "stage": "send",
     "message": "{label} has no line, so there is nothing to export.",
     "source": "guide",
     "basis": "inferred"
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
     "source": "create",
     "basis": "inferred"
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
     "source": "guide",
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
   }
  },
  "ranges": {
   "/rules/export-switched-on": {
    "start": {
     "line": 59,
     "character": 2
    },
    "end": {
     "line": 59,
     "character": 20
    }
   },
   "/rules/status-approved": {
    "start": {
     "line": 67,
     "character": 2
    },
    "end": {
     "line": 67,
     "character": 17
    }
   },
   "/rules/date-required": {
    "start": {
     "line": 74,
     "character": 2
    },
    "end": {
     "line": 74,
     "character": 15
    }
   },
   "/rules/status-known": {
    "start": {
     "line": 81,
     "character": 2
    },
    "end": {
     "line": 81,
     "character": 14
    }
   },
   "/rules/amount-format": {
    "start": {
     "line": 88,
     "character": 2
    },
    "end": {
     "line": 88,
     "character": 15
    }
   },
   "/rules/contract-approved": {
    "start": {
     "line": 96,
     "character": 2
    },
    "end": {
     "line": 96,
     "character": 19
    }
   },
   "/rules/contract-match": {
    "start": {
     "line": 103,
     "character": 2
    },
    "end": {
     "line": 103,
     "character": 16
    }
   },
   "/rules/contract-synced": {
    "start": {
     "line": 112,
     "character": 2
    },
    "end": {
     "line": 112,
     "character": 17
    }
   },
   "/rules/line-items-required": {
    "start": {
     "line": 120,
     "character": 2
    },
    "end": {
     "line": 120,
     "character": 21
    }
   },
   "/rules/associated-line-item-known": {
    "start": {
     "line": 129,
     "character": 2
    },
    "end": {
     "line": 129,
     "character": 28
    }
   },
   "/rules/total-matches": {
    "start": {
     "line": 139,
     "character": 2
    },
    "end": {
     "line": 139,
     "character": 15
    }
   },
   "/rules/transaction-date": {
    "start": {
     "line": 148,
     "character": 2
    },
    "end": {
     "line": 148,
     "character": 18
    }
   }
  }
 },
 {
  "file": "quickbooks-desktop/pcco/1.0.0.yaml",
  "sha256": "d737fa85fba3d3a82be9cdf2e7605d43d49bf6248429089fbd3d389250429702",
  "content": {
   "format": 1,
   "ruleSet": "quickbooks-desktop/pcco",
   "version": "1.0.0",
   "title": "Prime Contract Change Orders are not sent to QuickBooks Desktop",
   "effective": {
    "from": "2026-11-01"
   },
   "extends": "procore/pcco-life-cycle@1.0.0",
   "sources": {
    "notSupported": {
     "title": "Create a Prime Contract Change Order (PCCO)",
     "url": "https://en-ca.support.procore.com/products/online/user-guide/project-level/prime-contracts/tutorials/create-a-prime-contract-change-order"
    }
   },
   "rules": {
    "erp-system": {
     "title": "The ERP system is QuickBooks Desktop",
     "field": "erpSystem",
     "equals": "quickbooks-desktop",
     "severity": "error",
     "stage": "send",
     "message": "{label} is {value}, but these are the rules for QuickBooks Desktop (quickbooks-desktop). Choose the rule set of your ERP system.",
     "source": "notSupported"
    },
    "export-supported": {
     "title": "Procore's integration exports PCCOs to the ERP system",
     "when": {
      "field": "erpSystem",
      "equals": "quickbooks-desktop"
     },
     "field": "erpSystem",
     "absent": true,
     "severity": "error",
     "stage": "send",
     "message": "Procore's integration with QuickBooks Desktop does not export PCCOs, so this one can't be sent; enter the change in QuickBooks Desktop by hand.",
     "source": "notSupported"
    }
   }
  },
  "ranges": {
   "/rules/erp-system": {
    "start": {
     "line": 15,
     "character": 2
    },
    "end": {
     "line": 15,
     "character": 12
    }
   },
   "/rules/export-supported": {
    "start": {
     "line": 23,
     "character": 2
    },
    "end": {
     "line": 23,
     "character": 18
    }
   }
  }
 },
 {
  "file": "quickbooks-online/pcco/1.0.0.yaml",
  "sha256": "e36074bf28bd0d325cc9ac10acaf9e5de624ff31cb36d2e5464fb57ca9c18122",
  "content": {
   "format": 1,
   "ruleSet": "quickbooks-online/pcco",
   "version": "1.0.0",
   "title": "Prime Contract Change Orders are not sent to QuickBooks Online",
   "effective": {
    "from": "2026-11-01"
   },
   "extends": "procore/pcco-life-cycle@1.0.0",
   "sources": {
    "notSupported": {
     "title": "Things to Know about the Project Financials + QuickBooks Online Connector",
     "url": "https://en-au.support.procore.com/products/online/user-guide/company-level/erp-integrations/qbo/things-to-know-about-qbo"
    }
   },
   "rules": {
    "erp-system": {
     "title": "The ERP system is QuickBooks Online",
     "field": "erpSystem",
     "equals": "quickbooks-online",
     "severity": "error",
     "stage": "send",
     "message": "{label} is {value}, but these are the rules for QuickBooks Online (quickbooks-online). Choose the rule set of your ERP system.",
     "source": "notSupported"
    },
    "export-supported": {
     "title": "Procore's integration exports PCCOs to the ERP system",
     "when": {
      "field": "erpSystem",
      "equals": "quickbooks-online"
     },
     "field": "erpSystem",
     "absent": true,
     "severity": "error",
     "stage": "send",
     "message": "Procore's integration with QuickBooks Online does not export PCCOs, so this one can't be sent; enter the change in QuickBooks Online by hand.",
     "source": "notSupported"
    }
   }
  },
  "ranges": {
   "/rules/erp-system": {
    "start": {
     "line": 15,
     "character": 2
    },
    "end": {
     "line": 15,
     "character": 12
    }
   },
   "/rules/export-supported": {
    "start": {
     "line": 23,
     "character": 2
    },
    "end": {
     "line": 23,
     "character": 18
    }
   }
  }
 },
 {
  "file": "sage-100/pcco/1.0.0.yaml",
  "sha256": "2de0264ca002a5a2e082feb660c0b32b1b8d53a9fe0ec763d63f0af53db95866",
  "content": {
   "format": 1,
   "ruleSet": "sage-100/pcco",
   "version": "1.0.0",
   "title": "Prime Contract Change Orders are not sent to Sage 100 Contractor",
   "effective": {
    "from": "2026-11-01"
   },
   "extends": "procore/pcco-life-cycle@1.0.0",
   "sources": {
    "notSupported": {
     "title": "Create a Prime Contract Change Order (PCCO)",
     "url": "https://en-ca.support.procore.com/products/online/user-guide/project-level/prime-contracts/tutorials/create-a-prime-contract-change-order"
    }
   },
   "rules": {
    "erp-system": {
     "title": "The ERP system is Sage 100 Contractor",
     "field": "erpSystem",
     "equals": "sage-100",
     "severity": "error",
     "stage": "send",
     "message": "{label} is {value}, but these are the rules for Sage 100 Contractor (sage-100). Choose the rule set of your ERP system.",
     "source": "notSupported"
    },
    "export-supported": {
     "title": "Procore's integration exports PCCOs to the ERP system",
     "when": {
      "field": "erpSystem",
      "equals": "sage-100"
     },
     "field": "erpSystem",
     "absent": true,
     "severity": "error",
     "stage": "send",
     "message": "Procore's integration with Sage 100 Contractor does not export PCCOs, so this one can't be sent; enter the change in Sage 100 Contractor by hand.",
     "source": "notSupported"
    }
   }
  },
  "ranges": {
   "/rules/erp-system": {
    "start": {
     "line": 15,
     "character": 2
    },
    "end": {
     "line": 15,
     "character": 12
    }
   },
   "/rules/export-supported": {
    "start": {
     "line": 23,
     "character": 2
    },
    "end": {
     "line": 23,
     "character": 18
    }
   }
  }
 },
 {
  "file": "sage-300-cre/pcco/1.0.0.yaml",
  "sha256": "8c5f671bd7c6cdd2569c0fef10b38f7003ce835b576a914cd24ba61b6cdde3b9",
  "content": {
   "format": 1,
   "ruleSet": "sage-300-cre/pcco",
   "version": "1.0.0",
   "title": "Sending a Prime Contract Change Order to Sage 300 CRE",
   "effective": {
    "from": "2026-11-01"
   },
   "extends": "procore/pcco@1.0.0",
   "sources": {
    "thingsToKnow": {
     "title": "Sage 300 CRE: Things to Know",
     "url": "https://v2.support.procore.com/product-manuals/sage-300-cre/things-to-know"
    },
    "createCanada": {
     "title": "Create a Prime Contract Change Order (PCCO)",
     "url": "https://en-ca.support.procore.com/products/online/user-guide/project-level/prime-contracts/tutorials/create-a-prime-contract-change-order"
    }
   },
   "rules": {
    "erp-system": {
     "title": "The ERP system is Sage 300 CRE",
     "field": "erpSystem",
     "equals": "sage-300-cre",
     "severity": "error",
     "stage": "send",
     "message": "{label} is {value}, but these are the rules for Sage 300 CRE (sage-300-cre). Choose the rule set of your ERP system.",
     "source": "thingsToKnow"
    },
    "title-length": {
     "title": "The Title has at most 255 characters",
     "field": "title",
     "maxLength": 255,
     "severity": "error",
     "stage": "save",
     "message": "{label} has {length} characters; Sage 300 CRE takes {maxLength} or fewer.",
     "source": "thingsToKnow"
    },
    "number-length": {
     "title": "The Number has at most 20 characters",
     "field": "number",
     "maxLength": 20,
     "severity": "error",
     "stage": "save",
     "message": "{label} {value} has {length} characters; Sage 300 CRE takes {maxLength} or fewer.",
     "source": "thingsToKnow"
    },
    "short-title": {
     "title": "The Title has at most 30 characters",
     "field": "title",
     "maxLength": 30,
     "severity": "off",
     "stage": "save",
     "message": "{label} has {length} characters; Sage 300 CRE takes {maxLength} or fewer.",
     "source": "createCanada",
     "rationale": "One page gives a limit of 30 characters, two others 255. Switch it on if your exports fail for longer titles."
    },
    "short-number": {
     "title": "The Number has at most 5 characters",
     "field": "number",
     "maxLength": 5,
     "severity": "off",
     "stage": "save",
     "message": "{label} {value} has {length} characters; Sage 300 CRE takes {maxLength} or fewer.",
     "source": "createCanada",
     "rationale": "One page gives a limit of 5 characters, two others 20. Switch it on if your exports fail for longer numbers."
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
     "source": "createCanada"
    }
   }
  },
  "ranges": {
   "/rules/erp-system": {
    "start": {
     "line": 18,
     "character": 2
    },
    "end": {
     "line": 18,
     "character": 12
    }
   },
   "/rules/title-length": {
    "start": {
     "line": 26,
     "character": 2
    },
    "end": {
     "line": 26,
     "character": 14
    }
   },
   "/rules/number-length": {
    "start": {
     "line": 34,
     "character": 2
    },
    "end": {
     "line": 34,
     "character": 15
    }
   },
   "/rules/short-title": {
    "start": {
     "line": 42,
     "character": 2
    },
    "end": {
     "line": 42,
     "character": 13
    }
   },
   "/rules/short-number": {
    "start": {
     "line": 51,
     "character": 2
    },
    "end": {
     "line": 51,
     "character": 14
    }
   },
   "/rules/associated-line-item-pattern": {
    "start": {
     "line": 60,
     "character": 2
    },
    "end": {
     "line": 60,
     "character": 30
    }
   }
  }
 },
 {
  "file": "sage-intacct/pcco/1.0.0.yaml",
  "sha256": "4143dd67a52a443875b7f167b997a98af07cf45c652f7bdacb6ff4f9e91ab489",
  "content": {
   "format": 1,
   "ruleSet": "sage-intacct/pcco",
   "version": "1.0.0",
   "title": "Sending a Prime Contract Change Order to Sage Intacct",
   "effective": {
    "from": "2026-11-01"
   },
   "extends": "procore/pcco@1.0.0",
   "sources": {
    "thingsToKnow": {
     "title": "Sage Intacct: Things to Know",
     "url": "https://v2.support.procore.com/product-manuals/sage-intacct/things-to-know"
    }
   },
   "fields": {
    "isBudgetSynced": {
     "label": "The project's budget is synced",
     "in": "context",
     "path": "project.is_budget_synced",
     "type": "boolean"
    }
   },
   "rules": {
    "erp-system": {
     "title": "The ERP system is Sage Intacct",
     "field": "erpSystem",
     "equals": "sage-intacct",
     "severity": "error",
     "stage": "send",
     "message": "{label} is {value}, but these are the rules for Sage Intacct (sage-intacct). Choose the rule set of your ERP system.",
     "source": "thingsToKnow"
    },
    "budget-synced": {
     "title": "The project's budget is synced with Sage Intacct",
     "field": "isBudgetSynced",
     "equals": true,
     "severity": "error",
     "stage": "send",
     "message": "The project's budget is not synced with Sage Intacct. Send the budget to ERP first.",
     "source": "thingsToKnow"
    },
    "title-length": {
     "title": "The Title has at most 35 characters",
     "field": "title",
     "maxLength": 35,
     "severity": "warning",
     "stage": "save",
     "message": "{label} has {length} characters. No limit is published for PCCOs; commitment change orders take {maxLength} in Sage Intacct.",
     "source": "thingsToKnow",
     "basis": "inferred"
    },
    "description-length": {
     "title": "The Description has at most 400 characters",
     "field": "description",
     "maxLength": 400,
     "severity": "warning",
     "stage": "save",
     "message": "{label} has {length} characters. No limit is published for PCCOs; commitment change orders take {maxLength} in Sage Intacct.",
     "source": "thingsToKnow",
     "basis": "inferred"
    },
    "due-date-set": {
     "title": "The PCCO has a Due Date",
     "field": "dueDate",
     "required": true,
     "severity": "info",
     "stage": "save",
     "message": "{label} is missing. Commitment change orders need one, it becomes their date in Sage Intacct; for PCCOs no page says.",
     "source": "thingsToKnow",
     "basis": "inferred"
    }
   }
  },
  "ranges": {
   "/rules/erp-system": {
    "start": {
     "line": 19,
     "character": 2
    },
    "end": {
     "line": 19,
     "character": 12
    }
   },
   "/rules/budget-synced": {
    "start": {
     "line": 27,
     "character": 2
    },
    "end": {
     "line": 27,
     "character": 15
    }
   },
   "/rules/title-length": {
    "start": {
     "line": 35,
     "character": 2
    },
    "end": {
     "line": 35,
     "character": 14
    }
   },
   "/rules/description-length": {
    "start": {
     "line": 44,
     "character": 2
    },
    "end": {
     "line": 44,
     "character": 20
    }
   },
   "/rules/due-date-set": {
    "start": {
     "line": 53,
     "character": 2
    },
    "end": {
     "line": 53,
     "character": 14
    }
   }
  }
 },
 {
  "file": "vista/pcco/1.0.0.yaml",
  "sha256": "033b9cb696c923496085f5293cbdedde048bf00ec78d962d99fdd7d4f0d4b54e",
  "content": {
   "format": 1,
   "ruleSet": "vista/pcco",
   "version": "1.0.0",
   "title": "Sending a Prime Contract Change Order to Vista",
   "effective": {
    "from": "2026-11-01"
   },
   "extends": "procore/pcco@1.0.0",
   "sources": {
    "thingsToKnow": {
     "title": "Vista: Things to Know",
     "url": "https://v2.support.procore.com/product-manuals/vista/things-to-know"
    }
   },
   "rules": {
    "erp-system": {
     "title": "The ERP system is Vista",
     "field": "erpSystem",
     "equals": "vista",
     "severity": "error",
     "stage": "send",
     "message": "{label} is {value}, but these are the rules for Vista (vista). Choose the rule set of your ERP system.",
     "source": "thingsToKnow"
    },
    "title-length": {
     "title": "The Title has at most 30 characters",
     "field": "title",
     "maxLength": 30,
     "severity": "error",
     "stage": "save",
     "message": "{label} has {length} characters; Vista takes {maxLength} or fewer.",
     "source": "thingsToKnow"
    },
    "number-length": {
     "title": "The Number has at most 5 characters",
     "field": "number",
     "maxLength": 5,
     "severity": "error",
     "stage": "save",
     "message": "{label} {value} has {length} characters; Vista takes {maxLength} or fewer.",
     "source": "thingsToKnow"
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
     "source": "create"
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
     "source": "create"
    }
   }
  },
  "ranges": {
   "/rules/erp-system": {
    "start": {
     "line": 16,
     "character": 2
    },
    "end": {
     "line": 16,
     "character": 12
    }
   },
   "/rules/title-length": {
    "start": {
     "line": 24,
     "character": 2
    },
    "end": {
     "line": 24,
     "character": 14
    }
   },
   "/rules/number-length": {
    "start": {
     "line": 32,
     "character": 2
    },
    "end": {
     "line": 32,
     "character": 15
    }
   },
   "/rules/associated-line-item-hidden": {
    "start": {
     "line": 40,
     "character": 2
    },
    "end": {
     "line": 40,
     "character": 29
    }
   },
   "/rules/associated-line-item-pattern": {
    "start": {
     "line": 49,
     "character": 2
    },
    "end": {
     "line": 49,
     "character": 30
    }
   }
  }
 },
 {
  "file": "xero/pcco/1.0.0.yaml",
  "sha256": "c6481bc48628dc1ca024cc36892547077cccfec7af9d37fd3969f6d25df5a4d4",
  "content": {
   "format": 1,
   "ruleSet": "xero/pcco",
   "version": "1.0.0",
   "title": "Prime Contract Change Orders are not sent to Xero",
   "effective": {
    "from": "2026-11-01"
   },
   "extends": "procore/pcco-life-cycle@1.0.0",
   "sources": {
    "notSupported": {
     "title": "Xero: Things to Know",
     "url": "https://v2.support.procore.com/product-manuals/xero/things-to-know"
    }
   },
   "rules": {
    "erp-system": {
     "title": "The ERP system is Xero",
     "field": "erpSystem",
     "equals": "xero",
     "severity": "error",
     "stage": "send",
     "message": "{label} is {value}, but these are the rules for Xero (xero). Choose the rule set of your ERP system.",
     "source": "notSupported"
    },
    "export-supported": {
     "title": "Procore's integration exports PCCOs to the ERP system",
     "when": {
      "field": "erpSystem",
      "equals": "xero"
     },
     "field": "erpSystem",
     "absent": true,
     "severity": "error",
     "stage": "send",
     "message": "Procore's integration with Xero does not export PCCOs, so this one can't be sent; enter the change in Xero by hand.",
     "source": "notSupported"
    }
   }
  },
  "ranges": {
   "/rules/erp-system": {
    "start": {
     "line": 15,
     "character": 2
    },
    "end": {
     "line": 15,
     "character": 12
    }
   },
   "/rules/export-supported": {
    "start": {
     "line": 23,
     "character": 2
    },
    "end": {
     "line": 23,
     "character": 18
    }
   }
  }
 }
];
