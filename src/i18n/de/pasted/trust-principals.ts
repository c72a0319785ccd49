import { conditionMessages } from '#core/pasted/condition-rules.ts'
import { principalArnMessages } from '#core/pasted/principal-arn-rules.ts'
import { principalRulesMessages } from '#core/pasted/principal-rules.ts'

conditionMessages.translate('de', {
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
  'condition-further': {
    title: 'Die Vertrauensrichtlinie hat eine weitere Bedingung',
    why: 'Ob die Anwendung sie erfüllen kann, ist nicht bekannt.',
  },
  sentence: (operator, key) => `Die Vertrauensrichtlinie hat eine weitere Bedingung, ${operator} auf ${key}, die nicht verlangt war.`,
  detail: (why) => `${why} Entfernen Sie sie, oder sprechen Sie mit dem Anbieter, wenn Ihr Unternehmen sie verlangt.`,
})

principalRulesMessages.translate('de', {
  nameMust: (vendorAccountId, vendor, partition, wantedVendorAccountId) =>
    `Der Prinzipal muss das Konto ${vendorAccountId} von ${vendor} sein, als arn:${partition}:iam::${wantedVendorAccountId}:root.`,
  roleCase: {
    title: 'Die Rolle, der vertraut wird, ist in anderer Groß- und Kleinschreibung geschrieben',
    sentence: (text, applicationRoleArn) =>
      `Die Vertrauensrichtlinie vertraut ${text}, was von der Anwendungsrolle ${applicationRoleArn} nur in der Groß- und Kleinschreibung abweicht.`,
  },
  rolePath: {
    title: 'Die Rolle, der vertraut wird, hat einen anderen Pfad',
    sentence: (text, applicationRoleArn) =>
      `Die Vertrauensrichtlinie vertraut ${text}. Die Anwendungsrolle ist ${applicationRoleArn}, mit einem anderen Pfad.`,
  },
  otherRole: {
    title: 'Der Prinzipal, dem vertraut wird, ist eine andere Rolle im Konto des Anbieters',
    sentence: (text, vendor) => `Die Vertrauensrichtlinie vertraut ${text}; das ist nicht die Rolle, mit der ${vendor} läuft.`,
  },
})

principalArnMessages.translate('de', {
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
  },
  principalArnMissing: {
    title: 'Die Bedingung, die die Anwendungsrolle nennt, fehlt',
    sentence: (applicationRoleArn) =>
      `Die Vertrauensrichtlinie lässt jede Rolle im Konto des Anbieters herein, nicht nur ${applicationRoleArn}.`,
    detail: (applicationRoleArn) => `Die Bedingung ArnEquals mit aws:PrincipalArn ${applicationRoleArn} fehlt.`,
  },
  must: (wanted) => `Es muss ArnEquals mit aws:PrincipalArn ${wanted} sein.`,
})
