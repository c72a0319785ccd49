import { vp01Messages, vp02Messages, vp03Messages, vp04Messages, vp07Messages, vp08Messages } from '#core/rules/hosting/assume-rules.ts'
import { vp05Messages, vp06Messages } from '#core/rules/hosting/hosting-rules.ts'
import { ct08Messages, ct09Messages } from '#core/rules/template/lint-template.ts'
import { ct01Messages, ct02Messages, ct03Messages, ct06Messages } from '#core/rules/template/parameter-rules.ts'
import { ct04Messages, ct05Messages, ct07Messages } from '#core/rules/template/resource-rules.ts'

ct01Messages.translate('de', {
  title: 'Das Konto, dem vertraut wird, ist ein Parameter',
  what: 'Ein Prinzipal der Vertrauensrichtlinie, der aus einem Parameter der Vorlage gebildet wird.',
  why: 'Jeden Wert in einem Link kann ändern, wer ihn verschickt: Eine echte Vorlage würde dann einem Fremden vertrauen.',
  todo: 'Schreiben Sie das Konto des Anbieters fest in die Vorlage.',
  found: (name) => `Das Konto, dem vertraut wird, kommt aus dem Parameter ${name}. Schreiben Sie es fest hinein.`,
})

ct02Messages.translate('de', {
  title: 'Die externe ID ist verdeckt',
  what: '`NoEcho` am Parameter der externen ID.',
  why: 'Ein Quick-Create-Link kann einen Parameter mit NoEcho nicht ausfüllen: Sein Wert wird übergangen. Eine externe ID ist kein Geheimnis.',
  todo: 'Entfernen Sie `NoEcho`.',
  found: (name) => `Ein Link kann den Parameter ${name} nicht ausfüllen, weil er NoEcho hat. Entfernen Sie es.`,
})

ct03Messages.translate('de', {
  title: 'Die externe ID hat keine Grenzen',
  what: 'Ein Parameter der externen ID ohne `MinLength`, `MaxLength` oder `AllowedPattern`.',
  why: 'Ein Wert, den STS zurückweist, etwa mit einem Leerzeichen am Ende, ergibt eine Rolle, die niemand nutzen kann, und nichts sagt es.',
  todo: 'Geben Sie die Grenzen von STS an oder engere.',
  found: (name, missing) => `Dem Parameter ${name} fehlt ${missing}.`,
})

ct04Messages.translate('de', {
  title: 'Die Partition steht fest',
  what: 'Ein ARN in einer Ressource, der eine Partition wie `aws` oder `aws-cn` nennt.',
  why: 'In einer anderen Partition wie GovCloud oder China gehört der ARN zu nichts, und der Stack scheitert, oder die Rolle nützt nichts.',
  todo: `Schreiben Sie \`!Sub arn:\${AWS::Partition}:…\`.`,
  found: (found, substitutedPartition) =>
    `Durch ${found} steht die Partition fest. Schreiben Sie ${substitutedPartition}, und lassen Sie es ersetzen.`,
})

ct05Messages.translate('de', {
  title: 'Eine Rolle mit Namen braucht eine Bestätigung',
  what: 'Ein `RoleName`, und in der Vorlage kein Wort über die Bestätigung (Capability).',
  why: 'Ohne CAPABILITY_NAMED_IAM wird der Stack zurückgewiesen (InsufficientCapabilities); in der Konsole ist ein Kästchen anzukreuzen.',
  todo: 'Sagen Sie es in der Beschreibung oder einem Kommentar, und verwenden Sie in Befehlen --capabilities CAPABILITY_NAMED_IAM.',
  found: (capability) => `Wer den Stack anlegt, muss ${capability} bestätigen, weil die Rolle einen Namen hat. Sagen Sie es.`,
})

ct06Messages.translate('de', {
  title: 'Eine Konto-ID ist eine Zahl',
  what: 'Zwölf Ziffern ohne Anführungszeichen.',
  why: 'Eine Zahl verliert ihre führenden Nullen, und wer YAML liest, hält manche für oktal: Dann ist es ein anderes Konto oder keines.',
  todo: 'Setzen Sie sie in Anführungszeichen.',
  found: (written, quoted) => `Die Konto-ID ${written} ist hier eine Zahl. Schreiben Sie ${quoted}.`,
})

ct07Messages.translate('de', {
  title: 'Der ARN der Rolle ist keine Ausgabe',
  what: 'Eine Rolle, deren ARN in keiner Ausgabe (Outputs) der Vorlage steht.',
  why: 'Wer den Stack ansieht oder einen Supportfall dazu, kann nicht sehen, welche Rolle er angelegt hat.',
  todo: 'Ergänzen Sie eine Ausgabe mit `!GetAtt` auf den `Arn` der Rolle.',
  found: (name) => `Der ARN der Rolle ${name} steht in keiner Ausgabe. Ergänzen Sie eine.`,
})

ct08Messages.translate('de', {
  title: 'CloudFormation kann die Vorlage dort nicht lesen',
  what: 'Eine `templateURL`, die nicht in Amazon S3 liegt, nicht https ist oder die Website eines Buckets ist.',
  why: 'Die Konsole weist den Link zurück.',
  todo: 'Veröffentlichen Sie die Vorlage als Objekt in S3: https://bucket.s3.us-east-1.amazonaws.com/key.',
  noUrl: (templateUrl) => `${templateUrl} ist keine Adresse.`,
  website: (host) => `${host} ist die Website eines Buckets, und die liest CloudFormation nicht. Nehmen Sie die Adresse des Objekts.`,
  noHttps: (scheme) => `Die Adresse der Vorlage beginnt mit ${scheme}. Nehmen Sie https.`,
  notS3: (host) => `${host} ist nicht Amazon S3. CloudFormation liest Vorlagen nur von dort.`,
})

ct09Messages.translate('de', {
  title: 'Die Vorlage kann sich ändern',
  what: 'Eine `templateURL`, deren Schlüssel weder einen Hash noch eine Version enthält.',
  why: 'Was gestern geprüft wurde, kann heute unter derselben Adresse eine andere Vorlage sein.',
  todo: 'Veröffentlichen Sie jede Vorlage unter einem Schlüssel mit ihrem Hash, und geben Sie ihren SHA-256 an.',
  found: (path) => `Der Schlüssel ${path} enthält weder einen Hash noch eine Version: Die Vorlage dort kann sich ändern.`,
})

vp01Messages.translate('de', {
  title: 'Die Anwendung darf alles annehmen',
  what: 'sts:AssumeRole auf "*"',
  why: 'Wer die Anwendungsrolle stiehlt oder überlistet, kann überall jede Rolle annehmen, die dem Konto des Anbieters vertraut.',
  todo: 'Nennen Sie die Rolle, mit einem Platzhalter nur an der Stelle des Kontos: arn:aws:iam::*:role/name.',
  found: (text) =>
    `${text} ist irgendeine Rolle irgendwo. Nennen Sie die Rolle für den Kontozugriff; nur das Konto darf ein Platzhalter sein.`,
})

vp02Messages.translate('de', {
  title: 'Die Anwendung darf jede Rolle annehmen',
  what: 'sts:AssumeRole auf einem Rollen-ARN, dessen Name ein Platzhalter ist',
  why: 'In der Praxis ist das dasselbe wie "*": jede Rolle jedes Kunden, die dem Konto des Anbieters vertraut.',
  todo: 'Nennen Sie die Rolle, mit einem Platzhalter nur an der Stelle des Kontos: arn:aws:iam::*:role/name.',
  found: (text) => `${text} ist jede Rolle. Nennen Sie die Rolle für den Kontozugriff; nur das Konto darf ein Platzhalter sein.`,
})

vp03Messages.translate('de', {
  title: 'Aufrufe ohne die externe ID werden auf Ihrer Seite verweigert',
  what: 'Eine Bedingung auf sts:ExternalId in einem Deny oder Allow von sts:AssumeRole',
  why: 'Im Betrieb ist das gut, aber AWS verweigert dann die Versuche ohne und mit falscher externer ID auf Ihrer Seite. Sie sagen nichts über die Rolle des Kunden.',
  todo: 'Behalten Sie es, und lassen Sie die Prüfung von einer Rolle ohne diese Bedingung laufen.',
  found:
    'Aufrufe ohne externe ID oder mit einer anderen werden hier verweigert, bevor AWS die Vertrauensrichtlinie des Kunden auswertet. Die Prüfung sieht nicht, was die Rolle täte.',
})

vp04Messages.translate('de', {
  title: 'Der Rollenname ist ein Muster',
  what: 'sts:AssumeRole auf einem Rollen-ARN mit einem Platzhalter außerhalb von Konto und Pfad',
  why: 'Jeder kann eine Rolle anlegen, auf die das Muster passt und die Ihrem Konto vertraut. Ein fester Name beschränkt die Anwendung auf die Rollen, die für sie gedacht sind.',
  todo: 'Schreiben Sie den ganzen Namen der Rolle für den Kontozugriff.',
  found: (text) =>
    `${text} passt auf mehr als die Rolle, die für Sie angelegt wurde. Schreiben Sie ihren ganzen Namen; nur das Konto darf ein Platzhalter sein.`,
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
  what: 'Eine Richtlinie ohne ein Allow von sts:AssumeRole auf der Rolle, die die Konfiguration nennt',
  why: 'AWS verweigert den Aufruf auf Ihrer Seite, bevor die Vertrauensrichtlinie des Kunden gelesen wird. Keine Verbindung kann geprüft werden.',
  todo: 'Erlauben Sie sts:AssumeRole auf der Rolle Ihrer Konfiguration, mit einem Platzhalter nur für das Konto.',
  found: (role) => `Nichts hier erlaubt sts:AssumeRole auf ${role}. Fügen Sie eine Anweisung dafür hinzu.`,
  denied: (role) => `Das verbietet sts:AssumeRole auf ${role}, und ein Deny überwiegt jedes Allow. Nehmen Sie die Rolle davon aus.`,
})

vp08Messages.translate('de', {
  title: 'Nur manche Kunden können sich verbinden',
  what: 'sts:AssumeRole auf der Rolle, die die Konfiguration nennt, aber nur in manchen Konten',
  why: 'AWS verweigert den Aufruf für jedes Konto, das nicht aufgeführt ist. Jeder neue Kunde verlangt also eine Änderung dieser Richtlinie.',
  todo: 'Schreiben Sie einen Platzhalter für das Konto: arn:aws:iam::*:role/name. Über das Konto entscheidet weiter die Vertrauensrichtlinie des Kunden.',
  found: (role) => `Nur die hier genannten Konten können sich verbinden. Um alle Kunden zu bedienen, schreiben Sie ${role}.`,
})
