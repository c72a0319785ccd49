import type { Phrases } from '#core/rules/phrases.ts'

/** What a permissions policy gives too much of. */
export const permissionsReach: Phrases = {
  PP01: {
    'Everything is allowed': 'Alles ist erlaubt',
    '`*` as action on `*` as resource.': '`*` als Aktion auf `*` als Ressource.',
    'It gives the vendor the whole account, also everything that you create in it later.':
      'Das gibt dem Anbieter das ganze Konto, auch alles, was Sie später darin anlegen.',
    'List the actions that the application needs, and the resources that it needs them on.':
      'Zählen Sie die Aktionen auf, die die Anwendung braucht, und die Ressourcen, für die sie sie braucht.',
    'This allows every action on every resource. List the actions and the resources that the application needs.':
      'Das erlaubt jede Aktion auf jeder Ressource. Zählen Sie die Aktionen und die Ressourcen auf, die die Anwendung braucht.',
  },
  PP02: {
    'All actions but some are allowed': 'Alle Aktionen außer einigen sind erlaubt',
    '`NotAction` in a statement that allows.': '`NotAction` in einer Anweisung, die erlaubt.',
    'It allows every action that is not listed, also those of services that AWS launches later.':
      'Das erlaubt jede Aktion, die nicht aufgezählt ist, auch die von Services, die AWS später einführt.',
    'List what is allowed in `Action`. To forbid something beside that, add a statement with `"Effect": "Deny"`.':
      'Zählen Sie in `Action` auf, was erlaubt ist. Um daneben etwas zu verbieten, ergänzen Sie eine Anweisung mit `"Effect": "Deny"`.',
    'NotAction allows every action that is not in this list. Write Action, with what the application needs.':
      'NotAction erlaubt jede Aktion, die nicht in dieser Liste steht. Schreiben Sie Action mit dem, was die Anwendung braucht.',
  },
  PP03: {
    'All resources but some are reached': 'Alle Ressourcen außer einigen sind erreichbar',
    '`NotResource` in a statement that allows.': '`NotResource` in einer Anweisung, die erlaubt.',
    'It allows the actions on every resource that is not listed, also on those that you create later.':
      'Das erlaubt die Aktionen auf jeder Ressource, die nicht aufgezählt ist, auch auf denen, die Sie später anlegen.',
    'List what may be reached in `Resource`. To keep something out beside that, add a statement with `"Effect": "Deny"`.':
      'Zählen Sie in `Resource` auf, was erreichbar sein darf. Um daneben etwas auszunehmen, ergänzen Sie eine Anweisung mit `"Effect": "Deny"`.',
    'NotResource reaches every resource that is not in this list. Write Resource, with the ARNs that the application needs.':
      'NotResource erreicht jede Ressource, die nicht in dieser Liste steht. Schreiben Sie Resource mit den ARNs, die die Anwendung braucht.',
  },
  PP04: {
    'Every action of a service': 'Jede Aktion eines Services',
    'A service wildcard such as `s3:*`.': 'Ein Platzhalter für einen ganzen Service wie `s3:*`.',
    'It names every action of the service: also those that delete, and those that change who has access. AWS Marketplace refuses it in the templates of sellers.':
      'Er nennt jede Aktion des Services: auch die, die löschen, und die, die ändern, wer Zugriff hat. AWS Marketplace lehnt ihn in den Vorlagen von Verkäufern ab.',
    'List the actions. A wildcard behind a verb, such as `s3:GetObject*`, says what it is for.':
      'Zählen Sie die Aktionen auf. Ein Platzhalter hinter einem Verb wie `s3:GetObject*` sagt, wofür er ist.',
    '{0} is every action of the service, also deleting and changing access. List the actions that the application needs.':
      '{0} ist jede Aktion des Services, auch das Löschen und das Ändern des Zugriffs. Zählen Sie die Aktionen auf, die die Anwendung braucht.',
  },
  PP05: {
    'IAM can be changed': 'IAM kann geändert werden',
    '`iam:*`, or any IAM action that changes something.': '`iam:*` oder irgendeine IAM-Aktion, die etwas ändert.',
    'Who may change IAM may give itself everything else: it is a way to take over the account.':
      'Wer IAM ändern darf, kann sich alles andere selbst geben: Das ist ein Weg, das Konto zu übernehmen.',
    'Remove it. If the application must create roles, let it do so only with a permissions boundary that you own (`iam:PermissionsBoundary` as condition).':
      'Entfernen Sie es. Muss die Anwendung Rollen anlegen, lassen Sie es sie nur mit einer Berechtigungsgrenze tun, die Ihnen gehört (`iam:PermissionsBoundary` als Bedingung).',
    '{0} changes IAM, which is a way to take over the account. Remove it.':
      '{0} ändert IAM, und das ist ein Weg, das Konto zu übernehmen. Entfernen Sie es.',
  },
  PP06: {
    'Any role can be passed': 'Jede Rolle kann übergeben werden',
    '`iam:PassRole` on all roles.': '`iam:PassRole` auf allen Rollen.',
    'It lets the vendor hand any role of the account, also an administrator’s, to a service that acts with it.':
      'Der Anbieter kann damit jede Rolle des Kontos, auch die einer Administratorin, einem Service übergeben, der mit ihr handelt.',
    'Name the role in `Resource`, and the service in a condition on `iam:PassedToService`.':
      'Nennen Sie die Rolle in `Resource` und den Service in einer Bedingung auf `iam:PassedToService`.',
    '{0} on all roles lets any role be handed to a service. Name the role, and the service in iam:PassedToService.':
      '{0} auf allen Rollen lässt jede Rolle einem Service übergeben. Nennen Sie die Rolle, und den Service in iam:PassedToService.',
  },
  PP07: {
    'One call to more rights': 'Ein Aufruf zu mehr Rechten',
    'Actions that by themselves lead to all rights of the account, such as `iam:CreatePolicyVersion` or `ssm:SendCommand` on everything.':
      'Aktionen, die allein zu allen Rechten des Kontos führen, wie `iam:CreatePolicyVersion` oder `ssm:SendCommand` auf allem.',
    'With this one call the holder can give itself rights that you did not give.':
      'Mit diesem einen Aufruf kann sich der Inhaber Rechte geben, die Sie ihm nicht gegeben haben.',
    'Remove the action, or name resources on which it gives nothing more than the policy does.':
      'Entfernen Sie die Aktion, oder nennen Sie Ressourcen, auf denen sie nicht mehr gibt als die Richtlinie.',
    '{0} is enough to get more rights than this policy gives. Remove it, or name what it may act on.':
      '{0} genügt, um mehr Rechte zu bekommen, als diese Richtlinie gibt. Entfernen Sie es, oder nennen Sie, worauf es wirken darf.',
  },
  PP08: {
    'Actions that together give every right': 'Aktionen, die zusammen jedes Recht geben',
    '`iam:PassRole` on all roles together with actions that start something with a role: a machine, a function, a stack, a job. All statements, and all policies of the role, count together.':
      '`iam:PassRole` auf allen Rollen zusammen mit Aktionen, die etwas mit einer Rolle starten: eine Maschine, eine Funktion, einen Stack, einen Job. Alle Anweisungen und alle Richtlinien der Rolle zählen zusammen.',
    'Who may start something with any role may do what the mightiest role of the account may do.':
      'Wer irgendetwas mit irgendeiner Rolle starten darf, darf, was die mächtigste Rolle des Kontos darf.',
    'Name the roles that may be passed, and the service in a condition on `iam:PassedToService`.':
      'Nennen Sie die Rollen, die übergeben werden dürfen, und den Service in einer Bedingung auf `iam:PassedToService`.',
    ' and {0} more': ' und {0} weiteren',
    'Together with {0}{1}, passing any role gives the rights of the mightiest one. Name the roles that may be passed.':
      'Zusammen mit {0}{1} gibt das Übergeben jeder Rolle die Rechte der mächtigsten. Nennen Sie die Rollen, die übergeben werden dürfen.',
  },
  PP09: {
    'Any role can be assumed': 'Jede Rolle kann angenommen werden',
    '`sts:AssumeRole` on all roles.': '`sts:AssumeRole` auf allen Rollen.',
    'The role could hop into any other role that trusts the account, and into roles of other accounts.':
      'Die Rolle könnte in jede andere springen, die dem Konto vertraut, und in Rollen anderer Konten.',
    'Name the roles, or remove it. The vendor needs no `sts:AssumeRole` inside your account to use this role.':
      'Nennen Sie die Rollen, oder entfernen Sie es. Um diese Rolle zu nutzen, braucht der Anbieter in Ihrem Konto kein `sts:AssumeRole`.',
    '{0} on all roles lets this role hop into any other that trusts the account. Name the roles, or remove it.':
      '{0} auf allen Rollen lässt diese Rolle in jede andere springen, die dem Konto vertraut. Nennen Sie die Rollen, oder entfernen Sie es.',
  },
  PP10: {
    'All data can be read': 'Alle Daten können gelesen werden',
    'Reading objects, items or snapshots on `*` or on a pattern that stands for all of them.':
      'Lesen von Objekten, Einträgen oder Snapshots auf `*` oder auf einem Muster, das für alle steht.',
    'It reads every object, table or snapshot of the account, and of other accounts that let yours in.':
      'Das liest jedes Objekt, jede Tabelle oder jeden Snapshot des Kontos und anderer Konten, die Ihres hereinlassen.',
    'Name the buckets or tables.': 'Nennen Sie die Buckets oder Tabellen.',
    '{0} reads the data of the whole account here. Name the buckets or tables.':
      '{0} liest hier die Daten des ganzen Kontos. Nennen Sie die Buckets oder Tabellen.',
  },
  PP11: {
    'All secrets can be read': 'Alle Geheimnisse können gelesen werden',
    'Reading secrets and parameters, and decrypting, on all resources.':
      'Lesen von Geheimnissen und Parametern sowie Entschlüsseln, auf allen Ressourcen.',
    'Secrets and parameters hold the credentials of other systems; a key opens whatever is encrypted with it.':
      'Geheimnisse und Parameter enthalten die Zugangsdaten anderer Systeme; ein Schlüssel öffnet alles, was mit ihm verschlüsselt ist.',
    'Name the secrets, parameters and keys.': 'Nennen Sie die Geheimnisse, Parameter und Schlüssel.',
    '{0} on all resources exposes the credentials that are kept in the account. Name the secrets, parameters or keys.':
      '{0} auf allen Ressourcen legt die Zugangsdaten offen, die im Konto liegen. Nennen Sie die Geheimnisse, Parameter oder Schlüssel.',
  },
  PP12: {
    'Access of others can be changed': 'Der Zugriff anderer kann geändert werden',
    'Actions that change a resource policy, an ACL or a sharing attribute.':
      'Aktionen, die eine Ressourcenrichtlinie, eine ACL oder eine Freigabe ändern.',
    'Such a call can open the resource to another account, or to everybody.':
      'Ein solcher Aufruf kann die Ressource einem anderen Konto öffnen oder allen.',
    'Remove it; set policies and ACLs yourself. Where objects must belong to you, switch ACLs off for the bucket.':
      'Entfernen Sie es; Richtlinien und ACLs setzen Sie selbst. Wo Objekte Ihnen gehören müssen, schalten Sie ACLs für den Bucket ab.',
    '{0} changes who has access, and can make data public. Remove it.':
      '{0} ändert, wer Zugriff hat, und kann Daten öffentlich machen. Entfernen Sie es.',
  },
  PP13: {
    'Credentials are handed out': 'Zugangsdaten werden ausgegeben',
    'Actions that return credentials or tokens.': 'Aktionen, die Zugangsdaten oder Token liefern.',
    'Credentials live longer than the session that got them, and are used outside of it.':
      'Zugangsdaten leben länger als die Sitzung, die sie bekommen hat, und werden außerhalb von ihr benutzt.',
    'Remove the action unless it is what the application is for; name the resource where that is possible.':
      'Entfernen Sie die Aktion, außer die Anwendung ist dafür da; nennen Sie die Ressource, wo das geht.',
    '{0} returns credentials. Remove it unless it is what the application is for.':
      '{0} liefert Zugangsdaten. Entfernen Sie es, außer die Anwendung ist dafür da.',
  },
  PP14: {
    'Records can be switched off': 'Aufzeichnungen können abgeschaltet werden',
    'Actions that stop or delete CloudTrail, Config, GuardDuty, flow logs or log groups.':
      'Aktionen, die CloudTrail, Config, GuardDuty, Flow Logs oder Log-Gruppen anhalten oder löschen.',
    'Who can switch the records off can act without being seen.': 'Wer die Aufzeichnungen abschalten kann, kann ungesehen handeln.',
    'Remove it.': 'Entfernen Sie es.',
    '{0} switches off or wipes out what the account records. Remove it.':
      '{0} schaltet ab oder löscht, was das Konto aufzeichnet. Entfernen Sie es.',
  },
  PP15: {
    'Anything can be deleted': 'Alles kann gelöscht werden',
    'Actions that delete or terminate, on all resources.': 'Aktionen, die löschen oder beenden, auf allen Ressourcen.',
    'A mistake or an intruder on the vendor’s side can destroy what cannot be brought back.':
      'Ein Fehler oder ein Eindringling beim Anbieter kann zerstören, was sich nicht wiederherstellen lässt.',
    'Name the resources that the application made itself, by ARN or by a condition on `aws:ResourceTag/…`.':
      'Nennen Sie die Ressourcen, die die Anwendung selbst angelegt hat, mit ARN oder durch eine Bedingung auf `aws:ResourceTag/…`.',
    '{0} deletes on all resources. Name the resources, or narrow them by a tag.':
      '{0} löscht auf allen Ressourcen. Nennen Sie die Ressourcen, oder grenzen Sie sie durch ein Tag ein.',
  },
}
