import { type PastedCase, policy, pretty } from './pasted-answers.test-data.ts'

const role = 'arn:aws:iam::444455556666:role/PixelworksAccess'

/** What the console shows. */
export const consoleTexts: readonly PastedCase[] = [
  [
    'Switch role',
    `Invalid information in one or more fields. Check your information or contact your administrator.`,
    'console-cannot-switch',
  ],
  [
    'Switch role, older',
    `Could not switch roles using the provided information. Please check your settings and try again. If you continue to have problems, contact your administrator.`,
    'console-cannot-switch',
  ],
  [
    'the denial of the console in German',
    `Zugriff verweigert\nSie haben keine Berechtigung für iam:GetRole. Um Zugriff anzufordern, kopieren Sie den folgenden Text und senden Sie ihn an Ihren AWS-Administrator.\nBenutzer: arn:aws:sts::444455556666:assumed-role/Dev/me\nAktion: iam:GetRole\nRessource: ${role}\nKontext: keine identitätsbasierte Richtlinie erlaubt die Aktion`,
    'terminal-not-authorized',
  ],
  [
    'the denial of the console',
    `Access denied\nYou don't have permission to iam:GetRole. To request access, copy the following text and send it to your AWS administrator. Learn more about troubleshooting access denied errors.\nUser: arn:aws:sts::444455556666:assumed-role/Dev/me\nAction: iam:GetRole\nOn resource(s): role PixelworksAccess\nContext: no identity-based policy allows the iam:GetRole action`,
    'terminal-not-authorized',
  ],
  [
    'the denial of the console, CreateRole',
    `Access denied to iam:CreateRole\nYou don't have permission to iam:CreateRole. To request access, copy the following text and send it to your AWS administrator.\nUser: arn:aws:sts::444455556666:assumed-role/Dev/me\nAction: iam:CreateRole\nOn resource(s): ${role}\nContext: with an explicit deny in a service control policy`,
    'creation-forbidden-by-organization',
  ],
  ['no role', `The role with name PixelworksAccess cannot be found.\nNo entity found`, 'role-absent'],
  [
    'the trust tab in German',
    `Berechtigungen\nVertrauensbeziehungen\nTags\nZuletzt zugegriffen\nSitzungen widerrufen\nVertrauenswürdige Entitäten\nVertrauensrichtlinie bearbeiten\n` +
      pretty(policy('EDITED'))
        .split('\n')
        .map((l, i) => `${i + 1}\n${l}`)
        .join('\n'),
    'TP43',
  ],
  [
    'the summary of a role',
    `PixelworksAccess\nInfo\nDelete\nSummary\nEdit\nCreation date\nNovember 22, 2026, 09:00 (UTC+01:00)\nLast activity\n-\nARN\n${role}\nMaximum session duration\n1 hour`,
    'not-enough',
  ],
  [
    'the summary of a role in German',
    `PixelworksAccess\nLöschen\nZusammenfassung\nBearbeiten\nErstellungsdatum\nNovember 22, 2026, 09:00 (UTC+01:00)\nLetzte Aktivität\n-\nARN\n${role}\nMaximale Sitzungsdauer\n1 Stunde`,
    'not-enough',
  ],
  [
    'a parameter that does not match',
    `An error occurred (ValidationError) when calling the CreateStack operation: Parameter 'ExternalId' must match pattern ^[A-Za-z0-9]{24}$`,
    'creation-parameter-refused',
  ],
  [
    'a parameter that is missing',
    `An error occurred (ValidationError) when calling the CreateStack operation: Parameters: [ExternalId] must have values`,
    'creation-parameter-refused',
  ],
  ['a template that is not there', `TemplateURL must be a supported URL.`, 'creation-template-unreadable'],
  [
    'a rule that failed',
    `Template validation error: Rule RightAccount failed: You are signed in to another AWS account than the one given as AccountId. Nothing was created.`,
    'creation-wrong-account',
  ],
]
