import { done } from '#simulation/aws/answer.ts'
import { type Action, type Call, type Constraints, constraintRefusal } from '#simulation/aws/call.ts'
import { type VendorUser, vendorUser } from '#simulation/aws/vendor-user.ts'
import { members } from '#simulation/aws/xml.ts'
import { encodedPolicy, noSuchEntity } from './role-lookup.ts'

const name = (key: string, maximumLength: number): Constraints => ({
  [key]: { required: true, minimumLength: 1, maximumLength, pattern: '[\\w+=,.@-]+' },
})

const policyName = 'AssumeCustomerRoles'

/** The only user with policies is the vendor's. */
const onUser =
  (constraints: Constraints, act: (user: VendorUser, call: Call) => ReturnType<Action>): Action =>
  (call) => {
    const { world, partition, caller, parameters } = call
    const refusal = constraintRefusal(parameters, { ...name('UserName', 64), ...constraints })
    if (refusal !== null) return refusal
    const user = vendorUser(world.vendor, partition)
    const isKnown =
      user !== null && user.accountId === caller.accountId && world.vendor.applicationUser?.name === parameters.get('UserName')
    return isKnown ? act(user, call) : noSuchEntity(`The user with name ${parameters.get('UserName')} cannot be found.`)
  }

export const userPolicyActions: Readonly<Record<string, Action>> = {
  ListUserPolicies: onUser({}, () => done({ PolicyNames: members([policyName]), IsTruncated: false })),
  GetUserPolicy: onUser(name('PolicyName', 128), ({ policy }, { parameters }) => {
    const [UserName, PolicyName] = [parameters.get('UserName') ?? '', parameters.get('PolicyName') ?? '']
    if (PolicyName !== policyName) return noSuchEntity(`The user policy with name ${PolicyName} cannot be found.`)
    return done({ UserName, PolicyName, PolicyDocument: encodedPolicy(policy) })
  }),
}
