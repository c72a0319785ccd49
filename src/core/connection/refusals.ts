import { messages, type TextsOf } from '#core/text/messages.ts'

/** In words: what is wrong, why, and the form that is expected. One entry for each code that the schemas of this folder give. */
export const refusalMessages = messages('refusals', {
  codes: {
    'account-id-empty': 'Enter your 12-digit AWS account ID.',
    'account-id-length': 'Account IDs have exactly 12 digits. A spreadsheet may have dropped leading zeros.',
    'account-id-characters': 'Enter a 12-digit account ID, a role ARN, or your AWS sign-in URL.',
    'account-id-alias': 'This URL doesn’t contain an account ID (it may use an alias). Enter the 12 digits instead.',
    'account-id-not-in-arn': 'This ARN doesn’t contain an account ID. Enter the 12 digits, or paste a role ARN.',
    'account-id-several': 'This names more than one account. Enter one account ID, or choose Connect several accounts.',
    'account-id-is-vendor': 'That’s the application’s own account. Enter your account ID.',
    'account-id-partition': 'This account is in a different AWS partition than the selected Region. Choose a Region in the same partition.',
    'account-id-zeros':
      'This number has fewer than 12 digits. A spreadsheet may have dropped leading zeros. Add them, or format the column as text.',
    'account-id-rounded':
      'A spreadsheet rounded this number, so digits are lost. Format the column as text, and enter the account ID again.',
    'account-id-repeated': 'This account is already in the list. The first line counts.',
    'account-connected': 'This account is already connected. It keeps its connection and external ID.',
    'account-list-full': 'Lists can have at most 500 accounts. Add these first, then the rest.',
    'account-name-invalid': 'Names can have at most 128 characters, and no control characters.',
    'external-id-empty': 'Enter an external ID, or use the generated one.',
    'external-id-too-short': 'This external ID is too short. Add random characters, or keep the generated ID.',
    'external-id-too-long': 'External IDs can have at most 1,224 characters.',
    'external-id-characters': 'Use only letters, digits, and _ + = , . @ : / - (no spaces).',
    'external-id-contains-account-id': 'Don’t include your account ID. It’s easy to guess.',
    'external-id-contains-name': 'The rest is too short to be hard to guess. Add at least 12 random characters to the name.',
    'external-id-repeated': 'This external ID repeats the same few characters. Use random characters.',
    'external-id-made-of-words': 'This external ID is too easy to guess. Use random characters, or add at least 12.',
    'region-unknown': 'Unknown Region. Choose a Region from the list.',
    'region-isolated': 'Regions in isolated AWS partitions aren’t supported. Choose a Region from the list.',
    'region-not-offered': 'The application isn’t available in this Region. Choose one from the list.',
    'partition-unknown': 'Unknown AWS partition. Use aws, aws-us-gov, aws-cn, or aws-eusc.',
    'role-name-invalid': 'Role names have 1–64 characters: letters, digits, and _ + = , . @ -',
    'role-path-invalid': 'Start and end the path with /. No spaces, 512 characters at most.',
    'role-options-invalid': 'Invalid role options. Use path, permissionsBoundary, tags, and maxSessionDuration.',
    'role-option-not-offered': 'The application doesn’t offer this role option. Leave it out.',
    'permissions-boundary-required':
      'The application requires a permissions boundary. Enter a policy ARN, like arn:aws:iam::444455556666:policy/Boundary.',
    'permissions-boundary-invalid': 'Enter a policy ARN, like arn:aws:iam::444455556666:policy/Boundary.',
    'permissions-boundary-not-a-policy':
      'This ARN isn’t a policy. Enter one with :policy/, like arn:aws:iam::444455556666:policy/Boundary.',
    'permissions-boundary-partition':
      'This policy is in a different AWS partition than the selected Region. Use a policy in the same partition.',
    'permissions-boundary-account': 'This policy belongs to another account. Use an AWS managed policy or a policy in this account.',
    'tags-invalid': 'Invalid tags. Use a list of objects with key and value, both text.',
    'tags-too-many': 'Roles can have at most 50 tags, including those of the application. Remove some.',
    'tag-key-empty': 'A tag has no key. Add a key before the =.',
    'tag-key-too-long': 'Tag keys can have at most 128 characters.',
    'tag-key-characters': 'Use only letters, digits, spaces, and _ . : / = + - @ in tag keys.',
    'tag-key-reserved': 'Keys that start with aws: are reserved. Choose another key.',
    'tag-key-repeated': 'Tag keys must be unique (not case-sensitive). Remove one of them.',
    'tag-value-too-long': 'Tag values can have at most 256 characters.',
    'tag-value-characters': 'Use only letters, digits, spaces, and _ . : / = + - @ in tag values.',
    'session-duration-invalid': 'Enter the maximum session duration in whole seconds, for example 3600.',
    'session-duration-range': 'Choose at least 3,600 seconds, and no more than the application requests.',
    'permissions-policy-form': 'Not a valid IAM policy. It needs Version and Statement, and no unknown elements.',
    'permissions-policy-incomplete': 'Each statement needs one Effect (Allow or Deny), one Action, and one Resource.',
    'permissions-policy-principal': 'Permissions policies can’t have a Principal. It belongs in the trust policy. Remove it.',
    'permissions-policy-too-long':
      'The policy is too long. AWS allows at most 10,240 characters, excluding whitespace. Name fewer resources.',
    'permissions-policy-characters':
      'The policy has a character that AWS doesn’t accept, such as a curly quote or a long dash. Replace it.',
    'permissions-policy-sid': 'Each Sid must be unique and contain only letters and digits.',
    'permissions-policy-action': 'Write actions as service:Name, for example s3:GetObject.',
    'permissions-policy-resource': 'Resources must be ARNs or *, for example arn:aws:s3:::acme-uploads/*.',
    'permissions-policy-condition':
      'A condition has an unknown operator, a value that the operator can’t compare, or a key without a prefix such as aws:. Correct it.',
    'permissions-invalid': 'Invalid permissions. List the parameters of each permission set with text values.',
    'permission-set-unknown': 'The application doesn’t request this permission set. Choose one of those shown.',
    'parameter-empty': 'Enter at least one value. Access is limited to what you enter here.',
    'parameter-too-many': 'Enter at most 20 values, or one where only one is allowed.',
    'parameter-s3-bucket': 'Enter a valid bucket name or ARN. Bucket names have 3–63 lowercase letters, digits, dots, and hyphens.',
    'parameter-kms-key-id': 'Enter a KMS key ID or key ARN (not an alias).',
    'parameter-sqs-queue':
      'Enter a queue name or ARN. Queue names have up to 80 letters, digits, hyphens, and underscores, and can end with .fifo.',
    'parameter-dynamodb-table': 'Enter a table name or ARN. Table names have 3–255 letters, digits, underscores, hyphens, and dots.',
    'parameter-sns-topic':
      'Enter a topic name or ARN. Topic names have up to 256 letters, digits, hyphens, and underscores, and can end with .fifo.',
    'parameter-secret': 'Enter the name or full ARN of a secret. Secret names have up to 512 letters, digits, and / _ + = . @ -',
    'parameter-log-group': 'Enter a log group name or ARN. Log group names have up to 512 letters, digits, and _ - / . #',
    'parameter-region': 'Enter a Region by its code, for example us-east-1.',
    'parameter-arn': 'Enter a full ARN without wildcards, for example arn:aws:kinesis:us-east-1:444455556666:stream/image-events.',
    'parameter-tag-value': 'Enter a tag value. Use up to 256 unaccented letters, digits, spaces, and _ . : / = + @ -',
    'parameter-partition':
      'This value belongs to another AWS partition than the selected Region. Enter an ARN or a Region in the same partition.',
    'parameter-text': 'Use up to 128 unaccented letters, digits, and _ . / = + @ - (no spaces or wildcards).',
    'request-invalid':
      'Invalid request. It needs accountId, region, externalId, and permissions, with role and permissionsPolicy optional.',
    'handoff-note-too-long': 'Notes can have at most 500 characters.',
    'handoff-draft-too-long': 'This is too long for a link. Shorten the edited permissions policy or the lists of names.',
    'handoff-note-empty': 'Add a sentence or two so that your colleague knows what you need.',
  },
  /** Names a code that is not known here, so that support can search for it. */
  unknown: (code: string) => `That value isn’t valid (${code}).`,
})

type RefusalTexts = TextsOf<typeof refusalMessages>['codes']

export type RefusalCode = keyof RefusalTexts

const isRefusalCode = (code: string, texts: RefusalTexts): code is RefusalCode => Object.hasOwn(texts, code)

/** The text for a code. An unknown code is part of the text, so that it can be searched for. */
export function refusalMessage(code: string, language = 'en'): string {
  const { codes, unknown } = refusalMessages.in(language)
  return isRefusalCode(code, codes) ? codes[code] : unknown(code)
}
