import { identityProviderMessages } from '#core/pasted/identity-provider-rule.ts'
import type { SignInFault } from '#core/pasted/pasted-fact.ts'

const kubernetes = 'In Amazon EKS ist aud sts.amazonaws.com, und sub ist system:serviceaccount:NAMESPACE:NAME.'

const faults: Readonly<Record<SignInFault, { readonly fault: string; readonly fix: string }>> = {
  'subject-as-audience': {
    fault: 'Die Bedingung vergleicht aud mit system:serviceaccount:… Das ist der Wert von sub.',
    fix: `Verwenden Sie in der Vertrauensrichtlinie der Rolle, bei der sich der Aufruf anmeldet, den Schlüssel mit :sub am Ende. ${kubernetes}`,
  },
  'literal-wildcard': {
    fault: 'Die Bedingung vergleicht sub unter StringEquals mit einem *, aber StringEquals kennt keine Platzhalter.',
    fix: 'Verwenden Sie in der Vertrauensrichtlinie der Rolle, bei der sich der Aufruf anmeldet, StringLike für sub, oder schreiben Sie den ganzen Wert.',
  },
  'service-account': {
    fault: 'Das Servicekonto im Text ist nicht das, das die Rolle zulässt.',
    fix: `Der Name des Servicekontos und der sub in der Vertrauensrichtlinie müssen übereinstimmen. Im Terraform-Modul für solche Rollen ist das namespace_service_accounts. Eine Berechtigungsrichtlinie hilft nicht. ${kubernetes}`,
  },
  'provider-host': {
    fault: 'Die ARN des OIDC-Anbieters ist nicht die eines EKS-Clusters. Dessen Host beginnt mit oidc.eks.',
    fix: 'In der Vertrauensrichtlinie der Rolle, bei der sich der Aufruf anmeldet, muss Principal.Federated die ARN des Anbieters sein, wie IAM sie zeigt, mit oidc.eks.REGION.amazonaws.com/id/ID.',
  },
  'provider-scheme': {
    fault: 'Die ARN oder der Bedingungsschlüssel des OIDC-Anbieters enthält https://. Das gehört nicht dazu.',
    fix: 'Schreiben Sie in der Vertrauensrichtlinie der Rolle, bei der sich der Aufruf anmeldet, nur Host und Pfad.',
  },
  'no-provider': {
    fault: 'Das Konto der Rolle hat keinen OIDC-Anbieter für die URL, von der das Token kommt.',
    fix: 'Legen Sie in IAM im Konto der Rolle einen Identitätsanbieter mit genau dieser Aussteller-URL an.',
  },
  audience: {
    fault: 'Die Zielgruppe (aud) des Tokens gehört nicht zu denen, die der OIDC-Anbieter oder die Vertrauensrichtlinie zulässt.',
    fix: 'Nehmen Sie aud des Tokens in die Zielgruppen des Identitätsanbieters in IAM auf, oder fordern Sie ein Token für sts.amazonaws.com an.',
  },
  keys: {
    fault: 'AWS konnte die Schlüssel des Identitätsanbieters nicht abrufen, um das Token zu prüfen.',
    fix: 'Die Aussteller-URL, ihre /.well-known/openid-configuration und die jwks_uri darin müssen öffentlich sein und schnell antworten. Ist das so, versuchen Sie es noch einmal.',
  },
  'role-arn': {
    fault: 'AWS hat die Rollen-ARN des Aufrufs abgelehnt, weil sie keine gültige ARN ist.',
    fix: 'Sie hat die Form arn:aws:iam::123456789012:role/NAME. Vielleicht hat eine Variable oder ein Secret darin keinen Wert. Geprüft wurde keine Richtlinie.',
  },
  thumbprint: {
    fault: 'Das HTTPS-Zertifikat des Identitätsanbieters passt nicht zum Fingerabdruck in IAM.',
    fix: 'Aktualisieren Sie den Fingerabdruck des Identitätsanbieters in IAM.',
  },
  expired: {
    fault: 'Das Token oder die SAML-Antwort war abgelaufen, als AWS sie bekam.',
    fix: 'Holen Sie es kurz vor dem Aufruf neu. Prüfen Sie die Uhr des Rechners.',
  },
  tags: {
    fault: 'AWS hat die Sitzungs-Tags im Token oder im Aufruf abgewiesen.',
    fix: 'Ein Tag hat ein Zeichen oder eine Länge, die AWS nicht zulässt, zum Beispiel Klammern im Namen einer App. Lassen Sie die Tags weg, oder ändern Sie die Werte. Die Vertrauensrichtlinie ist nicht die Ursache.',
  },
  'no-token': {
    fault: 'Das Programm hat kein Token zum Anmelden gefunden und AWS deshalb nicht aufgerufen.',
    fix: 'In GitHub Actions braucht der Job permissions: id-token: write. In Kubernetes braucht der Pod das Servicekonto mit der Annotation der Rolle.',
  },
  'saml-denied': {
    fault: 'AWS hat sts:AssumeRoleWithSAML abgelehnt. Meist passt die Vertrauensrichtlinie jener Rolle nicht zur SAML-Antwort.',
    fix: 'Prüfen Sie, ob Principal.Federated die ARN des SAML-Anbieters ist, ob die Aktion sts:AssumeRoleWithSAML ist, ob SAML:aud stimmt und ob das Attribut Role der Antwort jene Rolle und jenen Anbieter nennt.',
  },
  saml: {
    fault: 'AWS hat die SAML-Antwort abgewiesen.',
    fix: 'Prüfen Sie die Attribute und das Zertifikat im Identitätsanbieter und seine Metadaten in IAM.',
  },
  denied: {
    fault:
      'AWS hat sts:AssumeRoleWithWebIdentity abgelehnt. Meist passt die Vertrauensrichtlinie jener Rolle nicht zum Token, oder die ARN der Rolle ist falsch.',
    fix: `Prüfen Sie, ob Principal.Federated die ARN des OIDC-Anbieters ist, ob die Aktion sts:AssumeRoleWithWebIdentity ist und ob die Bedingungen für aud und sub zum Token passen. ${kubernetes}`,
  },
  other: { fault: '', fix: '' },
}

identityProviderMessages.translate('de', {
  'call-of-identity-provider': {
    title: 'Der Aufruf meldet sich mit einem Identitätsanbieter an',
    sentence: ({ signIn }) =>
      faults[signIn].fault === ''
        ? 'Der Aufruf meldet sich mit einem Identitätsanbieter an (OIDC oder SAML). Diese Verbindung verwendet keinen.'
        : faults[signIn].fault,
    detail: ({ vendor, roleArn, signIn }) =>
      `${faults[signIn].fix === '' ? '' : `${faults[signIn].fix} `}Ob ${vendor} ${roleArn} annehmen kann, sagt das nicht. ${vendor} ruft sts:AssumeRole mit der externen ID auf und verwendet keinen Identitätsanbieter.`,
  },
})
