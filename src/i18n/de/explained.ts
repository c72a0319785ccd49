import { explainedMessages } from '#wizard/explained/explained-messages.ts'
import './policy-editor.ts'

explainedMessages.translate('de', {
  title: 'Was eine Meldung bedeutet',
  lead: 'Regeln für Richtlinien, Befunde der Prüfung, und was beim Einfügen einer Rolle genannt wird. Die Kennungen ändern sich nie.',
  unknown: (code) => `Zu ${code} gibt es keinen Eintrag. Dies sind alle:`,
  all: 'Alle Einträge',
  chapters: {
    diagnosis: 'Was eine Prüfung ergeben kann',
    cause: 'Was dahinterstecken kann',
    doctor: 'Was an einer eingefügten Rolle genannt wird',
    trust: 'Regeln für die Vertrauensrichtlinie',
    permissions: 'Regeln für die Berechtigungsrichtlinie',
    hosting: 'Regeln für die Richtlinie der Anwendungsrolle',
    template: 'Regeln für die CloudFormation-Vorlage und ihren Link',
    syntax: 'Regeln für den Text jeder Richtlinie',
  },
  severity: 'Schwere',
  searches: 'Sucht nach',
  happened: 'Was geschehen ist',
  why: 'Warum',
  todo: 'Was zu tun ist',
  part: 'Was in Ordnung zu bringen ist',
  source: 'Quelle',
  newTab: '(öffnet sich in einem neuen Tab)',
  ownSource: 'Folgt daraus, wie AWS Richtlinien auswertet.',
  hosting: 'Richtlinie Ihrer Anwendungsrolle prüfen',
  askDoctor:
    'Fügen Sie die Rolle, die Richtlinie, die Ereignisse des Stacks oder den Fehlertext auf der Seite der Rolle ein: Dort stehen die genauen Werte und die berichtigte Richtlinie.',
  parts: {
    stack: 'das Anlegen der Rolle',
    role: 'welche Rolle es ist',
    'session-duration': 'die längste Sitzung',
    boundary: 'die Berechtigungsgrenze',
    'trust-policy': 'die Vertrauensrichtlinie',
    'permissions-policy': 'die Berechtigungsrichtlinie',
    'attached-policies': 'die verwalteten Richtlinien',
    'further-policies': 'die verwalteten Richtlinien, die nicht angefordert wurden',
    organization: 'die Organisation oder das Konto',
    vendor: 'der Anbieter',
    finding: 'meistens nichts an der Rolle',
    terminal: 'das Terminal',
  },
  examples: 'Das Konto 4444 5555 6666 und die externe ID sind Beispiele. Die Seite der Rolle zeigt Ihre eigenen Werte.',
  general: {
    vendorAccount: 'das Konto des Anbieters',
  },
})
