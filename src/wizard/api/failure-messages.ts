import type { ProblemCode } from '#core/connection/problem.ts'
import { messages } from '#core/text/messages.ts'

export const failureMessages = messages('failures', {
  unreachable: 'We could not reach our own server. Check your network; nothing was sent to AWS.',
  unreadable: 'Our server gave an answer that this page cannot read. The fault is on our side.',
  actionFailed: 'That did not work.',
  rateLimited: (seconds: number | null) =>
    seconds === null
      ? 'Too many requests in a short time. Wait a minute, then try again.'
      : `Too many requests in a short time. Try again in ${seconds} s.`,
  /** A refusal by our own server that no field of the screen can mend. */
  problems: {
    invalid: 'Our server did not take the request. Check what is typed below.',
    'malformed-json': 'Our server could not read the request. The fault is on our side.',
    'body-too-large': 'This is more than our server takes in one request. Name fewer values.',
    'external-id-taken': 'This external ID cannot be used. Each one serves a single connection and is never used again: take a new one.',
    'external-id-issued-by-server': 'The external ID is made by us and cannot be chosen. Reload the page.',
    'connection-limit': 'Too many of your connections wait for their role. Finish or remove one of them first.',
    'not-verified': 'There is a receipt only for a role that is verified now. Look at the role again first.',
    unauthenticated: 'Your session has ended and could not be renewed. Reload the page; what you typed is kept.',
    'handoff-unknown': 'We do not know the link that brought you here. Ask who sent it for a new one.',
    'handoff-expired': 'The link that brought you here has expired. Ask who sent it for a new one.',
    'handoff-revoked': 'The link that brought you here was ended. Ask who sent it for a new one.',
    'beyond-handoff': 'The link that brought you here opens one connection, and not this. Ask who sent it to do it.',
    'handoff-used':
      'This link has already created its connection. To connect another account, ask the person who sent the link for a new one.',
    'viewer-cannot-change': 'You can view this, but not change or check it. Ask someone with edit access.',
    'not-found': 'Our server does not know this connection.',
    'method-not-allowed': 'This page and our server do not fit together. Reload the page; what you typed is kept.',
    'rate-limited': 'Too many requests in a short time. Wait a minute, then try again.',
    'launch-token-required': 'Your session has ended. Open this page again from where you came.',
    'launch-token-refused': 'This link didn’t work. Open this page again from where you came.',
    'launch-token-used': 'This link was already used. Open this page again from where you came.',
    'not-ready': 'Our server is not ready. Try again in a moment.',
    'connection-unreadable':
      'Our record of this connection is damaged. The role in AWS isn’t affected. Contact support, and mention the account ID.',
    internal: 'Something broke on our side. Nothing was changed in AWS; try again in a moment.',
  } satisfies Readonly<Record<ProblemCode, string>>,
})
