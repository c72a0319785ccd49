import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import {
  DraftHandoffRequest,
  draftMaximum,
  Handoff,
  HandoffDraft,
  HandoffMessageKind,
  HandoffParty,
  HandoffRequest,
  handoffMessageRequest,
  handoffStanding,
  handoffTurn,
  handoffView,
  messagesMaximum,
  withMessage,
} from './handoff.ts'

const at = '2026-11-22T08:00:00.000Z'
const asked = { by: 'requester', kind: 'asked', note: '', at } as const

const handoff = Handoff.parse({
  id: 'h1',
  purpose: 'create-role',
  connectionId: 'c1',
  draft: null,
  createdAt: at,
  expiresAt: '2026-11-29T08:00:00.000Z',
  openedAt: null,
  revokedAt: null,
  messages: [asked],
})
const now = new Date('2026-11-23T08:00:00.000Z')
const open = { isVerified: false, now }

test('the turn is that of who did not speak last', () => {
  expect(handoffTurn(handoff, open)).toBe('colleague')
  const back = withMessage(handoff, { by: 'colleague', kind: 'question', note: 'Which bucket?', at })
  expect(handoffTurn(back, open)).toBe('requester')
  expect(handoffTurn(withMessage(back, { ...asked, note: 'acme-uploads' }), open)).toBe('colleague')
})

test('once the role is verified it is nobody’s turn, whatever was said', () => {
  expect(handoffTurn(handoff, { ...open, isVerified: true })).toBe('nobody')
  expect(handoffTurn({ ...handoff, revokedAt: at }, { ...open, isVerified: true })).toBe('nobody')
})

test('a link that has ended gives the turn back to who made it', () => {
  const expired = { isVerified: false, now: new Date(handoff.expiresAt) }
  expect(handoffStanding(handoff, expired.now)).toBe('expired')
  expect(handoffTurn(handoff, expired)).toBe('requester')
  const revoked = { ...handoff, revokedAt: at }
  expect(handoffView(revoked, 'colleague', open)).toMatchObject({ standing: 'revoked', turn: 'requester', you: 'colleague' })
})

const messages = fc.array(fc.record({ by: fc.constantFrom(...HandoffParty.options), kind: fc.constantFrom(...HandoffMessageKind.options) }))

propertyTest.prop([messages, fc.boolean(), fc.boolean()])(
  'whatever is said, there is one turn, the last words are kept, and a closed link is never the colleague’s',
  (said, isVerified, isRevoked) => {
    const start = { ...handoff, revokedAt: isRevoked ? at : null }
    const after = said.reduce((current, message) => withMessage(current, { ...message, note: '', at }), start)
    expect(after.messages.length).toBeLessThanOrEqual(messagesMaximum)
    expect(after.messages.at(-1)).toMatchObject(said.at(-1) ?? { by: 'requester', kind: 'asked' })
    const turn = handoffTurn(after, { isVerified, now })
    if (isVerified) expect(turn).toBe('nobody')
    else if (isRevoked) expect(turn).toBe('requester')
    else expect(turn).toBe(after.messages.at(-1)?.by === 'colleague' ? 'requester' : 'colleague')
  },
)

propertyTest.prop([fc.string({ unit: 'binary', maxLength: 500 })])('a note keeps its words and loses what cannot be seen', (note) => {
  const read = HandoffRequest.safeParse({ note }).data?.note ?? ''
  expect(read).not.toMatch(/[^\P{C}\n]/u)
  expect(note.includes(read) || /\p{C}/u.test(note)).toBe(true)
})

propertyTest.prop([fc.anything()])('nothing that is sent breaks the reading of a request', (sent) => {
  for (const schema of [HandoffRequest, DraftHandoffRequest, handoffMessageRequest('colleague'), handoffMessageRequest('requester')])
    schema.safeParse(sent)
})

test('a draft carries an edited policy of the length that IAM takes, indented, and no more than fits; a kept one of any length is read', () => {
  const policy = (length: number) => ({ permissionsPolicy: JSON.stringify({ Sid: 'x'.repeat(length) }) })
  expect(DraftHandoffRequest.safeParse({ draft: policy(3 * 10_240) }).success).toBe(true)
  const tooLong = policy(draftMaximum)
  expect(DraftHandoffRequest.safeParse({ draft: tooLong }).error?.issues[0]).toMatchObject({
    message: 'handoff-draft-too-long',
    path: ['draft'],
  })
  expect(HandoffDraft.safeParse(tooLong).success).toBe(true)
  expect(DraftHandoffRequest.safeParse({ draft: { accountId: '4'.repeat(201) } }).error?.issues[0]?.message).toBe('handoff-draft-too-long')
})

test('each party says only what is its own to say, and a question has words', () => {
  expect(handoffMessageRequest('colleague').safeParse({ kind: 'asked' }).success).toBe(false)
  expect(handoffMessageRequest('requester').safeParse({ kind: 'done' }).success).toBe(false)
  expect(handoffMessageRequest('colleague').safeParse({ kind: 'question', note: ' \n' }).error?.issues[0]).toMatchObject({
    message: 'handoff-note-empty',
    path: ['note'],
  })
  expect(handoffMessageRequest('colleague').safeParse({ kind: 'done' }).data).toEqual({ kind: 'done', note: '' })
  expect(HandoffRequest.safeParse({ note: 'x'.repeat(501) }).error?.issues[0]?.message).toBe('handoff-note-too-long')
})
