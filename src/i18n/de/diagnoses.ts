import { type ExplanationTexts, verdictKindMessages } from '#core/verify/explanation.ts'
import { causeMessages, type DiagnosisCode, decisionTable } from '#core/verify/verdict.ts'
import { acceptanceCauses, acceptances } from './diagnoses/acceptances.ts'
import { dangerCauses, dangers, readCauseWords } from './diagnoses/dangers.ts'
import { denialCauses, denials } from './diagnoses/denials.ts'
import { sharedCauses } from './diagnoses/shared.ts'
import { vendorFaultCauses, vendorFaults } from './diagnoses/vendor-faults.ts'

const german: Readonly<Record<DiagnosisCode, ExplanationTexts>> = { ...acceptances, ...dangers, ...denials, ...vendorFaults }

causeMessages.translate('de', {
  ...sharedCauses,
  ...acceptanceCauses,
  ...dangerCauses,
  ...denialCauses,
  ...vendorFaultCauses,
  ...readCauseWords,
})

for (const { code, messages } of decisionTable) messages.translate('de', german[code])

verdictKindMessages.translate('de', {
  verified: 'Die Rolle funktioniert, und die externe ID wird verlangt.',
  waiting: 'Wir warten auf AWS und prüfen weiter.',
  'not-ready': 'Wir können die Rolle noch nicht annehmen.',
  unsafe: 'Die Rolle ist noch nicht sicher; wir nutzen sie deshalb nicht.',
  partial: 'Verbunden, aber eine Berechtigung fehlt.',
  inconclusive: 'Die Prüfung wurde nicht fertig. Wir wiederholen sie automatisch.',
  'vendor-fault': 'Ihre Rolle ist in Ordnung. Wir prüfen weiter.',
  drifted: 'Die Rolle hat sich geändert, seit sie geprüft wurde.',
})
