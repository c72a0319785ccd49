import { hostingArtifactMessages } from '#core/hosting/hosting-artifacts.ts'
import { hostingPlatformMessages } from '#core/hosting/hosting-platforms.ts'
import { hostingValueMessages } from '#core/hosting/hosting-values.ts'
import { switchRoleMessages } from '#core/hosting/switch-role.ts'
import { hostingMessages } from '#wizard/hosting/hosting-messages.ts'
import './hosting-config.ts'
import './hosting-user.ts'

const anyTool = 'die IAM-Konsole oder ein beliebiges Werkzeug, das Rollen anlegt'
const accessEnds = 'Die Anwendung verliert innerhalb einer Stunde den Zugriff auf alle Kundenkonten.'
const hopLimit = 'Das Hop-Limit ist 1. Setzen Sie es auf 2, wenn die Anwendung in einem Container auf der Instanz läuft.'

hostingPlatformMessages.translate('de', {
  ec2: {
    title: 'Amazon EC2',
    how: 'Über das Instanzprofil erhält die Instanz die Rolle. SDKs lesen die Zugangsdaten aus den Instanzmetadaten.',
    notes: ['Die Startvorlage verlangt IMDSv2, damit eine weitergeleitete Anfrage keine Zugangsdaten auslesen kann.', hopLimit],
  },
  'ec2-auto-scaling': {
    title: 'Amazon EC2 Auto Scaling',
    how: 'Jede Instanz der Gruppe startet aus der Startvorlage, mit der Rolle und mit IMDSv2 als Pflicht.',
    notes: [hopLimit],
  },
  ecs: {
    title: 'Amazon ECS',
    how: 'Die Aufgabenrolle gehört zur Aufgabendefinition. SDKs rufen die Zugangsdaten am Endpunkt für Container-Zugangsdaten ab.',
    notes: [
      'Die Aufgabenausführungsrolle ist eine andere Rolle. Sie lädt Images, schreibt Logs und darf keine Kundenrollen annehmen. Die Vorlagen fragen nach ihrem ARN.',
      'Die AWS-CLI-Befehle legen nur die Aufgabenrolle an. Geben Sie beide Rollen in Ihrer Aufgabendefinition an.',
    ],
  },
  eks: {
    title: 'Amazon EKS Pod Identity',
    how: 'Eine Zuordnung verknüpft die Rolle mit einem Servicekonto. Der Agent auf dem Knoten stellt die Zugangsdaten bereit.',
    notes: [
      'Sitzungs-Tags sind ausgeschaltet. Sonst gibt EKS sie weiter, und die Vertrauensrichtlinie jedes Kunden müsste sts:TagSession erlauben.',
      'Der Cluster braucht das Add-on „Amazon EKS Pod Identity Agent“.',
      'Um Sitzungs-Tags auszuschalten, braucht Terraform den Provider hashicorp/aws 6.2 oder neuer und die AWS CLI eine Version ab Juni 2025.',
    ],
  },
  'eks-irsa': {
    title: 'Amazon EKS mit IRSA',
    how: 'Das Token des Servicekontos wird gegen Zugangsdaten der Rolle getauscht. Ein Agent ist nicht nötig.',
    notes: ['Versehen Sie das Servicekonto mit der Annotation eks.amazonaws.com/role-arn und dem ARN der Rolle.'],
  },
  lambda: {
    title: 'AWS Lambda',
    how: 'Die Zugangsdaten der Ausführungsrolle stehen in den Umgebungsvariablen der Funktion.',
    notes: ['Legen Sie die Protokollgruppe der Funktion vorab an. Die Richtlinie erlaubt das Schreiben nur in diese Gruppe.'],
  },
  'roles-anywhere': {
    title: 'Außerhalb von AWS',
    how: 'IAM Roles Anywhere tauscht ein X.509-Zertifikat gegen Zugangsdaten der Rolle. aws_signing_helper stellt sie der Anwendung bereit.',
    notes: [
      'Legen Sie zuerst einen Vertrauensanker für Ihre Zertifizierungsstelle an, und geben Sie seinen ARN ein.',
      'Jedes Zertifikat dieser Stelle gibt Zugang zur Rolle. Verwenden Sie eine Stelle, die nur für diese Anwendung Zertifikate ausstellt.',
    ],
  },
})

hostingArtifactMessages.translate('de', {
  trust: {
    title: 'Vertrauensrichtlinie',
    purpose: 'Nur die Plattform, auf der Ihre Anwendung läuft, kann die Rolle annehmen.',
    needs: [anyTool],
  },
  permissions: {
    title: 'Berechtigungsrichtlinie',
    purpose: 'Fügen Sie sie als einzige Inline-Richtlinie der Anwendungsrolle hinzu.',
    needs: [anyTool],
  },
  cloudFormation: {
    title: 'CloudFormation',
    purpose: 'Laden Sie die Vorlage in der CloudFormation-Konsole hoch, oder stellen Sie sie mit Ihren eigenen Werkzeugen bereit.',
    needs: ['die CloudFormation-Konsole oder die AWS CLI', 'CAPABILITY_NAMED_IAM'],
  },
  terraform: {
    title: 'Terraform',
    purpose: 'Fügen Sie diese Datei einer beliebigen Terraform- oder OpenTofu-Konfiguration hinzu.',
    needs: [
      'Terraform 1.2 oder OpenTofu 1.6, oder neuer',
      'der Provider hashicorp/aws 5 oder neuer (für EKS Pod Identity 6.2 oder neuer), für das Konto konfiguriert',
    ],
  },
  awsCli: {
    title: 'AWS CLI',
    purpose: 'In einem beliebigen Terminal oder in AWS CloudShell ausführen. Im falschen Konto brechen die Befehle ab.',
    needs: [
      'AWS CLI 1 oder 2, im Konto angemeldet (in AWS CloudShell vorhanden). Für EKS Pod Identity eine Version ab Juni 2025',
      'bash oder zsh',
    ],
  },
  undo: (roleName) => `Löschen Sie die Rolle ${roleName}. ${accessEnds}`,
  undoStack: (stackName) => `Löschen Sie den Stack ${stackName}. ${accessEnds}`,
  undoTerraform: `Entfernen Sie die Datei und wenden Sie die Konfiguration erneut an. ${accessEnds}`,
})

switchRoleMessages.translate('de', {
  refresh: {
    javascript: 'Der Client ruft den Provider 5 Minuten vor dem Ende der Sitzung erneut auf.',
    python: 'botocore nimmt die Rolle 15 Minuten vor dem Ende der Sitzung erneut an. Bei 900 Sekunden geschähe das bei jedem Aufruf.',
    go: 'Der Zwischenspeicher nimmt die Rolle 5 Minuten vor dem Ende der Sitzung erneut an.',
    java: 'Der Provider nimmt die Rolle 5 Minuten vor dem Ende der Sitzung erneut an. Schließen Sie ihn mit dem Client.',
    csharp: 'Das SDK nimmt die Rolle 5 Minuten vor dem Ende der Sitzung erneut an. Für das AWS SDK für .NET, Version 4.',
    rust: 'Der Zwischenspeicher nimmt die Rolle 5 Minuten vor dem Ende der Sitzung erneut an.',
    php: 'Der Provider nimmt die Rolle 5 Minuten vor dem Ende der Sitzung erneut an.',
    ruby: 'Das SDK nimmt die Rolle 5 Minuten vor dem Ende der Sitzung erneut an.',
    'aws-cli':
      'Jeder Befehl nimmt die Rolle an oder verwendet die Sitzung, die die AWS CLI bis 15 Minuten vor ihrem Ende zwischenspeichert.',
  },
})

hostingValueMessages.translate('de', {
  invalid: (value) => `${value} ist nicht gültig.`,
  elsewhere: (value, account, region) => `${value} gehört nicht zu Konto ${account} und ${region}, wo die Anwendung läuft.`,
  several: 'Rolebridge speichert seine Verbindungen in einer einzigen Tabelle.',
  expected: {
    tables: (example) => `Geben Sie Namen von DynamoDB-Tabellen ein, zum Beispiel ${example}, oder deren ARNs.`,
    buckets: (example) => `Geben Sie Namen von S3-Buckets ein, zum Beispiel ${example}, oder deren ARNs.`,
    registryTable: (example) => `Geben Sie den Namen einer DynamoDB-Tabelle ein, zum Beispiel ${example}, oder ihren ARN.`,
    cluster: (example) => `Geben Sie den Namen Ihres EKS-Clusters ein, zum Beispiel ${example}.`,
    namespace: (example) => `Geben Sie einen Kubernetes-Namespace ein, zum Beispiel ${example}.`,
    serviceAccount: (example) => `Geben Sie den Namen eines Kubernetes-Servicekontos ein, zum Beispiel ${example}.`,
    oidcIssuer: (example) => `Geben Sie die Aussteller-URL Ihres Clusters ein, zum Beispiel https://${example}.`,
    trustAnchorArn: (example) => `Geben Sie den ARN Ihres Vertrauensankers ein, zum Beispiel ${example}.`,
    functionName: (example) => `Geben Sie den Namen Ihrer Lambda-Funktion ein, zum Beispiel ${example}.`,
  },
  configFirst:
    'Tragen Sie zuerst "hosting": "roles-anywhere" in vendor.json ein, und starten Sie den Server damit. Die Vertrauensrichtlinien der Kunden müssen sts:SetSourceIdentity erlauben, und das übernimmt der Server aus der Konfiguration. Bereits angelegte Kundenrollen müssen aktualisiert werden.',
})

hostingMessages.translate('de', {
  heading: (vendor) => `${vendor} ohne Zugriffsschlüssel betreiben`,
  lead: 'Die Anwendung erhält über ihre Rolle temporäre Zugangsdaten und wechselt mit der externen ID des jeweiligen Kunden in dessen Rolle.',
  figures: {
    label: 'Wie die Anwendung AWS erreicht',
    own: 'Eigene Ressourcen',
    customers: 'Im Auftrag von Kunden',
    policies: 'Rollen und Richtlinien',
    vendorAccount: (vendor) => `Konto von ${vendor}`,
    customerAccount: 'Kundenkonto',
    sameAccount: (vendor) => `Konto von ${vendor}, zugleich das des Kunden`,
    any: 'beliebiges Konto',
    table: 'DynamoDB-Tabelle',
    bucket: 'S3-Bucket',
    externalId: 'externe ID',
    wrongId: 'keine oder falsche ID',
    trusts: 'Vertraut',
    withId: 'nur mit der externen ID',
    allows: 'Erlaubt',
    where: 'Konto des Kunden',
    another: 'Ein anderes Konto',
    same: 'Dasselbe Konto',
    sameNote:
      'Innerhalb eines Kontos funktioniert es genauso: Die Anwendungsrolle braucht die Berechtigung und die Kundenrolle die Vertrauensrichtlinie.',
    ownDescription: (platform, role) =>
      `${platform} läuft mit der Rolle ${role}. Sie kann die eigenen Tabellen und Buckets der Anwendung im selben Konto verwenden.`,
    customersDescription: (role, customerRole) =>
      `Die Rolle ${role} nimmt ${customerRole} im Konto des Kunden mit der externen ID an. Ohne externe ID oder mit einer falschen verweigert AWS den Aufruf. Die Kundenrolle hat Zugriff auf die Ressourcen des Kunden.`,
    assume: (role) => `${role} in jedem Konto annehmen`,
    use: (name) => `${name} verwenden`,
    ownPolicies: 'die eigenen Richtlinien lesen',
    logs: 'die eigenen Logs schreiben',
  },
  platform: {
    title: 'Wo die Anwendung läuft',
    label: 'Plattform',
    region: 'Region',
    role: 'Rolle',
    verifier: (role) => `${role} (Prüfrolle)`,
    roleHint: 'Kunden vertrauen jeder dieser Rollen. Alles Weitere auf dieser Seite betrifft die gewählte.',
    verifierHint:
      'Der Server mit den Prüfungen läuft als diese Rolle. Sie nimmt die Rollen der Kunden an und verwendet die Tabelle von Rolebridge, aber keine Tabelle und keinen Bucket der Anwendung.',
    tables: 'Eigene DynamoDB-Tabellen',
    buckets: 'Eigene S3-Buckets',
    registry: 'DynamoDB-Tabelle von Rolebridge',
    several: 'Trennen Sie mehrere Namen durch Kommas.',
    registryHint: 'Leer lassen, wenn Rolebridge seine Verbindungen in einer Datei speichert.',
    cluster: 'EKS-Cluster',
    namespace: 'Kubernetes-Namespace',
    serviceAccount: 'Kubernetes-Servicekonto',
    oidcIssuer: 'OIDC-Aussteller des Clusters',
    trustAnchorArn: 'ARN des Vertrauensankers',
    functionName: 'Name der Funktion',
    private: 'Ihre Eingaben verlassen diese Seite nicht.',
    leftOut: (fault) => `${fault} Die Richtlinien lassen den Wert weg.`,
    exampleUsed: (fault) => `${fault} Bis dahin wird ein Beispiel verwendet.`,
    locked: 'Korrigieren Sie das JSON in vendor.json, um die Plattform zu wählen.',
  },
  artifacts: {
    title: 'Anwendungsrolle anlegen',
    label: 'Richtlinien und Vorlagen',
    suffixTitle: (name) => `Warum die Richtlinie ${name}-* erlaubt`,
    suffix: (name) =>
      `Jede Verbindung hat eine eigene Rolle, damit ein Konto mehrere haben kann: ${name}- und ein Suffix. Das ist weiter als ein allgemein bekannter Name, der in jedem Konto genau eine Rolle erlaubt. Es erlaubt auch eine Rolle, die ein Kunde für etwas anderes anlegt, wenn ihr Name oder der erste Teil ihres Pfads mit ${name}- beginnt und sie Ihrem Konto vertraut. Nehmen Sie deshalb nur die Rollen-ARNs Ihrer Verbindungen an, immer mit der externen ID.`,
    suffixEarlier: (name) =>
      `Rollen aus der Zeit vor nameSuffix behalten ihren Namen. Solange es welche gibt, führen Sie in der Richtlinie auch ${name} auf.`,
    explicitTitle: 'Warum nicht AmazonDynamoDBFullAccess und AmazonS3FullAccess?',
    explicit:
      'Sie erlauben jede Aktion auf allen Tabellen und Buckets des Kontos, auch das Löschen. Mit einer gestohlenen Sitzung wären alle zugänglich. Diese Richtlinien erlauben nur, was die Anwendung aufruft, und nur für die eigenen Tabellen und Buckets, mit deren ARN.',
  },
  check: {
    title: 'Ihre Richtlinie prüfen',
    field: 'Berechtigungsrichtlinie Ihrer Anwendungsrolle',
    hint: 'Fügen Sie sie als JSON ein. Sie verlässt diese Seite nicht.',
    useOwn: 'Die Richtlinie oben prüfen',
    clean: 'Keine Mängel gefunden.',
    cleanText: 'Die Anwendung kann die Rolle der Kunden annehmen.',
    found: (count) => (count === 1 ? '1 Mangel gefunden.' : `${count} Mängel gefunden.`),
    line: (line) => `Zeile ${line}`,
    why: 'Warum',
    copyFix: 'Korrigierte Richtlinie kopieren',
    apply: 'Korrektur übernehmen',
  },
  code: {
    title: 'Rolle im Code wechseln',
    intro:
      'Ihr Backend liest Rollen-ARN und externe ID aus der Verbindung. Sitzungen dauern 3.600 Sekunden, mehr erlaubt AWS nicht, wenn eine Rolle eine andere annimmt. Jedes Beispiel ruft den STS-Endpunkt seiner Region auf und enthält keinen Zugriffsschlüssel.',
    label: 'Sprachen',
    connection: 'Verifizierte Verbindung',
    connectionOf: (account, name) => (name === undefined ? `Konto ${account}` : `Konto ${account} (${name})`),
    byHand: 'Werte eingeben',
    account: 'Konto-ID des Kunden',
    externalId: 'Externe ID der Verbindung',
    bucket: 'Bucket des Kunden',
    copy: 'Kopieren',
    download: 'Herunterladen',
  },
})
