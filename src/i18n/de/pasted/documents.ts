import { documentMessages } from '#core/pasted/document-rules.ts'
import { hasWrongForm, isHidden, placeholderMessages } from '#core/pasted/placeholder-rules.ts'
import { policyPartMessages } from '#core/pasted/policy-part-rules.ts'
import { rejectionMessages } from '#core/pasted/rejection.ts'
import { trusted } from './trusted.ts'

rejectionMessages.translate('de', {
  bracketsMissing: 'Die geschweiften Klammern um die Richtlinie fehlen.',
  bracketsExtra: 'Eine schließende Klammer an ihrem Ende ist zu viel.',
})

documentMessages.translate('de', {
  'policy-incomplete': {
    title: 'Das JSON ist unvollständig',
    sentence: 'Das JSON ist unvollständig. Sein Ende fehlt.',
    detail: 'Kopieren Sie alles, und fügen Sie es noch einmal ein. Was davon lesbar ist, wurde geprüft, aber der Rest kann mehr enthalten.',
  },
  'document-not-json': {
    title: 'Die Richtlinie ist kein gültiges JSON',
    sentence: ({ fault }) => `IAM weist diese Richtlinie zurück, weil sie kein gültiges JSON ist. ${fault}`,
    detail: ({ line, column }) => `Die Stelle ist Zeile ${line}, Spalte ${column} der Richtlinie.`,
  },
  'document-duplicate-name': {
    title: 'Die Richtlinie enthält denselben Namen zweimal',
    sentence: 'Ein Objekt der Richtlinie enthält denselben Namen zweimal. IAM weist das zurück oder behält nur einen der beiden.',
    detail: ({ line, column }) =>
      `Der zweite steht in Zeile ${line}, Spalte ${column} der Richtlinie. AWS dokumentiert nicht, welcher der beiden gilt. Fassen Sie sie zusammen.`,
  },
  'document-leading-space': {
    title: 'Die Richtlinie beginnt mit Leerzeichen',
    sentence: 'Die Richtlinie beginnt mit Leerzeichen. IAM weist das zurück, wenn das sendende Werkzeug sie nicht entfernt.',
    detail: 'Verwenden Sie in Terraform jsonencode, oder schreiben Sie <<-EOF statt <<EOF. Das entfernt die Einrückung.',
  },
  'condition-without-operator': {
    title: 'Die Bedingung hat keinen Operator',
    sentence: ({ fault }) =>
      `Die Bedingung für ${fault} hat keinen Operator, deshalb weist IAM die Richtlinie zurück. Um den Schlüssel fehlt StringEquals.`,
    detail: ({ fault }) => `Schreiben Sie "Condition": { "StringEquals": { "${fault}": … } }.`,
  },
  'document-grammar': {
    title: 'Die Richtlinie enthält ein Element oder einen Wert, den IAM zurückweist',
    sentence: ({ fault }) => `IAM weist diese Richtlinie zurück. ${fault}`,
    detail: 'Ersetzen Sie sie durch die korrigierte Richtlinie.',
  },
  'statement-alone': {
    title: 'Eine Anweisung ohne Richtlinie darum',
    sentence: 'Das ist eine Anweisung ohne Richtlinie darum. IAM weist das zurück.',
    detail: 'Schreiben Sie { "Version": "2012-10-17", "Statement": [ … ] } darum.',
  },
  'policy-version': {
    title: 'Die Richtlinie hat eine Version, die IAM nicht kennt',
    sentence: ({ version }) => `IAM weist die Version ${version} zurück. Sie muss "2012-10-17" sein.`,
    detail: ({ version }) =>
      /^"\d{4}-\d\d-\d\d[T ]/.test(version)
        ? 'Ein YAML-Konverter hat aus dem Datum einen Zeitpunkt gemacht. Setzen Sie die Version vor dem Umwandeln in Anführungszeichen.'
        : 'Es gibt nur die Versionen 2012-10-17 und 2008-10-17.',
  },
  'trust-is-organization-policy': {
    title: 'Eine Ressourcenkontrollrichtlinie (RCP), nicht die Vertrauensrichtlinie',
    sentence: 'Das ist eine Ressourcenkontrollrichtlinie (RCP) einer Organisation, nicht die Vertrauensrichtlinie einer Rolle.',
    detail: ({ vendorAccountId, roleName }) =>
      `Eine RCP, die Konten außerhalb der Organisation sts:AssumeRole verweigert, verweigert es auch dem Anbieter, sofern sie nicht das Konto ${vendorAccountId} mit aws:PrincipalAccount ausnimmt. Um die Vertrauensrichtlinie zu prüfen, fügen Sie die Ausgabe ein von: aws iam get-role --role-name ${roleName} --output json`,
  },
  'policy-of-resource': {
    title: 'Die Richtlinie einer Ressource, nicht die der Rolle',
    sentence:
      'Das ist die Richtlinie einer Ressource, zum Beispiel eine Bucket-Richtlinie oder Schlüsselrichtlinie, nicht die Vertrauensrichtlinie einer Rolle.',
    detail: ({ roleName }) =>
      `Um die Rolle zu prüfen, fügen Sie die Ausgabe ein von: aws iam get-role --role-name ${roleName} --output json`,
  },
  'trust-is-permissions': {
    title: 'Eine Berechtigungsrichtlinie steht anstelle der Vertrauensrichtlinie',
    sentence:
      'Die Vertrauensrichtlinie hat Resource und keinen Principal, deshalb weist IAM sie zurück. Sie sieht wie eine Berechtigungsrichtlinie aus.',
    detail:
      'Eine Vertrauensrichtlinie nennt mit Principal, wer die Rolle annehmen darf. Was die Rolle darf, gehört in ihre Berechtigungsrichtlinie.',
  },
})

const placeholderValues = (facts: Parameters<ReturnType<typeof placeholderMessages.in>['placeholder']['detail']>[0]): string =>
  `Der Prinzipal muss ${trusted(facts)} von ${facts.vendor} sein, ${facts.isIdAbsent ? `und es fehlt eine Bedingung auf sts:ExternalId, die ${facts.externalId} verlangt` : `die externe ID ${facts.externalId}`}.`

placeholderMessages.translate('de', {
  'template-variable': {
    title: 'Variablen einer Vorlage wurden nie ausgefüllt',
    sentence: ({ named }) => `Die Vertrauensrichtlinie enthält noch Variablen einer Vorlage, die nie ausgefüllt wurden: ${named}.`,
    detail: (facts) =>
      `Terraform füllt sie mit templatefile() aus, nicht mit file(), CloudFormation mit Fn::Sub. Oder die Vorlage selbst wurde eingefügt. ${placeholderValues(facts)}`,
  },
  placeholder: {
    title: 'Platzhalter wurden nie ausgefüllt',
    sentence: ({ named }) =>
      isHidden(named)
        ? `Der Text verbirgt einen Wert der Vertrauensrichtlinie, oder er wurde nie ausgefüllt: ${named}.`
        : `Die Vertrauensrichtlinie enthält noch Platzhalter, die nie ausgefüllt wurden: ${named}.`,
    detail: (facts) =>
      `${hasWrongForm(facts.named) ? 'In der ARN einer Rolle folgt auf das Konto :role/NAME. ' : ''}${placeholderValues(facts)}`,
  },
  'permissions-placeholder': {
    title: 'Platzhalter in der Berechtigungsrichtlinie wurden nie ausgefüllt',
    sentence: ({ named }) => `Die Berechtigungsrichtlinie enthält noch Platzhalter, die nie ausgefüllt wurden: ${named}.`,
    detail: 'Daneben steht die angeforderte Richtlinie. Diese Richtlinie sagt nicht, wer die Rolle annehmen darf.',
  },
})

policyPartMessages.translate('de', {
  'element-misplaced': {
    title: 'Ein Element der Anweisung steht in Principal',
    sentence: ({ element }) =>
      `In der Vertrauensrichtlinie steht ${element} innerhalb von Principal. Die Anweisung selbst hat deshalb kein Element ${element}, und IAM weist die Richtlinie zurück.`,
    detail: ({ element }) => `Verschieben Sie ${element} auf die Ebene von Effect und Principal. In YAML heißt das: weniger Einrückung.`,
  },
  'policy-fragment': {
    title: 'Nur ein Teil einer Vertrauensrichtlinie',
    sentence: ({ placeholders }) =>
      placeholders === ''
        ? 'Das ist nur ein Teil einer Vertrauensrichtlinie und deshalb kein gültiges JSON.'
        : `Das ist nur ein Teil einer Vertrauensrichtlinie, mit Platzhaltern, die nie ausgefüllt wurden: ${placeholders}.`,
    detail: ({ placeholders, externalId, applicationUserArn, vendorAccountId }) =>
      [
        'IAM nimmt nur eine ganze Richtlinie mit allen Klammern an. Verwenden Sie die von dieser Seite.',
        ...(placeholders === ''
          ? ['Haben Sie sie nur für diesen Text gekürzt, fügen Sie sie ganz ein.']
          : [
              `Sie hat als Prinzipal ${applicationUserArn === null ? `das Konto ${vendorAccountId}` : `den IAM-Benutzer ${applicationUserArn}`} und die externe ID ${externalId}, in Anführungszeichen. Nach dem letzten Wert steht kein Komma.`,
            ]),
      ].join(' '),
  },
})
