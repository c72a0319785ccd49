import { inPhrases, type Phrases } from '#core/rules/phrases.ts'
import { verdictMessages } from '#wizard/words/verdict-messages.ts'
import { causes } from './causes.ts'
import { diagnosesOfDanger } from './diagnoses-of-danger.ts'
import { diagnosesOfOtherAnswers } from './diagnoses-of-other-answers.ts'
import { diagnosesOfRefusal } from './diagnoses-of-refusal.ts'

export const checkPhrases: Phrases = {
  'named-checks': {
    '': '',
    'Role answers': 'Rolle antwortet',
    'Accepts the external ID': 'Nimmt die externe ID an',
    'Refuses requests without it': 'Lehnt Anfragen ohne sie ab',
    'Refuses a wrong one': 'Lehnt eine falsche ab',
    'Refuses one that is almost right': 'Lehnt eine fast richtige ab',
    'Refuses another account': 'Lehnt ein anderes Konto ab',
    'Refuses another role of ours': 'Lehnt eine andere Rolle von uns ab',
    'A policy on our side blocked the call, which proves nothing.':
      'Eine Richtlinie auf unserer Seite hat den Aufruf blockiert; das beweist nichts.',
    'The role exists.': 'Die Rolle existiert.',
    'AWS gave no usable answer.': 'AWS gab keine brauchbare Antwort.',
    'Waiting for AWS to make the role known.': 'Es wird gewartet, bis AWS die Rolle bekannt gemacht hat.',
    'AWS gives no sign that the role exists or trusts us. It does not say which.':
      'Nichts in den Antworten von AWS zeigt, dass die Rolle existiert oder uns vertraut. Welches von beidem fehlt, sagt AWS nicht.',
    'AWS accepted the call.': 'AWS hat den Aufruf angenommen.',
    'Accepted at first, refused at the end of the check.': 'Erst angenommen, am Ende der Prüfung abgelehnt.',
    'The role exists and refuses your external ID.': 'Die Rolle existiert und lehnt Ihre externe ID ab.',
    'Can be told once the role answers.': 'Lässt sich sagen, sobald die Rolle antwortet.',
    'Accepted, and must be refused.': 'Angenommen, muss aber abgelehnt werden.',
    'Refused, as every call so far, which proves nothing yet.': 'Abgelehnt wie bisher jeder Aufruf, was noch nichts beweist.',
    'AWS refused the call.': 'AWS hat den Aufruf abgelehnt.',
    'Bucket {0} answers': 'Bucket {0} antwortet',
    'Bucket {0} lists its objects': 'Bucket {0} listet seine Objekte auf',
    'The call worked.': 'Der Aufruf hat funktioniert.',
    'The role may not make this call, or the resource does not exist.':
      'Die Rolle darf diesen Aufruf nicht machen, oder die Ressource existiert nicht.',
  },
}

verdictMessages.translate('de', {
  causes,
  diagnoses: { ...diagnosesOfDanger, ...diagnosesOfRefusal, ...diagnosesOfOtherAnswers },
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
  say: inPhrases(checkPhrases),
})
