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

export const applicationRules: readonly ConfigRule[] = [roleAndUser, userByCertificate, userWithKeys]
