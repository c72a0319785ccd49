import { pp01Messages, pp02Messages, pp03Messages, pp04Messages, pp18Messages } from '#core/rules/permissions/breadth.ts'
import { dangerMessages } from '#core/rules/permissions/danger.ts'
import { pp10Messages, pp11Messages, pp12Messages, pp28Messages } from '#core/rules/permissions/data-dangers.ts'
import { pp08Messages } from '#core/rules/permissions/escalation-combinations.ts'
import { pp05Messages, pp06Messages, pp07Messages, pp09Messages, pp13Messages } from '#core/rules/permissions/iam-dangers.ts'
import { pp29Messages } from '#core/rules/permissions/managed-policies.ts'
import { pp14Messages, pp15Messages, pp30Messages, pp31Messages } from '#core/rules/permissions/operation-dangers.ts'

dangerMessages.translate('de', {
  actions: (text, shown, rest) => `${text} (${shown}${rest})`,
  more: (more) => ` und ${more} weitere`,
})

pp01Messages.translate('de', {
  title: 'Alles ist erlaubt',
  what: '`*` als Aktion auf `*` als Ressource.',
  why: 'Das gibt dem Anbieter das ganze Konto, auch alles, was Sie später darin anlegen.',
  todo: 'Zählen Sie die Aktionen auf, die die Anwendung braucht, und die Ressourcen, für die sie sie braucht.',
  found: 'Das erlaubt jede Aktion auf jeder Ressource. Zählen Sie die Aktionen und die Ressourcen auf, die die Anwendung braucht.',
})

pp02Messages.translate('de', {
  title: 'Alle Aktionen außer einigen sind erlaubt',
  what: '`NotAction` in einer Anweisung, die erlaubt.',
  why: 'Das erlaubt jede Aktion, die nicht aufgezählt ist, auch die von Services, die AWS später einführt.',
  todo: 'Zählen Sie in `Action` auf, was erlaubt ist. Um daneben etwas zu verbieten, ergänzen Sie eine Anweisung mit `"Effect": "Deny"`.',
  found: 'NotAction erlaubt jede Aktion, die nicht in dieser Liste steht. Schreiben Sie Action mit dem, was die Anwendung braucht.',
})

pp03Messages.translate('de', {
  title: 'Alle Ressourcen außer einigen sind erreichbar',
  what: '`NotResource` in einer Anweisung, die erlaubt.',
  why: 'Das erlaubt die Aktionen auf jeder Ressource, die nicht aufgezählt ist, auch auf denen, die Sie später anlegen.',
  todo: 'Zählen Sie in `Resource` auf, was erreichbar sein darf. Um daneben etwas auszunehmen, ergänzen Sie eine Anweisung mit `"Effect": "Deny"`.',
  found:
    'NotResource erreicht jede Ressource, die nicht in dieser Liste steht. Schreiben Sie Resource mit den ARNs, die die Anwendung braucht.',
})

pp04Messages.translate('de', {
  title: 'Jede Aktion eines Services',
  what: 'Ein Platzhalter für einen ganzen Service wie `s3:*`.',
  why: 'Er nennt jede Aktion des Services: auch die, die löschen, und die, die ändern, wer Zugriff hat. AWS Marketplace lehnt ihn in den Vorlagen von Verkäufern ab.',
  todo: 'Zählen Sie die Aktionen auf. Ein Platzhalter hinter einem Verb wie `s3:GetObject*` sagt, wofür er ist.',
  found: (text) =>
    `${text} ist jede Aktion des Services, auch das Löschen und das Ändern des Zugriffs. Zählen Sie die Aktionen auf, die die Anwendung braucht.`,
})

pp05Messages.translate('de', {
  title: 'IAM kann geändert werden',
  what: '`iam:*` oder irgendeine IAM-Aktion, die etwas ändert.',
  why: 'Wer IAM ändern darf, kann sich alles andere selbst geben: Das ist ein Weg, das Konto zu übernehmen.',
  todo: 'Entfernen Sie es. Muss die Anwendung Rollen anlegen, lassen Sie es sie nur mit einer Berechtigungsgrenze tun, die Ihnen gehört (`iam:PermissionsBoundary` als Bedingung).',
  found: (words) => `${words} ändert IAM, und das ist ein Weg, das Konto zu übernehmen. Entfernen Sie es.`,
})

pp06Messages.translate('de', {
  title: 'Jede Rolle kann übergeben werden',
  what: '`iam:PassRole` auf allen Rollen.',
  why: 'Der Anbieter kann damit jede Rolle des Kontos, auch die einer Administratorin, einem Service übergeben, der mit ihr handelt.',
  todo: 'Nennen Sie die Rolle in `Resource` und den Service in einer Bedingung auf `iam:PassedToService`.',
  found: (words) =>
    `${words} auf allen Rollen lässt jede Rolle einem Service übergeben. Nennen Sie die Rolle, und den Service in iam:PassedToService.`,
})

pp07Messages.translate('de', {
  title: 'Ein Aufruf zu mehr Rechten',
  what: 'Aktionen, die allein zu allen Rechten des Kontos führen, wie `iam:CreatePolicyVersion` oder `ssm:SendCommand` auf allem.',
  why: 'Mit diesem einen Aufruf kann sich der Inhaber Rechte geben, die Sie ihm nicht gegeben haben.',
  todo: 'Entfernen Sie die Aktion, oder nennen Sie Ressourcen, auf denen sie nicht mehr gibt als die Richtlinie.',
  found: (words) =>
    `${words} genügt, um mehr Rechte zu bekommen, als diese Richtlinie gibt. Entfernen Sie es, oder nennen Sie, worauf es wirken darf.`,
})

pp08Messages.translate('de', {
  title: 'Aktionen, die zusammen jedes Recht geben',
  what: '`iam:PassRole` auf allen Rollen zusammen mit Aktionen, die etwas mit einer Rolle starten: eine Maschine, eine Funktion, einen Stack, einen Job. Alle Anweisungen und alle Richtlinien der Rolle zählen zusammen.',
  why: 'Wer irgendetwas mit irgendeiner Rolle starten darf, darf, was die mächtigste Rolle des Kontos darf.',
  todo: 'Nennen Sie die Rollen, die übergeben werden dürfen, und den Service in einer Bedingung auf `iam:PassedToService`.',
  found: (actions, more) =>
    `Zusammen mit ${actions}${more > 0 ? ` und ${more} weiteren` : ''} gibt das Übergeben jeder Rolle die Rechte der mächtigsten. Nennen Sie die Rollen, die übergeben werden dürfen.`,
})

pp09Messages.translate('de', {
  title: 'Jede Rolle kann angenommen werden',
  what: '`sts:AssumeRole` auf allen Rollen.',
  why: 'Die Rolle könnte in jede andere springen, die dem Konto vertraut, und in Rollen anderer Konten.',
  todo: 'Nennen Sie die Rollen, oder entfernen Sie es. Um diese Rolle zu nutzen, braucht der Anbieter in Ihrem Konto kein `sts:AssumeRole`.',
  found: (words) =>
    `${words} auf allen Rollen lässt diese Rolle in jede andere springen, die dem Konto vertraut. Nennen Sie die Rollen, oder entfernen Sie es.`,
})

pp10Messages.translate('de', {
  title: 'Alle Daten können gelesen werden',
  what: 'Lesen von Objekten, Einträgen oder Snapshots auf `*` oder auf einem Muster, das für alle steht.',
  why: 'Das liest jedes Objekt, jede Tabelle oder jeden Snapshot des Kontos und anderer Konten, die Ihres hereinlassen.',
  todo: 'Nennen Sie die Buckets oder Tabellen.',
  found: (words) => `${words} liest hier die Daten des ganzen Kontos. Nennen Sie die Buckets oder Tabellen.`,
})

pp11Messages.translate('de', {
  title: 'Alle Geheimnisse können gelesen werden',
  what: 'Lesen von Geheimnissen und Parametern sowie Entschlüsseln, auf allen Ressourcen.',
  why: 'Geheimnisse und Parameter enthalten die Zugangsdaten anderer Systeme; ein Schlüssel öffnet alles, was mit ihm verschlüsselt ist.',
  todo: 'Nennen Sie die Geheimnisse, Parameter und Schlüssel.',
  found: (words) =>
    `${words} auf allen Ressourcen legt die Zugangsdaten offen, die im Konto liegen. Nennen Sie die Geheimnisse, Parameter oder Schlüssel.`,
})

pp12Messages.translate('de', {
  title: 'Der Zugriff anderer kann geändert werden',
  what: 'Aktionen, die eine Ressourcenrichtlinie, eine ACL oder eine Freigabe ändern.',
  why: 'Ein solcher Aufruf kann die Ressource einem anderen Konto öffnen oder allen.',
  todo: 'Entfernen Sie es; Richtlinien und ACLs setzen Sie selbst. Wo Objekte Ihnen gehören müssen, schalten Sie ACLs für den Bucket ab.',
  found: (words) => `${words} ändert, wer Zugriff hat, und kann Daten öffentlich machen. Entfernen Sie es.`,
})

pp13Messages.translate('de', {
  title: 'Zugangsdaten werden ausgegeben',
  what: 'Aktionen, die Zugangsdaten oder Token liefern.',
  why: 'Zugangsdaten leben länger als die Sitzung, die sie bekommen hat, und werden außerhalb von ihr benutzt.',
  todo: 'Entfernen Sie die Aktion, außer die Anwendung ist dafür da; nennen Sie die Ressource, wo das geht.',
  found: (words) => `${words} liefert Zugangsdaten. Entfernen Sie es, außer die Anwendung ist dafür da.`,
})

pp14Messages.translate('de', {
  title: 'Aufzeichnungen können abgeschaltet werden',
  what: 'Aktionen, die CloudTrail, Config, GuardDuty, Flow Logs oder Log-Gruppen anhalten oder löschen.',
  why: 'Wer die Aufzeichnungen abschalten kann, kann ungesehen handeln.',
  todo: 'Entfernen Sie es.',
  found: (words) => `${words} schaltet ab oder löscht, was das Konto aufzeichnet. Entfernen Sie es.`,
})

pp15Messages.translate('de', {
  title: 'Alles kann gelöscht werden',
  what: 'Aktionen, die löschen oder beenden, auf allen Ressourcen.',
  why: 'Ein Fehler oder ein Eindringling beim Anbieter kann zerstören, was sich nicht wiederherstellen lässt.',
  todo: 'Nennen Sie die Ressourcen, die die Anwendung selbst angelegt hat, mit ARN oder durch eine Bedingung auf `aws:ResourceTag/…`.',
  found: (words) => `${words} löscht auf allen Ressourcen. Nennen Sie die Ressourcen, oder grenzen Sie sie durch ein Tag ein.`,
})

pp18Messages.translate('de', {
  title: 'Ein Platzhalter schließt etwas Gefährliches ein',
  what: 'Eine Aktion mit Platzhalter, die auch eine Aktion nennt, vor der eine andere Regel warnt: `iam:Pass*`, `s3:Put*`, `*:*`.',
  why: 'Was ein Platzhalter einschließt, sieht nicht, wer die Richtlinie liest, und es wächst mit jeder Aktion, die AWS hinzufügt.',
  todo: 'Zählen Sie die Aktionen auf, die gemeint sind.',
  none: '',
  size: (count) => ` steht für ${count} Aktionen und`,
  found: (text, sizeWords, actions, more) =>
    `${text}${sizeWords} schließt ${actions}${more > 0 ? ` und ${more} weitere dieser Art` : ''} ein. Zählen Sie die Aktionen auf, die gemeint sind.`,
})

pp28Messages.translate('de', {
  title: 'Leseaufrufe, die Geheimnisse verraten',
  what: 'Leseaufrufe auf allen Ressourcen, die Code, Benutzerdaten, Umgebungsvariablen, Vorlagen oder Protokollzeilen liefern.',
  why: 'Sie lesen nur Einstellungen, und in Einstellungen bewahren Menschen Passwörter auf.',
  todo: 'Nennen Sie die Funktionen, Stacks oder Log-Gruppen; lassen Sie weg, was die Anwendung nicht braucht.',
  found: (words) => `${words} liefert Einstellungen, Code oder Protokolle, in denen oft Geheimnisse stehen. Nennen Sie die Ressourcen.`,
})

pp29Messages.translate('de', {
  title: 'Eine verwaltete Richtlinie, die zu viel gibt',
  what: 'Die von AWS verwalteten `ReadOnlyAccess`, `PowerUserAccess` oder `AdministratorAccess` an der Rolle, oder eine Kopie davon.',
  why: 'Sie sind für Personen des Kontos gemacht. ReadOnlyAccess klingt harmlos und enthält `s3:GetObject` auf `*`.',
  todo: 'Nehmen Sie `job-function/ViewOnlyAccess` oder `SecurityAudit`, die Einstellungen und keine Daten lesen, und dazu eine kleine Richtlinie für den Rest.',
  administrator: 'gibt das ganze Konto',
  powerUser: 'gibt alles außer der Verwaltung von IAM und der Organisation',
  readOnly: 'liest alle Daten, auch jedes Objekt jedes Buckets',
  found: (name, whatItGive) =>
    `${name} ${whatItGive}. Nehmen Sie ViewOnlyAccess oder SecurityAudit und eine kleine Richtlinie für den Rest.`,
})

pp30Messages.translate('de', {
  title: 'Auf Ihren Hosts kann Code laufen',
  what: 'Aktionen, die Befehle oder Code auf allen Maschinen, Containern oder Funktionen ausführen, wie `ssm:SendCommand` oder `ecs:ExecuteCommand`.',
  why: 'Was dort läuft, handelt mit der Rolle des Hosts; das übernimmt also die Rechte jedes Hosts.',
  todo: 'Nennen Sie die Instanzen, Tasks oder Funktionen, oder grenzen Sie sie durch eine Bedingung auf `aws:ResourceTag/…` ein.',
  found: (words) =>
    `${words} führt Code auf allen Hosts aus, mit den Rechten jedes einzelnen. Nennen Sie die Hosts, oder grenzen Sie sie durch ein Tag ein.`,
})

pp31Messages.translate('de', {
  title: 'Die Organisation oder ihr Geld',
  what: 'Aktionen, die die Organisation, das Konto, seine Zahlungen oder seine Abonnements im AWS Marketplace ändern, auf allen Ressourcen.',
  why: 'Sie reichen über die Ressourcen dieses Kontos hinaus: andere Konten, Verträge, Rechnungen.',
  todo: 'Entfernen Sie sie. Zum Nachsehen genügen lesende Aktionen wie `organizations:DescribeOrganization`.',
  found: (words) => `${words} ändert die Organisation, das Konto oder das, wofür es bezahlt. Entfernen Sie es.`,
})
