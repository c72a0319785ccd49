import type { VendorFields } from '#core/connection/vendor-fields.ts'
import type { ConfigRule } from './config-finding.ts'

const roleAndUser: ConfigRule = {
  severity: 'error',
  check: ({ applicationRoleName, applicationUser }) =>
    applicationRoleName !== undefined && applicationUser !== undefined
      ? [
          {
            path: ['applicationUser', 'name'],
            message:
              'The application calls AWS either as a role or as an IAM user. Remove "applicationUser", or else "applicationRoleName". A role is more secure.',
          },
        ]
      : [],
}

/** https://docs.aws.amazon.com/rolesanywhere/latest/userguide/introduction.html: it hands out sessions of roles alone. */
const userByCertificate: ConfigRule = {
  severity: 'error',
  check: ({ applicationUser, hosting }) =>
    applicationUser !== undefined && hosting === 'roles-anywhere'
      ? [
          {
            path: ['hosting'],
            message:
              'IAM Roles Anywhere gives an application a role, and "applicationUser" names an IAM user. Remove "hosting", or use "applicationRoleName" in place of "applicationUser".',
          },
        ]
      : [],
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles */
const userWithKeys: ConfigRule = {
  severity: 'warning',
  check: ({ applicationUser }) =>
    applicationUser === undefined
      ? []
      : [
          {
            path: ['applicationUser'],
            message:
              'An IAM user needs an access key, which works until you delete it. Anyone who finds it can use the role of every customer whose external ID they know. Use a role if you can, for example "applicationRoleName": "AcmeApplication". It works on every AWS service, and with IAM Roles Anywhere also outside AWS.',
          },
        ],
}

const furtherRoles = ({ additionalApplicationRoles = [], verifierRole }: VendorFields) => [
  ...additionalApplicationRoles.map(({ name }, index) => ({ name, path: ['additionalApplicationRoles', index, 'name'] })),
  ...(verifierRole === undefined ? [] : [{ name: verifierRole.name, path: ['verifierRole', 'name'] }]),
]

/** Alone, they would lock the application out: without its name, customers trust every role. */
const rolesWithoutApplication: ConfigRule = {
  severity: 'error',
  check: (vendor) =>
    vendor.applicationRoleName !== undefined
      ? []
      : furtherRoles(vendor)
          .slice(0, 1)
          .map(({ path }) => ({
            path,
            message:
              'Other roles are trusted in addition to that of the application. Add "applicationRoleName", for example "AcmeApplication".',
          })),
}

/** An account has each name once, in any case and path. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
const rolesNamedTwice: ConfigRule = {
  severity: 'error',
  check: (vendor) => {
    const roles = furtherRoles(vendor)
    const isTaken = (name: string, index: number) =>
      [vendor.applicationRoleName, ...roles.slice(0, index).map((role) => role.name)].some(
        (taken) => taken?.toLowerCase() === name.toLowerCase(),
      )
    return roles.flatMap(({ name, path }, index) =>
      isTaken(name, index)
        ? [
            {
              path,
              message: `The role ${JSON.stringify(name)} is named twice. An account has one role of a name, whatever its path. Remove one.`,
            },
          ]
        : [],
    )
  },
}

const pathWithoutApplication: ConfigRule = {
  severity: 'error',
  check: ({ applicationRoleName, applicationRolePath }) =>
    applicationRoleName === undefined && applicationRolePath !== undefined
      ? [
          {
            path: ['applicationRolePath'],
            message: 'The path is of the role in "applicationRoleName". Add its name, for example "AcmeApplication", or remove the path.',
          },
        ]
      : [],
}

export const applicationRules: readonly ConfigRule[] = [
  roleAndUser,
  userByCertificate,
  userWithKeys,
  pathWithoutApplication,
  rolesWithoutApplication,
  rolesNamedTwice,
]
