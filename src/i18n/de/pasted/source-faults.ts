import { policyElementErrorMessages } from '#core/pasted/policy-element-error-rules.ts'
import { sourceFaultMessages } from '#core/pasted/source-fault-rules.ts'

const cdkAdvice = {
  conditions:
    'Diese Version des CDK kann Prinzipale mit Bedingungen nicht zusammenfassen. Lassen Sie die Rolle mit externalIds nur dem Anbieter vertrauen, oder verwenden Sie eine neuere Version.',
  list: 'Eine Rolle nimmt einen Prinzipal, keine Liste. Braucht diese Verbindung keinen weiteren, entfernen Sie die Liste. Andernfalls verwenden Sie CompositePrincipal.',
  other:
    'IAM und die Vertrauensrichtlinie sind nicht die Ursache. Berichtigen Sie das Programm, und starten Sie die Bereitstellung noch einmal.',
} as const

sourceFaultMessages.translate('de', {
  'terraform-cycle': {
    title: 'Terraform hat einen Zyklus gefunden',
    sentence: ({ members }) => `Terraform kann diese Ressourcen nicht anlegen, weil jede zuerst eine andere braucht: ${members}.`,
    detail: ({ isOfRole }) =>
      isOfRole
        ? 'Die Vertrauensrichtlinie braucht Werte der Integration, und die Integration braucht den ARN der Rolle. Setzen Sie diesen ARN aus Konto-ID und Rollennamen zusammen, statt ihn von der Rolle zu lesen. Ein Aufruf zum Annehmen der Rolle wurde nicht abgelehnt.'
        : 'Entfernen Sie einen der Verweise zwischen ihnen. Ein Aufruf zum Annehmen der Rolle wurde nicht abgelehnt.',
  },
  'terraform-policy-reference': {
    title: 'Ein Verweis auf die Richtlinie ist falsch',
    sentence: ({ written, corrected }) => `Terraform kann ${written} nicht als Richtlinie verwenden. Schreiben Sie ${corrected}.`,
    detail: ({ written }) =>
      written.startsWith('data.')
        ? 'Das ist die ganze Datenquelle. Die Richtlinie steht in ihrem Attribut json.'
        : 'Das ist eine Datenquelle, und Verweise auf Datenquellen beginnen mit data.',
  },
  'cdk-program-error': {
    title: 'Das CDK-Programm ist vor dem Aufruf von AWS gescheitert',
    sentence: ({ message }) => `Das CDK-Programm ist gescheitert, deshalb wurde nichts an AWS gesendet. Der Fehler: ${message}`,
    detail: ({ advice }) => cdkAdvice[advice ?? 'other'],
  },
  'policy-effect-case': {
    title: 'Der Effect einer Anweisung hat andere Groß- und Kleinschreibung',
    sentence: ({ written, corrected }) =>
      `Die Richtlinie ist ungültig, weil ein Effect darin "${written}" ist. Es muss "${corrected}" sein.`,
    detail: 'Bei Effect zählt Groß- und Kleinschreibung. Berichtigen Sie ihn in jeder Anweisung, und versuchen Sie es noch einmal.',
  },
  'terraform-module-without-trust': {
    title: 'Das Modul sagt nicht, wer die Rolle annehmen darf',
    sentence: ({ module }) => `Dieser Aufruf des Moduls ${module} sagt nicht, wer die Rolle annehmen darf.`,
    detail: ({ module, vendorAccountId, externalId }) =>
      `Berechtigungen allein reichen nicht. Setzen Sie ${
        module === 'iam-role' ? 'trust_policy_permissions' : 'trusted_role_arns und role_sts_externalid'
      } so, dass nur das Konto ${vendorAccountId} mit der externen ID ${externalId} die Rolle annehmen darf.`,
  },
})

policyElementErrorMessages.translate('de', {
  'policy-action-form': {
    title: 'Eine Aktion in der Richtlinie ist ungültig',
    sentence: 'IAM hat eine Richtlinie zurückgewiesen, weil eine Aktion darin ungültig ist.',
    detail: ({ reason }) =>
      `Eine Aktion besteht aus dem Präfix eines Service, einem Doppelpunkt und einer Operation, zum Beispiel s3:GetObject. Nur die Operation kann einen Platzhalter enthalten. AWS meldet: ${reason}`,
  },
  'policy-resource-form': {
    title: 'Eine Ressource in der Richtlinie ist kein ARN',
    sentence: ({ quoted }) =>
      quoted === ''
        ? 'IAM hat eine Berechtigungsrichtlinie zurückgewiesen, weil eine Resource darin kein gültiger ARN ist.'
        : `IAM hat eine Berechtigungsrichtlinie zurückgewiesen, weil die Resource ${quoted} kein gültiger ARN ist.`,
    detail: ({ reason }) =>
      `Schreiben Sie den ganzen ARN, für einen Bucket zum Beispiel arn:aws:s3:::BUCKET. Vielleicht ist ein Parameter darin leer. Die Vertrauensrichtlinie ist nicht die Ursache, denn sie hat keine Resource. AWS meldet: ${reason}`,
  },
  'policy-statement-id': {
    title: 'Eine Anweisungs-ID in der Richtlinie ist ungültig',
    sentence: 'IAM hat eine Richtlinie zurückgewiesen, weil eine Anweisungs-ID (Sid) darin ungültig ist.',
    detail: ({ reason }) =>
      `Eine Sid besteht nur aus Buchstaben und Ziffern, und keine andere Anweisung der Richtlinie hat dieselbe. AWS meldet: ${reason}`,
  },
  'policy-unknown-field': {
    title: 'Die Richtlinie hat ein Feld, das Richtlinien nicht haben',
    sentence: ({ quoted }) => `IAM hat die Richtlinie zurückgewiesen, weil sie das Feld ${quoted} hat, das Richtlinien nicht haben.`,
    detail: ({ isRole, reason }) =>
      isRole
        ? `Das sieht nach der Ausgabe von get-role aus. Senden Sie als Vertrauensrichtlinie nur den Wert von AssumeRolePolicyDocument. AWS meldet: ${reason}`
        : `Entfernen Sie es, oder prüfen Sie, wie es geschrieben ist und an welcher Stelle es steht. AWS meldet: ${reason}`,
  },
})
