import type { Vendor } from '#core/connection/vendor.ts'
import { mayChoose, shortestSessionDuration } from '#core/connection/vendor-fields.ts'
import { equals, every, not, onlyIf, ref, type TemplateMapping, type TemplateValue, templateDescription } from './template-value.ts'

/** A role setting that the customer may choose, as a parameter of the published template. */
type RoleOption = {
  readonly name: 'RolePath' | 'PermissionsBoundary' | 'MaxSessionDuration'
  readonly label: string
  readonly isOffered: (vendor: Vendor) => boolean
  readonly parameter: (vendor: Vendor) => TemplateMapping
}

const boundaryArn = '^arn:[a-z-]+:iam::(\\d{12}|aws):policy/[!-~]{1,600}$'

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
const rolePath: RoleOption = {
  name: 'RolePath',
  label: 'Role path',
  isOffered: (vendor) => mayChoose(vendor, 'path'),
  parameter: ({ name, role }) => ({
    Type: 'String',
    Description: templateDescription(`Part of the role ARN. If you change it here, ${name} cannot find the role.`),
    Default: role.path,
    MaxLength: 512,
    AllowedPattern: '^/$|^/[!-~]+/$',
    ConstraintDescription: '/ or a path that starts and ends with /, like /company/',
  }),
}

/**
 * The value for no boundary. AWS's validator checks the default even if a condition leaves the property out, and reports an empty
 * one as an ARN that is too short. An emptied field means the same.
 */
const noBoundary = 'no permissions boundary'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html */
const permissionsBoundary: RoleOption = {
  name: 'PermissionsBoundary',
  label: 'Permissions boundary',
  isOffered: ({ role }) => role.permissionsBoundary !== 'none',
  parameter: ({ role }) => ({
    Type: 'String',
    Description: templateDescription(
      `ARN of the policy that caps the permissions of the role.${role.permissionsBoundary === 'required' ? '' : ` Keep "${noBoundary}" if you do not need one.`}`,
    ),
    ...(role.permissionsBoundary === 'required' ? {} : { Default: noBoundary }),
    AllowedPattern: role.permissionsBoundary === 'required' ? boundaryArn : `^$|^${noBoundary}$|${boundaryArn}`,
    ConstraintDescription: 'the ARN of an IAM policy, like arn:aws:iam::444455556666:policy/Boundary',
  }),
}

const maxSessionDuration: RoleOption = {
  name: 'MaxSessionDuration',
  label: 'Maximum session duration (seconds)',
  isOffered: (vendor) => mayChoose(vendor, 'maxSessionDuration'),
  parameter: ({ role }) => ({
    Type: 'Number',
    Description: templateDescription('How long a role session can last, in seconds.'),
    Default: role.maxSessionDuration,
    MinValue: shortestSessionDuration,
    MaxValue: role.maxSessionDuration,
    ConstraintDescription: `${shortestSessionDuration} to ${role.maxSessionDuration} seconds`,
  }),
}

const offered = (vendor: Vendor): readonly RoleOption[] =>
  [rolePath, permissionsBoundary, maxSessionDuration].filter(({ isOffered }) => isOffered(vendor))

export function roleOptionParameters(vendor: Vendor): TemplateMapping {
  return Object.fromEntries(offered(vendor).map(({ name, parameter }) => [name, parameter(vendor)]))
}

export function roleOptionLabels(vendor: Vendor): readonly (readonly [name: string, label: string])[] {
  return offered(vendor).map(({ name, label }) => [name, label])
}

const boundaryCondition = 'HasPermissionsBoundary'

export function roleOptionConditions({ role }: Vendor): TemplateMapping {
  return role.permissionsBoundary === 'optional'
    ? { [boundaryCondition]: every([noBoundary, ''].map((none) => not(equals(ref(permissionsBoundary.name), none)))) }
    : {}
}

const boundaryProperty = ({ role }: Vendor): TemplateMapping => {
  const value = ref(permissionsBoundary.name)
  return { PermissionsBoundary: role.permissionsBoundary === 'required' ? value : onlyIf(boundaryCondition, value) }
}

const valueOr = (option: RoleOption, vendor: Vendor, value: TemplateValue): TemplateValue =>
  option.isOffered(vendor) ? ref(option.name) : value

/** Properties of the role: the offered parameters, and the vendor's values for the others. */
export function roleOptionProperties(vendor: Vendor): TemplateMapping {
  return {
    Path: valueOr(rolePath, vendor, vendor.role.path),
    MaxSessionDuration: valueOr(maxSessionDuration, vendor, vendor.role.maxSessionDuration),
    ...(permissionsBoundary.isOffered(vendor) ? boundaryProperty(vendor) : {}),
  }
}
