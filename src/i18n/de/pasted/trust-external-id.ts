import { externalIdRulesMessages } from '#core/pasted/external-id-rules.ts'
import { statementRulesMessages } from '#core/pasted/statement-rules.ts'

externalIdRulesMessages.translate('de', {
  must: (externalId) => `Es muss StringEquals mit sts:ExternalId ${externalId} sein.`,
  key: {
    title: 'Der Bedingungsschlüssel der externen ID ist falsch geschrieben',
    why: 'Der Schlüssel ist ungültig und hat deshalb nie einen Wert.',
    sentence: (key) => `${key} ist kein gültiger Bedingungsschlüssel. Verwenden Sie sts:ExternalId.`,
  },
  operator: {
    title: 'Die Bedingung verwendet einen anderen Operator',
    why: '',
    sentence: (operator) => `Die externe ID wird mit ${operator} statt mit StringEquals verglichen.`,
  },
})

statementRulesMessages.translate('de', {
  denyStatement: {
    title: 'Die Vertrauensrichtlinie hat eine Deny-Anweisung',
    sentence: (rest) => `Die Vertrauensrichtlinie hat eine Deny-Anweisung${rest}. Deny hebt jedes Allow auf.`,
    detail: 'Die angeforderte Vertrauensrichtlinie hat keine Deny-Anweisung.',
  },
  actionMissing: {
    title: 'Die Vertrauensrichtlinie erlaubt sts:AssumeRole nicht',
    sentence: (rest) => `Keine Anweisung der Vertrauensrichtlinie erlaubt sts:AssumeRole${rest}.`,
    named: (actions) => `. Die Richtlinie erlaubt ${actions}`,
    detail:
      'sts:AssumeRoleWithSAML und sts:AssumeRoleWithWebIdentity sind für Identitäten, die sich bei einem Identitätsanbieter anmelden. Diese Verbindung verwendet sts:AssumeRole.',
  },
  statementFurther: {
    title: 'Die Vertrauensrichtlinie hat eine weitere Anweisung',
    sentence: (count) => `Die Vertrauensrichtlinie hat ${count} Anweisungen, angefordert wurde aber nur eine.`,
    detail: 'Jedes passende Allow gewährt Zugriff. Entfernen Sie jede Anweisung, die nicht angefordert wurde.',
  },
  identityMissing: {
    title: 'Die Vertrauensrichtlinie erlaubt keine Source Identity',
    sentence: (action) => `Die Vertrauensrichtlinie erlaubt ${action} nicht.`,
    detail: (vendor, action) =>
      `Die Sitzungen von ${vendor} haben eine Source Identity. Deshalb verlangt AWS außer sts:AssumeRole auch ${action}.`,
  },
  tagged: {
    tags: 'Der Aufruf enthält Sitzungs-Tags',
    identity: 'Der Aufruf enthält eine Source Identity',
    sentence: (vendor, action) => `Der Aufruf von ${vendor} verlangt auch ${action}, was die Vertrauensrichtlinie nicht erlaubt.`,
    detail: (vendor, action) =>
      `Die Vertrauensrichtlinie entspricht der Anforderung. ${vendor} sollte nichts senden, was ${action} erfordert. Manche Laufzeitumgebungen fügen es automatisch hinzu.`,
  },
})
