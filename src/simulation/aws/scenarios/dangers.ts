import { scenario, twoMinutes } from '#simulation/aws/scenario.ts'
import { withIdCondition, withOpenStatement, withPrincipal, withWholeAccount } from '#simulation/aws/trust-edits.ts'

const key = 'sts:ExternalId'

const prefixPattern = (externalId: string): string => `${externalId.slice(0, Math.ceil(externalId.length / 2))}*`
const suffixPattern = (externalId: string): string => `*${externalId.slice(Math.floor(externalId.length / 2))}`

/** A request succeeds that must be denied. */
export const dangerScenarios = [
  scenario({
    number: 10,
    id: 'no-condition',
    expects: 'external-id-not-required',
    doctorFinds: 'TP11',
    behavior: { trust: withIdCondition(() => ({})) },
    texts: {
      title: 'No condition',
      story: 'The condition was deleted from the trust policy, so the vendor account gets access without an external ID.',
    },
  }),
  scenario({
    number: 11,
    id: 'second-open-statement',
    expects: 'external-id-not-required',
    doctorFinds: 'TP22',
    behavior: { trust: withOpenStatement },
    texts: {
      title: 'A second, open statement',
      story: 'In addition to the right statement, there’s one that requires no external ID.',
    },
  }),
  scenario({
    number: 12,
    id: 'if-exists',
    expects: 'external-id-optional',
    doctorFinds: 'TP14',
    behavior: { trust: withIdCondition((id) => ({ StringEqualsIfExists: { [key]: id } })) },
    texts: {
      title: 'StringEqualsIfExists',
      story: 'The external ID is compared only if a request sends one.',
    },
  }),
  scenario({
    number: 13,
    id: 'for-all-values',
    expects: 'external-id-optional',
    doctorFinds: 'TP15',
    behavior: { trust: withIdCondition((id) => ({ 'ForAllValues:StringEquals': { [key]: id } })) },
    texts: {
      title: 'ForAllValues',
      story: 'ForAllValues:StringEquals also matches requests without an external ID.',
    },
  }),
  scenario({
    number: 14,
    id: 'any-value',
    expects: 'any-external-id-accepted',
    doctorFinds: 'TP12',
    behavior: { trust: withIdCondition(() => ({ StringLike: { [key]: '*' } })) },
    texts: {
      title: 'StringLike "*"',
      story: 'Any external ID is accepted.',
    },
  }),
  scenario({
    number: 15,
    id: 'null-false',
    expects: 'any-external-id-accepted',
    doctorFinds: 'TP16',
    behavior: { trust: withIdCondition(() => ({ Null: { [key]: 'false' } })) },
    texts: {
      title: 'Null "false"',
      story: 'The trust policy requires an external ID, but not which one.',
    },
  }),
  scenario({
    number: 16,
    id: 'prefix-pattern',
    expects: 'similar-external-id-accepted',
    doctorFinds: 'TP12',
    behavior: { trust: withIdCondition((id) => ({ StringLike: { [key]: prefixPattern(id) } })) },
    texts: {
      title: 'A matching prefix is enough',
      story: 'StringLike with the first half of the external ID and *.',
    },
  }),
  scenario({
    number: 17,
    id: 'suffix-pattern',
    expects: 'similar-external-id-accepted',
    doctorFinds: 'TP12',
    behavior: { trust: withIdCondition((id) => ({ StringLike: { [key]: suffixPattern(id) } })) },
    texts: {
      title: 'A matching suffix is enough',
      story: 'StringLike with * and the second half of the external ID.',
    },
  }),
  scenario({
    number: 18,
    id: 'ignore-case',
    expects: 'similar-external-id-accepted',
    doctorFinds: 'TP18',
    behavior: { trust: withIdCondition((id) => ({ StringEqualsIgnoreCase: { [key]: id } })) },
    texts: {
      title: 'StringEqualsIgnoreCase',
      story: 'Capitalization is ignored.',
    },
  }),
  scenario({
    number: 19,
    id: 'null-true',
    expects: 'condition-inverted',
    doctorFinds: 'TP16',
    behavior: { trust: withIdCondition(() => ({ Null: { [key]: 'true' } })) },
    texts: {
      title: 'Null "true"',
      story: 'The trust policy requires that no external ID is sent, so the right one is denied.',
    },
  }),
  scenario({
    number: 20,
    id: 'string-not-equals',
    expects: 'condition-inverted',
    doctorFinds: 'TP17',
    behavior: { trust: withIdCondition((id) => ({ StringNotEquals: { [key]: id } })) },
    texts: {
      title: 'StringNotEquals',
      story: 'The trust policy accepts everything except the right external ID.',
    },
  }),
  scenario({
    number: 21,
    id: 'string-not-equals-present',
    expects: 'condition-inverted',
    doctorFinds: 'TP17',
    behavior: { trust: withIdCondition((id) => ({ StringNotEquals: { [key]: id }, Null: { [key]: 'false' } })) },
    texts: {
      title: 'StringNotEquals and Null "false"',
      story: 'Any external ID except the right one is accepted. Requests without one are denied.',
    },
  }),
  scenario({
    number: 22,
    id: 'any-principal',
    expects: 'other-account-accepted',
    doctorFinds: 'TP02',
    behavior: { trust: withPrincipal(() => '*') },
    texts: {
      title: 'Every AWS account is trusted',
      story: 'The principal is {"AWS": "*"}. Anyone who knows the external ID gets access, from any account.',
    },
  }),
  scenario({
    number: 23,
    id: 'assumed-role-mismatch',
    expects: 'assumed-role-mismatch',
    behavior: { answeredRoleName: 'SomeOtherRole' },
    texts: {
      title: 'STS returns another role',
      story: 'The session from STS belongs to a different role. AWS doesn’t do this, but the wizard explains it.',
    },
  }),
  scenario({
    number: 24,
    id: 'middle-pattern',
    expects: 'similar-external-id-accepted',
    doctorFinds: 'TP12',
    behavior: { trust: withIdCondition((id) => ({ StringLike: { [key]: `${id.slice(0, 4)}*${id.slice(-4)}` } })) },
    texts: {
      title: 'Beginning and end are enough',
      story: 'StringLike with the first four and the last four characters: every ID that looks similar gets access.',
    },
  }),
  scenario({
    number: 25,
    id: 'open-ended',
    expects: 'similar-external-id-accepted',
    doctorFinds: 'TP12',
    behavior: { trust: withIdCondition((id) => ({ StringLike: { [key]: `${id}*` } })) },
    texts: {
      title: 'Anything can follow the ID',
      story: 'StringLike with the whole ID and *: an ID that starts with it gets access too.',
    },
  }),
  scenario({
    number: 26,
    id: 'two-spellings',
    expects: 'similar-external-id-accepted',
    doctorFinds: 'TP21',
    behavior: { trust: withIdCondition((id) => ({ StringEquals: { [key]: [id, id.toLowerCase(), id.toUpperCase()] } })) },
    texts: {
      title: 'The ID in other capitalizations',
      story: 'The condition lists the ID three times: as it is, in lowercase, and in uppercase.',
    },
  }),
  scenario({
    number: 27,
    id: 'whole-vendor-account',
    expects: 'other-role-accepted',
    doctorFinds: 'principal-arn-missing',
    behavior: { trust: withWholeAccount },
    texts: {
      title: 'Any role of the vendor',
      story:
        'The condition on aws:PrincipalArn was dropped. Every role in the vendor’s account can use the role, not just the application.',
    },
  }),
  scenario({
    number: 61,
    id: 'weakened-later',
    expects: 'weakened',
    doctorFinds: 'TP22',
    behavior: { later: { afterMs: twoMinutes, trust: withOpenStatement } },
    texts: {
      title: 'The trust policy is opened later',
      story: 'The role verifies. Two minutes after its creation, someone adds a statement that requires no external ID.',
    },
  }),
] as const
