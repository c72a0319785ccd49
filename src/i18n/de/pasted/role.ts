import { permissionsCommand } from '#core/pasted/permissions-command.ts'
import { permissionsRulesMessages } from '#core/pasted/permissions-rules.ts'
import { revokedSessionsMessages } from '#core/pasted/revoked-sessions-rule.ts'
import { roleRulesMessages } from '#core/pasted/role-rules.ts'
import { scpMessages } from '#core/pasted/scp-rule.ts'

permissionsRulesMessages.translate('de', {
  permissionsPolicyMissing: {
    title: 'Die Rolle hat keine Berechtigungsrichtlinie',
    noPolicy: 'gar keine',
    alone: (policyName) => `AWS sagt, dass die Rolle keine Inline-Richtlinie namens ${policyName} hat.`,
    sentence: (policyName, names) => `Die Rolle hat keine Inline-Richtlinie namens ${policyName}. Sie hat ${names}.`,
    detail: (vendor) => `Wenn keine angefügte Richtlinie dasselbe erlaubt, kann ${vendor} die Rolle zwar annehmen, aber nichts damit tun.`,
  },
  permissionsDeny: {
    title: 'Die Berechtigungsrichtlinie hat eine Deny-Anweisung',
    sentence: 'Die Berechtigungsrichtlinie hat eine Deny-Anweisung, die jedes Allow aufhebt.',
  },
  permissionsOnlyDenies: {
    title: 'Eine Richtlinie, die nichts erlaubt',
    sentence:
      'Diese Richtlinie verweigert nur, ist also nicht die angeforderte Berechtigungsrichtlinie. Vielleicht ist sie eine Service-Kontrollrichtlinie (SCP).',
    detail: (command) => `Um die Berechtigungen der Rolle zu prüfen, fügen Sie die Ausgabe ein von: ${command}`,
  },
  permissionsOfCaller: {
    title: 'Eine Richtlinie des Aufrufers, nicht der Rolle',
    sentence: 'Diese Richtlinie erlaubt ihrem Besitzer, Rollen anzunehmen. Sie gehört zum Aufrufer, nicht zur Rolle.',
    detail: (vendor, roleName, isDenied) =>
      `${isDenied ? 'AWS hat den Aufruf trotzdem verweigert. Prüfen Sie, ob der Aufrufer diese Richtlinie hat, dann die Rollen-ARN des Aufrufs, das Konto, dem die Vertrauensrichtlinie vertraut, und die externe ID. ' : `${vendor} hat eine solche Richtlinie im eigenen Konto. `}Um die Rolle zu prüfen, fügen Sie die Ausgabe ein von: aws iam get-role --role-name ${roleName} --output json`,
  },
  permissionsCondition: {
    title: 'Die Berechtigungsrichtlinie hat eine Bedingung, die nicht angefordert wurde',
    sentence: (Condition) => `Die Berechtigungsrichtlinie hat eine Bedingung, die nicht angefordert wurde: ${Condition}.`,
  },
  permissionsOtherResource: {
    title: 'Die Berechtigungsrichtlinie nennt eine andere Ressource',
    sentence: (action, given) => `Die Berechtigungsrichtlinie erlaubt ${action} auf ${given}, nicht auf der angeforderten Ressource.`,
    detail: (action, resource, mustBe) => `${action} fehlt auf ${resource}. ${mustBe}`,
  },
  permissionsActionMissing: {
    title: 'Der Berechtigungsrichtlinie fehlt eine Aktion',
    sentence: (action, resource) => `Die Berechtigungsrichtlinie erlaubt ${action} auf ${resource} nicht.`,
  },
  permissionsFurther: {
    title: 'Die Berechtigungsrichtlinie erlaubt mehr als angefordert',
    almostEverything: 'alles außer dem, was NotAction oder NotResource nennt',
    actionOn: (action, resource) => `${action} auf ${resource}`,
    sentence: (what) => `Die Berechtigungsrichtlinie erlaubt mehr als angefordert, zum Beispiel ${what}.`,
    detail: (vendor, mustBe) => `${vendor} braucht das nicht. ${mustBe}`,
  },
  mustBe: 'Die angeforderte Richtlinie steht daneben.',
  noneRequested: (names) =>
    names === ''
      ? 'Es wurde keine Inline-Richtlinie angefordert.'
      : `Es wurde keine Inline-Richtlinie angefordert, sondern nur diese verwalteten Richtlinien: ${names}.`,
})

const arnMust = ({ roleArn, vendor }: { readonly roleArn: string; readonly vendor: string }) =>
  `Der ARN der Rolle muss genau ${roleArn} sein, denn diesen ARN fordert ${vendor} bei STS an.`

roleRulesMessages.translate('de', {
  'role-in-other-partition': {
    title: 'Die Rolle ist in einer anderen AWS-Partition',
    sentence: ({ found, partition }) =>
      `Die Rolle ist in der Partition ${found.partition}, diese Verbindung ist aber für ein Konto in ${partition}.`,
    detail: arnMust,
  },
  'role-in-other-account': {
    title: 'Die Rolle ist in einem anderen Konto',
    sentence: ({ found, account }) => `Die Rolle ist im Konto ${found.account}, diese Verbindung ist aber für das Konto ${account}.`,
    detail: arnMust,
  },
  'role-name-case': {
    title: 'Der Name der Rolle weicht in der Groß- und Kleinschreibung ab',
    sentence: ({ found, roleName }) => `Die Rolle heißt ${found.roleName}, muss aber ${roleName} heißen.`,
    detail: (facts) =>
      `STS unterscheidet bei Rollennamen Groß- und Kleinschreibung. Eine Rolle lässt sich nicht umbenennen. ${arnMust(facts)}`,
  },
  'role-name-differs': {
    title: 'Die Rolle hat einen anderen Namen',
    sentence: ({ found, roleName }) => `Die Rolle heißt ${found.roleName}, muss aber ${roleName} heißen.`,
    detail: (facts) => `Eine Rolle lässt sich nicht umbenennen. ${arnMust(facts)}`,
  },
  'role-path-differs': {
    title: 'Die Rolle hat einen anderen Pfad',
    sentence: ({ found, path }) => `Die Rolle hat den Pfad ${found.path}, der Pfad muss aber ${path} sein.`,
    detail: (facts) => `Der Pfad ist Teil des ARN und lässt sich später nicht ändern. ${arnMust(facts)}`,
  },
  'role-name-generated': {
    title: 'Die Vorlage gibt der Rolle keinen Namen',
    sentence: ({ roleName }) =>
      `Die Vorlage hat für die Rolle keinen RoleName, deshalb bildet CloudFormation selbst einen Namen. Sie muss ${roleName} heißen.`,
    detail: arnMust,
  },
  'session-too-short': {
    title: 'Die maximale Sitzungsdauer der Rolle ist zu kurz',
    sentence: ({ found, vendor, maxSessionDuration }) =>
      `Die Rolle erlaubt Sitzungen von höchstens ${found.maxSessionDuration} Sekunden, ${vendor} braucht aber ${maxSessionDuration}.`,
    detail: 'AWS weist eine längere Sitzung mit einem ValidationError zurück, auch wenn alles andere stimmt.',
  },
  'boundary-missing': {
    title: 'Die Berechtigungsgrenze fehlt oder ist eine andere',
    sentence: ({ permissionsBoundary, found }) =>
      `Die Rolle muss die Berechtigungsgrenze ${permissionsBoundary} haben, hat aber ${found.permissionsBoundary ?? 'keine'}.`,
    detail: 'Eine Berechtigungsgrenze beschränkt, was die Rolle darf. Ihr Unternehmen verlangt diese.',
  },
  'boundary-further': {
    title: 'Die Rolle hat eine Berechtigungsgrenze, die nicht angefordert wurde',
    sentence: ({ found }) =>
      `Die Rolle hat die Berechtigungsgrenze ${found.permissionsBoundary}, die einschränkt, was die Berechtigungsrichtlinie erlaubt.`,
    detail: ({ vendor }) =>
      `Eine Berechtigungsgrenze verhindert nicht, dass die Rolle angenommen wird. Sie muss jede Aktion der Berechtigungsrichtlinie ebenfalls erlauben, sonst lehnt AWS die Aufrufe von ${vendor} ab.`,
  },
  'role-of-vendor': {
    title: 'Das ist die eigene Rolle des Anbieters',
    sentence: ({ found, vendor, vendorAccount }) =>
      `${found.roleName} ist eine Rolle von ${vendor} im Konto ${vendorAccount}, nicht in Ihrem.`,
    detail: ({ vendor, account, roleName }) =>
      `Mit ihr ruft ${vendor} Ihre Rolle auf, und ${vendor} verwaltet sie. Melden Sie sich im Konto ${account} an, und fügen Sie die Ausgabe ein von: aws iam get-role --role-name ${roleName} --output json`,
  },
})

scpMessages.translate('de', {
  'policy-requires-boundary': {
    title: 'Die Richtlinie verlangt eine Berechtigungsgrenze für neue Rollen',
    sentence: ({ boundary }) =>
      `Diese Richtlinie verweigert iam:CreateRole, wenn die neue Rolle nicht die Berechtigungsgrenze ${boundary} hat.`,
    detail: ({ boundary, roleName }) =>
      `Sie gilt für die Person oder das Werkzeug, das die Rolle anlegt. Behalten Sie sie, und setzen Sie diese Grenze für ${roleName} in den erweiterten Einstellungen auf dieser Seite.${
        /::(?:\d{12}|aws|\$\{aws:\w+\}):/.test(boundary)
          ? ''
          : ' Die Konto-ID darin hat keine 12 Ziffern. Ist sie ein Platzhalter, füllen Sie ihn aus.'
      }`,
  },
  'permissions-perhaps-scp': {
    title: 'Eine Richtlinie, die alles erlaubt, was sie nicht verweigert',
    sentence:
      'Diese Richtlinie erlaubt alles, was sie nicht verweigert. Vielleicht ist sie eine Service-Kontrollrichtlinie (SCP) Ihrer Organisation.',
    detail: ({ vendor, ...facts }) =>
      `Ist sie eine Richtlinie der Rolle, erlaubt sie mehr, als ${vendor} braucht, und ihr Deny hebt jedes Allow auf. Um die Berechtigungsrichtlinie der Rolle zu prüfen, fügen Sie die Ausgabe ein von: ${permissionsCommand(facts)}`,
  },
})

revokedSessionsMessages.translate('de', {
  'permissions-revoke-sessions': {
    title: 'Eine Richtlinie, die ältere Sitzungen widerruft',
    sentence: ({ time }) => `Diese Richtlinie verweigert allen Sitzungen, die vor ${time} begonnen haben, alles.`,
    detail: ({ vendor }) =>
      `IAM fügt eine solche Richtlinie hinzu, wenn jemand die aktiven Sitzungen einer Rolle widerruft. Ist sie an die Rolle angefügt, muss ${vendor} die Rolle nur neu annehmen. Liegt der Zeitpunkt in der Zukunft, verweigert sie bis dahin auch jeder neuen Sitzung alles. Die Vertrauensrichtlinie ist nicht die Ursache.`,
  },
})
