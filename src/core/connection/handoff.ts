import * as z from 'zod/mini'
import { PermissionChoice } from './permission-choice.ts'
import { RoleOptionsRequest } from './role-options.ts'

/** The colleague creates the role, or chooses its permissions. */
export const HandoffPurpose = z.enum(['create-role', 'choose-permissions'])
export type HandoffPurpose = z.infer<typeof HandoffPurpose>

export const HandoffParty = z.enum(['requester', 'colleague'])
export type HandoffParty = z.infer<typeof HandoffParty>

export const HandoffMessageKind = z.enum(['asked', 'done', 'question', 'cannot'])
export type HandoffMessageKind = z.infer<typeof HandoffMessageKind>

const kindsOf: Readonly<Record<HandoffParty, readonly HandoffMessageKind[]>> = {
  requester: ['asked'],
  colleague: ['done', 'question', 'cannot'],
}

/** Long enough for a colleague who comes back after the weekend. */
export const defaultHandoffLifetimeMs = 7 * 24 * 60 * 60 * 1000

/** Characters of a note. */
export const noteMaximum = 500

const error = 'handoff-note-too-long'
/** May have several lines, but nothing that changes how the rest of a page or a mail is read. */
const Note = z.pipe(
  z.string({ error }).check(z.maxLength(noteMaximum, { error })),
  z.transform((text) => text.replace(/[^\P{C}\n]/gu, '').trim()),
)

export const HandoffMessage = z.object({ by: HandoffParty, kind: HandoffMessageKind, note: z.string(), at: z.iso.datetime() })
export type HandoffMessage = z.infer<typeof HandoffMessage>

const tooLong = 'handoff-draft-too-long'

const text = (maximum: number) => z._default(z.string({ error: 'request-invalid' }).check(z.maxLength(maximum, { error: tooLong })), '')

/**
 * The input from before there was a connection. It is validated when it is claimed, like any input, so all of it goes
 * along, even values that the vendor’s rules or AWS would reject.
 */
export const HandoffDraft = z.object({
  accountId: text(200),
  region: text(40),
  externalId: text(1224),
  permissions: z._default(PermissionChoice, {}),
  /** Values typed for permission sets that are not chosen. */
  unchosen: z.optional(PermissionChoice),
  /** Requirements of the customer's company. */
  role: z.optional(RoleOptionsRequest),
  /** The text of the permissions policy as it was edited. Absent where it was not. */
  permissionsPolicy: z.optional(z.string({ error: 'permissions-policy-form' })),
})
export type HandoffDraft = z.output<typeof HandoffDraft>

/** Characters of a draft as JSON: several times an edited policy of the 10,240 that IAM takes, since it counts no white space. */
export const draftMaximum = 48 * 1024

/** A link that opens one connection, or what is to become one, for a colleague. Its token is not part of it. */
export const Handoff = z.object({
  id: z.string().check(z.minLength(1)),
  purpose: HandoffPurpose,
  /** The display name of the tenant, from its launch token. Null: an anonymous tenant, or a link of an earlier version. */
  requestedBy: z._default(z.nullable(z.string()), null),
  /** Null as long as the colleague has not made it of the draft. */
  connectionId: z.nullable(z.string()),
  /** Null if the connection existed from the start. */
  draft: z.nullable(HandoffDraft),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  openedAt: z.nullable(z.iso.datetime()),
  /** By hand, or because a newer link took its place. */
  revokedAt: z.nullable(z.iso.datetime()),
  /** Oldest first. */
  messages: z.array(HandoffMessage),
})
export type Handoff = z.infer<typeof Handoff>

export const HandoffStanding = z.enum(['open', 'expired', 'revoked'])
export type HandoffStanding = z.infer<typeof HandoffStanding>

export const HandoffTurn = z.enum(['requester', 'colleague', 'nobody'])
export type HandoffTurn = z.infer<typeof HandoffTurn>

/** A hand-off as one of the two sees it. */
export const HandoffView = z.extend(Handoff, { you: HandoffParty, standing: HandoffStanding, turn: HandoffTurn })
export type HandoffView = z.infer<typeof HandoffView>

/** The wire form of `POST /api/connections/:id/handoff`. */
export const HandoffRequest = z.object({ purpose: z._default(HandoffPurpose, 'create-role'), note: z._default(Note, '') })

/** The wire form of `POST /api/handoffs`. */
export const DraftHandoffRequest = z.object({
  draft: HandoffDraft.check(z.refine((draft) => JSON.stringify(draft).length <= draftMaximum, { error: tooLong })),
  note: z._default(Note, ''),
})

/** The wire form of `POST /api/handoffs/:id/messages`. A question without words is none. */
export function handoffMessageRequest(by: HandoffParty) {
  return z.object({ kind: z.enum(kindsOf[by]), note: z._default(Note, '') }).check(
    z.refine(({ kind, note }) => note !== '' || (kind !== 'question' && kind !== 'cannot'), {
      error: 'handoff-note-empty',
      path: ['note'],
    }),
  )
}

/** No other response contains the token. */
export const GivenHandoff = z.object({ token: z.string(), handoff: HandoffView })
export type GivenHandoff = z.infer<typeof GivenHandoff>

export function handoffStanding({ revokedAt, expiresAt }: Pick<Handoff, 'revokedAt' | 'expiresAt'>, now: Date): HandoffStanding {
  if (revokedAt !== null) return 'revoked'
  return Date.parse(expiresAt) <= now.getTime() ? 'expired' : 'open'
}

type HandoffFacts = { readonly isVerified: boolean; readonly now: Date }

/** No one's turn once the role is verified. Otherwise, while the link is open, the party that did not write last. */
export function handoffTurn(handoff: Handoff, { isVerified, now }: HandoffFacts): HandoffTurn {
  if (isVerified) return 'nobody'
  if (handoffStanding(handoff, now) !== 'open') return 'requester'
  return handoff.messages.at(-1)?.by === 'colleague' ? 'requester' : 'colleague'
}

export function handoffView(handoff: Handoff, you: HandoffParty, facts: HandoffFacts): HandoffView {
  return { ...handoff, you, standing: handoffStanding(handoff, facts.now), turn: handoffTurn(handoff, facts) }
}

/** More than two people exchange who get on with it. */
export const messagesMaximum = 20

export function withMessage(handoff: Handoff, message: HandoffMessage): Handoff {
  return { ...handoff, messages: [...handoff.messages, message].slice(-messagesMaximum) }
}
