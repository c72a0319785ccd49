import * as z from 'zod/mini'
import {
  DraftHandoffRequest,
  GivenHandoff,
  HandoffDraft,
  HandoffMessage,
  HandoffMessageKind,
  HandoffRequest,
  HandoffView,
} from '#core/connection/handoff.ts'
import { body } from '#server/http/operation.ts'

const note = 'A note for the colleague, up to 500 characters.'

export const handoffRequest = body('HandoffRequest', HandoffRequest, { purpose: 'What the colleague is asked to do.', note })

export const draftHandoffRequest = body('DraftHandoffRequest', DraftHandoffRequest, {
  draft: 'What is known so far, up to 49,152 characters of JSON.',
  note,
})

/** The kinds that are allowed depend on the sender, so the route parses with a schema of its own. */
export const handoffMessageRequest = body(
  'HandoffMessageRequest',
  z.object({ kind: HandoffMessageKind, note: z._default(z.string(), '') }),
  { kind: 'What the message says.', note: 'The text. A question and a refusal require one.' },
)

const handoffDraft = body('HandoffDraft', HandoffDraft, {
  accountId: 'As typed, or empty.',
  region: 'Empty: the first one offered.',
  externalId: 'A proposal. Empty: a new one.',
  permissions: 'The chosen permission sets with the typed values.',
  unchosen: 'Values typed for permission sets that are not chosen.',
  role: 'Role settings that the customer’s company requires, as typed.',
  permissionsPolicy: 'The edited text of the permissions policy, even if AWS would reject it. Absent when it was not edited.',
})

const handoffMessage = body('HandoffMessage', HandoffMessage, {
  by: 'The sender.',
  kind: 'What the message says.',
  note: 'The text.',
  at: 'UTC.',
})

export const handoffView = body(
  'HandoffView',
  HandoffView,
  {
    id: 'Random. Not a secret: it opens nothing.',
    purpose: 'What the colleague is asked to do.',
    requestedBy: 'The display name of the tenant, from its launch token. Null: an anonymous tenant.',
    connectionId: 'Null until the colleague has created it from the draft.',
    draft: 'Null if there was a connection from the start.',
    createdAt: 'UTC.',
    expiresAt: 'UTC.',
    openedAt: 'When the link was first opened. Null: never.',
    revokedAt: 'When it was revoked, or replaced by a newer link. Null: never.',
    messages: 'Oldest first, the last 20.',
    you: 'The party that this session belongs to.',
    standing: 'Whether the link still opens anything.',
    turn: 'Whose turn it is. Null once the role is verified.',
  },
  [handoffDraft, handoffMessage],
)

export const givenHandoff = body(
  'GivenHandoff',
  GivenHandoff,
  { token: 'The token of the link. Only its hash is stored.', handoff: 'As its sender sees it.' },
  [handoffView],
)

export const connectionHandoff = body(
  'ConnectionHandoff',
  z.object({ handoff: z.nullable(HandoffView) }),
  { handoff: 'The last one. Null: there was none.' },
  [handoffView],
)

export const handoffList = body('Handoffs', z.object({ handoffs: z.array(HandoffView) }), { handoffs: 'Oldest first.' }, [handoffView])
