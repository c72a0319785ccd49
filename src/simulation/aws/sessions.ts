import type { Session, State } from './state.ts'
import type { World } from './world.ts'

/** For so long an expired key is told from one that never was. */
const rememberedMs = 3_600_000

const isRemembered = ({ expiresAt }: Session, now: number): boolean => expiresAt === null || expiresAt > now - rememberedMs

export function withSession({ state, now }: World, accessKeyId: string, session: Session): State {
  const remembered = Object.entries(state.sessions).filter(([, known]) => isRemembered(known, now))
  return { ...state, sessions: { ...Object.fromEntries(remembered), [accessKeyId]: session } }
}
