import { permissionsRulesMessages } from '#core/pasted/permissions-rules.ts'
import { roleRulesMessages } from '#core/pasted/role-rules.ts'

permissionsRulesMessages.translate('de', {
  permissionsPolicyMissing: {
    title: 'Die Rolle hat keine Berechtigungsrichtlinie',
    noPolicy: 'gar keine',
    sentence: (policyName, names) => `Die Rolle hat keine Inline-Richtlinie namens ${policyName}. Sie hat ${names}.`,
    detail: (vendor) => `Wenn keine angefügte Richtlinie dasselbe erlaubt, kann ${vendor} die Rolle zwar annehmen, aber nichts damit tun.`,
  },
  permissionsDeny: {
    title: 'Die Berechtigungsrichtlinie hat eine Deny-Anweisung',
    sentence: 'Die Berechtigungsrichtlinie hat eine Deny-Anweisung, die jedes Allow aufhebt.',
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
})

roleRulesMessages.translate('de', {
  roleInOtherPartition: {
    title: 'Die Rolle ist in einer anderen AWS-Partition',
    sentence: (partition, wantedPartition) =>
      `Die Rolle ist in der Partition ${partition}, diese Verbindung ist aber für ein Konto in ${wantedPartition}.`,
  },
  roleInOtherAccount: {
    title: 'Die Rolle ist in einem anderen Konto',
    sentence: (accountId, wantedAccountId) =>
      `Die Rolle ist im Konto ${accountId}, diese Verbindung ist aber für das Konto ${wantedAccountId}.`,
  },
  roleNameCase: {
    title: 'Der Name der Rolle weicht in der Groß- und Kleinschreibung ab',
    sentence: (roleName, wantedRoleName) => `Die Rolle heißt ${roleName}, muss aber ${wantedRoleName} heißen.`,
    detail: (arnMust) => `STS unterscheidet bei Rollennamen Groß- und Kleinschreibung. Eine Rolle lässt sich nicht umbenennen. ${arnMust}`,
  },
  roleNameDiffers: {
    title: 'Die Rolle hat einen anderen Namen',
    sentence: (roleName, wantedRoleName) => `Die Rolle heißt ${roleName}, muss aber ${wantedRoleName} heißen.`,
    detail: (arnMust) => `Eine Rolle lässt sich nicht umbenennen. ${arnMust}`,
  },
  rolePathDiffers: {
    title: 'Die Rolle hat einen anderen Pfad',
    sentence: (path, wantedPath) => `Die Rolle hat den Pfad ${path}, der Pfad muss aber ${wantedPath} sein.`,
    detail: (arnMust) => `Der Pfad ist Teil des ARN und lässt sich später nicht ändern. ${arnMust}`,
  },
  sessionTooShort: {
    title: 'Die maximale Sitzungsdauer der Rolle ist zu kurz',
    sentence: (maxSessionDuration, vendor, wantedMaxSessionDuration) =>
      `Die Rolle erlaubt Sitzungen von höchstens ${maxSessionDuration} Sekunden, ${vendor} braucht aber ${wantedMaxSessionDuration}.`,
    detail: 'AWS weist eine längere Sitzung mit einem ValidationError zurück, auch wenn alles andere stimmt.',
  },
  boundaryMissing: {
    title: 'Die Berechtigungsgrenze fehlt oder ist eine andere',
    sentence: (permissionsBoundary, wantedPermissionsBoundary) =>
      `Die Rolle muss die Berechtigungsgrenze ${permissionsBoundary} haben, hat aber ${wantedPermissionsBoundary}.`,
    none: 'keine',
    detail: 'Eine Berechtigungsgrenze beschränkt, was die Rolle darf. Ihr Unternehmen verlangt diese.',
  },
  boundaryFurther: {
    title: 'Die Rolle hat eine Berechtigungsgrenze, die nicht angefordert wurde',
    sentence: (permissionsBoundary) =>
      `Die Rolle hat die Berechtigungsgrenze ${permissionsBoundary}, die einschränkt, was die Berechtigungsrichtlinie erlaubt.`,
    detail: (vendor) =>
      `Eine Berechtigungsgrenze verhindert nicht, dass die Rolle angenommen wird. Sie muss jede Aktion der Berechtigungsrichtlinie ebenfalls erlauben, sonst lehnt AWS die Aufrufe von ${vendor} ab.`,
  },
  arnMust: (roleArn, vendor) => `Der ARN der Rolle muss genau ${roleArn} sein, denn diesen ARN fordert ${vendor} bei STS an.`,
  vendorRoleTitle: 'Das ist die eigene Rolle des Anbieters',
  vendorRole: (roleName, vendor, vendorAccountId) =>
    `${roleName} ist eine Rolle von ${vendor} im Konto ${vendorAccountId}, nicht in Ihrem.`,
  vendorRoleDetail: (vendor, accountId, roleName) =>
    `Mit ihr ruft ${vendor} Ihre Rolle auf, und ${vendor} verwaltet sie. Melden Sie sich im Konto ${accountId} an, und fügen Sie die Ausgabe ein von: aws iam get-role --role-name ${roleName} --output json`,
})
