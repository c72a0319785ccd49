import { conditionMessages } from '#core/pasted/condition-rules.ts'
import { principalArnMessages } from '#core/pasted/principal-arn-rules.ts'
import { principalRoleRulesMessages } from '#core/pasted/principal-role-rules.ts'
import { principalRulesMessages } from '#core/pasted/principal-rules.ts'
import { trustedPrincipalsMessages } from '#core/pasted/trusted-principals.ts'

conditionMessages.translate('de', {
  'condition-mfa': {
    title: 'Die Bedingung verlangt Multi-Faktor-Authentifizierung',
    why: 'Ein Programm hat kein Gerät, von dem ein Code kommt.',
  },
  'condition-source-ip': {
    title: 'Die Bedingung verlangt eine Netzwerkadresse',
    why: 'Die Adresse, von der die Anwendung aufruft, gehört nicht zur Vereinbarung und kann sich ändern.',
  },
  'condition-organization': {
    title: 'Die Bedingung verlangt eine AWS-Organisation',
    why: 'Die Anwendung ist in keiner Organisation von Ihnen.',
  },
  'condition-source-account': {
    title: 'Die Bedingung verlangt die Quelle eines Service-Aufrufs',
    why: 'Diese Schlüssel gibt es nur in Aufrufen, die ein AWS-Dienst macht; dieser Aufruf kommt von einer Anwendung.',
  },
  'condition-service': {
    title: 'Die Bedingung verlangt den Aufruf durch einen AWS-Service',
    why: 'Der Aufruf kommt von einer Anwendung, nicht von einem AWS-Dienst.',
  },
  'condition-time': {
    title: 'Die Bedingung begrenzt die Zeit',
    why: 'Ab diesem Zeitpunkt funktioniert die Rolle nicht mehr.',
  },
  'condition-region': {
    title: 'Die Bedingung verlangt eine Region',
    why: 'Die Anwendung ruft STS vielleicht in einer anderen Region auf.',
  },
  'condition-session-name': {
    title: 'Die Bedingung verlangt einen Sitzungsnamen',
    why: 'Den Namen der Sitzung wählt der Anbieter.',
  },
  conditionFurther: {
    title: 'Die Vertrauensrichtlinie hat eine weitere Bedingung',
    why: 'Ob die Anwendung sie erfüllen kann, ist nicht bekannt.',
  },
  extraSentence: (operator, key) => `Die Vertrauensrichtlinie hat eine weitere Bedingung, ${operator} auf ${key}, die nicht verlangt war.`,
  extraDetail: (why) => `${why} Entfernen Sie sie, oder sprechen Sie mit dem Anbieter, wenn Ihr Unternehmen sie verlangt.`,
})

principalRoleRulesMessages.translate('de', {
  principalRoleCase: {
    title: 'Die Rolle, der vertraut wird, ist in anderer Groß- und Kleinschreibung geschrieben',
    sentence: (text, applicationRoleArn) =>
      `Die Vertrauensrichtlinie vertraut ${text}, was von der Anwendungsrolle ${applicationRoleArn} in der Groß- und Kleinschreibung abweicht.`,
  },
  principalRolePath: {
    title: 'Die Rolle, der vertraut wird, hat einen anderen Pfad',
    sentence: (text, applicationRoleArn) =>
      `Die Vertrauensrichtlinie vertraut ${text}, und die Anwendungsrolle ist ${applicationRoleArn}, mit einem anderen Pfad.`,
    detail: (nameMust) => `Der Pfad ist Teil des ARN. ${nameMust}`,
  },
  principalIsRole: {
    title: 'Der Prinzipal, dem vertraut wird, ist die Anwendungsrolle selbst',
    sentence: (text, vendor) =>
      `Die Vertrauensrichtlinie vertraut der Rolle ${text} statt dem Konto, und das endet, wenn ${vendor} die Rolle neu anlegt.`,
    detail: (nameMust) =>
      `IAM merkt sich die Rolle unter ihrer eindeutigen ID. Das Konto als Prinzipal, mit der Rolle in einer Bedingung, bleibt gültig. ${nameMust}`,
  },
  principalOtherRole: {
    title: 'Der Prinzipal, dem vertraut wird, ist eine andere Rolle im Konto des Anbieters',
    sentence: (text, vendor) => `Die Vertrauensrichtlinie vertraut ${text}; das ist nicht die Rolle, mit der ${vendor} läuft.`,
  },
})

principalRulesMessages.translate('de', {
  principalEveryone: {
    title: 'Der Prinzipal, dem vertraut wird, ist "*"',
    sentence: 'Die Vertrauensrichtlinie vertraut "*", also jedem AWS-Konto, das es gibt.',
    detail: (nameMust) => `Die externe ID ist kein Geheimnis und schützt die Rolle nicht allein. ${nameMust}`,
  },
  notPrincipal: {
    title: 'Die Vertrauensrichtlinie hat NotPrincipal',
    sentence: 'Die Vertrauensrichtlinie hat NotPrincipal und vertraut damit allen außer denen, die sie nennt.',
  },
  principalDeleted: {
    title: 'Der Prinzipal, dem vertraut wurde, ist gelöscht',
    sentence: (text, rest) =>
      `Die Vertrauensrichtlinie vertraut ${text}; das ist alles, was von einem gelöschten Prinzipal (${rest}) übrig ist.`,
    user: 'Benutzer',
    role: 'Rolle',
    detail: (nameMust) =>
      `IAM merkt sich eine Rolle oder einen Benutzer als Prinzipal unter einer eindeutigen ID, und wer später unter demselben Namen angelegt wird, hat eine andere. ${nameMust}`,
  },
  principalIsSession: {
    title: 'Der Prinzipal, dem vertraut wird, ist eine einzelne Sitzung einer Rolle',
    sentence: (text) => `Die Vertrauensrichtlinie vertraut ${text}, einer einzelnen Sitzung, und keine spätere ist diese.`,
    detail: (nameMust) => `Sitzungen haben jedes Mal einen neuen Namen. ${nameMust}`,
  },
  principalIsUser: {
    title: 'Der Prinzipal, dem vertraut wird, ist ein Benutzer im Konto des Anbieters',
    sentence: (text, vendor) => `Die Vertrauensrichtlinie vertraut dem Benutzer ${text}, und ${vendor} ruft nicht als Benutzer auf.`,
  },
  principalIsOwnAccount: {
    title: 'Das Konto, dem vertraut wird, ist das des Kunden selbst',
    sentence: (accountId, vendor) => `Die Vertrauensrichtlinie vertraut Ihrem eigenen Konto ${accountId} statt dem von ${vendor}.`,
  },
  principalInOtherPartition: {
    title: 'Der Prinzipal, dem vertraut wird, ist in einer anderen AWS-Partition',
    sentence: (text, partition, wantedPartition) =>
      `Die Vertrauensrichtlinie vertraut ${text} in der Partition ${partition}, und die Rolle ist in ${wantedPartition}.`,
    detail: (nameMust) => `Aus einer Partition lassen sich keine Rollen einer anderen annehmen. ${nameMust}`,
  },
  principalOtherAccount: {
    title: 'Einem anderen Konto wird vertraut',
    sentence: (accountId, vendor, vendorAccountId) =>
      `Die Vertrauensrichtlinie vertraut dem Konto ${accountId}, und ${vendor} läuft in ${vendorAccountId}.`,
  },
  principalMissing: {
    title: 'Dem Konto des Anbieters wird nicht vertraut',
    sentence: (vendor) => `Die Vertrauensrichtlinie nennt das Konto von ${vendor} gar nicht.`,
  },
  principalFurther: {
    title: 'Neben dem Konto des Anbieters wird einem weiteren Prinzipal vertraut',
    sentence: (named) => `Die Vertrauensrichtlinie vertraut auch ${named}, was nicht verlangt war.`,
    detail: (nameMust) => `Legen Sie für jeden Anbieter eine eigene Rolle an, damit eine externe ID nur eine Tür öffnet. ${nameMust}`,
  },
})

trustedPrincipalsMessages.translate('de', {
  nameMust: (vendorAccountId, vendor, partition, wantedVendorAccountId) =>
    `Der Prinzipal muss das Konto ${vendorAccountId} von ${vendor} sein, als arn:${partition}:iam::${wantedVendorAccountId}:root.`,
})

principalArnMessages.translate('de', {
  principalArnSession: {
    title: 'Die Bedingung auf aws:PrincipalArn nennt eine Sitzung',
    sentence: (value, wanted) =>
      `Die Bedingung auf aws:PrincipalArn nennt die Sitzung ${value}; bei einer Sitzung steht in dem Schlüssel die Rolle, ${wanted}.`,
  },
  principalArnCase: {
    title: 'Die Bedingung auf aws:PrincipalArn weicht in der Groß- und Kleinschreibung ab',
    sentence: (value, wanted) =>
      `Die Bedingung auf aws:PrincipalArn nennt ${value}, was von ${wanted} in der Groß- und Kleinschreibung abweicht.`,
  },
  principalArnPath: {
    title: 'Die Bedingung auf aws:PrincipalArn hat einen anderen Pfad',
    sentence: (value, wanted) => `Die Bedingung auf aws:PrincipalArn nennt ${value}, was einen anderen Pfad hat als ${wanted}.`,
  },
  principalArnOther: {
    title: 'Die Bedingung auf aws:PrincipalArn nennt eine andere Rolle',
    sentence: (value, wanted) => `Die Bedingung auf aws:PrincipalArn nennt ${value}, und die Anwendungsrolle ist ${wanted}.`,
  },
  principalArnOperator: {
    title: 'aws:PrincipalArn wird anders verglichen als verlangt',
    sentence: (operator) => `Die Anwendungsrolle wird mit ${operator} statt mit ArnEquals verglichen.`,
    detail: (applicationRoleArn) => `Es muss ArnEquals mit aws:PrincipalArn ${applicationRoleArn} sein.`,
  },
  principalArnMissing: {
    title: 'Die Bedingung, die die Anwendungsrolle nennt, fehlt',
    sentence: (applicationRoleArn) =>
      `Die Vertrauensrichtlinie lässt jede Rolle im Konto des Anbieters herein, nicht nur ${applicationRoleArn}.`,
    detail: (applicationRoleArn) => `Die Bedingung ArnEquals mit aws:PrincipalArn ${applicationRoleArn} fehlt.`,
  },
  arnDetail: (wanted) => `Es muss ArnEquals mit aws:PrincipalArn ${wanted} sein.`,
})
