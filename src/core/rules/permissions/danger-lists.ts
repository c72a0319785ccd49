import type { Danger } from './danger.ts'
import { dataReads, exposure, leakyReads, secretReads } from './data-dangers.ts'
import { anyRole, credentials, iamWrite, passRole, privilegeEscalation } from './iam-dangers.ts'
import { accountControl, auditTampering, codeExecution, destruction } from './operation-dangers.ts'

/** The most telling first: messages name only some. */
export const dangerLists: readonly Danger[] = [
  passRole,
  privilegeEscalation,
  iamWrite,
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
