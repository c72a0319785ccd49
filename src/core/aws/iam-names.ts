import * as z from 'zod/mini'

/** 1 to 64 characters. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
export const RoleName = z
  .string({ error: 'role-name-invalid' })
  .check(z.regex(/^[\w+=,.@-]{1,64}$/, { error: 'role-name-invalid' }))
  .brand<'RoleName'>()
export type RoleName = z.infer<typeof RoleName>

/** `/` or `/…/`, at most 512 characters. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
export const RolePath = z
  .string({ error: 'role-path-invalid' })
  .check(z.maxLength(512, { error: 'role-path-invalid' }), z.regex(/^\/$|^\/[\u0021-\u007e]+\/$/, { error: 'role-path-invalid' }))
  .brand<'RolePath'>()
export type RolePath = z.infer<typeof RolePath>

/** 1 to 64 characters. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateUser.html */
export const UserName = z
  .string()
  .check(z.regex(/^[\w+=,.@-]{1,64}$/))
  .brand<'UserName'>()
export type UserName = z.infer<typeof UserName>

/**
 * `/` or `/…/`, at most 512 characters. IAM allows more characters, of which some mean something else in policies and templates.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateUser.html
 */
export const UserPath = z
  .string()
  .check(z.maxLength(512), z.regex(/^\/(?:[\w+=,.@-]+\/)*$/))
  .brand<'UserPath'>()
export type UserPath = z.infer<typeof UserPath>
