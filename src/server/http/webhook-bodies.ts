import { type EventType, eventSchemas } from '#core/events/webhook-event.ts'
import { type Body, body } from './operation.ts'

const meanings: Readonly<Record<EventType, string>> = {
  'connection.created': 'A customer created a connection. There is no role yet.',
  'connection.verified': 'The role works, and denies requests without its external ID. With the receipt.',
  'connection.drifted': 'The role was verified, and is no longer secure. Stop using it.',
  'connection.recovered':
    'A role that had drifted, was lost, or lacked a permission is verified again, or one whose customer began to disconnect and kept it. With the receipt.',
  'connection.lost': 'The role was verified, and can no longer be assumed.',
  'connection.needs-update': 'The role lacks permissions that your config requests by now. The customer has to update it.',
  'connection.disconnecting': 'Someone began to disconnect. The role can still exist. Stop using it.',
  'connection.disconnected':
    'The connection has ended. If `connection.disconnection` has `confirmedBy`, someone said that the role is deleted, and `check.untried` lists the roles that weren’t tried.',
  'external-id.rotated':
    'A new external ID is in use: assume the role with `externalId` of the connection. Sent again once AWS denies the old one. The connection then has no `rotation`.',
  'vendor.fault': 'A fault on your side keeps the role from being verified, such as missing credentials.',
  'webhook.test': 'You sent a test event. It is about no connection.',
}

const fields = {
  type: 'Permanent. Ignore types that you don’t know: some may be added.',
  timestamp: 'UTC. When it happened, which can be long before the attempt.',
  data: '`connection` is as the vendor API returns it at the time of the attempt. `verdict` is what was found at `timestamp`. `receipt` is a compact JWS, absent once the verdict no longer holds.',
}

const isEventType = (text: string): text is EventType => Object.hasOwn(eventSchemas, text)

const types: readonly EventType[] = Object.keys(eventSchemas).filter(isEventType)

/** For example `ConnectionVerifiedEvent`. */
const nameOf = (type: EventType): string =>
  `${type
    .split(/[.-]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')}Event`

export type WebhookBody = { readonly type: EventType; readonly meaning: string; readonly body: Body }

/** Every event that is sent to the vendor's back end. The connection and the verdict in it are bodies of operations. */
export const webhookBodies: readonly WebhookBody[] = types.map((type) => ({
  type,
  meaning: meanings[type],
  body: body(nameOf(type), eventSchemas[type], fields),
}))
