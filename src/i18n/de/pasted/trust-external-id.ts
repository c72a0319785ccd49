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
    title: 'Der Operator weicht vom verlangten ab',
    why: '',
    sentence: (operator) => `Die externe ID wird mit ${operator} statt mit StringEquals verglichen.`,
  },
})

statementRulesMessages.translate('de', {
  denyStatement: {
    title: 'Die Vertrauensrichtlinie hat eine Deny-Anweisung',
    sentence: (rest) => `Die Vertrauensrichtlinie hat eine Deny-Anweisung${rest}, und Deny geht jedem Allow vor.`,
    detail: 'Die verlangte Vertrauensrichtlinie hat keine und braucht keine.',
  },
  actionMissing: {
    title: 'Die Vertrauensrichtlinie erlaubt sts:AssumeRole nicht',
    sentence: (rest) => `Keine Anweisung der Vertrauensrichtlinie erlaubt sts:AssumeRole${rest}.`,
    named: (actions) => `; sie spricht von ${actions}`,
    detail:
      'sts:AssumeRoleWithSAML und sts:AssumeRoleWithWebIdentity sind für Personen und Programme, die sich anderswo anmelden; der Aufruf hier ist sts:AssumeRole.',
  },
  statementFurther: {
    title: 'Die Vertrauensrichtlinie hat eine weitere Anweisung',
    sentence: (count) => `Die Vertrauensrichtlinie hat ${count} Anweisungen, und verlangt war eine.`,
    detail: 'Anweisungen addieren sich. Was die anderen erlauben, ist hier nicht bekannt und nicht nötig.',
  },
  tagged: {
    tags: 'Der Aufruf trägt Sitzungs-Tags',
    identity: 'Der Aufruf trägt eine Source Identity',
    sentence: (vendor, action) => `Der Aufruf von ${vendor} verlangt auch ${action}, was die Vertrauensrichtlinie nicht erlaubt.`,
    detail: (vendor, action) =>
      `Die Vertrauensrichtlinie ist so, wie sie verlangt war. ${vendor} sollte nicht senden, was ${action} braucht; manche Arten, eine Anwendung zu betreiben, fügen es ungefragt hinzu.`,
  },
})
