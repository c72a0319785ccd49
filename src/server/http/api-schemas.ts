import * as z from 'zod/mini'
import { ConnectionBatch, ConnectionBatchRequest } from '#core/connection/accounts/connection-batch.ts'
import { Connection, ConnectionRequest } from '#core/connection/connection.ts'
import {
  DraftHandoffRequest,
  GivenHandoff,
  HandoffDraft,
  HandoffMessage,
  HandoffMessageKind,
  HandoffRequest,
  HandoffView,
} from '#core/connection/handoff.ts'
import { PermissionChoice } from '#core/connection/permission-choice.ts'
import { PermissionsChange } from '#core/connection/permissions-change.ts'
import { Problem } from '#core/connection/problem.ts'
import { ServedVendor } from '#core/connection/served-vendor.ts'
import { Session } from '#core/connection/session.ts'
import { LastLook } from '#core/verify/last-check.ts'
import { PermissionCheckResult, Probe } from '#core/verify/probe-result.ts'
import { Receipt } from '#core/verify/receipt.ts'
import { Verdict } from '#core/verify/verdict.ts'
import { Connections } from './connection-page.ts'
import { VerifyRequest } from './connection-routes.ts'
import { SessionRequest } from './session-routes.ts'

const HandoffMessageRequest = z.object({ kind: HandoffMessageKind, note: z._default(z.string(), '') })
const ConnectionHandoff = z.object({ handoff: z.nullable(HandoffView) })
const Handoffs = z.object({ handoffs: z.array(HandoffView) })
const Health = z.object({ status: z.literal('alive') })
const Ready = z.object({ status: z.literal('ready'), partitions: z.array(z.string()) })
const PublicKeys = z.object({
  keys: z.array(
    z.object({ kty: z.string(), crv: z.string(), x: z.string(), kid: z.string(), use: z.literal('sig'), alg: z.literal('EdDSA') }),
  ),
})

/** What is sent: before defaults are filled in and texts are cleaned. */
export const requestSchemas = {
  SessionRequest,
  ConnectionRequest,
  ConnectionBatchRequest,
  PermissionChoice,
  PermissionsChange,
  VerifyRequest,
  HandoffRequest,
  DraftHandoffRequest,
  HandoffMessageRequest,
} as const

/** What is answered. */
export const answerSchemas = {
  Session,
  Connection,
  Connections,
  ConnectionBatch,
  LastLook,
  Verdict,
  Probe,
  PermissionCheckResult,
  Receipt,
  PublicKeys,
  Vendor: ServedVendor,
  Health,
  Ready,
  GivenHandoff,
  ConnectionHandoff,
  Handoffs,
  HandoffView,
  HandoffMessage,
  HandoffDraft,
  Problem,
} as const

export type RequestName = keyof typeof requestSchemas
export type AnswerName = keyof typeof answerSchemas

/** What each field of a body means. A field without words is a failing test. The vendor's config has its own page. */
export const fieldWords: Readonly<
  Record<Exclude<RequestName | AnswerName, 'Vendor' | 'PermissionChoice'>, Readonly<Record<string, string>>>
> = {
  SessionRequest: {
    handoffToken: 'Of a hand-off link. The session is then that of a guest, who sees the one connection of the link.',
    launchToken:
      'A JWT that your back end signed. `sub` says which of your customers this is. It opens one session. Without it the tenant is anonymous, where the server allows that.',
  },
  Session: {
    token: 'Goes into `Authorization: Bearer`.',
    expiresAt: 'UTC.',
    role: '`viewer` only reads.',
    tenant: 'The customer: an ID to tell customers apart, and the display name. Absent: an anonymous tenant.',
    prefill:
      '`accountId`, `region`, `externalId` and `permissions`: first values for the Account screen, from the launch token. They can be invalid.',
    returnUrl: 'Where the customer came from, from the launch token.',
  },
  ConnectionRequest: {
    accountId: 'The customer account. A pasted role ARN, or digits in groups, will do too.',
    region: 'Where the stack is created, and whose STS is asked. One of `regions` of the config.',
    externalId: 'What the customer chose. Left out where the server issues it.',
    permissions: 'The chosen permission sets, each with the values of its parameters. Required sets must be there.',
    role: 'What the customer’s company asks of the role, as far as the config lets them choose.',
    permissionsPolicy: 'The permissions policy as the customer edited it, in the place of what the permission sets make.',
  },
  PermissionsChange: {
    permissions: 'All that are chosen from now on.',
    permissionsPolicy: 'As the customer edited it. Left out: made of the permission sets again.',
  },
  VerifyRequest: { now: 'The customer asked for a look just now: a verdict of more than one second ago is not enough.' },
  Connection: {
    id: 'Random. It names the connection in every other request.',
    accountId: 'The customer account, 12 digits.',
    region: 'Where the stack is created.',
    externalId: 'The one that the role must require. Nobody else gets it, ever.',
    permissions: 'The chosen permission sets, each with the values of its parameters.',
    role: 'What the customer’s company asks of the role. Absent where it asks nothing.',
    permissionsPolicy: 'As the customer edited it. Absent where it was not edited.',
    roleArn: 'The account access role, built here: nobody types it.',
    createdAt: 'UTC.',
    name: 'What the customer calls the account, where it was connected with others.',
  },
  ConnectionBatchRequest: {
    accounts: 'Account, region and, if there is one, the name that the customer gave it.',
    permissions: 'As for one connection; for all of them.',
    role: 'As for one connection; for all of them. A permissions boundary of one account stands for the policy of that name in each.',
  },
  ConnectionBatch: { lines: '`kind` is `claimed`, `existing` or `refused`; the last with issues as in a problem.' },
  Connections: {
    connections: 'At most 100, oldest first.',
    lastLooks: 'The last verdict in short, for each of them that was verified since the request to the customer last changed.',
    next: 'The `cursor` of the next page. Absent from the last page.',
    unreadable: 'How many connections of this page are left out because their record is damaged. Absent when there are none.',
  },
  LastLook: {
    connectionId: 'The connection.',
    kind: 'As in the verdict.',
    diagnosis: 'As in the verdict.',
    checkedAt: 'UTC.',
    simulated: 'AWS was the simulator: it proves nothing about a real account.',
  },
  Verdict: {
    kind: 'What to show. Only `verified` means that the role works and is safe.',
    diagnosis: 'What was found: see Diagnoses.',
    causes: 'What may be behind it, the most probable first.',
    probes: 'Every attempt to assume the role.',
    checks: 'Every call that was made with the assumed role.',
    untested:
      'Everything that no call tried: `permission-set` (with its id) without a check, `principal-arn` without a second role, `other-accounts` without a control account, `other-external-ids`, which no call can guess. Show it wherever you show `verified`. Absent from verdicts of an earlier version.',
    accountInUse:
      'Another tenant is connected to this account too. Present only once the account’s role accepts this connection’s own external ID and no other.',
    checkedAt: 'UTC.',
    nextCheckInMs: 'Milliseconds until it is worth asking again. An earlier request gets this same verdict.',
    simulated: 'AWS was the simulator.',
    history:
      'When this connection was first looked at, since when it stands like this, and what was seen before. Absent from a verdict of an older version.',
  },
  Probe: {
    name: 'What was tried.',
    variant:
      'How a near miss differs from the external ID: one character changed (`end`, `start`, `middle`, `quarter-1` to `quarter-4`), one added (`longer-end`, `longer-start`), or other capitalization (`case`, `lowercase`, `uppercase`).',
    outcome: 'Only AccessDenied counts as `denied`.',
    code: 'The error code of AWS; `NetworkError` where there was no answer.',
    hint: 'Which policy refused, where AWS says so.',
    requestId: 'To be found in CloudTrail; empty where there was no answer.',
    region: 'Whose STS answered.',
    at: 'UTC.',
  },
  PermissionCheckResult: {
    id: 'Of the check in the config.',
    permissionSet: 'The set that it belongs to.',
    call: 'The call to AWS.',
    resource: 'The value of the parameter, a bucket name for one.',
    outcome: '`error`: AWS gave no answer that settles it.',
    code: 'The error code of AWS.',
    requestId: 'Of AWS.',
    at: 'UTC.',
  },
  Receipt: {
    iss: 'The issuer of every receipt. Who signed it says the key alone.',
    iat: 'Seconds, when it was signed.',
    exp: 'Seconds: 24 hours after the check. An expired receipt is still genuine, and no longer says what is so now.',
    jti: 'Of this receipt.',
    simulated: 'AWS was the simulator: it proves nothing about a real account.',
    verdict: 'What was found, and when.',
    connectionId: 'The connection.',
    accountId: 'The customer account.',
    roleArn: 'The account access role.',
    vendor: 'Who was let in.',
    partition: 'The AWS partition.',
    region: 'Whose STS was asked.',
    externalIdSha256: 'SHA-256 of the external ID, in hexadecimal digits.',
    probes: 'As in the verdict.',
    checks: 'As in the verdict.',
    untested: 'As in the verdict.',
    asked: 'SHA-256 of the policies and of the template that were asked for, as they are downloaded.',
  },
  PublicKeys: { keys: 'A JSON Web Key Set. `kid` is that of the receipts.' },
  Health: { status: 'The process answers.' },
  Ready: { status: 'In each partition the caller is the vendor account and a role.', partitions: 'Those that were looked at.' },
  HandoffRequest: { purpose: 'What the colleague is asked for.', note: 'A few words to the colleague, up to 500 characters.' },
  DraftHandoffRequest: {
    draft: 'What is known so far, up to 49,152 characters of JSON.',
    note: 'A few words to the colleague, up to 500 characters.',
  },
  HandoffMessageRequest: { kind: 'What is said.', note: 'In words. A question and a refusal need some.' },
  HandoffDraft: {
    accountId: 'As it was typed, or empty.',
    region: 'Empty: the first that is offered.',
    externalId: 'A proposal; empty: a new one.',
    permissions: 'The chosen permission sets with what was typed.',
    unchosen: 'What was typed for permission sets that are not chosen.',
    role: 'What the customer’s company asks of the role, as it was typed.',
    permissionsPolicy:
      'The text of the permissions policy as it was edited, also of one that AWS would refuse. Absent where it was not edited.',
  },
  GivenHandoff: { token: 'Of the link. It is kept as a hash alone.', handoff: 'As who made it sees it.' },
  ConnectionHandoff: { handoff: 'The last one; null where there was none.' },
  Handoffs: { handoffs: 'Oldest first.' },
  HandoffMessage: { by: 'Who said it.', kind: 'What is said.', note: 'In words.', at: 'UTC.' },
  HandoffView: {
    id: 'Random. No secret: it opens nothing.',
    purpose: 'What the colleague is asked for.',
    requestedBy: 'The display name of the tenant, from its launch token; null: an anonymous tenant.',
    connectionId: 'Null as long as the colleague has not made it of the draft.',
    draft: 'Null where there was a connection from the start.',
    createdAt: 'UTC.',
    expiresAt: 'UTC.',
    openedAt: 'When the link was opened first; null: never.',
    revokedAt: 'By hand, or because a newer link took its place.',
    messages: 'Oldest first, the last 20.',
    you: 'Who asks.',
    standing: 'Whether the link still opens anything.',
    turn: 'Whose turn it is. Nobody’s once the role is verified.',
  },
  Problem: {
    type: 'Leads to words about the code.',
    title: 'What is wrong.',
    status: 'The HTTP status.',
    code: 'Permanent: what a program decides by.',
    detail: 'More about this one.',
    issues: 'Each field that was refused: its path, a code, and what is expected there.',
  },
}
