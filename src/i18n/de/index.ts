import { textsInGroups } from '#i18n/message-groups.ts'
import './account.ts'
import './failures.ts'
import './plain.ts'
import './refusals.ts'
import './shell.ts'

export const loadTexts = textsInGroups({
  first: async () => undefined,
  findings: () => import('./findings.ts'),
  knowledge: () => import('./explained.ts'),
  handoff: () => import('./handoff.ts'),
  many: () => import('./many.ts'),
  hosting: () => import('./hosting.ts'),
  support: () => import('./support.ts'),
  demo: () => import('./demo.ts'),
  later: () => import('./later.ts'),
})
