import type { Edit } from '#core/policy/form/rule.ts'
import type { PrincipalKind, PrincipalView } from '#core/policy/principal-view.ts'
import type { TrustStatement, TrustSubject } from '#core/rules/trust-subject.ts'
import { demand } from './conditions.ts'

export type PlacedPrincipal = { readonly statement: TrustStatement; readonly principal: PrincipalView }

/** The principals of these kinds, in the statements that the filter takes. */
export function principalsOf(
  { statements }: TrustSubject,
  kinds: readonly PrincipalKind[],
  isMeant: (statement: TrustStatement) => boolean = ({ isAllow }) => isAllow,
): readonly PlacedPrincipal[] {
  return statements
    .filter(isMeant)
    .flatMap((statement) => statement.principals.filter(({ kind }) => kinds.includes(kind)).map((principal) => ({ statement, principal })))
}

const vendorRoot = ({ partition, context }: TrustSubject): string => `arn:${partition}:iam::${context.vendorAccountId}:root`

/** The statement with the vendor account as its principal. */
export const trustVendor = ({ path }: TrustStatement, subject: TrustSubject): readonly Edit[] => [
  { path: [...path, 'Principal'], value: { AWS: vendorRoot(subject) } },
]

/** The same role, named by a condition that goes on to hold when the role is created anew. */
export const trustRole = (statement: TrustStatement, subject: TrustSubject, roleArn: string): readonly Edit[] => [
  ...trustVendor(statement, subject),
  ...demand(statement, { operator: 'ArnEquals', key: 'aws:PrincipalArn', value: roleArn }),
]

/** `1111 2222 3333`, as the console shows it. */
export const inGroups = (accountId: string): string => accountId.replace(/^(\d{4})(\d{4})(\d{4})$/, '$1 $2 $3')

/** The linter's rules about principals that are not the vendor account. */
export const lintedPrincipalRules: readonly string[] = [
  'TP01',
  'TP02',
  'TP03',
  'TP04',
  'TP05',
  'TP06',
  'TP07',
  'TP08',
  'TP09',
  'TP10',
  'TP29',
  'TP30',
  'TP39',
]
