import { creationDenialMessages, type DenialFacts, isExplicit, isOfBoundary } from '#core/pasted/creation-denial-rules.ts'
import { type Denial, type DenialCause, denialMessages } from '#core/pasted/denial.ts'

const named = (words: string, name: string): string => (name === '' ? words : `${words} ${name}`)

denialMessages.translate('de', {
  /** In the dative. */
  caller: ({ caller, callerName }) => {
    if (caller === 'you') return 'Ihnen'
    if (caller === 'unnamed') return 'einem Aufrufer, den es nicht nennt,'
    if (caller === 'root') return 'dem Root-Benutzer'
    if (caller === 'user') return `dem IAM-Benutzer ${callerName}`
    return caller === 'role' ? `der Rolle ${callerName}` : named('der CloudFormation-Servicerolle', callerName)
  },
  reason: ({ cause, policyName }) => {
    const words: Readonly<Record<DenialCause, string>> = {
      unstated: '',
      identity: 'Keine identitätsbasierte Richtlinie erlaubt ihn.',
      'identity-deny': `Ein Deny in ${named('der identitätsbasierten Richtlinie', policyName)} blockiert ihn.`,
      boundary: `${named('Die Berechtigungsgrenze', policyName)} erlaubt ihn nicht.`,
      'boundary-deny': `Ein Deny in ${named('der Berechtigungsgrenze', policyName)} blockiert ihn.`,
      session: 'Die Sitzungsrichtlinie erlaubt ihn nicht.',
      'session-deny': 'Ein Deny in der Sitzungsrichtlinie blockiert ihn.',
      organization: 'Eine Service-Kontrollrichtlinie (SCP) Ihrer AWS-Organisation blockiert ihn.',
      deny: 'Ein Deny blockiert ihn, und AWS sagt nicht, welche Richtlinie es enthält.',
    }
    return words[cause] === '' ? '' : ` ${words[cause]}`
  },
  advice: ({ caller, cause }, permission) => {
    const isMissing = cause === 'unstated' || cause === 'identity'
    if (isMissing && caller === 'service-role')
      return `CloudFormation verwendet für den Stack diese Rolle statt Ihrer eigenen Berechtigungen. Starten Sie den Stack noch einmal ohne Rolle unter „Permissions“, oder bitten Sie Ihre AWS-Administration, der Rolle zu geben, was die Vorlage braucht. ${permission}`
    if (cause === 'unstated') return `AWS nennt keinen Grund. ${permission}`
    if (cause === 'identity') return permission
    if (cause === 'boundary')
      return 'Eine Berechtigung in einer anderen Richtlinie hilft nicht, weil die Berechtigungsgrenze alle begrenzt. Fragen Sie Ihre AWS-Administration.'
    if (cause === 'session')
      return 'Eine Sitzungsrichtlinie begrenzt, was diese Anmeldung darf. Melden Sie sich ohne sie an, oder fragen Sie Ihre AWS-Administration.'
    if (cause === 'organization') return 'Ändern kann sie nur die Administration der Organisation. Eine Berechtigung im Konto hilft nicht.'
    return cause === 'deny'
      ? 'Ein Deny hebt jedes Allow auf, deshalb hilft eine weitere Berechtigung nicht. Bitten Sie Ihre AWS-Administration, es in den Richtlinien des Aufrufers, in seiner Berechtigungsgrenze und in den Service-Kontrollrichtlinien (SCPs) zu suchen.'
      : 'Ein Deny hebt jedes Allow auf, deshalb hilft eine weitere Berechtigung nicht. Fragen Sie Ihre AWS-Administration.'
  },
  elsewhere: (otherAccount, account) => `Der Aufruf kam im Konto ${otherAccount}, diese Verbindung gilt aber für das Konto ${account}.`,
})

const german = denialMessages.in('de')

/** AWS denied the call to the caller, after "weil". */
export const deniedCallOf = (denial: Denial): string =>
  `AWS ${german.caller(denial)} den Aufruf ${denial.action} verweigert hat.${german.reason(denial)}`

const denied = ({ denial, otherRole }: DenialFacts): string =>
  `Die Rolle ${otherRole === '' ? '' : `${otherRole} `}wurde nicht angelegt, weil ${deniedCallOf(denial)}`

function withMessage(advice: string, { denial: { otherAccount }, account, message }: DenialFacts): string {
  const elsewhere = otherAccount === '' ? [] : [german.elsewhere(otherAccount, account)]
  return [advice, ...elsewhere, `AWS meldet: ${message}`].join(' ')
}

function limited({ denial, limits }: DenialFacts): string {
  if (limits === null) return ''
  const { resources, keys } = limits
  const only = [
    ...(resources.length === 0 ? [] : [`für ${resources.join(', ')}`]),
    ...(keys.length === 0 ? [] : [`mit ihrer Bedingung auf ${keys.join(', ')}`]),
  ]
  const todo =
    resources.length === 0
      ? 'Prüfen Sie, ob der Aufruf sie erfüllt.'
      : `Ergänzen Sie dort ${denial.resource}${keys.length === 0 ? '' : ', und prüfen Sie, ob der Aufruf die Bedingung erfüllt'}.`
  return `Die Richtlinie im Text erlaubt ${denial.action} nur ${only.join(' und nur ')}. ${todo} `
}

const ofModule = ({ otherRole, vendor }: DenialFacts): string =>
  otherRole === ''
    ? ''
    : ` Wurden andere Rollen derselben Vorlage oder desselben Moduls angelegt, bekommt diese wahrscheinlich nicht die Berechtigungsgrenze der anderen. Dann muss das Modul sie weitergeben, und ändern muss es, wer es geschrieben hat, vielleicht ${vendor}.`

creationDenialMessages.translate('de', {
  'creation-boundary-required': {
    title: 'Ihr Unternehmen verlangt eine Berechtigungsgrenze',
    sentence: (facts) =>
      isOfBoundary(facts.denial)
        ? denied(facts)
        : 'Die Rolle wurde nicht angelegt, weil Ihr Unternehmen eine Berechtigungsgrenze verlangt oder Ihre eigene Berechtigungsgrenze es nicht zulässt.',
    detail: (facts) =>
      withMessage(
        isOfBoundary(facts.denial)
          ? 'Das ist die Berechtigungsgrenze des Aufrufers, nicht die der neuen Rolle. Viele Unternehmen lassen nur neue Rollen zu, die selbst eine bestimmte Berechtigungsgrenze haben. Fragen Sie Ihre AWS-Administration nach deren ARN, oder bitten Sie sie, die Rolle anzulegen.' +
              ofModule(facts)
          : 'Bitten Sie Ihre AWS-Administration, die Rolle anzulegen, oder fragen Sie nach dem ARN der Berechtigungsgrenze für neue Rollen.',
        facts,
      ),
  },
  'creation-boundary-told': {
    title: 'Laut dem Text brauchen neue Rollen eine Berechtigungsgrenze',
    sentence: ({ denial }) =>
      `AWS hat ${german.caller(denial)} den Aufruf ${denial.action} verweigert. Den wahrscheinlichen Grund nennt der Text: Neue Rollen brauchen dort eine Berechtigungsgrenze.`,
    detail: (facts) =>
      withMessage(
        'Geben Sie der Rolle die Berechtigungsgrenze: in einer Vorlage mit PermissionsBoundary, in der AWS CLI mit --permissions-boundary, in Terraform mit permissions_boundary. Ihre AWS-Administration kennt deren ARN oder kann die Rolle anlegen.' +
          (isExplicit(facts.denial) ? ' Eine weitere Berechtigung hebt das Deny nicht auf.' : ''),
        facts,
      ),
  },
  'creation-boundary-stated': {
    title: 'Laut dem Text brauchen neue Rollen eine Berechtigungsgrenze',
    sentence: 'Laut dem Text brauchen neue Rollen eine Berechtigungsgrenze. Ohne sie verweigert AWS iam:CreateRole.',
    detail: () =>
      'Geben Sie der Rolle die Berechtigungsgrenze: in einer Vorlage mit PermissionsBoundary, in der AWS CLI mit --permissions-boundary, in Terraform mit permissions_boundary. Ihre AWS-Administration kennt deren ARN oder kann die Rolle anlegen. Hat sie die Berechtigungsgrenze und es scheitert trotzdem, fügen Sie den Fehler von AWS oder die Ereignisse des Stacks ein.',
  },
  'creation-forbidden-by-organization': {
    title: 'Eine Service-Kontrollrichtlinie (SCP) verhindert das Anlegen von Rollen',
    sentence: 'Die Rolle wurde nicht angelegt, weil eine Service-Kontrollrichtlinie (SCP) Ihrer AWS-Organisation es verhindert.',
    detail: (facts) =>
      withMessage(
        'Nur die Administration der Organisation kann sie ändern. Fragen Sie, ob neue Rollen einen Pfad, ein Tag oder eine Berechtigungsgrenze brauchen.',
        facts,
      ),
  },
  'creation-not-authorized': {
    title: 'Ein Aufruf, der die Rolle anlegt, wurde verweigert',
    sentence: denied,
    detail: (facts) =>
      withMessage(
        german.advice(
          facts.denial,
          'Um die Rolle anzulegen, braucht es iam:CreateRole, iam:PutRolePolicy und iam:TagRole. Manche Unternehmen erteilen sie nur für Rollen mit Berechtigungsgrenze oder Pfad.',
        ),
        facts,
      ),
  },
  'creation-stack-not-authorized': {
    title: 'Ein Aufruf, der den Stack anlegt, wurde verweigert',
    sentence: ({ denial }) => `Der Stack wurde nicht angelegt, weil ${deniedCallOf(denial)}`,
    detail: (facts) =>
      withMessage(
        `${german.advice(facts.denial, 'Melden Sie sich mit einer Rolle an, die Stacks anlegen darf.')} Manche Unternehmen erlauben Stacks nur in bestimmten Regionen. Ohne Stacks geht es mit den Befehlen für die AWS CLI von dieser Seite.`,
        facts,
      ),
  },
  'stack-call-denied': {
    title: 'AWS hat einen Aufruf verweigert, den der Stack braucht',
    sentence: ({ denial }) =>
      `Der Stack ist gescheitert, weil AWS ${german.caller(denial)} den Aufruf ${denial.action}${denial.resource === '' ? '' : ` für ${denial.resource}`} verweigert hat.${german.reason(denial)}`,
    detail: (facts) =>
      withMessage(
        `${limited(facts)}${german.advice(facts.denial, `Der Aufrufer braucht ${facts.denial.action}, um den Stack anzulegen, zu ändern oder zu löschen.`)}`,
        facts,
      ),
  },
})
