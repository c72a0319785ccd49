import type { WordGroups } from '../word-groups.ts'
import { artefactView } from './artefact-view.ts'
import { connected } from './connected.ts'
import { doctor, recognised } from './doctor.ts'
import { receipt } from './receipt.ts'
import { review } from './review.ts'
import { role } from './role.ts'
import { verification } from './verification.ts'

export const words: WordGroups['later'] = {
  artefactView,
  connected,
  doctor,
  receipt,
  recognised,
  review,
  role,
  verification,
}
