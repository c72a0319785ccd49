import { externalIdOperatorsMessages } from '#core/pasted/external-id-operators.ts'
import { externalIdRulesMessages } from '#core/pasted/external-id-rules.ts'
import { externalIdValuesMessages } from '#core/pasted/external-id-values.ts'
import { statementRulesMessages } from '#core/pasted/statement-rules.ts'
import { testedExternalIdMessages } from '#core/pasted/tested-external-id.ts'

externalIdOperatorsMessages.translate('de', {
  title: 'Die Bedingung vergleicht anders als verlangt',
  sentence: (operator) => `Die externe ID wird mit ${operator} statt mit StringEquals verglichen.`,
})

externalIdRulesMessages.translate('de', {
  externalIdKey: {
    title: 'Der Bedingungsschlüssel der externen ID ist falsch geschrieben',
    sentence: (key) => `Die Bedingung steht auf dem Schlüssel ${key}, den es nicht gibt; der Schlüssel heißt sts:ExternalId.`,
    detail: (must) => `IAM nimmt jeden Namen als Schlüssel an und findet für diesen nie einen Wert. ${must}`,
  },
  secondStatementOpen: {
    title: 'Eine zweite Anweisung verlangt keine externe ID',
    sentence: (rest) => `Eine zweite Anweisung${rest} lässt die Rolle ohne die externe ID annehmen.`,
    detail: 'Anweisungen addieren sich, also entscheidet die schwächste. Die Vertrauensrichtlinie darf nur eine Anweisung haben.',
  },
  externalIdNotAsked: {
    title: 'Es gibt keine Bedingung auf die externe ID',
    sentence: 'Die Vertrauensrichtlinie hat keine Bedingung auf die externe ID.',
    detail: (vendor, must) => `Ohne sie könnte jemand anderes, der ${vendor} nutzt, Ihre Rolle nennen und Ihre Daten bekommen. ${must}`,
  },
})

externalIdValuesMessages.translate('de', {
  externalIdFurther: {
    title: 'Eine weitere externe ID wird angenommen',
    sentence: (values) => `Die Vertrauensrichtlinie nimmt auch die externe ID ${values} an, vielleicht eine alte.`,
    detail: (must) => `Wer sie kennt, kann Ihre Rolle für jemand anderen nutzen lassen, und keine Prüfung von außen findet sie. ${must}`,
  },
  externalIdBlank: {
    title: 'Die externe ID hat ein Leerzeichen oder ein unsichtbares Zeichen',
    sentence: (value) => `Die externe ID in der Vertrauensrichtlinie hat ein Leerzeichen oder ein unsichtbares Zeichen zu viel: ${value}.`,
    detail: (must) => `IAM behält es, und kein Aufruf kann je dazu passen. ${must}`,
  },
  externalIdQuoted: {
    title: 'Die externe ID steht in Anführungszeichen',
    sentence: 'Die externe ID in der Vertrauensrichtlinie hat Anführungszeichen, die zum Wert gehören.',
  },
  externalIdCase: {
    title: 'Die externe ID weicht in der Groß- und Kleinschreibung ab',
    sentence: (place) => `Die externe ID in der Vertrauensrichtlinie weicht von Ihrer in der Groß- und Kleinschreibung ab, ${place}.`,
    detail: (must) => `StringEquals unterscheidet Groß- und Kleinschreibung. ${must}`,
  },
  externalIdDiffers: {
    title: 'Die externe ID ist eine andere',
    sentence: (values, place) => `Die Vertrauensrichtlinie erwartet die externe ID ${values}, und Ihre weicht davon ${place} ab.`,
    detail: (must) => `Sie wurde bearbeitet, oder sie gehört zu einer anderen oder einer früheren Verbindung. ${must}`,
  },
  after: (count) => `nach Zeichen ${count}`,
  at: (number) => `bei Zeichen ${number}`,
})

statementRulesMessages.translate('de', {
  trustPolicyTooLong: {
    title: 'Die Vertrauensrichtlinie ist zu lang',
    sentence: (size, maximum) =>
      `Die Vertrauensrichtlinie${size === null ? '' : ` mit ${size} Zeichen`} ist länger als die ${maximum} Zeichen, die IAM von Haus aus annimmt.`,
    detail:
      'Leerraum zwischen den Teilen zählt nicht. Eine Anweisung für einen Anbieter ist kurz genug; legen Sie für andere eigene Rollen an.',
  },
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
  actionFurther: {
    title: 'Die Vertrauensrichtlinie erlaubt mehr als sts:AssumeRole',
    sentence: (further) => `Die Vertrauensrichtlinie erlaubt auch ${further}, was nicht verlangt war.`,
    detail: 'sts:AssumeRole allein genügt.',
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

testedExternalIdMessages.translate('de', {
  must: (externalId) => `Es muss StringEquals mit sts:ExternalId ${externalId} sein.`,
})
