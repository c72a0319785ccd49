import type { WordGroups } from '#i18n/word-groups.ts'
import './checks.ts'
import './diagnoses.ts'
import './diagnoses/causes.ts'
import { artifactView } from './artifact-view.ts'
import { artifacts } from './artifacts.ts'
import { connected } from './connected.ts'
import { doctor, recognised } from './doctor.ts'
import { laterUi } from './later-ui.ts'
import { launch } from './launch.ts'
import { linkCard } from './link-card.ts'
import { noScript } from './no-script.ts'
import { receipt } from './receipt.ts'
import { review } from './review.ts'
import { risks } from './risks.ts'
import { role } from './role.ts'
import { verification } from './verification.ts'

export const words: WordGroups['later'] = {
  artifacts,
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
  risks,
  role,
  verification,
}
