import type { VerdictWords } from '#wizard/words/verdict.ts'
import './checks.ts'
import { causes } from './causes.ts'
import { diagnoses } from './diagnoses.ts'

export const verdict: VerdictWords = {
  causes,
  diagnoses,
  verdicts: {
    verified: 'Die Rolle funktioniert und ist sicher.',
    waiting: 'Wir warten auf AWS und prüfen weiter.',
    'not-ready': 'Die Rolle lässt uns noch nicht herein.',
    unsafe: 'Die Rolle funktioniert, ist aber nicht sicher und wird deshalb nicht genutzt.',
    partial: 'Die Rolle ist sicher, aber eine Berechtigung fehlt.',
    inconclusive: 'Die Prüfung konnte nicht abgeschlossen werden und wird von selbst wiederholt.',
    'vendor-fault': 'Das Problem liegt auf unserer Seite; an Ihrer Rolle liegt es nicht.',
    drifted: 'Die Rolle hat sich geändert, seit sie geprüft wurde.',
  },
}
