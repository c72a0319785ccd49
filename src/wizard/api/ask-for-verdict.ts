import { Verdict } from '#core/verify/verdict.ts'
import type { Answer } from './request.ts'
import { requestInSession } from './session.ts'

/** One look. Who is urgent gets a verdict of this second. */
export const askForVerdict = (id: string, isUrgent: boolean): Promise<Answer<Verdict>> =>
  requestInSession({
    method: 'POST',
    path: `api/connections/${encodeURIComponent(id)}/verify`,
    body: { now: isUrgent },
    schema: Verdict,
  })
