import { conditionMessages } from '#core/pasted/condition-rules.ts'
import { nestedArnMessages } from '#core/pasted/nested-arn-rule.ts'
import { principalArnMessages } from '#core/pasted/principal-arn-rules.ts'
import { principalRulesMessages } from '#core/pasted/principal-rules.ts'
import { principalUserMessages } from '#core/pasted/principal-user-rules.ts'
import { inList } from '#core/text/plural.ts'
import { trusted } from './trusted.ts'

conditionMessages.translate('de', {
  'condition-service': {
    title: 'Die Bedingung verlangt einen Aufruf durch einen AWS-Service',
    why: 'Der Aufruf kommt von einer Anwendung, nicht von einem AWS-Service.',
  },
  'condition-time': {
    title: 'Die Bedingung begrenzt den Zeitraum',
    why: 'Außerhalb dieses Zeitraums kann die Rolle nicht angenommen werden.',
  },
  'condition-region': {
    title: 'Die Bedingung verlangt eine Region',
    why: 'Die Anwendung ruft STS vielleicht in einer anderen Region auf.',
  },
  'condition-session-name': {
    title: 'Die Bedingung verlangt einen Sitzungsnamen',
    why: 'Den Namen der Sitzung wählt der Anbieter.',
  },
  'condition-source-identity': {
    title: 'Die Bedingung verlangt eine Quellidentität',
    why: 'Ein Aufruf hat nur dann eine Quellidentität, wenn der Anbieter eine setzt.',
  },
  'condition-further': {
    title: 'Die Vertrauensrichtlinie hat eine weitere Bedingung',
    why: 'Die Anwendung kann sie möglicherweise nicht erfüllen.',
  },
  moduleWritten: 'Das Terraform-Modul verlangt MFA, weil role_requires_mfa auf true gesetzt ist.',
  moduleDefault: 'Das Terraform-Modul verlangt MFA, weil true der Vorgabewert von role_requires_mfa ist.',
  moduleDetail: (why) => `${why} Setzen Sie role_requires_mfa = false.`,
  sentence: (operator, key) => `Die Vertrauensrichtlinie hat eine weitere Bedingung, ${operator} für ${key}, die nicht angefordert wurde.`,
  ofEveryone: (operator, key) =>
    `Der Prinzipal ist jedes AWS-Konto, beschränkt durch ${operator} für ${key}, eine Bedingung, die nicht angefordert wurde.`,
  ofEveryoneDetail: (why, { externalId, applicationUserArn, vendorAccountId }) =>
    `${why} Entfernen Sie sie nicht einfach, denn sie beschränkt, wer die Rolle annehmen kann. Nennen Sie zuerst ${applicationUserArn === null ? `das Konto ${vendorAccountId}` : `den IAM-Benutzer ${applicationUserArn}`} als Prinzipal, und verlangen Sie die externe ID ${externalId}. Entfernen Sie sie danach.`,
  detail: (why) => `${why} Entfernen Sie sie, oder sprechen Sie mit dem Anbieter, wenn Ihr Unternehmen sie verlangt.`,
  withoutId: (operator, key) =>
    `Die Vertrauensrichtlinie hat die Bedingung ${operator} für ${key} anstelle der externen ID, die angefordert wurde.`,
  withoutIdDetail: (why, { externalId }) =>
    `${why} Sie leistet auch nicht, was die externe ID leistet: dass der Anbieter für Sie handelt und nicht für einen anderen Kunden. Ersetzen Sie sie durch StringEquals für sts:ExternalId ${externalId}. Verlangt Ihr Unternehmen sie, sprechen Sie mit dem Anbieter.`,
})

principalRulesMessages.translate('de', {
  nameMust: (vendorAccountId, vendor, partition, wantedVendorAccountId) =>
    `Der Prinzipal muss das Konto ${vendorAccountId} von ${vendor} sein, geschrieben als arn:${partition}:iam::${wantedVendorAccountId}:root.`,
  nameUser: (vendor, userArn) => `Der Prinzipal muss der IAM-Benutzer ${userArn} von ${vendor} sein.`,
  roleCase: {
    title: 'Die vertrauenswürdige Rolle weicht in der Groß- und Kleinschreibung ab',
    sentence: (text, applicationRoleArn) =>
      `Die Vertrauensrichtlinie vertraut ${text}, was von der Anwendungsrolle ${applicationRoleArn} nur in der Groß- und Kleinschreibung abweicht.`,
  },
  rolePath: {
    title: 'Die vertrauenswürdige Rolle hat einen anderen Pfad',
    sentence: (text, applicationRoleArn) =>
      `Die Vertrauensrichtlinie vertraut ${text}. Die Anwendungsrolle ist ${applicationRoleArn}, mit einem anderen Pfad.`,
  },
  onlyOthers: (named, vendor, vendorAccountId) =>
    `Die Vertrauensrichtlinie vertraut nur ${named}, deshalb kann das Konto ${vendorAccountId} von ${vendor} die Rolle nicht annehmen.`,
  ifOfRole: (roleName) => `Ist dies nicht die Vertrauensrichtlinie von ${roleName}, sagt sie nichts über diese Verbindung.`,
  limited: {
    title: 'Nur eine Bedingung beschränkt das Vertrauen',
    sentence:
      'Der Prinzipal ist jedes AWS-Konto, und nur eine Bedingung beschränkt, wer Zugriff erhält. Nennen Sie das Konto des Anbieters.',
    toVendor:
      'Der Prinzipal ist jedes AWS-Konto, und nur eine Bedingung beschränkt ihn auf den Anbieter. Nennen Sie das Konto des Anbieters.',
  },
  direct: {
    title: 'Die Vertrauensrichtlinie nennt die Anwendungsrolle direkt',
    sentence: (text) => `Die Vertrauensrichtlinie nennt die Anwendungsrolle ${text} direkt als Prinzipal.`,
    detail:
      'Das funktioniert, aber AWS speichert die eindeutige ID der Rolle. Legt der Anbieter die Rolle neu an, endet der Zugriff. Vertrauen Sie dem Konto, und nennen Sie die Rolle in einer Bedingung für aws:PrincipalArn.',
  },
  ownRole: {
    title: 'Die Rolle vertraut auch sich selbst',
    sentence: (text) => `Die Vertrauensrichtlinie vertraut auch der Rolle selbst, ${text}.`,
    detail:
      'Manche Produkte verlangen, dass eine Rolle sich selbst annehmen kann. Hier war es nicht angefordert. Niemand außerhalb Ihres Kontos erhält dadurch Zugriff.',
  },
  keptOut: {
    title: 'Die Vertrauensrichtlinie nennt einen weiteren Prinzipal',
    sentence: (named) => `Die Vertrauensrichtlinie nennt auch ${named}. Das wurde nicht angefordert und gibt niemandem Zugriff.`,
  },
  digits: {
    title: 'Die Konto-ID im Prinzipal hat nicht 12 Ziffern',
    sentence: (text, digits) =>
      digits === 0
        ? `IAM weist den Prinzipal ${text} zurück, weil er keine Konto-ID hat.`
        : `IAM weist den Prinzipal ${text} zurück, weil seine Konto-ID ${digits} Ziffern hat. Konto-IDs haben 12.`,
    lostZero: 'Vielleicht hat eine Tabellenkalkulation eine Null am Anfang entfernt.',
    shortened: 'Haben Sie sie für diesen Text gekürzt, fügen Sie die Richtlinie mit der ganzen ID ein.',
  },
  otherRole: {
    title: 'Der vertrauenswürdige Prinzipal ist eine andere Rolle im Konto des Anbieters',
    sentence: (text, vendor) => `Die Vertrauensrichtlinie vertraut ${text}. Das ist nicht die Rolle, die ${vendor} verwendet.`,
  },
})

principalUserMessages.translate('de', {
  'principal-user-case': {
    title: 'Der vertrauenswürdige IAM-Benutzer weicht in der Groß- und Kleinschreibung ab',
    sentence: ({ text, userArn }) =>
      `Die Vertrauensrichtlinie vertraut ${text}, was vom IAM-Benutzer ${userArn} nur in der Groß- und Kleinschreibung abweicht.`,
  },
  'principal-user-path': {
    title: 'Der vertrauenswürdige IAM-Benutzer hat einen anderen Pfad',
    sentence: ({ text, userArn }) => `Die Vertrauensrichtlinie vertraut ${text}. Der IAM-Benutzer ist ${userArn}, mit einem anderen Pfad.`,
  },
  'principal-other-user': {
    title: 'Der vertrauenswürdige Prinzipal ist nicht der IAM-Benutzer des Anbieters',
    sentence: ({ text, vendor, userArn }) =>
      `Die Vertrauensrichtlinie vertraut ${text}, aber ${vendor} ruft AWS als IAM-Benutzer ${userArn} auf.`,
  },
})

nestedArnMessages.translate('de', {
  'principal-nested-arn': {
    title: 'Der Prinzipal hat einen ARN anstelle der Konto-ID',
    sentence: ({ named }) => `IAM weist den Prinzipal ${named} zurück, weil darin ein ARN steht, wo die Konto-ID hingehört.`,
    detail: (facts) =>
      `Im AWS CDK ist AccountPrincipal für Konto-IDs und ArnPrincipal für ARNs. Der Prinzipal muss ${trusted(facts)} sein.`,
  },
})

const must = ({ wanted }: { readonly wanted: readonly string[] }) =>
  wanted.length > 1
    ? `Die Bedingung ArnEquals für aws:PrincipalArn muss ${inList(wanted, 'de')} aufzählen.`
    : `Es muss ArnEquals mit aws:PrincipalArn ${inList(wanted, 'de')} sein.`

principalArnMessages.translate('de', {
  'principal-arn-case': {
    title: 'Die Bedingung für aws:PrincipalArn weicht in der Groß- und Kleinschreibung ab',
    sentence: ({ value, closest }) =>
      `Die Bedingung für aws:PrincipalArn nennt ${value}, was von ${closest} nur in der Groß- und Kleinschreibung abweicht.`,
    detail: must,
  },
  'principal-arn-path': {
    title: 'Die Bedingung für aws:PrincipalArn hat einen anderen Pfad',
    sentence: ({ value, closest }) => `Die Bedingung für aws:PrincipalArn nennt ${value}, was einen anderen Pfad hat als ${closest}.`,
    detail: must,
  },
  'principal-arn-other': {
    title: 'Die Bedingung für aws:PrincipalArn nennt eine andere Rolle oder einen anderen Benutzer',
    sentence: ({ value, wanted }) =>
      `Die Bedingung für aws:PrincipalArn nennt ${value}. ${wanted.length > 1 ? `Die Rollen der Anwendung sind ${inList(wanted, 'de')}.` : `Die Anwendung ist ${inList(wanted, 'de')}.`}`,
    detail: must,
  },
  'principal-arn-incomplete': {
    title: 'Der Vertrauensrichtlinie fehlt eine Rolle der Anwendung',
    sentence: ({ denied }) => `Die Anwendung hat mehrere Rollen, und die Vertrauensrichtlinie erlaubt ${inList(denied, 'de')} nicht.`,
    detail: must,
  },
  'principal-arn-operator': {
    title: 'aws:PrincipalArn wird mit einem anderen Operator verglichen',
    sentence: ({ operator }) => `Die Anwendung wird mit ${operator} statt mit ArnEquals verglichen.`,
    detail: must,
  },
  'principal-arn-missing': {
    title: 'Die Vertrauensrichtlinie ist nicht auf die Anwendung beschränkt',
    sentence: ({ wanted, isRight }) =>
      `${isRight ? 'Konto und externe ID stimmen, aber die' : 'Die'} Vertrauensrichtlinie lässt jede Rolle im Konto des Anbieters zu, nicht nur ${inList(wanted, 'de')}.`,
    detail: ({ wanted, isRight }) =>
      `Die Bedingung ArnEquals mit aws:PrincipalArn ${inList(wanted, 'de')} fehlt.${isRight ? ' Die Vertrauensrichtlinie lässt den Anbieter auch ohne sie zu.' : ''}`,
    open: {
      sentence: ({ accountIn, idIn, vendorAccountId, externalId }) =>
        `Die Vertrauensrichtlinie stimmt nur, wenn ${[
          ...(accountIn === '' ? [] : [`${accountIn} für das Konto ${vendorAccountId} steht`]),
          ...(idIn === '' ? [] : [`${idIn} für die externe ID ${externalId} steht`]),
        ].join(' und ')}.`,
      detail: ({ wanted }) =>
        `Sie ist nicht auf ${inList(wanted, 'de')} beschränkt. Die Bedingung ArnEquals mit aws:PrincipalArn fehlt, deshalb kann jede Rolle des Kontos die Rolle annehmen.`,
    },
    user: {
      sentence: ({ wanted }) =>
        `Die Vertrauensrichtlinie vertraut dem ganzen Konto des Anbieters, nicht nur dem IAM-Benutzer ${inList(wanted, 'de')}.`,
      detail: ({ wanted }) =>
        `Der Anbieter kann die Rolle annehmen, andere Rollen und Benutzer seines Kontos aber auch. Vertrauen Sie nur ${inList(wanted, 'de')}.`,
    },
  },
})
