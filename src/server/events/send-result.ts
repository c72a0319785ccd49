import type { DeliveryFailure } from '#core/events/delivery.ts'

/** The receiver's answer, or the reason why there is none. */
export type SendResult =
  | { readonly kind: 'accepted'; readonly status: number }
  | { readonly kind: 'failed'; readonly failure: DeliveryFailure }

export const failed = (failure: DeliveryFailure): SendResult => ({ kind: 'failed', failure })

/** Receivers that take longer would keep the events of the connection waiting. */
export const sendDeadlineMs = 15_000

const statusAdvice: Readonly<Record<number, string>> = {
  401: 'If it verifies signatures, compare its secret with ROLEBRIDGE_WEBHOOK_SECRET.',
  403: 'If it verifies signatures, compare its secret with ROLEBRIDGE_WEBHOOK_SECRET. A firewall may deny requests too.',
  404: 'Check the path of ROLEBRIDGE_WEBHOOK_URL.',
  405: 'Check the path of ROLEBRIDGE_WEBHOOK_URL: the receiver must accept POST.',
  410: 'Check the path of ROLEBRIDGE_WEBHOOK_URL.',
}

const reasonIn = ({ reason }: DeliveryFailure): string => (reason === undefined ? '' : ` (${reason})`)

const awsAdvice = ({ reason = '' }: DeliveryFailure): string =>
  reason.startsWith('AccessDenied')
    ? 'Allow events:PutEvents on the event bus to the role that this server runs as.'
    : 'Check ROLEBRIDGE_EVENTBRIDGE_BUS, the credentials, and the clock of this server.'

const sentences: Readonly<Record<DeliveryFailure['code'], (failure: DeliveryFailure) => string>> = {
  status: ({ status = 0 }) => `The receiver responded with status ${status}. ${statusAdvice[status] ?? 'Its log says why.'}`,
  redirect: ({ status = 0 }) =>
    `The receiver responded with a redirect (${status}), and redirects are not followed. Set ROLEBRIDGE_WEBHOOK_URL to the URL where it leads.`,
  timeout: () =>
    `The receiver didn’t respond within ${sendDeadlineMs / 1000} seconds. It must respond first and process the event afterward. If it was never reached, check firewalls.`,
  'name-not-found': (failure) =>
    `The host name in ROLEBRIDGE_WEBHOOK_URL can’t be resolved${reasonIn(failure)}. Check its spelling and the DNS of this server.`,
  'connection-refused': () =>
    'Nothing listens at the host and port of ROLEBRIDGE_WEBHOOK_URL. Start the receiver, or correct the host or port.',
  'connection-failed': (failure) =>
    `The connection to the receiver failed${reasonIn(failure)}. Check firewalls and proxies between this server and the receiver.`,
  tls: (failure) =>
    `The certificate of the receiver was rejected${reasonIn(failure)}. Renew it, or name your own authority in NODE_EXTRA_CA_CERTS.`,
  'address-denied': () =>
    'The host in ROLEBRIDGE_WEBHOOK_URL has an address that events are not sent to: private, link-local, of this machine, or reserved. If the receiver is in your own network, add that to ROLEBRIDGE_WEBHOOK_ALLOWED_NETWORKS.',
  'connection-unreadable': () => 'The record of the connection in the registry is damaged. The log of the server names it.',
  aws: (failure) => `AWS rejected the request${reasonIn(failure)}. ${awsAdvice(failure)}`,
  'event-rejected': (failure) =>
    `EventBridge didn’t accept the event${reasonIn(failure)}. Check that the event bus exists. If it does, this can be temporary.`,
}

/** Says the reason and what to do. */
export const failureSentence = (failure: DeliveryFailure): string => sentences[failure.code](failure)
