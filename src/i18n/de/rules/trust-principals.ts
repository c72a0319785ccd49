import { tp01Messages, tp02Messages, tp03Messages, tp05Messages, tp39Messages } from '#core/rules/trust/principal-element.ts'
import { tp06Messages, tp07Messages, tp08Messages, tp10Messages, tp30Messages } from '#core/rules/trust/principal-kinds.ts'
import { tp04Messages, tp09Messages, tp29Messages, tp50Messages } from '#core/rules/trust/trusted-accounts.ts'

tp01Messages.translate('de', {
  title: 'Der Prinzipal ist nur ein *',
  what: '"Principal": "*"',
  why: 'In einer Vertrauensrichtlinie ist ein einzelnes * als Prinzipal nicht erlaubt. AWS weist sie zurück: AssumeRolepolicy contained an invalid principal: "STAR":"*".',
  todo: 'Geben Sie das Konto des Anbieters an.',
  found: 'In einer Vertrauensrichtlinie ist "*" als Prinzipal nicht erlaubt. Geben Sie das Konto des Anbieters an.',
})

tp02Messages.translate('de', {
  title: 'Jedem AWS-Konto wird vertraut',
  what: '"AWS": "*" in einem Allow',
  why: 'Jeder mit einem AWS-Konto, der die externe ID erfährt, kann diese Rolle annehmen, und die externe ID ist kein Geheimnis. Ein Test aus dem Konto des Anbieters zeigt das nicht.',
  todo: 'Geben Sie das Konto des Anbieters an.',
  found: 'So wird jedem AWS-Konto vertraut. Geben Sie das Konto des Anbieters an.',
})

tp03Messages.translate('de', {
  title: 'NotPrincipal wird nicht unterstützt',
  what: 'Ein NotPrincipal-Element',
  why: 'Vertrauensrichtlinien unterstützen NotPrincipal nicht. Mit Allow hieße es: alle außer den genannten.',
  todo: 'Geben Sie mit Principal an, wem vertraut wird.',
  found: 'In einer Vertrauensrichtlinie ist NotPrincipal nicht erlaubt. Schreiben Sie Principal mit dem Konto des Anbieters.',
})

tp04Messages.translate('de', {
  title: 'Einem anderen Konto wird vertraut',
  what: 'Kein Prinzipal gehört zum Konto des Anbieters, oder ein Prinzipal ist weder Konto noch ARN',
  why: 'Das Produkt läuft im Konto des Anbieters. Eine Rolle, die nur anderen Konten vertraut, kann es nicht annehmen.',
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
  todo: 'Geben Sie das Konto des Anbieters an. Um mehrere Rollen darin zuzulassen, vergleichen Sie aws:PrincipalArn in einer Bedingung.',
  found: (text) => `"${text}" enthält einen Platzhalter, der in einem Prinzipal nicht erlaubt ist. Geben Sie das Konto des Anbieters an.`,
})

tp06Messages.translate('de', {
  title: 'Der vertrauenswürdige Prinzipal wurde gelöscht',
  what: 'Ein Prinzipal, der eine eindeutige ID ist (AROA…, AIDA…)',
  why: 'AWS speichert eine Rolle oder einen Benutzer als eindeutige ID und zeigt diese ID, wenn es die Rolle oder den Benutzer nicht mehr gibt. Eine neue Rolle oder ein neuer Benutzer mit demselben Namen hat eine andere ID.',
  todo: 'Fügen Sie die Richtlinie mit dem Konto des Anbieters als Prinzipal neu ein, oder mit dem Benutzer, wenn der Anbieter einen verwendet.',
  found: (text, user) =>
    `Der ${text.startsWith('AIDA') ? 'IAM-Benutzer' : 'Prinzipal'} des Anbieters, dem diese Rolle vertraute, wurde gelöscht. AWS zeigt deshalb seine ID ${text}. ${user === null ? 'Vertrauen Sie dem Konto des Anbieters.' : `Vertrauen Sie ${user}.`}`,
})

tp07Messages.translate('de', {
  title: 'Der Prinzipal ist eine Rolle',
  what: 'Der ARN einer Rolle im Konto des Anbieters als Prinzipal',
  why: 'AWS speichert die eindeutige ID der Rolle. Legt der Anbieter sie neu an, muss jeder Kunde seine Vertrauensrichtlinie ändern.',
  todo: 'Vertrauen Sie dem Konto des Anbieters, und vergleichen Sie aws:PrincipalArn in einer Bedingung.',
  found: (_, user) =>
    user === null
      ? 'Das funktioniert nicht mehr, sobald der Anbieter die Rolle neu anlegt. Vertrauen Sie dem Konto, und nennen Sie die Rolle in einer Bedingung für aws:PrincipalArn.'
      : `Der Anbieter verwendet nicht diese Rolle, sondern den IAM-Benutzer ${user}. Vertrauen Sie diesem Benutzer.`,
})

tp08Messages.translate('de', {
  title: 'Der Prinzipal ist ein IAM-Benutzer',
  what: 'Der ARN eines Benutzers als Prinzipal',
  why: 'Ein IAM-Benutzer bedeutet beim Anbieter langlebige Zugriffsschlüssel, die in fremde Hände geraten können.',
  todo: 'Vertrauen Sie dem Prinzipal, den der Anbieter nennt: seinem Konto oder einem anderen Benutzer.',
  found: (_, user) =>
    user === null
      ? 'Hier wird einem IAM-Benutzer vertraut, der langlebige Zugriffsschlüssel hat. Vertrauen Sie dem Konto des Anbieters.'
      : `Der Anbieter verwendet einen anderen IAM-Benutzer, ${user}. Vertrauen Sie diesem Benutzer.`,
})

tp09Messages.translate('de', {
  title: 'Außer dem Anbieter wird auch anderen vertraut',
  what: 'Ein weiteres Konto neben dem des Anbieters oder ein Identitätsanbieter',
  why: 'Andere dürfen dasselbe wie der Anbieter, und Sie können ihre Aufrufe nicht unterscheiden.',
  todo: 'Verwenden Sie für jeden Anbieter eine eigene Rolle.',
  federated: 'Auch Personen, die sich über einen Identitätsanbieter anmelden, wird vertraut. Verwenden Sie für sie eine eigene Rolle.',
  others: (named) => `Die Vertrauensrichtlinie vertraut auch ${named}. Das wurde nicht angefordert. Verwenden Sie dafür eine eigene Rolle.`,
  account: (accountId) => `Außer dem Anbieter wird auch dem Konto ${accountId} vertraut. Verwenden Sie dafür eine eigene Rolle.`,
  compared: (text) => `${text} lässt auch ein anderes Konto als das des Anbieters zu. Geben Sie nur das Konto des Anbieters an.`,
})

tp50Messages.translate('de', {
  title: 'Auch eine eigene Rolle kann diese Rolle annehmen',
  what: 'Eine Rolle Ihres eigenen Kontos neben dem Anbieter, als Prinzipal oder in einer Bedingung',
  why: 'Manche Datenplattformen verlangen eine Rolle, die sich selbst annehmen kann. Wer die genannte Rolle verwenden darf, erhält die Berechtigungen des Anbieters.',
  todo: 'Behalten Sie sie, wenn die Anleitung des Anbieters sie verlangt. Entfernen Sie sie sonst.',
  found: (text) =>
    `${text} gehört zu Ihrem eigenen Konto. Behalten Sie den Eintrag nur, wenn die Anleitung des Anbieters eine Rolle verlangt, die sich selbst annimmt.`,
})

tp10Messages.translate('de', {
  title: 'Der Prinzipal ist eine Rollensitzung',
  what: 'Ein assumed-role-ARN als Prinzipal',
  why: 'Er gilt nur für eine einzelne Sitzung, und der Sitzungsname ändert sich jedes Mal.',
  todo: 'Vertrauen Sie dem Konto des Anbieters, und vergleichen Sie aws:PrincipalArn mit dem ARN der Rolle.',
  found: (_, user) =>
    user === null
      ? 'Hier wird einer einzelnen Sitzung vertraut, die sich jedes Mal ändert. Vertrauen Sie dem Konto, und nennen Sie die Rolle in einer Bedingung.'
      : `Hier wird einer einzelnen Sitzung einer Rolle vertraut. Der Anbieter verwendet den IAM-Benutzer ${user}. Vertrauen Sie diesem Benutzer.`,
})

tp29Messages.translate('de', {
  title: 'Andere Partition',
  what: 'Ein Prinzipal-ARN aus einer anderen Partition als die Rolle',
  why: 'Eine Rolle kann keinem Konto einer anderen Partition vertrauen. Die Partitionen aws, aws-us-gov, aws-cn und aws-eusc sind voneinander isoliert.',
  todo: 'Verwenden Sie das Konto des Anbieters in der Partition der Rolle.',
  found: (partition, wantedPartition) =>
    `Dieses Konto ist in ${partition}, die Rolle in ${wantedPartition}. Eine Rolle kann keinem Konto einer anderen Partition vertrauen.`,
})

tp30Messages.translate('de', {
  title: 'Auch einem AWS-Service wird vertraut',
  what: 'Ein Service-Prinzipal in derselben Vertrauensrichtlinie',
  why: 'Instances und Funktionen im Konto des Kunden könnten diese Rolle annehmen und die Berechtigungen des Anbieters erhalten.',
  todo: 'Verwenden Sie für den Service eine eigene Rolle.',
  found: 'Auch ein Service im Konto des Kunden kann diese Rolle annehmen. Verwenden Sie dafür eine eigene Rolle.',
})

tp39Messages.translate('de', {
  title: 'Niemandem wird vertraut',
  what: 'Eine Anweisung ohne Principal oder mit einer Art von Prinzipal, die es nicht gibt',
  why: 'AWS weist Vertrauensrichtlinien mit einer Anweisung ohne Prinzipal zurück: Missing required field Principal.',
  todo: 'Schreiben Sie "Principal": { "AWS": das Konto des Anbieters }.',
  missing: 'Der Anweisung fehlt "Principal". Geben Sie das Konto des Anbieters an.',
  text: 'Schreiben Sie { "AWS": … } mit dem Konto des Anbieters darin.',
  unknownKind: (value) => `${value} ist keine Art von Prinzipal. Schreiben Sie "AWS". Groß- und Kleinschreibung wird beachtet.`,
})
