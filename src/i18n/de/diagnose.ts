import { plural } from '#core/text/plural.ts'
import { diagnoseMessages, recognizedMessages } from '#wizard/diagnose/diagnose-messages.ts'

diagnoseMessages.translate('de', {
  open: {
    waiting: 'Dauert es zu lange? Problem finden',
    failed: 'Fügen Sie Ihre Rolle ein, und wir finden den Unterschied',
  },
  loadFailed:
    'Dieser Teil der Seite konnte nicht geladen werden. Vielleicht ist Ihr Netzwerk unterbrochen, oder diese Seite wurde bei uns erneuert.',
  retry: 'Erneut versuchen',
  field: 'Was Sie angelegt haben',
  canBePasted: 'Eines davon, so wie es ist:',
  pasteCommand: 'die Ausgabe dieses Befehls, zum Beispiel aus AWS CloudShell:',
  copyCommand: 'Befehl kopieren',
  otherPastes: [
    'die Vertrauensrichtlinie aus der Konsole: IAM, „Roles“, die Rolle, Tab „Trust relationships“',
    'die Ereignisse des Stacks oder eine Fehlermeldung',
    'die CloudFormation-Vorlage oder den Link zu ihr',
  ],
  private:
    'Es wird in diesem Browser gelesen. Nichts davon wird gesendet oder aufbewahrt; was AWS über die Dienste dokumentiert, die eine Richtlinie nennt, wird von dieser Website geholt.',
  credentials: {
    'access-key': {
      title: 'Das ist ein Zugriffsschlüssel',
      sent: 'Es wurde nichts gesendet, und wir brauchen ihn nicht. Entfernen Sie ihn aus dem Feld.',
      todo: 'Wenn ihn jemand anderes gesehen haben könnte, ersetzen Sie ihn: Legen Sie in IAM unter „Users“, „Security credentials“ einen neuen an und deaktivieren Sie dann diesen.',
    },
    session: {
      title: 'Das sind temporäre Zugangsdaten',
      sent: 'Es wurde nichts gesendet, und wir brauchen sie nicht. Entfernen Sie sie aus dem Feld.',
      todo: 'Wenn sie jemand anderes gesehen haben könnte, beenden Sie die Sitzung: Öffnen Sie in IAM die Rolle und wählen Sie „Revoke sessions“. Sonst laufen sie von selbst ab.',
    },
  },
  recognized: 'Erkannt:',
  place: (line, column) => `Zeile ${line}, Spalte ${column}`,
  afterRepair: 'Sobald es JSON ist',
  source: 'Was AWS dazu sagt',
  newTab: '(öffnet einen neuen Tab)',
  further: 'Außerdem falsch',
  findings: 'Anmerkungen zur eingefügten Richtlinie',
  templateFindings: 'Anmerkungen zur eingefügten Vorlage oder zum Link',
  more: (count) => plural('de', count, { one: 'Und eine weitere dieser Art.', other: 'Und # weitere dieser Art.' }),
  line: (line) => `Zeile ${line}`,
  comparison: {
    'trust-policy': 'Vertrauensrichtlinie: eingefügt und korrigiert',
    'permissions-policy': 'Berechtigungsrichtlinie: eingefügt und korrigiert',
  },
  corrected: { 'trust-policy': 'Korrigierte Vertrauensrichtlinie', 'permissions-policy': 'Korrigierte Berechtigungsrichtlinie' },
  legend: '− fällt weg, + kommt hinzu.',
  removed: 'Fällt weg',
  added: 'Kommt hinzu',
  copyCorrected: {
    'trust-policy': 'Korrigierte Vertrauensrichtlinie kopieren',
    'permissions-policy': 'Korrigierte Berechtigungsrichtlinie kopieren',
  },
  fixes: 'So beheben Sie es',
  ways: {
    console: 'AWS-Konsole',
    'aws-cli': 'AWS CLI',
    cloudformation: 'CloudFormation',
    terraform: 'Terraform',
    cdk: 'AWS CDK',
    pulumi: 'Pulumi',
    'stack-set': 'StackSet',
  },
  commandLabel: (way) => `Korrektur mit ${way}`,
  copyFix: (way) => `Korrektur mit ${way} kopieren`,
  copyFile: (filename) => `${filename} kopieren`,
  forCaller: (vendor) => `Kam der Aufruf von ${vendor}, sagen Sie ${vendor}, was hier steht.`,
  forVendor: (vendor) => `Für Sie gibt es nichts zu ändern. Sagen Sie ${vendor}, was hier steht.`,
  remains: 'Wenn es immer noch nicht grün wird: was noch bleibt',
  whichRole: (account, roleName) =>
    `Ein anderes Konto oder eine andere Rolle: Einer Richtlinie sieht man nicht an, wo sie steht. Die Rolle muss ${roleName} im Konto ${account} sein; die Ausgabe des Befehls oben zeigt beides.`,
  permissionsNotPasted:
    'Die Berechtigungsrichtlinie, die nicht eingefügt wurde. Die Prüfpunkte auf dieser Seite probieren sie aus, sobald die Rolle angenommen wird.',
  propagation:
    'Zeit: AWS braucht einige Sekunden, selten eine Minute, bis eine neue oder geänderte Rolle überall antwortet. Diese Seite prüft weiter.',
  organization: (vendorAccount) =>
    `Ihre Organisation: Eine Ressourcenkontrollrichtlinie (RCP) kann Aufrufe von außen ablehnen, und keine Rolle zeigt das. Fragen Sie die Administration nach dem Konto ${vendorAccount}.`,
})

recognizedMessages.translate('de', {
  roleWithTrust: (name, account) => `die Rolle ${name}${account} mit ihrer Vertrauensrichtlinie`,
  role: (name, account) => `die Rolle ${name}${account} ohne ihre Vertrauensrichtlinie`,
  inAccount: (account) => ` im Konto ${account}`,
  unnamed: 'ohne Namen',
  open: (names) => `, in der ${names} erst beim Start eingesetzt wird`,
  default: (name, value) => `, in der ${name} seinen Vorgabewert ${value} hat`,
  chosenRole: (name, account, count) => `Von ${count} Rollen wird ${name}${account} untersucht.`,
  chosenPolicy: (position, count) => `Von ${count} Vertrauensrichtlinien wird Nummer ${position} untersucht.`,
  caller: (account) => `wer angemeldet ist, im Konto ${account}`,
  'trust-policy': 'eine Vertrauensrichtlinie',
  'permissions-policy': (name) => `eine Berechtigungsrichtlinie${name}`,
  'policy-names': 'eine Liste von Richtliniennamen',
  'attached-policies': 'eine Liste verwalteter Richtlinien',
  'resource-policy': 'die Richtlinie einer Ressource',
  'stack-events': (name, status) => `die Ereignisse ${name === '' ? 'eines Stacks' : `des Stacks ${name}`}${status}`,
  stack: (name, status) => `der Stack ${name}, ${status}`,
  'error-text': (code) => `ein Fehler von AWS${code}`,
  command: 'ein Befehl der AWS CLI',
  'role-list': 'eine Liste von Rollen',
  'source-fault': 'ein Fehler in einer Konfiguration oder einem Programm',
  'vendor-words': 'eine Meldung über eine fehlgeschlagene Verbindung',
  description: 'was der Text über den Aufruf sagt',
  'access-finding': 'ein Befund von IAM Access Analyzer',
  'policy-issues': 'eine Prüfung einer Richtlinie',
  simulation: 'ein Ergebnis des Richtliniensimulators',
  scan: 'ein Bericht eines Scanners',
  'json-broken': 'etwas, das JSON zu sein scheint und keines ist',
  yaml: 'etwas, das YAML zu sein scheint',
  'other-output': 'eine Ausgabe, die kein JSON ist',
  other: 'nichts, was hier bekannt ist',
})
