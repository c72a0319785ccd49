import { vp01Messages, vp02Messages, vp03Messages, vp04Messages, vp07Messages, vp08Messages } from '#core/rules/hosting/assume-rules.ts'
import { vp05Messages, vp06Messages } from '#core/rules/hosting/hosting-rules.ts'
import { vp09Messages } from '#core/rules/hosting/other-roles-rule.ts'
import { ct08Messages, ct09Messages } from '#core/rules/template/lint-template.ts'
import { ct01Messages, ct02Messages, ct03Messages, ct06Messages } from '#core/rules/template/parameter-rules.ts'
import { ct04Messages, ct05Messages, ct07Messages } from '#core/rules/template/resource-rules.ts'

ct01Messages.translate('de', {
  title: 'Das vertrauenswürdige Konto ist ein Parameter',
  what: 'Ein Prinzipal der Vertrauensrichtlinie, der aus einem Vorlagenparameter stammt.',
  why: 'Wer einen Link verschickt, kann jeden Wert darin ändern. Eine echte Vorlage könnte so einem Fremden vertrauen.',
  todo: 'Schreiben Sie das Konto des Anbieters fest in die Vorlage.',
  found: (name) => `Das vertrauenswürdige Konto stammt aus dem Parameter ${name}. Schreiben Sie es fest in die Vorlage.`,
})

ct02Messages.translate('de', {
  title: 'Die externe ID ist verdeckt',
  what: '`NoEcho` beim Parameter für die externe ID.',
  why: 'Ein Quick-Create-Link kann einen Parameter mit NoEcho nicht ausfüllen. CloudFormation ignoriert den Wert. Eine externe ID ist kein Geheimnis.',
  todo: 'Entfernen Sie `NoEcho`.',
  found: (name) => `Ein Link kann den Parameter ${name} nicht ausfüllen, weil er NoEcho hat. Entfernen Sie NoEcho.`,
})

ct03Messages.translate('de', {
  title: 'Die externe ID hat keine Grenzen',
  what: 'Ein Parameter für die externe ID ohne `MinLength`, `MaxLength` oder `AllowedPattern`.',
  why: 'Mit einem Wert, den STS zurückweist, etwa mit einem Leerzeichen am Ende, entsteht ohne Fehlermeldung eine Rolle, die niemand annehmen kann.',
  todo: 'Geben Sie die Grenzen von STS oder engere an.',
  found: (name, missing) => `Dem Parameter ${name} fehlt ${missing}.`,
})

ct04Messages.translate('de', {
  title: 'Die Partition ist fest vorgegeben',
  what: 'Ein ARN in einer Ressource, der eine Partition wie `aws` oder `aws-cn` nennt.',
  why: 'In einer anderen Partition wie GovCloud oder China gibt es den ARN nicht. Der Stack schlägt fehl, oder die Rolle funktioniert nicht.',
  todo: `Schreiben Sie \`!Sub arn:\${AWS::Partition}:…\`.`,
  found: (found, substitutedPartition) =>
    `Durch ${found} ist die Partition fest vorgegeben. Schreiben Sie ${substitutedPartition} mit !Sub.`,
})

ct05Messages.translate('de', {
  title: 'Eine benannte Rolle braucht eine Capability',
  what: 'Ein `RoleName` in einer Vorlage, die die Capability nicht erwähnt.',
  why: 'Ohne CAPABILITY_NAMED_IAM schlägt der Stack mit InsufficientCapabilities fehl. In der Konsole bestätigen Sie den IAM-Hinweis.',
  todo: 'Erwähnen Sie sie in der Beschreibung oder einem Kommentar, und verwenden Sie in Befehlen --capabilities CAPABILITY_NAMED_IAM.',
  found: (capability) =>
    `Die Rolle hat einen Namen, deshalb erfordert das Anlegen des Stacks ${capability}. Erwähnen Sie das in der Vorlage.`,
})

ct06Messages.translate('de', {
  title: 'Eine Konto-ID ist eine Zahl',
  what: 'Zwölf Ziffern ohne Anführungszeichen.',
  why: 'Eine Zahl verliert ihre führenden Nullen, und YAML-Parser lesen manche Zahlen als Oktalzahlen. Das ergibt ein anderes Konto oder keines.',
  todo: 'Setzen Sie sie in Anführungszeichen.',
  found: (written, quoted) => `Die Konto-ID ${written} ist hier eine Zahl. Schreiben Sie ${quoted}.`,
})

ct07Messages.translate('de', {
  title: 'Der ARN der Rolle ist keine Ausgabe',
  what: 'Eine Rolle, deren ARN in keiner Ausgabe (Outputs) der Vorlage steht.',
  why: 'Ohne Ausgabe zeigt weder der Stack noch ein Supportfall, welche Rolle angelegt wurde.',
  todo: 'Ergänzen Sie eine Ausgabe mit `!GetAtt` für den `Arn` der Rolle.',
  found: (name) => `Der ARN der Rolle ${name} steht in keiner Ausgabe. Ergänzen Sie eine.`,
})

ct08Messages.translate('de', {
  title: 'CloudFormation kann die Vorlage dort nicht lesen',
  what: 'Eine `templateURL`, die nicht in Amazon S3 liegt, kein https verwendet oder eine Bucket-Website ist.',
  why: 'Die Konsole weist den Link zurück.',
  todo: 'Veröffentlichen Sie die Vorlage als Objekt in S3: https://bucket.s3.us-east-1.amazonaws.com/key.',
  noUrl: (templateUrl) => `${templateUrl} ist keine URL.`,
  website: (host) => `${host} ist eine Bucket-Website, die CloudFormation nicht lesen kann. Verwenden Sie die URL des Objekts.`,
  noHttps: (scheme) => `Die URL der Vorlage beginnt mit ${scheme}. Verwenden Sie https.`,
  notS3: (host) => `${host} ist nicht Amazon S3. CloudFormation liest Vorlagen nur aus Amazon S3.`,
})

ct09Messages.translate('de', {
  title: 'Die Vorlage kann sich ändern',
  what: 'Eine `templateURL`, deren Schlüssel weder einen Hash noch eine Version enthält.',
  why: 'Die Vorlage, die Sie gestern geprüft haben, kann heute unter derselben URL eine andere sein.',
  todo: 'Veröffentlichen Sie jede Vorlage unter einem Schlüssel mit ihrem Hash, und geben Sie ihren SHA-256 an.',
  found: (path) => `Der Schlüssel ${path} enthält weder einen Hash noch eine Version, deshalb kann sich die Vorlage ändern.`,
})

vp01Messages.translate('de', {
  title: 'Die Anwendung kann jede beliebige Rolle annehmen',
  what: 'sts:AssumeRole auf "*"',
  why: 'Wer die Anwendungsrolle stiehlt oder missbraucht, kann jede Rolle in jedem Konto annehmen, die dem Konto des Anbieters vertraut.',
  todo: 'Geben Sie die Rolle an, mit einem Platzhalter nur für das Konto: arn:aws:iam::*:role/name.',
  found: (text) =>
    `${text} entspricht jeder Rolle in jedem Konto. Geben Sie die Rolle für den Kontozugriff an. Nur das Konto darf ein Platzhalter sein.`,
})

vp02Messages.translate('de', {
  title: 'Die Anwendung kann jede Rolle annehmen',
  what: 'sts:AssumeRole auf einem Rollen-ARN, dessen Name ein Platzhalter ist',
  why: 'In der Praxis entspricht das "*": jede Rolle jedes Kunden, die dem Konto des Anbieters vertraut.',
  todo: 'Geben Sie die Rolle an, mit einem Platzhalter nur für das Konto: arn:aws:iam::*:role/name.',
  found: (text) => `${text} entspricht jeder Rolle. Geben Sie die Rolle für den Kontozugriff an. Nur das Konto darf ein Platzhalter sein.`,
})

vp03Messages.translate('de', {
  title: 'Ihre Seite verweigert Aufrufe ohne die externe ID',
  what: 'Eine Bedingung für sts:ExternalId in einem Deny oder Allow für sts:AssumeRole',
  why: 'Im Betrieb ist das gut, aber AWS verweigert dann die Testaufrufe ohne oder mit falscher externer ID auf Ihrer Seite. Sie sagen deshalb nichts über die Rolle des Kunden aus.',
  todo: 'Behalten Sie sie, und führen Sie die Verifizierung mit einer Rolle ohne diese Bedingung aus.',
  found:
    'Aufrufe ohne externe ID oder mit einer anderen werden hier verweigert, bevor AWS die Vertrauensrichtlinie des Kunden auswertet. Die Verifizierung kann nicht erkennen, wie sich die Rolle verhalten würde.',
})

vp04Messages.translate('de', {
  title: 'Der Rollenname ist ein Muster',
  what: 'sts:AssumeRole auf einem Rollen-ARN mit einem Platzhalter außerhalb von Konto und Pfad. Mit `role.nameSuffix` in der Konfiguration darf das Ende des Namens einer sein.',
  why: 'Jeder kann eine Rolle anlegen, die dem Muster entspricht und Ihrem Konto vertraut. Ein fester Name beschränkt die Anwendung auf die Rollen, die für sie gedacht sind.',
  todo: 'Geben Sie den vollständigen Namen der Rolle für den Kontozugriff an. Wenn Ihre Konfiguration `role.nameSuffix` hat, geben Sie name-* an, und nichts Kürzeres.',
  found: (text) =>
    `${text} entspricht mehr als den Rollen, die für Sie angelegt wurden. Geben Sie den Namen wie in Ihrer Konfiguration an. Außer dem Suffix darf nur das Konto ein Platzhalter sein.`,
})

vp05Messages.translate('de', {
  title: 'Voller Zugriff auf einen Service',
  what: 'Jede Aktion eines Service auf jeder Ressource, wie in AmazonS3FullAccess und AmazonDynamoDBFullAccess',
  why: 'Mit einer gestohlenen Sitzung ließen sich alle Buckets oder Tabellen des Kontos löschen, nicht nur die der Anwendung.',
  todo: 'Führen Sie die Aktionen auf, die die Anwendung aufruft, mit den ARNs ihrer eigenen Tabellen und Buckets.',
  found: (action) =>
    `${action} ist auf jeder Ressource des Kontos erlaubt. Führen Sie die Aktionen auf, die Sie aufrufen, und nennen Sie Ihre eigenen Tabellen und Buckets.`,
  exceptions:
    'Alles, was NotAction nicht aufführt, ist auf jeder Ressource erlaubt. Führen Sie die Aktionen auf, die Sie aufrufen, und nennen Sie Ihre eigenen Ressourcen.',
})

vp06Messages.translate('de', {
  title: 'Die Anwendung kann Zugriffsschlüssel anlegen',
  what: 'iam:CreateAccessKey, iam:CreateUser, iam:CreateLoginProfile oder eine andere Aktion, die einem Benutzer Zugangsdaten gibt, in einem Allow',
  why: 'Ein Zugriffsschlüssel läuft nicht ab. Aus einer Sitzung von einer Stunde könnte ein Dieb dauerhaften Zugriff machen.',
  todo: 'Entfernen Sie die Aktion. Die Anwendung arbeitet mit den temporären Zugangsdaten ihrer Rolle.',
  found: (action) => `${action} lässt die Anwendung Zugangsdaten anlegen, die nicht ablaufen. Entfernen Sie es.`,
  exceptions:
    'Alles, was NotAction nicht aufführt, ist erlaubt, auch Zugangsdaten, die nicht ablaufen. Führen Sie stattdessen Aktionen auf.',
})

vp07Messages.translate('de', {
  title: 'Die Anwendung kann die Rolle Ihrer Kunden nicht annehmen',
  what: 'Eine Richtlinie, die sts:AssumeRole auf der konfigurierten Rolle nicht erlaubt',
  why: 'AWS verweigert den Aufruf auf Ihrer Seite, bevor die Vertrauensrichtlinie des Kunden ausgewertet wird. Keine Verbindung kann verifiziert werden.',
  todo: 'Erlauben Sie sts:AssumeRole auf der Rolle Ihrer Konfiguration, mit einem Platzhalter nur für das Konto.',
  found: (role) => `sts:AssumeRole auf ${role} ist hier nicht erlaubt. Ergänzen Sie eine Anweisung dafür.`,
  denied: (role) => `Das verweigert sts:AssumeRole auf ${role}, und ein Deny hat Vorrang vor jedem Allow. Nehmen Sie die Rolle davon aus.`,
})

vp08Messages.translate('de', {
  title: 'Nur manche Kunden können sich verbinden',
  what: 'sts:AssumeRole auf der konfigurierten Rolle, aber nur in manchen Konten',
  why: 'AWS verweigert den Aufruf für jedes Konto, das nicht aufgeführt ist. Für jeden neuen Kunden muss diese Richtlinie geändert werden.',
  todo: 'Verwenden Sie für das Konto einen Platzhalter: arn:aws:iam::*:role/name. Über das einzelne Konto entscheidet weiterhin die Vertrauensrichtlinie des Kunden.',
  found: (role) => `Nur die hier genannten Konten können sich verbinden. Um alle Kunden zu bedienen, schreiben Sie ${role}.`,
})

vp09Messages.translate('de', {
  title: 'Die Anwendung kann in jedem Konto eine andere Rolle annehmen',
  what: 'sts:AssumeRole auf einer anderen als der konfigurierten Rolle, mit einem Platzhalter für das Konto',
  why: 'Bekannte Rollen wie OrganizationAccountAccessRole haben oft Administratorrechte. Ihre Anwendung könnte jede davon annehmen, die Ihrem Konto vertraut, auch ohne externe ID.',
  todo: 'Entfernen Sie die Rolle. Für eine Rolle in einem Ihrer eigenen Konten geben Sie die Konto-ID an.',
  found: (resource) =>
    `${resource} ist nicht die konfigurierte Rolle, und das Konto ist ein Platzhalter. Entfernen Sie die Rolle, oder geben Sie die ID Ihres eigenen Kontos an.`,
})
