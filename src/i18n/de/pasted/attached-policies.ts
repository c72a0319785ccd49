import { attachedPolicyMessages } from '#core/pasted/attached-policy-rules.ts'
import { attachmentErrorMessages, isOfAws } from '#core/pasted/attachment-error-rules.ts'
import { denialMessages } from '#core/pasted/denial.ts'
import { deniedCallOf } from './denials.ts'

const rolledBack = 'Ein Stack wird zurückgesetzt. Bei jeder anderen Methode gibt es die Rolle jetzt, aber ohne diese Richtlinien.'
const withoutInline = 'Ein Stack wird zurückgesetzt. Bei jeder anderen Methode gibt es die Rolle jetzt, aber ohne diese Richtlinie.'

attachmentErrorMessages.translate('de', {
  'attachment-policy-unknown': {
    title: 'Die verwaltete Richtlinie gibt es nicht',
    sentence: ({ policyArn, partition, intended }) => {
      if (intended !== '') return `AWS hat keine verwaltete Richtlinie ${policyArn}. Eine ähnliche ist ${intended}.`
      return isOfAws(policyArn)
        ? `In der Partition ${partition} gibt es keine verwaltete Richtlinie ${policyArn}, oder sie lässt sich an keine Rolle anhängen.`
        : `Es gibt keine verwaltete Richtlinie ${policyArn}, oder sie lässt sich nicht an diese Rolle anhängen.`
    },
    detail: ({ vendor, isRequested, policyArn }) => {
      if (isRequested)
        return `${vendor} fordert diese Richtlinie an, deshalb kann nur ${vendor} das korrigieren. Sie haben nichts falsch gemacht. ${rolledBack}`
      const unrequested = `${vendor} fordert diese Richtlinie für diese Verbindung nicht an.`
      return isOfAws(policyArn)
        ? `${unrequested} Vielleicht ist ihr Name falsch geschrieben (Groß- und Kleinschreibung zählt), ihr Pfad wie service-role/ fehlt oder ist falsch, oder AWS hat sie zurückgezogen. Korrigieren Sie die Vorlage oder den Befehl, der sie anhängt.`
        : `${unrequested} Eine eigene Richtlinie muss es geben, bevor sie angehängt wird, im Konto der Rolle und mit demselben Namen und Pfad.`
    },
  },
  'attachment-policy-of-service': {
    title: 'Die verwaltete Richtlinie ist AWS-Diensten vorbehalten',
    sentence:
      'Eine verwaltete Richtlinie wurde nicht angehängt, weil sie Rollen von AWS-Diensten (serviceverknüpften Rollen) vorbehalten ist.',
    detail: ({ vendor }) =>
      `An eine andere Rolle lässt sie sich nicht anhängen. Verwenden Sie die Richtlinie, die ${vendor} anfordert, oder schreiben Sie die Aktionen in eine eigene Richtlinie. ${rolledBack}`,
  },
  'attachment-quota': {
    title: 'Das Kontingent der Rolle an verwalteten Richtlinien ist ausgeschöpft',
    sentence:
      'Eine verwaltete Richtlinie wurde nicht angehängt, weil die Rolle das Kontingent an verwalteten Richtlinien ausgeschöpft hat.',
    detail: `Trennen Sie Richtlinien, die die Rolle nicht braucht, oder beantragen Sie bei AWS ein höheres Kontingent „Managed policies per role“. ${rolledBack}`,
  },
  'attachment-forbidden-by-organization': {
    title: 'Eine Service-Kontrollrichtlinie (SCP) blockiert das Anhängen von Richtlinien',
    sentence:
      'Eine verwaltete Richtlinie wurde nicht angehängt, weil eine Service-Kontrollrichtlinie (SCP) Ihrer AWS-Organisation das blockiert.',
    detail: `Ändern kann sie nur die Administration der Organisation. ${rolledBack}`,
  },
  'attachment-not-authorized': {
    title: 'Ein Aufruf, der eine Richtlinie anhängt, wurde verweigert',
    sentence: ({ denial }) => `Eine verwaltete Richtlinie wurde nicht angehängt, weil ${deniedCallOf(denial)}`,
    detail: ({ denial }) =>
      `${denialMessages.in('de').advice(denial, 'Manche Unternehmen erlauben iam:AttachRolePolicy nur für Rollen mit Berechtigungsgrenze oder Pfad oder für bestimmte Richtlinien.')} ${rolledBack}`,
  },
  'inline-policy-forbidden-by-organization': {
    title: 'Eine Service-Kontrollrichtlinie (SCP) blockiert Inline-Richtlinien',
    sentence:
      'Die Inline-Richtlinie wurde der Rolle nicht hinzugefügt, weil eine Service-Kontrollrichtlinie (SCP) Ihrer AWS-Organisation das blockiert.',
    detail: `Ändern kann sie nur die Administration der Organisation. ${withoutInline}`,
  },
  'inline-policy-not-authorized': {
    title: 'Ein Aufruf, der eine Inline-Richtlinie hinzufügt, wurde verweigert',
    sentence: ({ denial }) => `Die Inline-Richtlinie wurde der Rolle nicht hinzugefügt, weil ${deniedCallOf(denial)}`,
    detail: ({ denial }) =>
      `${denialMessages.in('de').advice(denial, 'Manche Unternehmen erlauben iam:PutRolePolicy nur für Rollen mit Berechtigungsgrenze oder Pfad.')} ${withoutInline}`,
  },
})

attachedPolicyMessages.translate('de', {
  'managed-policy-too-broad': {
    title: 'Eine verwaltete Richtlinie, die zu viel erlaubt und nicht angefordert wurde',
    gives: (name, gives) => `${name} ${gives}.`,
    detail: (vendor) => `${vendor} hat sie nicht angefordert und braucht sie nicht. Trennen Sie sie von der Rolle.`,
  },
  'managed-policy-missing': {
    title: 'Eine angeforderte verwaltete Richtlinie ist nicht angehängt',
    detail: (vendor) => `Ohne sie lehnt AWS alles ab, was ${vendor} nicht durch eine andere Richtlinie der Rolle darf.`,
  },
  'managed-policy-further': {
    title: 'Eine verwaltete Richtlinie ist angehängt, die nicht angefordert wurde',
    detail: (vendor) => `${vendor} hat sie nicht angefordert. Trennen Sie sie von der Rolle, wenn ${vendor} sie nicht haben soll.`,
  },
})
