import type { Phrases } from '#core/rules/phrases.ts'

import { examination } from './examination.ts'
import { general } from './general.ts'
import { hosting } from './hosting.ts'
import { jsonText } from './json-text.ts'
import { permissionsForm } from './permissions-form.ts'
import { permissionsReach } from './permissions-reach.ts'
import { reading } from './reading.ts'
import { remedies } from './remedies.ts'
import { roleAilments } from './role-ailments.ts'
import { templates } from './templates.ts'
import { trustAilments } from './trust-ailments.ts'
import { trustExamination } from './trust-examination.ts'
import { trustExternalId } from './trust-external-id.ts'
import { trustForm } from './trust-form.ts'
import { trustPrincipals } from './trust-principals.ts'

export const phrases: Phrases = {
  ...trustPrincipals,
  ...trustExternalId,
  ...trustForm,
  ...permissionsReach,
  ...permissionsForm,
  ...hosting,
  ...templates,
  ...jsonText,
  ...roleAilments,
  ...trustAilments,
  ...remedies,
  general: { ...general, ...reading, ...examination, ...trustExamination },
}
