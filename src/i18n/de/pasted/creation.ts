import { creationMessages } from '#core/pasted/creation-rules.ts'
import { stackRulesMessages } from '#core/pasted/stack-rules.ts'

creationMessages.translate('de', {
  'creation-role-exists': {
    title: 'Eine Rolle dieses Namens gibt es schon',
    sentence: (accountId, roleName) =>
      `Die Rolle wurde nicht angelegt, weil das Konto ${accountId} schon eine Rolle namens ${roleName} hat.`,
    detail:
      'Rollennamen sind in einem Konto eindeutig, ohne Rücksicht auf Groß- und Kleinschreibung und Pfad. Löschen Sie die Rolle nicht: Ein anderes Team nutzt sie vielleicht. Finden Sie zuerst heraus, wer sie angelegt hat.',
  },
  'creation-stack-exists': {
    title: 'Einen Stack dieses Namens gibt es schon',
    sentence: (stackName) => `Der Stack wurde nicht angelegt, weil es schon einen Stack namens ${stackName} gibt.`,
    detail:
      'Ein zurückgerollter Stack behält seinen Namen, bis er gelöscht wird. Einer mit einem anderen Status gehört vielleicht einem anderen Team: Löschen Sie ihn nicht.',
  },
  'creation-capabilities': {
    title: 'Die Bestätigung für IAM wurde nicht gegeben',
    sentence: 'Der Stack wurde nicht angelegt, weil niemand bestätigt hat, dass er eine Rolle mit eigenem Namen anlegt.',
    detail: 'In der Konsole ist das ein Kästchen am Ende der Seite; bei der AWS CLI ist es --capabilities CAPABILITY_NAMED_IAM.',
  },
  'creation-wrong-account': {
    title: 'Der Stack wurde in einem anderen Konto gestartet',
    sentence: (accountId) => `Es wurde nichts angelegt, weil das angemeldete Konto nicht ${accountId} ist.`,
    detail: 'Die Vorlage und die Befehle brechen in jedem anderen Konto als dem angegebenen von selbst ab.',
  },
  'creation-wrong-partition': {
    title: 'Die Vorlage ist für eine andere Partition',
    sentence: (partition) => `Es wurde nichts angelegt, weil der Stack in einer anderen Partition als ${partition} gestartet wurde.`,
    detail: 'Jede Partition hat eine eigene Vorlage.',
  },
  'creation-invalid-principal': {
    title: 'IAM kennt den Prinzipal nicht',
    sentence: (vendorAccountId) =>
      `IAM hat die Vertrauensrichtlinie zurückgewiesen, weil es den Prinzipal darin nicht kennt; es muss das Konto ${vendorAccountId} sein.`,
    detail: 'Das Konto oder die Rolle gibt es nicht, oder sie gehören zu einer anderen Partition.',
  },
  'creation-policy-refused': {
    title: 'IAM weist die Richtlinie zurück, so wie sie geschrieben ist',
    sentence: 'IAM hat die Richtlinie zurückgewiesen, weil sie nicht so geschrieben ist, wie IAM es verlangt.',
    detail: 'Sie wurde unterwegs geändert oder abgeschnitten. Kopieren Sie sie noch einmal von dieser Seite, und ändern Sie nichts.',
  },
  'creation-template-unreadable': {
    title: 'Die Vorlage ist nicht lesbar',
    sentence: 'CloudFormation konnte die Vorlage nicht lesen.',
    detail: (vendor) =>
      `Der Link wurde abgeschnitten oder geändert, oder die Vorlage von ${vendor} ist nicht veröffentlicht. Öffnen Sie den Link noch einmal von dieser Seite aus.`,
  },
  'creation-boundary-required': {
    title: 'Das Unternehmen verlangt eine Berechtigungsgrenze',
    sentence:
      'Die Rolle wurde nicht angelegt, weil Rollen nur mit einer Berechtigungsgrenze angelegt werden dürfen, oder weil die Berechtigungsgrenze des Angemeldeten es nicht erlaubt.',
    detail:
      'Fragen Sie die Administration Ihrer AWS-Konten nach dem ARN der Berechtigungsgrenze, die neue Rollen haben müssen, oder bitten Sie sie, die Rolle anzulegen.',
  },
  'creation-forbidden-by-organization': {
    title: 'Eine Service-Kontrollrichtlinie verbietet, Rollen anzulegen',
    sentence: 'Die Rolle wurde nicht angelegt, weil eine Service-Kontrollrichtlinie Ihrer AWS-Organisation es verbietet.',
    detail:
      'Niemand im Konto kann sich darüber hinwegsetzen. Fragen Sie die Administration der Organisation; vielleicht verlangt sie einen Pfad, ein Tag oder eine Berechtigungsgrenze.',
  },
  'creation-not-authorized': {
    title: 'Wer angemeldet ist, darf keine Rollen anlegen',
    sentence: 'Die Rolle wurde nicht angelegt, weil der Angemeldete keine Rollen anlegen darf.',
    detail:
      'Dazu braucht es iam:CreateRole, iam:PutRolePolicy und iam:TagRole. Manche Unternehmen geben sie nur mit einer Berechtigungsgrenze oder einem Pfad.',
  },
  'creation-stack-not-authorized': {
    title: 'Wer angemeldet ist, darf keine Stacks anlegen',
    sentence: 'Der Stack wurde nicht angelegt, weil der Angemeldete keine Stacks anlegen darf.',
    detail: 'Nehmen Sie stattdessen die Befehle der AWS CLI, oder melden Sie sich mit einer Rolle an, die Stacks anlegen darf.',
  },
  'creation-parameter-refused': {
    title: 'Ein Parameter des Stacks wurde zurückgewiesen',
    sentence: 'Der Stack wurde nicht angelegt, weil ein Parameter einen Wert hat, den die Vorlage nicht annimmt.',
    detail: 'Die Parameter füllt der Link aus, und sie müssen so bleiben, wie sie sind.',
  },
  'creation-quota': {
    title: 'Das Konto hat zu viele Rollen',
    sentence: (accountId) => `Die Rolle wurde nicht angelegt, weil das Konto ${accountId} so viele Rollen hat, wie es haben darf.`,
    detail: 'Löschen Sie Rollen, die niemand nutzt, oder bitten Sie AWS um ein höheres Kontingent.',
  },
  awsSaid: (reason) => `AWS sagte: ${reason}`,
})

stackRulesMessages.translate('de', {
  stackInProgress: {
    title: 'Der Stack arbeitet noch',
    sentence: (statusOf) => `Der Stack arbeitet noch (${statusOf}), also gibt es noch keine Rolle.`,
    detail: 'Das dauert etwa eine Minute. Zu tun ist nichts, als zu warten.',
  },
  stackDeleted: {
    title: 'Der Stack wurde gelöscht',
    sentence: (statusOf) => `Der Stack wurde gelöscht (${statusOf}) und die Rolle mit ihm.`,
    detail: 'Starten Sie ihn neu, wenn die Verbindung noch gewünscht ist.',
  },
  stackRolledBack: {
    title: 'Der Stack wurde zurückgerollt',
    sentence: (logicalId) => `Der Stack wurde zurückgerollt, weil ${logicalId} nicht angelegt werden konnte.`,
    resource: 'eine Ressource',
    withoutReason: (rest) => `Der Stack wurde zurückgerollt (${rest}), also gibt es keine Rolle.`,
    detail:
      'Seine Ereignisse nennen den Grund. Fügen Sie sie hier ein: in CloudFormation der Stack, Tab „Events“, oder der Befehl aws cloudformation describe-stack-events.',
  },
  stackExternalIdDiffers: {
    title: 'Der Stack wurde mit einer anderen externen ID gestartet',
    sentence: (given, externalId) => `Der Stack wurde mit der externen ID ${given} gestartet, und Ihre ist ${externalId}.`,
    detail: 'Der Link füllt sie aus, und auf der Seite kann jeder sie ändern.',
  },
})
