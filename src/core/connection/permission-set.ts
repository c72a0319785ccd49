import * as z from 'zod/mini'
import { pastedText } from '#core/text/clean-paste.ts'
import { VendorText } from './vendor-text.ts'

/** What a parameter of a permission set names, and the form AWS gives it. */
export const ParameterKind = z.enum(['s3-bucket', 'kms-key-id', 'sqs-queue', 'dynamodb-table'])
export type ParameterKind = z.infer<typeof ParameterKind>

const bucketName =
  /^(?!xn--|sthree-|amzn-s3-demo-)(?!.*(?:-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$)(?!\d+\.\d+\.\d+\.\d+$)(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/

/** The form of each kind as an anchored pattern, its longest value, and how a pasted ARN is reduced to the name in it. */
export const parameterKinds: Readonly<
  Record<ParameterKind, { readonly pattern: RegExp; readonly maximumLength: number; readonly arn: RegExp; readonly example: string }>
> = {
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
  's3-bucket': {
    pattern: bucketName,
    maximumLength: 63,
    arn: /^(?:arn:aws[\w-]*:s3:::|s3:\/\/)([^/]+)(?:\/.*)?$/,
    example: 'acme-uploads',
  },
  // https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id-key-id
  'kms-key-id': {
    pattern: /^(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
    maximumLength: 36,
    arn: /^arn:aws[\w-]*:kms:[\w-]+:\d{12}:key\/(.+)$/,
    example: '1234abcd-12ab-34cd-56ef-1234567890ab',
  },
  // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html
  'sqs-queue': {
    pattern: /^([\w-]{1,80}|[\w-]{1,75}\.fifo)$/,
    maximumLength: 80,
    arn: /^arn:aws[\w-]*:sqs:[\w-]+:\d{12}:(.+)$/,
    example: 'image-jobs',
  },
  // https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html
  'dynamodb-table': {
    pattern: /^[\w.-]{3,255}$/,
    maximumLength: 255,
    arn: /^arn:aws[\w-]*:dynamodb:[\w-]+:\d{12}:table\/([^/]+)$/,
    example: 'image-index',
  },
}

export const PermissionSetParameter = z.strictObject({
  /** Stands in statements as `{{id}}`, in CloudFormation as a parameter in PascalCase. */
  id: z.string().check(z.regex(/^[a-z][a-zA-Z0-9]{0,40}$/)),
  title: VendorText,
  kind: ParameterKind,
  /** Several values, each of which gets its own ARN. */
  many: z._default(z.boolean(), false),
})
export type PermissionSetParameter = z.infer<typeof PermissionSetParameter>

const StatementTexts = z.array(z.string().check(z.minLength(1))).check(z.minLength(1))

export const PermissionSetStatement = z.strictObject({
  sid: z.string().check(z.regex(/^[A-Za-z0-9]{1,64}$/)),
  actions: StatementTexts,
  /** ARNs. `{{partition}}`, `{{accountId}}`, `{{region}}` and at most one `{{parameter}}` in each. */
  resources: StatementTexts,
  conditions: z.optional(z.record(z.string(), z.record(z.string(), z.union([z.string(), z.array(z.string())])))),
})
export type PermissionSetStatement = z.infer<typeof PermissionSetStatement>

/** A call that is made with the assumed role, once for each value of the parameter. */
export const PermissionCheck = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,60}$/)),
  call: z.enum(['s3-head-bucket', 's3-list-objects']),
  parameter: z.string(),
})
export type PermissionCheck = z.infer<typeof PermissionCheck>

/** A named group of permissions that the vendor asks for. */
export const PermissionSet = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-zA-Z0-9]{0,40}$/)),
  title: VendorText,
  /** In plain words, to the customer: why the vendor needs this. */
  why: VendorText,
  required: z._default(z.boolean(), false),
  parameters: z._default(z.array(PermissionSetParameter), []),
  statements: z.array(PermissionSetStatement).check(z.minLength(1)),
  checks: z._default(z.array(PermissionCheck), []),
})
export type PermissionSet = z.infer<typeof PermissionSet>

/** One value of a parameter; an ARN or `s3://` address is reduced to the name in it. */
export function parameterValue(kind: ParameterKind) {
  const { pattern, arn, maximumLength } = parameterKinds[kind]
  return z.pipe(
    z.pipe(
      z.string({ error: 'parameter-empty' }),
      z.transform((text) => {
        const value = pastedText(text)
        return arn.exec(value)?.[1] ?? value
      }),
    ),
    z.string().check(
      z.superRefine((value, context) => {
        if (value === '') context.addIssue({ code: 'custom', message: 'parameter-empty' })
        else if (value.length > maximumLength || !pattern.test(value)) context.addIssue({ code: 'custom', message: `parameter-${kind}` })
      }),
    ),
  )
}

/** Split at commas, blanks and line ends; empty parts go. */
export function listedValues(text: string): string[] {
  return text.split(/[\s,;]+/).filter((part) => pastedText(part) !== '')
}
