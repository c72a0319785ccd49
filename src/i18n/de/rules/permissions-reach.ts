import { pp01Messages, pp02Messages, pp03Messages, pp04Messages, pp18Messages } from '#core/rules/permissions/breadth.ts'
import { dangerMessages } from '#core/rules/permissions/danger.ts'
import { pp10Messages, pp11Messages, pp12Messages, pp28Messages } from '#core/rules/permissions/data-dangers.ts'
import { pp08Messages } from '#core/rules/permissions/escalation-combinations.ts'
import {
  pp05Messages,
  pp06Messages,
  pp07Messages,
  pp09Messages,
  pp13Messages,
  pp34Messages,
  pp35Messages,
} from '#core/rules/permissions/iam-dangers.ts'
import { pp29Messages } from '#core/rules/permissions/managed-policies.ts'
import { pp14Messages, pp15Messages, pp30Messages, pp31Messages } from '#core/rules/permissions/operation-dangers.ts'

dangerMessages.translate('de', {
  actions: (text, shown, rest) => `${text} (${shown}${rest})`,
  more: (more) => ` und ${more} weitere`,
  tagged: (words) => `${words} (diese Rolle kann das verlangte Tag selbst setzen)`,
})

pp01Messages.translate('de', {
  title: 'Alles ist erlaubt',
  what: '`*` als Aktion auf `*` als Ressource.',
  why: 'Das gibt dem Anbieter Zugriff auf das ganze Konto, auch auf alles, was Sie später anlegen.',
  todo: 'Führen Sie die Aktionen auf, die die Anwendung braucht, und die Ressourcen dafür.',
  found: 'Das erlaubt jede Aktion auf jeder Ressource. Führen Sie die Aktionen und Ressourcen auf, die die Anwendung braucht.',
})

pp02Messages.translate('de', {
  title: 'Alle Aktionen außer einigen sind erlaubt',
  what: '`NotAction` in einem Allow.',
  why: 'Das erlaubt jede nicht aufgeführte Aktion, auch die von Services, die AWS später einführt.',
  todo: 'Führen Sie in `Action` auf, was erlaubt ist. Um außerdem etwas zu verweigern, ergänzen Sie eine Anweisung mit `"Effect": "Deny"`.',
  found:
    'NotAction erlaubt jede Aktion, die nicht in dieser Liste steht. Verwenden Sie Action, und führen Sie auf, was die Anwendung braucht.',
})

pp03Messages.translate('de', {
  title: 'Alle Ressourcen außer einigen sind erlaubt',
  what: '`NotResource` in einem Allow.',
  why: 'Das erlaubt die Aktionen auf jeder nicht aufgeführten Ressource, auch auf später angelegten.',
  todo: 'Führen Sie in `Resource` die erlaubten Ressourcen auf. Um außerdem etwas auszuschließen, ergänzen Sie eine Anweisung mit `"Effect": "Deny"`.',
  found:
    'NotResource erlaubt jede Ressource, die nicht in dieser Liste steht. Verwenden Sie Resource, und führen Sie die ARNs auf, die die Anwendung braucht.',
})

pp04Messages.translate('de', {
  title: 'Jede Aktion eines Service',
  what: 'Ein Platzhalter für einen ganzen Service wie `s3:*`.',
  why: 'Er umfasst jede Aktion des Service, auch solche, die AWS später hinzufügt. AWS Marketplace lehnt ihn in Vorlagen von Verkäufern ab.',
  todo: 'Führen Sie die Aktionen auf. Ein Platzhalter nach einem Verb wie `s3:GetObject*` zeigt seinen Zweck.',
  reads: (text) =>
    `${text} umfasst jede Aktion des Service. Heute lesen alle nur, aber AWS kann weitere hinzufügen. Führen Sie die Aktionen auf, die die Anwendung braucht.`,
  changes: (text) =>
    `${text} umfasst jede Aktion des Service, auch das Ändern und Löschen. Führen Sie die Aktionen auf, die die Anwendung braucht.`,
  access: (text) =>
    `${text} umfasst jede Aktion des Service, auch das Löschen und das Ändern des Zugriffs. Führen Sie die Aktionen auf, die die Anwendung braucht.`,
  found: (text) =>
    `${text} umfasst jede Aktion des Service, auch solche, die AWS später hinzufügt. Führen Sie die Aktionen auf, die die Anwendung braucht.`,
})

pp05Messages.translate('de', {
  title: 'IAM kann geändert werden',
  what: '`iam:*` oder irgendeine IAM-Aktion, die etwas ändert.',
  why: 'Wer IAM ändern darf, kann sich selbst alle anderen Rechte geben und das Konto übernehmen.',
  todo: 'Entfernen Sie es. Wenn die Anwendung Rollen anlegen muss, erlauben Sie es nur mit einer Berechtigungsgrenze, die Ihnen gehört (`iam:PermissionsBoundary` als Bedingung).',
  found: (words) => `${words} ändert IAM. Damit lässt sich das Konto übernehmen. Entfernen Sie es.`,
})

pp06Messages.translate('de', {
  title: 'Jede Rolle kann übergeben werden',
  what: '`iam:PassRole` auf allen Rollen.',
  why: 'Der Anbieter kann damit jede Rolle des Kontos, auch eine Administratorrolle, an einen Service übergeben, der dann mit ihr arbeitet.',
  todo: 'Geben Sie die Rolle in `Resource` an und den Service in einer Bedingung für `iam:PassedToService`.',
  found: (words) =>
    `${words} auf allen Rollen erlaubt, jede Rolle an einen Service zu übergeben. Geben Sie die Rolle an und den Service in iam:PassedToService.`,
})

pp07Messages.translate('de', {
  title: 'Mit einem Aufruf zu mehr Rechten',
  what: 'Aktionen, die allein zu vollem Zugriff auf das Konto führen, wie `iam:CreatePolicyVersion` oder `ssm:SendCommand` auf allen Ressourcen.',
  why: 'Mit diesem einen Aufruf kann sich der Anbieter Rechte verschaffen, die Sie ihm nicht gewährt haben.',
  todo: 'Entfernen Sie die Aktion, oder beschränken Sie sie auf Ressourcen, mit denen sie nicht mehr gewährt als die Richtlinie.',
  found: (words) =>
    `${words} genügt, um mehr Rechte zu erhalten, als diese Richtlinie gewährt. Entfernen Sie es, oder beschränken Sie die Ressourcen.`,
})

pp08Messages.translate('de', {
  title: 'Aktionen, die zusammen vollen Zugriff gewähren',
  what: '`iam:PassRole` auf allen Rollen zusammen mit Aktionen, die etwas mit einer Rolle starten: eine Instance, eine Funktion, einen Stack, einen Job. Alle Anweisungen und Richtlinien der Rolle zählen zusammen.',
  why: 'Wer etwas mit einer beliebigen Rolle starten darf, hat die Rechte der mächtigsten Rolle des Kontos.',
  todo: 'Geben Sie die Rollen an, die übergeben werden dürfen, und den Service in einer Bedingung für `iam:PassedToService`.',
  found: (actions, more) =>
    `Zusammen mit ${actions}${more > 0 ? ` und ${more} weiteren` : ''} gewährt das Übergeben beliebiger Rollen die Rechte der mächtigsten. Geben Sie die Rollen an, die übergeben werden dürfen.`,
})

pp09Messages.translate('de', {
  title: 'Jede Rolle kann angenommen werden',
  what: '`sts:AssumeRole` auf allen Rollen.',
  why: 'Die Rolle könnte jede andere Rolle annehmen, die dem Konto vertraut, auch in anderen Konten.',
  todo: 'Geben Sie die Rollen an, oder entfernen Sie die Aktion. Um diese Rolle zu verwenden, braucht der Anbieter in Ihrem Konto kein `sts:AssumeRole`.',
  found: (words) =>
    `${words} auf allen Rollen erlaubt dieser Rolle, jede andere anzunehmen, die dem Konto vertraut. Geben Sie die Rollen an, oder entfernen Sie es.`,
})

pp10Messages.translate('de', {
  title: 'Alle Daten können gelesen werden',
  what: 'Lesen von Objekten, Einträgen oder Snapshots mit `*` oder einem Muster, das alle umfasst.',
  why: 'Damit lassen sich alle Objekte, Tabellen oder Snapshots des Kontos lesen, auch die anderer Konten, die Ihrem Konto Zugriff geben.',
  todo: 'Geben Sie die Buckets oder Tabellen an.',
  found: (words) => `${words} liest hier die Daten des ganzen Kontos. Geben Sie die Buckets oder Tabellen an.`,
})

pp11Messages.translate('de', {
  title: 'Alle Secrets können gelesen werden',
  what: 'Lesen von Secrets und Parametern oder Entschlüsseln, auf allen Ressourcen.',
  why: 'Secrets und Parameter enthalten die Zugangsdaten anderer Systeme. Ein Schlüssel entschlüsselt alles, was mit ihm verschlüsselt wurde.',
  todo: 'Geben Sie die Secrets, Parameter und Schlüssel an.',
  found: (words) =>
    `${words} auf allen Ressourcen legt die im Konto gespeicherten Zugangsdaten offen. Geben Sie die Secrets, Parameter oder Schlüssel an.`,
})

pp12Messages.translate('de', {
  title: 'Der Zugriff anderer kann geändert werden',
  what: 'Aktionen, die eine Ressourcenrichtlinie, eine ACL oder ein Freigabeattribut ändern.',
  why: 'Diese Aktion kann die Ressource für ein anderes Konto oder für alle öffnen.',
  todo: 'Entfernen Sie sie, und legen Sie Richtlinien und ACLs selbst fest. Wenn Objekte Ihnen gehören müssen, deaktivieren Sie ACLs für den Bucket.',
  found: (words) => `${words} ändert, wer Zugriff hat, und kann Daten öffentlich machen. Entfernen Sie es.`,
})

pp13Messages.translate('de', {
  title: 'Zugangsdaten werden ausgegeben',
  what: 'Aktionen, die Zugangsdaten oder Token zurückgeben.',
  why: 'Zugangsdaten gelten länger als die Sitzung, die sie erhalten hat, und lassen sich außerhalb davon verwenden.',
  todo: 'Entfernen Sie die Aktion, sofern die Anwendung nicht genau dafür da ist. Geben Sie wenn möglich die Ressource an.',
  found: (words) => `${words} gibt Zugangsdaten zurück. Entfernen Sie es, sofern die Anwendung nicht genau dafür da ist.`,
})

pp14Messages.translate('de', {
  title: 'Protokollierung oder Sicherheitsüberwachung kann abgeschaltet werden',
  what: 'Aktionen, die CloudTrail, Config, Flow-Protokolle oder Protokollgruppen anhalten oder löschen oder GuardDuty, Security Hub, Macie, Inspector, Detective oder IAM Access Analyzer abschalten.',
  why: 'Wer das abschalten kann, kann unbemerkt handeln.',
  todo: 'Entfernen Sie es.',
  found: (words) => `${words} kann die Protokolle des Kontos abschalten oder löschen. Entfernen Sie es.`,
  monitoring: (words) => `${words} kann die Sicherheitsüberwachung dieses Kontos abschalten. Entfernen Sie es.`,
})

pp15Messages.translate('de', {
  title: 'Löschen ist nicht auf bestimmte Ressourcen beschränkt',
  what: 'Aktionen, die löschen oder beenden, auf allen Ressourcen.',
  why: 'Ein Fehler oder ein Eindringling beim Anbieter kann zu dauerhaftem Datenverlust führen.',
  todo: 'Geben Sie die Ressourcen an, die die Anwendung angelegt hat, per ARN oder mit einer Bedingung für `aws:ResourceTag/…`.',
  found: (words) =>
    `${words} ist auf jeder Ressource erlaubt. Geben Sie die Ressourcen an, oder schränken Sie sie mit einem Tag ein, das die Rolle nicht setzen kann.`,
  unlimited: (words) =>
    `${words} lässt sich nicht auf bestimmte Ressourcen beschränken. Entfernen Sie es, wenn die Anwendung es nicht braucht.`,
})

pp18Messages.translate('de', {
  title: 'Ein Platzhalter umfasst etwas Gefährliches',
  what: 'Eine Aktion mit Platzhalter, die auch eine Aktion umfasst, vor der eine andere Regel warnt: `iam:Pass*`, `s3:Put*`, `*:*`.',
  why: 'In der Richtlinie ist nicht zu erkennen, was ein Platzhalter umfasst, und mit jeder neuen Aktion von AWS wird es mehr.',
  todo: 'Führen Sie die gewünschten Aktionen einzeln auf.',
  none: '',
  size: (count) => ` entspricht ${count} Aktionen und`,
  found: (text, sizeWords, actions, more) =>
    `${text}${sizeWords} umfasst ${actions}${more > 0 ? ` und ${more} weitere dieser Art` : ''}. Führen Sie die gewünschten Aktionen einzeln auf.`,
})

pp28Messages.translate('de', {
  title: 'Leseaufrufe, die Secrets preisgeben',
  what: 'Leseaufrufe auf allen Ressourcen, die Code, Benutzerdaten, Umgebungsvariablen, Vorlagen oder Protokolle zurückgeben.',
  why: 'Sie lesen nur Einstellungen, aber in Einstellungen stehen oft Passwörter.',
  todo: 'Geben Sie die Funktionen, Stacks oder Protokollgruppen an, und entfernen Sie, was die Anwendung nicht braucht.',
  found: (words) =>
    `${words} gibt Einstellungen, Code oder Protokolle zurück, die oft Secrets enthalten. Geben Sie die Ressourcen an, oder entfernen Sie es.`,
})

pp29Messages.translate('de', {
  title: 'Eine verwaltete Richtlinie, die zu viel gewährt',
  what: 'Die AWS-verwaltete Richtlinie `ReadOnlyAccess`, `PowerUserAccess`, `AdministratorAccess` oder eine wie `AmazonS3FullAccess` an der Rolle oder eine Kopie der ersten beiden.',
  why: 'Sie sind für Personen in Ihrem Unternehmen gedacht. ReadOnlyAccess klingt harmlos, enthält aber `s3:GetObject` auf `*`.',
  todo: 'Verwenden Sie `job-function/ViewOnlyAccess` oder `SecurityAudit`, die Einstellungen, aber keine Daten lesen, und eine kleine Richtlinie für den Rest.',
  administrator: 'gewährt Zugriff auf das ganze Konto',
  powerUser: 'gewährt alles außer der Verwaltung von IAM und der Organisation',
  readOnly: 'kann alle Daten lesen, auch jedes Objekt in jedem Bucket',
  iam: 'kann sich und anderen jede Berechtigung geben',
  service: 'kann in ihrem Dienst alles, auf jeder Ressource',
  found: (name, whatItGive) =>
    `${name} ${whatItGive}. Verwenden Sie ViewOnlyAccess oder SecurityAudit und eine kleine Richtlinie für den Rest.`,
})

pp30Messages.translate('de', {
  title: 'Auf Ihren Hosts kann Code ausgeführt werden',
  what: 'Aktionen, die Befehle oder Code auf allen Instances, Containern oder Funktionen ausführen, wie `ssm:SendCommand` oder `ecs:ExecuteCommand`.',
  why: 'Code dort läuft mit der Rolle des Hosts. Das gewährt also die Rechte jedes Hosts.',
  todo: 'Geben Sie die Instances, Tasks oder Funktionen an, oder schränken Sie sie mit einer Bedingung für `aws:ResourceTag/…` ein.',
  found: (words) =>
    `${words} führt Code auf allen Hosts aus, mit den jeweiligen Rechten. Geben Sie die Hosts an, oder schränken Sie sie mit einem Tag ein, das die Rolle nicht setzen kann.`,
})

pp31Messages.translate('de', {
  title: 'Die Organisation oder ihre Abrechnung kann geändert werden',
  what: 'Aktionen, die die Organisation, das Konto, seine Zahlungen oder seine Abonnements im AWS Marketplace ändern, auf allen Ressourcen.',
  why: 'Sie betreffen mehr als die Ressourcen dieses Kontos: andere Konten, Verträge, Rechnungen.',
  todo: 'Entfernen Sie sie. Um die Organisation anzuzeigen, genügen Leseaktionen wie `organizations:DescribeOrganization`.',
  found: (words) => `${words} ändert die Organisation, das Konto oder seine Kosten. Entfernen Sie es.`,
})

pp34Messages.translate('de', {
  title: 'Die Tags jeder Rolle und jedes Benutzers lassen sich ändern',
  what: '`iam:TagRole`, `iam:TagUser` oder das Gegenteil davon für alle Ressourcen.',
  why: 'Richtlinien können nach Tags erlauben. Wer die Tags einer Rolle oder eines Benutzers setzen darf, kann eine solche Richtlinie erfüllen.',
  todo: 'Geben Sie die Rollen an, die die Anwendung anlegt, oder erlauben Sie Tags nur beim Anlegen.',
  found: (words) =>
    `${words} für alle Ressourcen ändert, was Richtlinien mit Tag-Bedingungen erlauben. Geben Sie die Rollen oder Benutzer an.`,
})

pp35Messages.translate('de', {
  title: 'Eine Administratorrolle kann angenommen werden',
  what: '`sts:AssumeRole` für eine Rolle, die AWS für Administratoren anlegt, etwa `OrganizationAccountAccessRole`, oder für ein Muster, das eine solche Rolle einschließt.',
  why: 'Diese Rolle hat vollen Zugriff auf ein Mitgliedskonto. Der Anbieter hat ihn dann auch.',
  todo: 'Entfernen Sie es, und geben Sie dem Anbieter in jedem Konto eine eigene Rolle.',
  found: (text, resource) => `${text} für ${resource} gibt vollen Zugriff auf dieses Konto. Entfernen Sie es.`,
  included: (text, resource, role) =>
    `${text} für ${resource} erlaubt auch ${role} mit vollem Zugriff auf ihr Konto. Geben Sie die Rollen einzeln an.`,
})
