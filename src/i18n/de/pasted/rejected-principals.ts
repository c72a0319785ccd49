import { type RejectedFacts, rejectedPrincipalMessages } from '#core/pasted/rejected-principal-rule.ts'
import { trusted } from './trusted.ts'

const must = (facts: RejectedFacts) => `Der Prinzipal dieser Verbindung ist ${trusted(facts)}.`

function rejectedSentence({ rejected, vendor, isElsewhere }: RejectedFacts): string {
  if (isElsewhere)
    return `IAM hat die Vertrauensrichtlinie zurückgewiesen. Der Text nennt eine Region einer anderen Partition als der des Prinzipals ${rejected.text}, und Rollen können nicht über Partitionen hinweg vertrauen.`
  switch (rejected.kind) {
    case 'account': {
      const account = rejected.account === '' ? 'es ein Konto darin' : `es das Konto ${rejected.account}`
      return `IAM hat die Vertrauensrichtlinie zurückgewiesen, weil ${account} nicht gibt oder es zu einer anderen Partition gehört.`
    }
    case 'identity': {
      const named = `${rejected.isUser ? 'den Benutzer' : 'die Rolle'} ${rejected.text}`
      return rejected.isVendor
        ? `IAM hat die Vertrauensrichtlinie zurückgewiesen, weil es ${named} im Konto von ${vendor} nicht gibt.`
        : `IAM hat die Vertrauensrichtlinie zurückgewiesen, weil es ${named} nicht gibt oder IAM davon noch nichts weiß.`
    }
    case 'unique-id':
      return `IAM hat die Vertrauensrichtlinie zurückgewiesen, weil die Rolle oder der Benutzer mit der ID ${rejected.text} gelöscht wurde.`
    case 'wildcard':
      return `IAM hat die Vertrauensrichtlinie zurückgewiesen, weil der Prinzipal ${rejected.text} einen Platzhalter enthält.`
    case 'unnamed':
      return 'IAM hat die Vertrauensrichtlinie zurückgewiesen, weil es einen Prinzipal darin nicht gibt oder er ungültig ist.'
  }
}

function rejectedDetail({ rejected, ...facts }: RejectedFacts): string {
  const { partition, vendorAccountId, vendor } = facts
  if (facts.isElsewhere)
    return `Ein Konto in China oder AWS GovCloud (US) kann nur Konten dort vertrauen. Fragen Sie ${vendor} nach einem solchen Konto. Ein anderes Präfix vor derselben Konto-ID hilft nicht.`
  const wanted = must({ rejected, ...facts })
  switch (rejected.kind) {
    case 'account':
      return rejected.isVendor
        ? `Es ist das Konto von ${vendor}. Prüfen Sie, ob Sie in einem Konto derselben Partition angemeldet sind, und fragen Sie ${vendor}.`
        : `Vergleichen Sie die Ziffern, und suchen Sie daneben nach einem Leerzeichen oder einem unsichtbaren Zeichen. Auch ein geschlossenes Konto wird nicht angenommen. ${wanted}`
    case 'identity':
      return rejected.isVendor
        ? `Vielleicht ist der Name oder der Pfad ein anderer. IAM prüft beim Speichern einer Richtlinie den Prinzipal, aber nicht die Bedingungen. Vertrauen Sie arn:${partition}:iam::${vendorAccountId}:root, und nennen Sie die Rolle in einer Bedingung mit aws:PrincipalArn, wie in der Richtlinie auf dieser Seite.`
        : `IAM prüft den Prinzipal beim Speichern einer Richtlinie. Legt derselbe Lauf ihn an, legen Sie ihn zuerst an, warten Sie einige Sekunden, und versuchen Sie es noch einmal.${facts.isOfItself ? ' Ist es die Rolle selbst, die gerade angelegt wird, vertrauen Sie stattdessen ihrem Konto, und nennen Sie sie in einer Bedingung mit aws:PrincipalArn.' : ''} ${wanted}`
    case 'unnamed':
      return `Eine Rolle oder ein Benutzer darin muss vor dem Speichern der Richtlinie vorhanden sein, und das Konto muss 12 Ziffern haben. ${wanted}`
    case 'unique-id':
    case 'wildcard':
      return wanted
  }
}

rejectedPrincipalMessages.translate('de', {
  'creation-invalid-principal': {
    title: 'IAM findet den Prinzipal nicht',
    sentence: rejectedSentence,
    detail: (facts) => `${rejectedDetail(facts)} AWS meldet: ${facts.reason}`,
  },
})
