import type { Danger } from './danger.ts'
import { dataReads, exposure, leakyReads, secretReads } from './data-dangers.ts'
import { anyRole, credentials, iamWrite, passRole, privilegeEscalation } from './iam-dangers.ts'
import { accountControl, auditTampering, codeExecution, destruction } from './operation-dangers.ts'

/** The worst first. */
export const dangerLists: readonly Danger[] = [
  iamWrite,
  privilegeEscalation,
  passRole,
  anyRole,
  dataReads,
  secretReads,
  exposure,
  credentials,
  auditTampering,
  codeExecution,
  accountControl,
  destruction,
  leakyReads,
]
