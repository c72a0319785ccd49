import type { Context } from 'hono'
import { randomCharacters } from '#core/connection/external-id/external-id.ts'
import {
  type GivenHandoff,
  type Handoff,
  type HandoffDraft,
  type HandoffParty,
  type HandoffPurpose,
  type HandoffView,
  handoffView,
} from '#core/connection/handoff.ts'
import { sha256Hex } from '#core/text/sha256.ts'
import { isCurrent } from '#server/aws/verdict-is-current.ts'
import { UnreadableConnection } from '#server/registry/registry.ts'
import type { AppDependencies, Authenticated } from './app-dependencies.ts'
import { idInPath } from './authentication.ts'
import { note, shortHash } from './request-facts.ts'

/** 126 bits. */
const handoffIdLength = 22
/** 190 bits. */
const tokenLength = 32

export type NewLink = {
  readonly tenant: string
  readonly requestedBy: string | null
  readonly purpose: HandoffPurpose
  readonly connectionId: string | null
  readonly draft: HandoffDraft | null
  readonly note: string
}

export const partyOf = ({ var: { guest } }: Context<Authenticated>): HandoffParty => (guest === null ? 'requester' : 'colleague')

/** Links that open one connection, or a draft of one, for a colleague. */
export function handoffLinks({ vendor, registry, now, randomBytes, handoffLifetimeMs }: AppDependencies) {
  async function isVerified(tenant: string, connectionId: string): Promise<boolean> {
    try {
      const state = await registry.state(tenant, connectionId)
      if (state === null || state.last === null) return false
      return state.last.verdict.kind === 'verified' && isCurrent(state.last, state.connection, vendor)
    } catch (error) {
      // The other hand-offs of a list can be read.
      if (error instanceof UnreadableConnection) return false
      throw error
    }
  }

  async function view(tenant: string, handoff: Handoff, you: HandoffParty): Promise<HandoffView> {
    const verified = handoff.connectionId !== null && (await isVerified(tenant, handoff.connectionId))
    return handoffView(handoff, you, { isVerified: verified, now: now() })
  }

  async function create({ tenant, note, ...given }: NewLink): Promise<GivenHandoff> {
    const token = randomCharacters(tokenLength, randomBytes)
    const createdAt = now().toISOString()
    const handoff: Handoff = {
      ...given,
      id: randomCharacters(handoffIdLength, randomBytes),
      createdAt,
      expiresAt: new Date(now().getTime() + handoffLifetimeMs).toISOString(),
      openedAt: null,
      revokedAt: null,
      messages: [{ by: 'requester', kind: 'asked', note, at: createdAt }],
    }
    await registry.handoffs.add({ tenant, tokenSha256: sha256Hex(token), handoff })
    return { token, handoff: await view(tenant, handoff, 'requester') }
  }

  /** The hand-off in the path if the session may see it. A guest can call its own `mine`. */
  async function inPath(context: Context<Authenticated>): Promise<Handoff | null> {
    const { tenant, guest } = context.var
    const id = idInPath(context)
    if (guest !== null) return id === guest.id || id === 'mine' ? guest : null
    const record = await registry.handoffs.find(id)
    if (record?.tenant !== tenant) return null
    note(context, { handoff: shortHash(id) })
    return record.handoff
  }

  return { view, create, inPath }
}
