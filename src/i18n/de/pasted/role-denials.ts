import type { Circumstance } from '#core/pasted/circumstances.ts'
import { denialWordsMessages, type NamedPolicy } from '#core/pasted/denial-words.ts'
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
  'works-elsewhere':
    'Laut dem Text gelingt der Aufruf anderswo. Vergleichen Sie, welche Identität beide Aufrufe macht (aws sts get-caller-identity) und was sie senden: die ARN der Rolle, die externe ID, den MFA-Code und Tags.',
  'works-later':
    'Laut dem Text gelingt der Aufruf zu einer anderen Zeit. Eine Rolle oder Richtlinie, die kurz zuvor angelegt oder geändert wurde, ist vielleicht noch nicht überall bekannt. Warten Sie eine Minute, und versuchen Sie es noch einmal.',
  'github-action': 'In der GitHub-Action configure-aws-credentials lässt role-skip-session-tagging: true die Sitzungs-Tags weg.',
}

denialWordsMessages.translate('de', {
  sentence: (call, policy, isExplicit) => {
    if (policy === null) return `${couldNot(call)}. AWS sagt nicht, warum.`
    const { silent, deny } = policies[policy]
    return isExplicit ? `${couldNot(call)}, weil ein Deny in ${deny} das verhindert.` : `${couldNot(call)}, weil ${silent(call.action)}.`
  },
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
    sentence: ({ denial }) => {
      const { called = 'unknown', resource = '' } = denial ?? {}
      return called === 'role' || called === 'unknown'
        ? `Der Aufruf galt ${resource}. Das ist nicht die ARN einer Rolle.`
        : `Der Aufruf galt ${resource}. Das ist ${calledResources[called]}. Nur eine Rolle kann angenommen werden, mit ihrer ganzen ARN.`
    },
    detail: ({ roleArn, denial }) =>
      `Geben Sie in dem Programm, das ${denial?.caller ? `als ${denial.caller} ` : ''}aufgerufen hat, die ARN der Rolle ein. Keine Richtlinie muss dafür geändert werden. Die Rolle dieser Verbindung ist ${roleArn}.`,
  },
  'call-of-others': {
    title: 'Der Aufruf hat nichts mit dieser Verbindung zu tun',
    sentence: (facts) => denialSentence(facts, 'de'),
    detail: (facts) => denialDetail(facts, 'de'),
  },
})
