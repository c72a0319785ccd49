import { tp01Messages, tp02Messages, tp03Messages, tp05Messages, tp39Messages } from '#core/rules/trust/principal-element.ts'
import { tp06Messages, tp07Messages, tp08Messages, tp10Messages, tp30Messages } from '#core/rules/trust/principal-kinds.ts'
import { tp04Messages, tp09Messages, tp29Messages } from '#core/rules/trust/trusted-accounts.ts'

tp01Messages.translate('de', {
  title: 'Der Prinzipal ist nur ein *',
  what: '"Principal": "*"',
  why: 'Eine Vertrauensrichtlinie kann kein einzelnes * als Prinzipal haben. AWS weist sie zurück: AssumeRolepolicy contained an invalid principal: "STAR":"*".',
  todo: 'Nennen Sie das Konto des Anbieters.',
  found: 'Eine Vertrauensrichtlinie kann "*" nicht als Prinzipal haben. Nennen Sie das Konto des Anbieters.',
})

tp02Messages.translate('de', {
  title: 'Jedem wird vertraut',
  what: '"AWS": "*" in einem Allow',
  why: 'Wer in irgendeinem AWS-Konto die externe ID erfährt, kann diese Rolle annehmen, und die externe ID ist kein Geheimnis. Ein Versuch aus dem Konto des Anbieters zeigt das nicht.',
  todo: 'Nennen Sie das Konto des Anbieters.',
  found: 'So wird jedem AWS-Konto vertraut, das es gibt. Nennen Sie das Konto des Anbieters.',
})

tp03Messages.translate('de', {
  title: 'NotPrincipal wird nicht unterstützt',
  what: 'Ein Element NotPrincipal',
  why: 'Vertrauensrichtlinien unterstützen NotPrincipal nicht. Mit Allow hieße es: alle außer den genannten.',
  todo: 'Nennen Sie mit Principal, wem vertraut wird.',
  found: 'Eine Vertrauensrichtlinie kann kein NotPrincipal haben. Schreiben Sie Principal mit dem Konto des Anbieters.',
})

tp04Messages.translate('de', {
  title: 'Einem anderen Konto wird vertraut',
  what: 'Kein Prinzipal gehört zum Konto des Anbieters, oder ein Prinzipal ist weder Konto noch ARN',
  why: 'Das Produkt läuft im Konto des Anbieters. Eine Rolle, die einem anderen Konto vertraut, kann es nie annehmen.',
  todo: 'Kopieren Sie die Richtlinie noch einmal.',
  noPrincipal: (text, vendor) => `${text} ist weder ein Konto noch ein ARN, dem vertraut werden kann. Das Produkt läuft in ${vendor}.`,
  otherAccount: (accountId, vendor) =>
    `Diese Rolle vertraut dem Konto ${accountId}. Das Produkt läuft in ${vendor}. Kopieren Sie die Richtlinie noch einmal.`,
  ownAccount: (accountId, vendor) =>
    `Diese Rolle vertraut Ihrem eigenen Konto ${accountId}. Das Produkt läuft in ${vendor}. Kopieren Sie die Richtlinie noch einmal.`,
  missing: (vendor) => `Die Vertrauensrichtlinie nennt das Konto ${vendor} nicht, in dem das Produkt läuft.`,
})

tp05Messages.translate('de', {
  title: 'Platzhalter in einem Prinzipal',
  what: '* oder ? als Teil eines Prinzipals',
  why: 'Platzhalter können keinen Teil eines Prinzipals ersetzen. AWS weist die Richtlinie zurück: Invalid principal in policy.',
  todo: 'Nennen Sie das Konto des Anbieters. Um mehrere Rollen darin zuzulassen, vergleichen Sie aws:PrincipalArn in einer Bedingung.',
  found: (text) => `"${text}" enthält einen Platzhalter, und AWS nimmt in einem Prinzipal keinen an. Nennen Sie das Konto des Anbieters.`,
})

tp06Messages.translate('de', {
  title: 'Der Prinzipal, dem vertraut wurde, ist gelöscht',
  what: 'Ein Prinzipal, der eine eindeutige ID ist (AROA…, AIDA…)',
  why: 'AWS speichert eine Rolle oder einen Benutzer als eindeutige ID und zeigt diese ID, wenn es die Rolle oder den Benutzer nicht mehr gibt. Wer unter demselben Namen neu angelegt wird, hat eine andere ID.',
  todo: 'Fügen Sie die Richtlinie mit dem Konto des Anbieters als Prinzipal neu ein.',
  found: (text) =>
    `Der Prinzipal des Anbieters, dem diese Rolle vertraute, ist gelöscht; AWS zeigt seine ID ${text}. Vertrauen Sie dem Konto des Anbieters.`,
})

tp07Messages.translate('de', {
  title: 'Der Prinzipal ist eine Rolle',
  what: 'Der ARN einer Rolle im Konto des Anbieters als Prinzipal',
  why: 'AWS speichert die eindeutige ID der Rolle. Legt der Anbieter sie neu an, muss jeder Kunde seine Vertrauensrichtlinie ändern.',
  todo: 'Vertrauen Sie dem Konto des Anbieters, und vergleichen Sie aws:PrincipalArn in einer Bedingung.',
  found:
    'Das funktioniert nicht mehr, sobald der Anbieter die Rolle neu anlegt. Vertrauen Sie dem Konto, und nennen Sie die Rolle in einer Bedingung auf aws:PrincipalArn.',
})

tp08Messages.translate('de', {
  title: 'Der Prinzipal ist ein IAM-Benutzer',
  what: 'Der ARN eines Benutzers als Prinzipal',
  why: 'Ein IAM-Benutzer bedeutet beim Anbieter Zugriffsschlüssel, die lange gelten und abhandenkommen können.',
  todo: 'Vertrauen Sie dem Konto des Anbieters; der Anbieter ruft mit einer Rolle auf.',
  found: 'Hier wird einem IAM-Benutzer vertraut, dessen Schlüssel lange gelten. Vertrauen Sie dem Konto des Anbieters.',
})

tp09Messages.translate('de', {
  title: 'Neben dem Anbieter wird anderen vertraut',
  what: 'Ein Konto, das nicht das des Anbieters ist, neben dem Konto des Anbieters, oder ein Identitätsanbieter',
  why: 'Die Rolle wird geteilt: Was der Anbieter darf, dürfen die anderen auch, und an der Rolle lassen sich ihre Aufrufe nicht unterscheiden.',
  todo: 'Legen Sie für jeden Anbieter eine eigene Rolle an.',
  federated: 'Auch Personen, die sich über einen Identitätsanbieter anmelden, wird vertraut. Legen Sie für sie eine eigene Rolle an.',
  others: (named) => `Die Vertrauensrichtlinie vertraut auch ${named}, was nicht verlangt war. Legen Sie dafür eine eigene Rolle an.`,
  account: (accountId) => `Dem Konto ${accountId} wird neben dem Anbieter vertraut. Legen Sie dafür eine eigene Rolle an.`,
})

tp10Messages.translate('de', {
  title: 'Der Prinzipal ist eine Rollensitzung',
  what: 'Der ARN einer angenommenen Rolle (assumed-role) als Prinzipal',
  why: 'Er passt nur auf einen Sitzungsnamen. Das Produkt benennt seine Sitzungen immer neu.',
  todo: 'Vertrauen Sie dem Konto des Anbieters, und vergleichen Sie aws:PrincipalArn mit dem ARN der Rolle.',
  found:
    'Das ist eine einzelne Sitzung einer Rolle; die nächste heißt anders. Vertrauen Sie dem Konto, und nennen Sie die Rolle in einer Bedingung.',
})

tp29Messages.translate('de', {
  title: 'Eine andere Partition',
  what: 'Der ARN eines Prinzipals aus einer anderen Partition als der der Rolle',
  why: 'Eine Rolle kann keinem Konto einer anderen Partition vertrauen: aws, aws-us-gov, aws-cn und aws-eusc wissen nichts voneinander.',
  todo: 'Nehmen Sie das Konto des Anbieters in der Partition der Rolle.',
  found: (partition, wantedPartition) =>
    `Dieses Konto ist in ${partition}, die Rolle in ${wantedPartition}. Eine Rolle kann keinem Konto einer anderen Partition vertrauen.`,
})

tp30Messages.translate('de', {
  title: 'Auch einem AWS-Service wird vertraut',
  what: 'Ein Service-Prinzipal in derselben Vertrauensrichtlinie',
  why: 'Maschinen und Funktionen im Konto des Kunden könnten diese Rolle nehmen, mit allem, was für den Anbieter gedacht ist.',
  todo: 'Halten Sie für den Service eine eigene Rolle.',
  found: 'Auch ein Service im Konto des Kunden kann diese Rolle nehmen. Legen Sie dafür eine eigene Rolle an.',
})

tp39Messages.translate('de', {
  title: 'Niemandem wird vertraut',
  what: 'Eine Anweisung ohne Principal oder mit einer Art von Prinzipal, die es nicht gibt',
  why: 'AWS weist in einer Vertrauensrichtlinie eine Anweisung ohne Prinzipal zurück: Missing required field Principal.',
  todo: 'Schreiben Sie "Principal": { "AWS": das Konto des Anbieters }.',
  missing: 'Die Anweisung hat keinen "Principal". Nennen Sie das Konto des Anbieters.',
  text: 'Schreiben Sie { "AWS": … } mit dem Konto des Anbieters darin.',
  unknownKind: (value) => `Eine Art von Prinzipal namens ${value} gibt es nicht. Schreiben Sie "AWS"; Großbuchstaben zählen.`,
})
