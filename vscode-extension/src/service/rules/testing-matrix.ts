/** Tests of the company's rule set with variants and matrices. */
export const matrixTests = `ruleSet: company/pcco@1.0.0
at: 2026-11-05T09:00:00Z
documents:
  canopy: { title: Canopy, erp: { status: fresh } }
variants:
  gone: { of: canopy, change: { /erp/status: sent, /erp/last_event: send } }
  long: { of: gone, change: { /title: A canopy over the dock } }
contexts:
  here: { erp: { features: { night_work: false } } }
actors:
  someone: { prime_contracts: admin }
  nobody: { prime_contracts: none }
matrix:
  - name: who sends
    documents: [canopy, gone, long]
    actors: [someone, nobody]
    events: [send, take-back]
    input: { take-back: { why: Dock } }
    default: refused
    except:
      - { documents: [canopy], actors: [someone], events: [send], moves: sent }
      - { documents: [gone, long], actors: [someone], events: [take-back], moves: fresh }
  - name: what is long
    documents: [long, canopy]
    context: here
    default:
      broken: []
    except:
      - documents: [long]
        broken: [title-length]
cases:
  - name: a variant
    document: long
    broken: [title-length]
`;
