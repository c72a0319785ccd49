import type { ProblemCode } from '#core/connection/problem.ts'
import { messages } from '#core/text/messages.ts'

export const failureMessages = messages('failures', {
  unreachable: 'Can’t reach our server. Check your connection and try again.',
  unreadable: 'Something went wrong on our side. Try again.',
  actionFailed: 'That didn’t work.',
  rateLimited: (seconds: number | null) =>
    seconds === null ? 'Too many requests. Wait a minute, then try again.' : `Too many requests. Try again in ${seconds} s.`,
  /** A rejection by our own server that no field of the screen can fix. */
  problems: {
    invalid: 'Check the fields below.',
    'malformed-json': 'Something went wrong on our side. Try again.',
    'body-too-large': 'That’s too much for one request. Enter fewer values.',
    'external-id-taken': 'This external ID isn’t available. Generate a new one.',
    'external-id-issued-by-server': 'We generate the external ID. Reload the page.',
    'connection-limit': 'Finish or remove a pending connection first.',
    'not-verified': 'Receipts are available only for a verified role. Check the role again first.',
    disconnecting: 'This connection is being disconnected. Reload the page.',
    'not-disconnecting': 'This connection isn’t being disconnected. Reload the page.',
    rotating: 'Receipts are available once the old external ID is removed.',
    'rotation-confirmed': 'The new external ID is already in use. Remove the old one from the role.',
    unauthenticated: 'Your session has ended. Reload the page. Your input is saved.',
    'handoff-unknown': 'We don’t recognize the link that you opened. Ask the sender for a new one.',
    'handoff-expired': 'The link that you opened has expired. Ask the sender for a new one.',
    'handoff-revoked': 'The link that you opened was revoked. Ask the sender for a new one.',
    'beyond-handoff': 'The link that you opened works for another connection only. Ask the sender to do this.',
    'handoff-used':
      'This link has already created its connection. To connect another account, ask the person who sent the link for a new one.',
    'viewer-cannot-change': 'You can view this, but not change or check it. Ask someone with edit access.',
    'not-found':
      'We couldn’t find this connection. It may belong to another browser or session. Go back to the first page, or open your link again.',
    'method-not-allowed': 'This page is out of date. Reload it. Your input is saved.',
    'rate-limited': 'Too many requests. Wait a minute, then try again.',
    'launch-token-required': 'Your session has ended. Open this page again from where you came.',
    'launch-token-refused': 'This link didn’t work. Open this page again from where you came.',
    'launch-token-used': 'This link was already used. Open this page again from where you came.',
    'not-ready': 'Our server isn’t ready. Try again in a moment.',
    'connection-unreadable': 'Our record of this connection is damaged. The role in AWS isn’t affected. Contact support.',
    internal: 'Something went wrong on our side. Try again.',
  } satisfies Readonly<Record<ProblemCode, string>>,
})
