import { externalIdRulesMessages } from '#core/pasted/external-id-rules.ts'
import { refusedWords, statementRulesMessages } from '#core/pasted/statement-rules.ts'

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

type RefusedFacts = {
  readonly vendor: string
  readonly action: string
  readonly isRequested: boolean
  readonly roleName: string
  readonly caller: string
  readonly circumstances: Parameters<typeof refusedWords>[1]
}

const refused = {
  sentence: ({ action, caller }: RefusedFacts) =>
    `AWS hat ${action}${caller === '' ? '' : ` für ${caller}`} abgelehnt. Der Aufruf verlangt es außer sts:AssumeRole${action === 'sts:TagSession' ? ', weil er Sitzungs-Tags übergibt' : ''}.`,
  detail: ({ vendor, action, isRequested, roleName, circumstances }: RefusedFacts) =>
    isRequested
      ? `Die angeforderte Vertrauensrichtlinie erlaubt ${action}. Fügen Sie die Ausgabe ein von: aws iam get-role --role-name ${roleName} --output json`
      : `Die angeforderte Vertrauensrichtlinie erlaubt ${action} nicht. ${vendor} sollte nichts senden, was das erfordert. Manche Laufzeitumgebungen fügen es automatisch hinzu.${refusedWords(action, circumstances, 'de')} Vielleicht lehnt AWS auch den übrigen Aufruf ab.`,
}

statementRulesMessages.translate('de', {
  trustQuota: {
    sentence: (quota) =>
      quota === ''
        ? 'IAM hat die Vertrauensrichtlinie zurückgewiesen, weil sie länger ist als das Kontingent des Kontos.'
        : `IAM hat die Vertrauensrichtlinie zurückgewiesen, weil sie länger ist als ${quota.replace(',', '.')} Zeichen, das Kontingent des Kontos.`,
    wrongPlace: (quota, size) =>
      `IAM hat die Vertrauensrichtlinie zurückgewiesen, weil sie länger ist als ${quota.replace(',', '.')} Zeichen. Die angeforderte hat nur ${size}, also steht an ihrer Stelle vielleicht eine Berechtigungsrichtlinie.`,
    detail: (size, roleName) =>
      `Die angeforderte Vertrauensrichtlinie hat ${size} Zeichen. Eine lange ist oft eine Berechtigungsrichtlinie am falschen Ort: Sie gehört in die Berechtigungen von ${roleName}. Sonst entfernen Sie alte externe IDs und Prinzipale.`,
    wrongPlaceDetail: (roleName) =>
      `AWS erhöht dieses Kontingent nicht weiter. Eine lange Richtlinie aus Aktionen und Ressourcen gehört in die Berechtigungen von ${roleName}. Die Vertrauensrichtlinie sagt nur, wer die Rolle annehmen darf. Steht genau das darin, entfernen Sie alte externe IDs und Prinzipale.`,
  },
  'deny-statement': {
    title: 'Die Vertrauensrichtlinie hat eine Deny-Anweisung',
    sentence: ({ name }) => `Die Vertrauensrichtlinie hat eine Deny-Anweisung${name}. Deny hebt jedes Allow auf.`,
    detail: 'Die angeforderte Vertrauensrichtlinie hat keine Deny-Anweisung.',
  },
  'action-missing': {
    title: 'Die Vertrauensrichtlinie erlaubt sts:AssumeRole nicht',
    sentence: ({ actions }) =>
      `Keine Anweisung der Vertrauensrichtlinie erlaubt sts:AssumeRole${actions === '' ? '' : `. Die Richtlinie erlaubt ${actions}`}.`,
    detail: ({ actions, isFederated, roleName, keyWithoutClaim }) => {
      if (actions === '') return 'Schreiben Sie "Action": "sts:AssumeRole" in die Anweisung, auf der Ebene von Effect und Principal.'
      if (!isFederated)
        return 'sts:AssumeRoleWithSAML und sts:AssumeRoleWithWebIdentity sind für Identitäten, die sich bei einem Identitätsanbieter anmelden. Diese Verbindung verwendet sts:AssumeRole.'
      return `Sie vertraut einem Identitätsanbieter, wie Rollen für Kubernetes-Dienstkonten, CI-Jobs oder Single Sign-on. Ist es die Richtlinie von ${roleName}, ersetzen Sie sie durch die angeforderte. Gehört sie zu einer anderen Rolle, sagt sie nichts über diese Verbindung.${keyWithoutClaim === '' ? '' : ` Dem Bedingungsschlüssel ${keyWithoutClaim} fehlt außerdem das Ende, etwa :sub oder :aud.`}`
    },
  },
  'statement-further': {
    title: 'Die Vertrauensrichtlinie hat eine weitere Anweisung',
    sentence: ({ count }) => `Die Vertrauensrichtlinie hat ${count} Anweisungen, angefordert wurde aber nur eine.`,
    detail: 'Jedes passende Allow gewährt Zugriff. Entfernen Sie jede Anweisung, die nicht angefordert wurde.',
  },
  'source-identity-missing': {
    title: 'Die Vertrauensrichtlinie erlaubt keine Source Identity',
    sentence: ({ action }) => `Die Vertrauensrichtlinie erlaubt ${action} nicht.`,
    detail: ({ vendor, action }) =>
      `Die Sitzungen von ${vendor} haben eine Source Identity. Deshalb verlangt AWS außer sts:AssumeRole auch ${action}.`,
  },
  'session-tags-refused': { title: 'Der Aufruf enthält Sitzungs-Tags', ...refused },
  'source-identity-refused': { title: 'Der Aufruf enthält eine Source Identity', ...refused },
})
