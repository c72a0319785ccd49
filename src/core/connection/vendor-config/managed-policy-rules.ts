import { isServiceLinked, managedPoliciesMaximum, managedPolicyArn, managedPolicyIn, managedPolicyName } from '#core/aws/managed-policy.ts'
import type { Partition } from '#core/aws/partition.ts'
import { isOfferedIn, vendorIn } from '#core/connection/permission-set.ts'
import { servedPartitions, type VendorFields } from '#core/connection/vendor-fields.ts'
import { type ConfigRule, type ConfigSpot, found } from './config-finding.ts'
import { fieldForms } from './field-forms.ts'

const emptySet: ConfigRule = {
  severity: 'error',
  check: ({ permissionSets }) =>
    permissionSets.flatMap(({ statements, managedPolicyArns }, index): ConfigSpot[] =>
      statements.length + managedPolicyArns.length > 0
        ? []
        : [
            {
              path: ['permissionSets', index, 'statements'],
              message:
                'This permission set grants nothing. Add a statement, for example { "sid": "ReadImages", "actions": ["s3:GetObject"], "resources": ["arn:{{partition}}:s3:::{{buckets}}/*"] }, or a managed policy of AWS in "managedPolicyArns".',
            },
          ],
    ),
}

const policiesIn = (vendor: VendorFields, partition: Partition): ReadonlySet<string> =>
  new Set(vendorIn(vendor, partition).permissionSets.flatMap(({ managedPolicyArns }) => managedPolicyArns.map(managedPolicyName)))

const tooMany: ConfigRule = {
  severity: 'error',
  check: (vendor) => {
    const counts = servedPartitions(vendor).map((partition) => policiesIn(vendor, partition).size)
    const count = Math.max(0, ...counts)
    const message = `The permission sets have ${count} managed policies. IAM attaches ${managedPoliciesMaximum} to a role, unless AWS raises the quota of an account. Remove some, or write what you need of them as statements.`
    return count > managedPoliciesMaximum ? [{ path: ['permissionSets'], message }] : []
  },
}

/** Checks each managed policy of each set. */
const eachPolicy =
  (faultIn: (arn: string, index: number, arns: readonly string[]) => string | null): ConfigRule['check'] =>
  ({ permissionSets }) =>
    permissionSets.flatMap(({ managedPolicyArns }, set) =>
      managedPolicyArns.flatMap((arn, index, arns): ConfigSpot[] => {
        const message = faultIn(arn, index, arns)
        return message === null ? [] : [{ path: ['permissionSets', set, 'managedPolicyArns', index], message }]
      }),
    )

/** The policy of a customer's account is unknown to the vendor, and a name alone doesn't tell its path. */
function formHint(arn: string): string {
  const [, partition, owner, policy] = /^arn:([^:]*):iam::([^:]*):policy\/(\S+)$/.exec(arn) ?? []
  if (owner === 'aws' && partition !== 'aws')
    return ` Each role gets the policy of its own partition: write "arn:aws:iam::aws:policy/${policy}", and name partitions in "partitions".`
  if (owner !== undefined && owner !== 'aws')
    return ' Only managed policies of AWS can be attached. Write the actions of this one as statements.'
  return /^[\w/-]+$/.test(arn) ? ` The console shows the ARN of the policy ${arn} on its page.` : ''
}

const malformed: ConfigRule = {
  severity: 'error',
  check: eachPolicy((arn) => {
    const { allowed, example } = fieldForms['permissionSets[].managedPolicyArns[]'] ?? { allowed: '', example: '' }
    return managedPolicyArn.test(arn) ? null : `${found(arn)} is not allowed here. Use ${allowed}, for example ${example}.${formHint(arn)}`
  }),
}

const serviceLinked: ConfigRule = {
  severity: 'error',
  check: eachPolicy((arn) =>
    isServiceLinked(arn)
      ? `AWS attaches ${managedPolicyName(arn)} to roles of its own services only. Use another policy, for example "arn:aws:iam::aws:policy/SecurityAudit".`
      : null,
  ),
}

const repeated: ConfigRule = {
  severity: 'warning',
  check: eachPolicy((arn, index, arns) =>
    arns.findIndex((other) => managedPolicyIn(other, 'aws') === managedPolicyIn(arn, 'aws')) < index
      ? `${managedPolicyName(arn)} is in the list twice. Remove one of them.`
      : null,
  ),
}

type Placed = { readonly arn: string; readonly path: ConfigSpot['path'] }

const placedIn = ({ permissionSets }: VendorFields, partition: Partition): readonly Placed[] =>
  permissionSets.flatMap((set, index) =>
    isOfferedIn(set, partition)
      ? set.managedPolicyArns.map((arn, place) => ({ arn, path: ['permissionSets', index, 'managedPolicyArns', place] }))
      : [],
  )

/** Resources and attachments are named like the policy, so two of one name would collide, and one of them doesn't exist. */
const ambiguous: ConfigRule = {
  severity: 'error',
  check: (vendor) => {
    const spots = servedPartitions(vendor).flatMap((partition) => {
      const placed = placedIn(vendor, partition)
      return placed.flatMap(({ arn, path }, index): ConfigSpot[] => {
        const first = placed.find((other) => managedPolicyName(other.arn) === managedPolicyName(arn))
        if (
          first === undefined ||
          managedPolicyIn(first.arn, partition) === managedPolicyIn(arn, partition) ||
          placed.indexOf(first) >= index
        )
          return []
        const message = `${managedPolicyName(arn)} has another path here than in ${JSON.stringify(first.arn)}. AWS has each name once. Use the ARN that the console shows, everywhere.`
        return [{ path, message }]
      })
    })
    return [...new Map(spots.map((spot) => [JSON.stringify(spot.path), spot])).values()]
  },
}

export const managedPolicyRules: readonly ConfigRule[] = [emptySet, malformed, tooMany, serviceLinked, repeated, ambiguous]
