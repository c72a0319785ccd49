import { mayChoose, shortestSessionDuration } from '#core/connection/customer-choice.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { templateDescription } from './template-description.ts'
import { equals, every, not, onlyIf, ref, type TemplateMapping, type TemplateValue } from './template-value.ts'

/** One thing that a customer's company may ask of the role, as a parameter of the published template. */
type CompanyParameter = {
  readonly name: 'RolePath' | 'PermissionsBoundary' | 'MaxSessionDuration'
  readonly label: string
  readonly isOffered: (vendor: Vendor) => boolean
  readonly parameter: (vendor: Vendor) => TemplateMapping
}

const boundaryArn = '^arn:[a-z-]+:iam::(\\d{12}|aws):policy/[!-~]{1,600}$'

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
const rolePath: CompanyParameter = {
  name: 'RolePath',
  label: 'Path of the role',
  isOffered: (vendor) => mayChoose(vendor, 'path'),
  parameter: ({ name, role }) => ({
    Type: 'String',
    Description: templateDescription(`Part of the ARN of the role. Change it here and ${name} does not find the role.`),
    Default: role.path,
    MaxLength: 512,
    AllowedPattern: '^/$|^/[!-~]+/$',
    ConstraintDescription: '/ alone, or a path that begins and ends with /, like /company/',
  }),
}

/**
 * What the parameter says where there is none. AWS's validator looks at the value of the default even where a condition
 * leaves it out, and takes an empty one for an ARN that is too short. An emptied field means the same.
 */
const noBoundary = 'no permissions boundary'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html */
const permissionsBoundary: CompanyParameter = {
  name: 'PermissionsBoundary',
  label: 'Permissions boundary',
  isOffered: ({ role }) => role.permissionsBoundary !== 'none',
  parameter: ({ role }) => ({
    Type: 'String',
    Description: templateDescription(
      `The ARN of the policy that your company sets as the permissions boundary of the role.${role.permissionsBoundary === 'required' ? '' : ` Leave "${noBoundary}" if there is none.`}`,
    ),
    ...(role.permissionsBoundary === 'required' ? {} : { Default: noBoundary }),
    AllowedPattern: role.permissionsBoundary === 'required' ? boundaryArn : `^$|^${noBoundary}$|${boundaryArn}`,
    ConstraintDescription: 'the ARN of an IAM policy, like arn:aws:iam::444455556666:policy/Boundary',
  }),
}

const maxSessionDuration: CompanyParameter = {
  name: 'MaxSessionDuration',
  label: 'Longest session, in seconds',
  isOffered: (vendor) => mayChoose(vendor, 'maxSessionDuration'),
  parameter: ({ role }) => ({
    Type: 'Number',
    Description: templateDescription('How long a session with the role may last, in seconds.'),
    Default: role.maxSessionDuration,
    MinValue: shortestSessionDuration,
    MaxValue: role.maxSessionDuration,
    ConstraintDescription: `${shortestSessionDuration} to ${role.maxSessionDuration} seconds`,
  }),
}

const offered = (vendor: Vendor): readonly CompanyParameter[] =>
  [rolePath, permissionsBoundary, maxSessionDuration].filter(({ isOffered }) => isOffered(vendor))

export function companyPolicyParameters(vendor: Vendor): TemplateMapping {
  return Object.fromEntries(offered(vendor).map(({ name, parameter }) => [name, parameter(vendor)]))
}

export function companyPolicyLabels(vendor: Vendor): readonly (readonly [name: string, label: string])[] {
  return offered(vendor).map(({ name, label }) => [name, label])
}

const boundaryCondition = 'HasPermissionsBoundary'

export function companyPolicyConditions({ role }: Vendor): TemplateMapping {
  return role.permissionsBoundary === 'optional'
    ? { [boundaryCondition]: every([noBoundary, ''].map((none) => not(equals(ref(permissionsBoundary.name), none)))) }
    : {}
}

const boundaryProperty = ({ role }: Vendor): TemplateMapping => {
  const value = ref(permissionsBoundary.name)
  return { PermissionsBoundary: role.permissionsBoundary === 'required' ? value : onlyIf(boundaryCondition, value) }
}

const valueOr = (company: CompanyParameter, vendor: Vendor, value: TemplateValue): TemplateValue =>
  company.isOffered(vendor) ? ref(company.name) : value

/** What stands in the properties of the role: the parameters that are offered, else what the vendor says. */
export function companyPolicyProperties(vendor: Vendor): TemplateMapping {
  return {
    Path: valueOr(rolePath, vendor, vendor.role.path),
    MaxSessionDuration: valueOr(maxSessionDuration, vendor, vendor.role.maxSessionDuration),
    ...(permissionsBoundary.isOffered(vendor) ? boundaryProperty(vendor) : {}),
  }
}
