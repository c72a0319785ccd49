import type { LinkCardWords } from '#i18n/link-card-words.ts'

export const linkCard: LinkCardWords = {
  title: (vendor) => `Ihr AWS-Konto mit ${vendor} verbinden`,
  description: (vendor, purpose) =>
    `${vendor} ${purpose}. Sie legen eine einzige IAM-Rolle an, die nur ${vendor} nutzen kann, und sehen, dass sie funktioniert. Nach Zugriffsschlüsseln wird nicht gefragt.`,
  picture: 'Eine Rolle in Ihrem Konto, dazwischen eine externe ID, und die Anwendung, die die Rolle nutzen darf',
}
