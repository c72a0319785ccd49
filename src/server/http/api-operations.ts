import type { ProblemCode } from '#core/connection/problem.ts'
import type { AnswerName, RequestName } from './api-schemas.ts'
import { handoffOperations } from './handoff-operations.ts'
import { publicOperations } from './public-operations.ts'

/** What comes back. A name is that of a JSON schema; other things are told by their media type. */
export type Answer =
  | { readonly status: 204; readonly words: string }
  | ({ readonly status: 200 | 201; readonly words: string } & (
      | { readonly schema: AnswerName }
      | { readonly mediaType: 'application/jose' | 'text/html' | 'text/plain' | 'application/json' }
    ))

export type Operation = {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  /** As the server's routes have it, with `:id` for a part that is named. */
  readonly path: string
  readonly id: string
  readonly title: string
  readonly words: string
  readonly needsSession: boolean
  readonly request: RequestName | null
  readonly answers: readonly Answer[]
  /** Beside those that every request can meet. */
  readonly problems: readonly ProblemCode[]
  /** Of the address. */
  readonly query?: readonly { readonly name: string; readonly required: boolean; readonly words: string }[]
}

const bodyProblems = ['malformed-json', 'body-too-large', 'invalid'] as const
/** A viewer only reads. */
const changing = ['unauthenticated', 'viewer-cannot-change'] as const
const ofConnection = ['unauthenticated', 'not-found', 'connection-unreadable'] as const

const sessionOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/sessions',
    id: 'openSession',
    title: 'Open a session',
    words: 'Says who asks. Everything else that has to do with connections needs the token.',
    needsSession: false,
    request: 'SessionRequest',
    answers: [{ status: 201, words: 'A session.', schema: 'Session' }],
    problems: [
      ...bodyProblems,
      'launch-token-required',
      'launch-token-refused',
      'launch-token-used',
      'handoff-unknown',
      'handoff-expired',
      'handoff-revoked',
      'not-ready',
      'rate-limited',
    ],
  },
  {
    method: 'delete',
    path: '/api/sessions/current',
    id: 'endSession',
    title: 'End the session',
    words: 'Revokes the token of this request, for good and for every copy of the server that shares the registry.',
    needsSession: true,
    request: null,
    answers: [{ status: 204, words: 'The session has ended.' }],
    problems: ['unauthenticated', 'beyond-handoff'],
  },
]

const connectionOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/connections',
    id: 'createConnection',
    title: 'Create a connection',
    words:
      'Claims the external ID for the tenant before it is shown for use. To ask the same again gives the connection that is there, with the region and permissions of the later request.',
    needsSession: true,
    request: 'ConnectionRequest',
    answers: [
      { status: 201, words: 'A new connection.', schema: 'Connection' },
      { status: 200, words: 'The connection that was there already.', schema: 'Connection' },
    ],
    problems: [
      ...bodyProblems,
      ...changing,
      'external-id-taken',
      'external-id-issued-by-server',
      'connection-limit',
      'handoff-used',
      'rate-limited',
    ],
  },
  {
    method: 'post',
    path: '/api/connections/batch',
    id: 'createConnections',
    title: 'Create connections of many accounts',
    words:
      'Claims an external ID of its own for each account, at most 500 at once. Each line is claimed or refused by itself; an account that is connected already stays as it is. The body may have 256 KiB.',
    needsSession: true,
    request: 'ConnectionBatchRequest',
    answers: [{ status: 200, words: 'What became of each account, in the order of the request.', schema: 'ConnectionBatch' }],
    problems: [...bodyProblems, ...changing, 'rate-limited'],
  },
  {
    method: 'get',
    path: '/api/connections',
    id: 'listConnections',
    title: 'List the connections',
    words:
      'The connections of the tenant in pages of 100, oldest first, with the last verdicts. Ask for the next page with `cursor` while the answer has `next`. Connections that are added in the meantime come last.',
    needsSession: true,
    request: null,
    query: [{ name: 'cursor', required: false, words: 'The `next` of the page before. Left out for the first page.' }],
    answers: [{ status: 200, words: 'A page of connections.', schema: 'Connections' }],
    problems: ['unauthenticated', 'invalid', 'rate-limited'],
  },
  {
    method: 'get',
    path: '/api/connections/:id',
    id: 'getConnection',
    title: 'Get a connection',
    words: 'That of another tenant is not found.',
    needsSession: true,
    request: null,
    answers: [{ status: 200, words: 'The connection.', schema: 'Connection' }],
    problems: [...ofConnection, 'rate-limited'],
  },
  {
    method: 'put',
    path: '/api/connections/:id/permissions',
    id: 'changePermissions',
    title: 'Change the chosen permission sets',
    words: 'The role in AWS stays as it is until the customer updates it. A verdict on the earlier choice counts no more.',
    needsSession: true,
    request: 'PermissionsChange',
    answers: [{ status: 200, words: 'The connection with its new choice.', schema: 'Connection' }],
    problems: [...bodyProblems, ...ofConnection, 'viewer-cannot-change', 'rate-limited'],
  },
  {
    method: 'post',
    path: '/api/connections/:id/verify',
    id: 'verifyConnection',
    title: 'Verify a connection',
    words:
      'Runs the probes, joins a run in flight, or gives the last verdict while it is fresh. Account, role and external ID come from the registry: nothing that is sent can point it elsewhere. That AWS refuses is a verdict, not an error. A viewer gets the stored verdict and starts no probes.',
    needsSession: true,
    request: 'VerifyRequest',
    answers: [{ status: 200, words: 'What was found.', schema: 'Verdict' }],
    problems: [...bodyProblems, ...ofConnection, 'viewer-cannot-change', 'rate-limited'],
  },
  {
    method: 'get',
    path: '/api/connections/:id/receipt',
    id: 'getReceipt',
    title: 'Get the receipt',
    words: 'The evidence of the last verdict as a compact JWS, signed with Ed25519. Its content is a `Receipt`.',
    needsSession: true,
    request: null,
    answers: [{ status: 200, words: 'The signed receipt.', mediaType: 'application/jose' }],
    problems: [...ofConnection, 'not-verified'],
  },
]

/** Every route of the server but the wizard's own files and the simulated AWS. A test compares them with those that answer. */
export const operations: readonly Operation[] = [...sessionOperations, ...connectionOperations, ...handoffOperations, ...publicOperations]
