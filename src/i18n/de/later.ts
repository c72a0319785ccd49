import type { WordGroups } from '#i18n/word-groups.ts'
import './checks.ts'
import './diagnoses.ts'
import './diagnoses/causes.ts'
import { artifactView } from './artifact-view.ts'
import { connected } from './connected.ts'
import { doctor, recognised } from './doctor.ts'
import { laterUi } from './later-ui.ts'
import { launch } from './launch.ts'
import { linkCard } from './link-card.ts'
import { noScript } from './no-script.ts'
import { receipt } from './receipt.ts'
import { review } from './review.ts'
import { role } from './role.ts'
import { verification } from './verification.ts'
import './artifacts.ts'
import './risks.ts'

export const words: WordGroups['later'] = {
  artifactView,
  connected,
  doctor,
  laterUi,
  launch,
  linkCard,
  noScript,
  receipt,
  recognised,
  review,
  role,
  verification,
}
