import { type Context, Hono } from 'hono'
import { randomCharacters } from '#core/connection/external-id/external-id.ts'
import {
  DraftHandoffRequest,
  type GivenHandoff,
  type Handoff,
  type HandoffDraft,
  type HandoffParty,
  type HandoffPurpose,
  HandoffRequest,
  type HandoffView,
  handoffMessageRequest,
  handoffView,
  withMessage,
} from '#core/connection/handoff.ts'
import { sha256Hex } from '#core/text/sha256.ts'
import { isCurrent } from '#server/aws/verdict-is-current.ts'
import { admittedConnection } from './admitted-connection.ts'
import type { AppDependencies, Authenticated } from './app-dependencies.ts'
import { admission, authentication } from './authentication.ts'
import { idLength } from './claim-routes.ts'
import { problem } from './problems.ts'
import { readBody } from './request-body.ts'
import { byAddress, byRequester, withinLimit } from './within-limit.ts'

/** 190 bits. */
const tokenLength = 32

type Given = {
  readonly tenant: string
  readonly requestedBy: string | null
  readonly purpose: HandoffPurpose
  readonly connectionId: string | null
  readonly draft: HandoffDraft | null
  readonly note: string
}

/** What hand-offs are made of and shown as. */
function handoffs({ vendor, registry, now, randomBytes, handoffLifetimeMs }: AppDependencies) {
  async function isVerified(tenant: string, connectionId: string): Promise<boolean> {
    const [connection, last] = [await registry.find(tenant, connectionId), await registry.lastVerdict(connectionId)]
    return connection !== null && last !== null && last.verdict.kind === 'verified' && isCurrent(last, connection, vendor)
  }

  async function view(tenant: string, handoff: Handoff, you: HandoffParty): Promise<HandoffView> {
    const verified = handoff.connectionId !== null && (await isVerified(tenant, handoff.connectionId))
    return handoffView(handoff, you, { isVerified: verified, now: now() })
  }

  async function give({ tenant, note, ...given }: Given): Promise<GivenHandoff> {
    const token = randomCharacters(tokenLength, randomBytes)
    const createdAt = now().toISOString()
    const handoff: Handoff = {
      ...given,
      id: randomCharacters(idLength, randomBytes),
      createdAt,
      expiresAt: new Date(now().getTime() + handoffLifetimeMs).toISOString(),
      openedAt: null,
      revokedAt: null,
      messages: [{ by: 'requester', kind: 'asked', note, at: createdAt }],
    }
    await registry.handoffs.add({ tenant, tokenSha256: sha256Hex(token), handoff })
    return { token, handoff: await view(tenant, handoff, 'requester') }
  }

  /** The one that the address names, where it is the caller’s; a guest may call its own `mine`. */
  async function admitted({ var: { tenant, guest }, req }: Context<Authenticated>): Promise<Handoff | null> {
    const id = req.param('id') ?? ''
    if (guest !== null) return id === guest.id || id === 'mine' ? guest : null
    const record = await registry.handoffs.find(id)
    return record?.tenant === tenant ? record.handoff : null
  }

  return { view, give, admitted }
}

const partyOf = ({ var: { guest } }: Context<Authenticated>): HandoffParty => (guest === null ? 'requester' : 'colleague')

/** Links that open one connection, or what is to become one, for a colleague. */
export function handoffRoutes(dependencies: AppDependencies) {
  const { registry, sessions, limits } = dependencies
  const { view, give } = handoffs(dependencies)
  const routes = new Hono<Authenticated>()
  const authenticated = authentication(sessions)
  const ofTenant = withinLimit(limits.handoffsPerTenant, byRequester)
  const ofAddress = withinLimit(limits.handoffsPerAddress, byAddress(dependencies))

  routes.post('/api/connections/:id/handoff', authenticated, ofTenant, ofAddress, async (context) => {
    const tenant = context.get('tenant')
    const reading = await readBody(context, HandoffRequest)
    if (reading.kind === 'refused') return reading.response
    const connection = await registry.find(tenant, context.req.param('id'))
    if (connection === null) return problem('not-found')
    const given = { tenant, requestedBy: context.get('tenantName'), connectionId: connection.id, draft: null, ...reading.body }
    return context.json(await give(given), 201)
  })

  routes.get('/api/connections/:id/handoff', admission(dependencies), async (context) => {
    const { tenant, guest } = context.var
    const connection = await admittedConnection(context, registry)
    if (connection === null) return problem('not-found')
    const handoff = guest ?? (await registry.handoffs.ofConnection(tenant, connection.id))?.handoff ?? null
    return context.json({ handoff: handoff === null ? null : await view(context.var.tenant, handoff, partyOf(context)) })
  })

  routes.post('/api/handoffs', authenticated, ofTenant, ofAddress, async (context) => {
    const tenant = context.get('tenant')
    const reading = await readBody(context, DraftHandoffRequest)
    if (reading.kind === 'refused') return reading.response
    const requestedBy = context.get('tenantName')
    return context.json(await give({ tenant, requestedBy, purpose: 'create-role', connectionId: null, ...reading.body }), 201)
  })

  routes.get('/api/handoffs', authenticated, async (context) => {
    const records = await registry.handoffs.list(context.get('tenant'))
    return context.json({ handoffs: await Promise.all(records.map(({ handoff }) => view(context.var.tenant, handoff, 'requester'))) })
  })

  routes.route('/api/handoffs/:id', oneHandoff(dependencies))
  return routes
}

function oneHandoff(dependencies: AppDependencies) {
  const { registry, sessions, limits, now } = dependencies
  const { view, admitted } = handoffs(dependencies)
  const routes = new Hono<Authenticated>()

  routes.get('/', admission(dependencies), async (context) => {
    const handoff = await admitted(context)
    return handoff === null ? problem('not-found') : context.json(await view(context.var.tenant, handoff, partyOf(context)))
  })

  routes.delete('/', authentication(sessions), async (context) => {
    const handoff = await admitted(context)
    if (handoff === null) return problem('not-found')
    const changed = await registry.handoffs.change(handoff.id, (current) => ({
      ...current,
      revokedAt: current.revokedAt ?? now().toISOString(),
    }))
    return changed === null ? problem('not-found') : context.json(await view(context.var.tenant, changed.handoff, 'requester'))
  })

  routes.post('/messages', admission(dependencies), withinLimit(limits.handoffsPerTenant, byRequester), async (context) => {
    const by = partyOf(context)
    const reading = await readBody(context, handoffMessageRequest(by))
    if (reading.kind === 'refused') return reading.response
    const handoff = await admitted(context)
    if (handoff === null) return problem('not-found')
    const message = { by, ...reading.body, at: now().toISOString() }
    const changed = await registry.handoffs.change(handoff.id, (current) => withMessage(current, message))
    return changed === null ? problem('not-found') : context.json(await view(context.var.tenant, changed.handoff, by))
  })

  return routes
}
