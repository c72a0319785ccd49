import { attachedPolicyMessages } from '#core/pasted/attached-policy-rules.ts'
import { attachmentErrorMessages } from '#core/pasted/attachment-error-rules.ts'

const rolledBack = 'Ein Stack wird zurückgesetzt. Bei jeder anderen Methode gibt es die Rolle jetzt, aber ohne diese Richtlinien.'
const withoutInline = 'Ein Stack wird zurückgesetzt. Bei jeder anderen Methode gibt es die Rolle jetzt, aber ohne diese Richtlinie.'

const causes: Readonly<Record<'boundary' | 'identity-deny' | 'deny' | 'silent', (what: string) => string>> = {
  boundary: (what) => `Ihre Berechtigungsgrenze nicht erlaubt, ${what}`,
  'identity-deny': (what) => `ein Deny in einer Ihrer Richtlinien verbietet, ${what}`,
  deny: (what) => `ein Deny verbietet, ${what}. AWS sagt nicht, welche Richtlinie es enthält`,
  silent: (what) => `Ihnen die Berechtigung fehlt, ${what}`,
}

attachmentErrorMessages.translate('de', {
  'attachment-policy-unknown': {
    title: 'Die verwaltete Richtlinie gibt es nicht',
    sentence: ({ policyArn, partition }) =>
      `In der Partition ${partition} gibt es keine verwaltete Richtlinie ${policyArn}, oder sie lässt sich an keine Rolle anhängen.`,
    detail: ({ vendor, isRequested }) =>
      isRequested
        ? `${vendor} fordert diese Richtlinie an, deshalb kann nur ${vendor} das korrigieren. Sie haben nichts falsch gemacht. ${rolledBack}`
        : `${vendor} fordert diese Richtlinie für diese Verbindung nicht an. Prüfen Sie die Vorlage oder den Befehl, der sie anhängt.`,
  },
  'attachment-quota': {
    title: 'Das Kontingent der Rolle an verwalteten Richtlinien ist ausgeschöpft',
    sentence: ({ roleName }) =>
      `Eine verwaltete Richtlinie wurde nicht angehängt, weil ${roleName} das Kontingent an verwalteten Richtlinien ausgeschöpft hat.`,
    detail: `Trennen Sie Richtlinien, die die Rolle nicht braucht, oder beantragen Sie bei AWS ein höheres Kontingent „Managed policies per role“. ${rolledBack}`,
  },
  'attachment-forbidden-by-organization': {
    title: 'Eine Service-Kontrollrichtlinie (SCP) blockiert das Anhängen von Richtlinien',
    sentence:
      'Eine verwaltete Richtlinie wurde nicht angehängt, weil eine Service-Kontrollrichtlinie (SCP) Ihrer AWS-Organisation das blockiert.',
    detail: `Ändern kann sie nur die Administration der Organisation. ${rolledBack}`,
  },
  'attachment-not-authorized': {
    title: 'Ihnen fehlt die Berechtigung, Richtlinien an Rollen anzuhängen',
    sentence: ({ cause }) => `Eine verwaltete Richtlinie wurde nicht angehängt, weil ${causes[cause]('Richtlinien an Rollen anzuhängen')}.`,
    detail: ({ cause }) =>
      cause === 'silent'
        ? `Sie brauchen iam:AttachRolePolicy. Manche Unternehmen erlauben das nur für Rollen mit Berechtigungsgrenze oder Pfad oder für bestimmte Richtlinien. ${rolledBack}`
        : `Bitten Sie die AWS-Administration, sie anzuhängen. ${rolledBack}`,
  },
  'inline-policy-forbidden-by-organization': {
    title: 'Eine Service-Kontrollrichtlinie (SCP) blockiert Inline-Richtlinien',
    sentence:
      'Die Inline-Richtlinie wurde der Rolle nicht hinzugefügt, weil eine Service-Kontrollrichtlinie (SCP) Ihrer AWS-Organisation das blockiert.',
    detail: `Ändern kann sie nur die Administration der Organisation. ${withoutInline}`,
  },
  'inline-policy-not-authorized': {
    title: 'Ihnen fehlt die Berechtigung, Rollen Inline-Richtlinien hinzuzufügen',
    sentence: ({ cause }) =>
      `Die Inline-Richtlinie wurde der Rolle nicht hinzugefügt, weil ${causes[cause]('Rollen Inline-Richtlinien hinzuzufügen')}.`,
    detail: ({ cause }) =>
      cause === 'silent'
        ? `Sie brauchen iam:PutRolePolicy. Manche Unternehmen erlauben das nur für Rollen mit Berechtigungsgrenze oder Pfad. ${withoutInline}`
        : `Bitten Sie die AWS-Administration, sie hinzuzufügen. ${withoutInline}`,
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
