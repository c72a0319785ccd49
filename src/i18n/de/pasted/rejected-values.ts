import type { Field } from '#core/pasted/entered-value.ts'
import { type RejectedFacts, valueRejectedMessages } from '#core/pasted/value-rejected-rule.ts'

const forms: Readonly<Record<Field, string>> = {
  account: 'eine Konto-ID aus 12 Ziffern',
  'role-arn': 'der ARN einer Rolle',
  'role-name': 'der Name einer Rolle',
  'external-id': 'eine externe ID',
  bucket: 'der Name eines Buckets',
  location: 'die URL eines Buckets',
}

function accountToEnter({ place, vendor, vendorAccountId, accountId, externalId, trustedUser }: RejectedFacts): string {
  if (place === 'vendor') return `Geben Sie bei ${vendor} ${accountId} ein.`
  if (place === 'either')
    return `Geben Sie bei ${vendor} Ihr Konto ein: ${accountId}. Wo Sie die Rolle in der AWS-Konsole erstellen, geben Sie das von ${vendor} ein: ${vendorAccountId}.`
  const whole = 'wählen Sie in der AWS-Konsole „Custom trust policy“, und fügen Sie die Vertrauensrichtlinie von dieser Seite ein.'
  return trustedUser === null
    ? `Geben Sie nur ${vendorAccountId} ein. Wählen Sie in der AWS-Konsole auch „Require external ID“, und geben Sie ${externalId} ein. Um mehr als ein Konto zu nennen, ${whole}`
    : `Um ${trustedUser} zu vertrauen, ${whole}`
}

const toEnter = (facts: RejectedFacts): Readonly<Record<Field, string>> => ({
  account: accountToEnter(facts),
  'role-arn': `Geben Sie ${facts.roleArn} ein, ohne Leerzeichen oder Anführungszeichen.`,
  'role-name': `Geben Sie nur ${facts.roleName} ein, ohne den Rest des ARN.`,
  'external-id': `Geben Sie ${facts.externalId} ein, ohne Leerzeichen davor oder dahinter.`,
  bucket: 'Geben Sie nur den Namen ein, ohne arn:aws:s3:::, s3:// oder einen Pfad.',
  location: 'Geben Sie sie in der Form s3://bucket/path/ ein.',
})

valueRejectedMessages.translate('de', {
  'vendor-value-rejected': {
    title: 'Die Meldung lehnt einen Wert ab',
    sentence: ({ rejected }) => {
      if (rejected?.isSpaced === true) return 'Ein Wert wurde abgelehnt, und laut dem Text steht davor oder dahinter ein Leerzeichen.'
      if (rejected !== null && rejected.entered !== null)
        return `Der Wert muss ${forms[rejected.field]} sein, und ${rejected.entered} ist das nicht.`
      if (rejected?.isBlank === true) return `Das Feld darf nicht leer sein. Hinein gehört ${forms[rejected.field]}.`
      if (rejected?.field === 'role-arn') return 'Laut der Meldung ist der Rollen-ARN ungültig. Sie sagt nicht, dass AWS gefragt wurde.'
      return rejected?.field === 'account'
        ? 'Laut der Meldung ist der Wert keine Konto-ID aus 12 Ziffern.'
        : 'Laut der Meldung ist ein Wert ungültig. Sie sagt nicht, dass AWS gefragt wurde.'
    },
    detail: (facts) => {
      const { vendor, roleArn, externalId, rejected } = facts
      if (rejected?.field === 'role-arn' && rejected.entered === null && !rejected.isSpaced)
        return `${toEnter(facts)['role-arn']} Der ARN eines Benutzers, einer Richtlinie oder einer Sitzung, etwa arn:aws:sts::…:assumed-role/…, ist nicht der einer Rolle. Lehnt ${vendor} auch ${roleArn} ab, fragen Sie ${vendor}.`
      return rejected === null || (rejected.entered === null && !rejected.isSpaced && rejected.field !== 'account')
        ? `Geben Sie die Werte bei ${vendor} noch einmal ohne Leerzeichen ein: Der Rollen-ARN ist ${roleArn}, die externe ID ist ${externalId}. Lehnt ${vendor} sie ab, fragen Sie dort nach.`
        : `${toEnter(facts)[rejected.field]} Der Wert wurde wegen seiner Form abgelehnt. Das sagt also nichts über eine Rolle in AWS.`
    },
  },
})
