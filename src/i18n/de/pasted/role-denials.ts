import type { Circumstance } from '#core/pasted/circumstances.ts'
import { denialWordsMessages } from '#core/pasted/denial-words.ts'
import type { NamedPolicy } from '#core/pasted/denied-request.ts'
import { hiddenIdMessages } from '#core/pasted/hidden-id-rule.ts'
import { denialDetail, denialSentence, roleDenialMessages } from '#core/pasted/role-denial-rules.ts'

type Call = { readonly action: string; readonly caller: string; readonly resource: string }

const couldNot = ({ action, caller, resource }: Call): string => {
  if (action === 'sts:TagSession') return `${caller} konnte keine Sitzungs-Tags an ${resource} übergeben`
  return action === 'sts:SetSourceIdentity'
    ? `${caller} konnte für ${resource} keine Source Identity setzen`
    : `${caller} konnte ${resource} nicht annehmen`
}

type PolicyWords = {
  readonly silent: (action: string) => string
  readonly deny: string
  readonly fix: (call: Call) => string
  readonly fixDeny: string
}

const organization = 'Keine Richtlinie im Konto des Aufrufers hebt das auf. Ändern kann sie nur die Administration seiner Organisation.'
const organizationOfRole =
  'Keine Richtlinie im Konto hebt das auf. Ändern kann sie nur die Administration der Organisation, zu der das Konto der Rolle gehört.'

const policies: Readonly<Record<NamedPolicy, PolicyWords>> = {
  'identity-policy': {
    silent: (action) => `keine identitätsbasierte Richtlinie des Aufrufers ${action} erlaubt`,
    deny: 'einer identitätsbasierten Richtlinie des Aufrufers',
    fix: ({ action, resource }) =>
      `Erlauben Sie ${action} für ${resource} in einer Richtlinie des Aufrufers. In einem anderen Konto muss auch die Vertrauensrichtlinie jener Rolle den Aufrufer zulassen.`,
    fixDeny: 'Wem das Konto des Aufrufers gehört, muss das Deny entfernen oder jene Rolle davon ausnehmen.',
  },
  'permissions-boundary': {
    silent: (action) => `die Berechtigungsgrenze des Aufrufers ${action} nicht erlaubt`,
    deny: 'der Berechtigungsgrenze des Aufrufers',
    fix: ({ action }) => `Außer seinen Richtlinien muss auch die Berechtigungsgrenze des Aufrufers ${action} erlauben.`,
    fixDeny: 'Die Berechtigungsgrenze muss im Konto des Aufrufers geändert werden.',
  },
  'session-policy': {
    silent: (action) => `die Sitzungsrichtlinie des Aufrufers ${action} nicht erlaubt`,
    deny: 'der Sitzungsrichtlinie des Aufrufers',
    fix: ({ action }) =>
      `Das Programm, das die Sitzung des Aufrufers begonnen hat, wählt die Sitzungsrichtlinie. Sie muss ${action} erlauben.`,
    fixDeny: 'Das Programm, das die Sitzung des Aufrufers begonnen hat, wählt die Sitzungsrichtlinie und muss sie ändern.',
  },
  'vpc-endpoint-policy': {
    silent: (action) => `die Richtlinie des VPC-Endpunkts ${action} nicht erlaubt`,
    deny: 'der Richtlinie des VPC-Endpunkts',
    fix: ({ action }) => `Der Aufruf ging über einen VPC-Endpunkt für STS. Dessen Richtlinie muss ${action} erlauben.`,
    fixDeny: 'Der Aufruf ging über einen VPC-Endpunkt für STS. Dessen Richtlinie muss geändert werden.',
  },
  'service-control-policy': {
    silent: (action) => `keine Service-Kontrollrichtlinie (SCP) der Organisation des Aufrufers ${action} erlaubt`,
    deny: 'einer Service-Kontrollrichtlinie (SCP) der Organisation des Aufrufers',
    fix: () => organization,
    fixDeny: organization,
  },
  'resource-control-policy': {
    silent: (action) => `keine Ressourcenkontrollrichtlinie (RCP) der Organisation der Rolle ${action} erlaubt`,
    deny: 'einer Ressourcenkontrollrichtlinie (RCP) der Organisation der Rolle',
    fix: () => organizationOfRole,
    fixDeny: organizationOfRole,
  },
  'trust-policy': {
    silent: (action) => `die Vertrauensrichtlinie der Rolle ${action} nicht erlaubt`,
    deny: 'der Vertrauensrichtlinie der Rolle',
    fix: ({ action, caller }) =>
      `Die Vertrauensrichtlinie jener Rolle muss ${caller} oder seinem Konto ${action} erlauben. Prüfen Sie auch ihre Bedingungen.`,
    fixDeny: 'Das Deny in der Vertrauensrichtlinie jener Rolle muss geändert werden.',
  },
}

const circumstances: Readonly<Record<Circumstance, string>> = {
  'no-external-id': 'Der Aufruf im Text sendet keine externe ID. Eine Vertrauensrichtlinie, die eine verlangt, lehnt ihn ab.',
  'external-id-elsewhere': 'Ein Aufruf im Text sendet eine externe ID. Prüfen Sie, ob der abgelehnte Aufruf sie auch sendet.',
  'no-mfa': 'Der Aufruf kam ohne MFA. Wenn die Vertrauensrichtlinie MFA verlangt, tragen Sie mfa_serial in das Profil jener Rolle ein.',
  'no-session-token':
    'Ein temporärer Schlüssel gilt nur mit seinem Sitzungstoken. Tragen Sie es auch in das Programm ein, etwa als AWS_SESSION_TOKEN, oder verwenden Sie andere Anmeldeinformationen.',
  'blank-session-token':
    'Ein Schlüssel, der mit ASIA beginnt, ist temporär und gilt nur mit seinem Sitzungstoken. Tragen Sie alle drei Werte ein, oder verwenden Sie andere Anmeldeinformationen. Ein Schlüssel, der mit AKIA beginnt, braucht keines. Lehnt AWS ihn ab, wurde er falsch eingegeben, deaktiviert oder gelöscht.',
  'works-elsewhere':
    'Laut dem Text gelingt der Aufruf anderswo. Vergleichen Sie, welche Identität beide Aufrufe macht (aws sts get-caller-identity) und was sie senden: die ARN der Rolle, die externe ID, den MFA-Code und Tags.',
  'works-in-product':
    'Laut dem Text gelingt es in einem anderen Teil des Produkts. Verwendet dieser dieselbe Rolle, sind sie und ihre Vertrauensrichtlinie für seine Aufrufe richtig, und der andere Teil sendet wahrscheinlich eine andere externe ID oder ruft mit einer anderen Identität auf. Der Anbieter muss beide vergleichen.',
  'differs-not-in-id':
    'Laut dem Text wurde die externe ID verglichen. Ist sie an beiden Stellen gleich, prüfen Sie zuerst das vertraute Konto und den Rollen-ARN.',
  'waited-in-vain':
    'Länger zu warten oder eine andere Region zu wählen hilft wahrscheinlich nicht: IAM ist in jeder Region gleich, und eine Änderung ist nach höchstens zwei Minuten überall bekannt.',
  'works-later':
    'Laut dem Text gelingt der Aufruf zu einer anderen Zeit. Eine Rolle oder Richtlinie, die kurz zuvor angelegt oder geändert wurde, ist vielleicht noch nicht überall bekannt. Warten Sie eine Minute, und versuchen Sie es noch einmal.',
  'works-sometimes':
    'Laut dem Text gelingt der Aufruf zu anderen Zeiten. Die Richtlinien sind also wahrscheinlich richtig. Protokollieren Sie den ganzen Fehler, und suchen Sie nach Zeitüberschreitungen, Drosselung und Anmeldeinformationen, die nicht rechtzeitig erneuert wurden.',
  'global-endpoint':
    'Der Text nennt den globalen Endpunkt von STS, den ein VPC-Endpunkt für STS in einer Region nicht bedient. Setzen Sie in einer solchen VPC AWS_STS_REGIONAL_ENDPOINTS auf regional.',
  'works-without-id':
    'Laut dem Text gelingt der Aufruf ohne die Bedingung für die externe ID. Dann sendet der Aufruf keine externe ID oder eine andere. Setzen Sie die Bedingung wieder ein, und korrigieren Sie den Aufruf.',
  'session-name':
    'Laut dem Text entscheidet der Sitzungsname. Vielleicht hat eine Richtlinie eine Bedingung für sts:RoleSessionName oder für die ARN der Sitzung.',
  'mfa-condition':
    'Der Text enthält eine Bedingung für aws:MultiFactorAuthPresent. Die Anmeldeinformationen einer angenommenen Rolle tragen MFA nicht zu späteren Aufrufen weiter. Eine Richtlinie der Rolle kann es also nicht verlangen, die Vertrauensrichtlinie schon.',
  'condition-shown':
    'Ein Allow zählt nicht, solange seine Bedingung nicht erfüllt ist. Vergleichen Sie die Bedingung im Text mit dem Aufruf.',
  'object-context':
    'Der Text enthält eine Bedingung für kms:EncryptionContext:aws:s3:arn mit dem ARN eines Objekts. Mit einem S3-Bucket-Schlüssel ist der Verschlüsselungskontext der ARN des Buckets ohne Objektschlüssel. Schreiben Sie also diesen.',
  'opt-in-region':
    'Der Text nennt eine Region, die Konten erst aktivieren müssen. STS akzeptiert dort nur Anmeldeinformationen von Konten, die sie aktiviert haben. Aktivieren Sie die Region im Konto des Aufrufers, oder rufen Sie STS in einer anderen Region auf.',
  'gov-region':
    'Der Text nennt eine Region von AWS GovCloud (US). Dort gelten nur Anmeldeinformationen von GovCloud-Konten, und diese gelten nirgends sonst. Prüfen Sie, ob das Programm STS in dieser Region aufruft.',
  'china-region':
    'Der Text nennt eine Region in China. Dort gelten nur Anmeldeinformationen von Konten in China, und diese gelten nirgends sonst. Prüfen Sie, ob das Programm STS in dieser Region aufruft.',
  'github-credentials':
    'Für OIDC braucht der Job in GitHub Actions permissions: id-token: write. Sonst prüfen Sie, ob die Secrets mit den Schlüsseln leer sind, zum Beispiel in einem Fork.',
  oidc: 'Der Text handelt von OIDC. Damit wird sts:AssumeRoleWithWebIdentity aufgerufen.',
  'github-action': 'In der GitHub-Action configure-aws-credentials lässt role-skip-session-tagging: true die Sitzungs-Tags weg.',
}

denialWordsMessages.translate('de', {
  sentence: (call, policy, isExplicit) => {
    if (policy === null) return `${couldNot(call)}. AWS sagt nicht, warum.`
    const { silent, deny } = policies[policy]
    return isExplicit ? `${couldNot(call)}, weil ein Deny in ${deny} das verhindert.` : `${couldNot(call)}, weil ${silent(call.action)}.`
  },
  explicitDeny: 'weil ein Deny das verhindert',
  because: (action, policy, isExplicit) =>
    isExplicit ? `weil ein Deny in ${policies[policy].deny} das verhindert` : `weil ${policies[policy].silent(action)}`,
  fix: (call, policy, isExplicit) => (isExplicit ? policies[policy].fixDeny : policies[policy].fix(call)),
  check: ({ action }, accounts) => {
    const conditions = 'Die Bedingungen der Vertrauensrichtlinie, etwa eine externe ID oder MFA, müssen erfüllt sein.'
    if (accounts === 'same')
      return `Die Vertrauensrichtlinie jener Rolle muss den Aufrufer nennen, oder sie nennt das Konto und eine Richtlinie des Aufrufers erlaubt ${action}. ${conditions}`
    return accounts === 'different'
      ? `Die Vertrauensrichtlinie jener Rolle muss den Aufrufer zulassen, und eine Richtlinie des Aufrufers muss ${action} für jene Rolle erlauben. ${conditions}`
      : `Prüfen Sie, ob die Vertrauensrichtlinie jener Rolle den Aufrufer zulässt und ob eine Richtlinie des Aufrufers ${action} für jene Rolle erlaubt. ${conditions}`
  },
  circumstance: (circumstance) => circumstances[circumstance],
  ownRole: {
    same: 'Sind beide im selben Konto, ist der Aufrufer schon eine Sitzung jener Rolle. Er kann die Anmeldeinformationen verwenden, die er hat, ohne die Rolle noch einmal anzunehmen.',
    alike: 'Die Rolle des Aufrufers und jene Rolle heißen fast gleich. Prüfen Sie, ob ein Tippfehler vorliegt.',
  },
  alsoDenied: (actions) => `Laut dem Text hat AWS auch ${actions} abgelehnt.`,
  instanceRole:
    'Der Aufrufer ist die Rolle einer EC2-Instance. Ist das nicht beabsichtigt, hat das Programm die vorgesehenen Anmeldeinformationen nicht gefunden.',
  permissionSet: 'Der Aufrufer ist ein Berechtigungssatz von IAM Identity Center. Eine Vertrauensrichtlinie kann dessen Rolle nennen.',
  withoutPrefix: 'Eine Rollen-ARN beginnt mit arn:. Das zeigt der Text nicht. Prüfen Sie, ob das Programm die ganze ARN hat.',
  otherRole: (roleArn) => `Das ist nicht die Rolle dieser Verbindung, ${roleArn}.`,
})

const calledResources = {
  user: 'die ARN eines IAM-Benutzers',
  session: 'die ARN einer Sitzung und nicht die ihrer Rolle',
  'instance-profile': 'die ARN eines Instanzprofils',
  root: 'die ARN eines Kontos',
}

roleDenialMessages.translate('de', {
  'called-not-role': {
    title: 'Der Aufruf nennt etwas, das keine Rolle ist',
    sentence: ({ denial, malformedArn }) => {
      if (malformedArn !== null) return `Der Text nennt die Rolle als ${malformedArn}. Das ist keine gültige Rollen-ARN.`
      const { called = 'unknown', resource = '' } = denial ?? {}
      return called === 'role' || called === 'unknown'
        ? `Der Aufruf galt ${resource}. Das ist nicht die ARN einer Rolle.`
        : `Der Aufruf galt ${resource}. Das ist ${calledResources[called]}. Nur eine Rolle kann angenommen werden, mit ihrer ganzen ARN.`
    },
    detail: ({ roleArn, denial }) =>
      `Eine Rollen-ARN hat die Form arn:aws:iam::123456789012:role/NAME. Geben Sie in dem Programm, das ${denial?.caller ? `als ${denial.caller} ` : ''}aufgerufen hat, die ARN der Rolle ein. Keine Richtlinie muss dafür geändert werden. Die Rolle dieser Verbindung ist ${roleArn}.`,
  },
  'call-of-others': {
    title: 'Der Aufruf hat nichts mit dieser Verbindung zu tun',
    sentence: (facts) => denialSentence(facts, 'de'),
    detail: (facts) => denialDetail(facts, 'de'),
  },
})

hiddenIdMessages.translate('de', {
  'external-id-hidden': {
    title: 'Der Text verbirgt die externe ID der Vertrauensrichtlinie',
    sentence: 'Der Text verbirgt die externe ID der Vertrauensrichtlinie. Ob sie richtig ist, zeigt er deshalb nicht.',
    detail: ({ externalId, vendor }) =>
      `Sie muss ${externalId} sein, mit derselben Groß- und Kleinschreibung. Vergleichen Sie beide, und prüfen Sie Konto-ID und Rollennamen in ${vendor}. Eine externe ID ist kein Geheimnis.`,
  },
})
