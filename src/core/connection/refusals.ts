import { messages, type TextsOf } from '#core/text/messages.ts'

/** In words: what is wrong, why, and the form that is expected. One entry for each code that the schemas of this folder give. */
export const refusalMessages = messages('refusals', {
  codes: {
    'account-id-empty': 'Enter the AWS account ID: 12 digits, for example 444455556666. The console shows it at the top right.',
    'account-id-length': 'An AWS account ID has exactly 12 digits. If a spreadsheet has removed zeros at the start, put them back.',
    'account-id-characters':
      'This is not an AWS account ID. Enter its 12 digits, for example 444455556666, or paste a role ARN or the sign-in address.',
    'account-id-alias':
      'This address does not have the account ID in it, perhaps because it uses an alias. Enter the 12 digits; the console shows them at the top right.',
    'account-id-not-in-arn':
      'This ARN does not name an account. Enter the 12 digits, or paste the ARN of a role, for example arn:aws:iam::444455556666:role/Name.',
    'account-id-is-vendor':
      'This is the account the application runs in, not yours. Enter the account ID of the account that you want to connect.',
    'account-id-partition':
      'This ARN or address belongs to another AWS partition than the region. A role cannot be assumed across partitions: choose a region of the same partition.',
    'account-id-zeros':
      'This number has fewer than 12 digits. A spreadsheet has probably removed zeros at the start: put them back, or paste the column formatted as text.',
    'account-id-rounded':
      'A spreadsheet has shortened this number, and digits are lost. Format the column as text, enter the account ID again, and paste it.',
    'account-id-repeated': 'This account is in the list already. Each account has one connection, so the first line counts.',
    'account-connected': 'This account is connected already. It keeps its connection and its external ID.',
    'account-list-full': 'One list takes at most 500 accounts. Connect those first, then paste the rest.',
    'account-name-invalid': 'A name has at most 128 characters, without control characters.',
    'external-id-empty': 'Enter an external ID, or take the one that is proposed. Without one the role would not be safe.',
    'external-id-too-short':
      'This external ID is shorter than the application asks for, so others could find it by trying. Add random characters, or take the one that is proposed.',
    'external-id-too-long': 'This external ID is too long. AWS takes at most 1224 characters.',
    'external-id-characters':
      'AWS does not accept one of these characters in an external ID. Use letters without accents, digits, and _ + = , . @ : / - with no blanks inside.',
    'external-id-contains-account-id':
      'This external ID has the account ID in it. Many people know that number, so it makes the external ID easier to guess. Use random characters.',
    'external-id-contains-name':
      'Without the name in it, too little of this external ID is left that others could not guess. Use random characters, or add at least 12 to the name.',
    'external-id-repeated': 'This external ID repeats the same few characters, so it is easy to guess. Use random characters.',
    'external-id-made-of-words':
      'This external ID is made of common words, sequences or keyboard rows, so it is easy to guess. Use random characters, or add at least 12 of them.',
    'region-unknown': 'This is not a region of AWS that we know. Choose one from the list, for example us-east-1.',
    'region-isolated':
      'This region belongs to an isolated AWS partition that has no public console, so it cannot be connected from here. Choose one from the list.',
    'region-not-offered': 'The application does not serve this region. Choose one from the list.',
    'partition-unknown': 'This is not a public AWS partition. Expected is aws, aws-us-gov, aws-cn or aws-eusc.',
    'role-name-invalid': 'A role name has 1 to 64 characters: letters, digits, and _ + = , . @ -',
    'role-path-invalid': 'A role path is / or begins and ends with /, without blanks, and has at most 512 characters.',
    'role-options-invalid':
      'These options of the role do not have the expected form: path, permissionsBoundary, tags and maxSessionDuration.',
    'role-option-not-offered': 'The application does not offer this option of the role. Leave it out.',
    'permissions-boundary-required':
      'The application asks for a permissions boundary. Enter the ARN of the policy that your company uses for it, for example arn:aws:iam::444455556666:policy/Boundary.',
    'permissions-boundary-invalid':
      'This is not the ARN of a policy. It looks like arn:aws:iam::444455556666:policy/Boundary; the IAM console shows it.',
    'permissions-boundary-not-a-policy':
      'This ARN is not that of a policy, so it cannot be a permissions boundary. Enter one with :policy/ in it, for example arn:aws:iam::444455556666:policy/Boundary.',
    'permissions-boundary-partition':
      'This policy is in another AWS partition than the region above, so no role there can have it as its boundary. Use a policy of the same partition.',
    'permissions-boundary-account':
      'This policy belongs to another account. A permissions boundary is a policy of AWS, or of the account that the role is created in.',
    'tags-invalid': 'Tags are a list in which each one has a key and a value, both of them texts.',
    'tags-too-many': 'A role has at most 50 tags, those that the application sets included. Remove some.',
    'tag-key-empty': 'A tag has no key. Write its key in front of the equals sign.',
    'tag-key-too-long': 'The key of a tag is too long. AWS takes at most 128 characters.',
    'tag-key-characters': 'AWS does not accept one of the characters in the key of a tag. Use letters, digits, blanks, and _ . : / = + - @',
    'tag-key-reserved': 'The key of a tag begins with aws:, which AWS keeps for itself. Choose another key.',
    'tag-key-repeated': 'Two tags have the same key. IAM does not tell capital and small letters apart here. Remove one of them.',
    'tag-value-too-long': 'The value of a tag is too long. AWS takes at most 256 characters.',
    'tag-value-characters':
      'AWS does not accept one of the characters in the value of a tag. Use letters, digits, blanks, and _ . : / = + - @',
    'session-duration-invalid': 'Enter the longest session in whole seconds, for example 3600.',
    'session-duration-range': 'A session lasts at least 3600 seconds, and no longer than the application asks for. Choose one in between.',
    'permissions-policy-form':
      'This is not a policy in JSON that AWS takes. It needs a Version, a Statement, and nothing that the grammar of IAM policies does not know.',
    'permissions-policy-incomplete':
      'A statement of the policy lacks something: each one needs one Effect (Allow or Deny), one Action and one Resource.',
    'permissions-policy-principal': 'A permissions policy has no Principal: who may use the role stands in its trust policy. Remove it.',
    'permissions-policy-too-long':
      'The policy is too long. AWS takes at most 10,240 characters, white space not counted. Name fewer resources.',
    'permissions-policy-characters':
      'AWS does not accept one of the characters of the policy, perhaps a curly quote or a long dash. Use characters up to ÿ.',
    'permissions-policy-sid':
      'A Sid of the policy stands twice, or has other characters than letters A to Z and digits. Change or remove it.',
    'permissions-policy-action':
      'An action of the policy does not have the form that AWS takes: the service, a colon and the name, for example s3:GetObject.',
    'permissions-policy-resource': 'A resource of the policy is neither an ARN nor *. Write, for example, arn:aws:s3:::acme-uploads/*.',
    'permissions-policy-condition':
      'A condition of the policy has an operator that IAM does not know, a value that the operator cannot compare, or a key without a prefix such as aws: in front.',
    'permissions-invalid':
      'The chosen permissions do not have the expected form: for each permission set, its parameters with text values.',
    'permission-set-unknown': 'The application does not ask for this permission set. Choose from the ones that are shown.',
    'parameter-empty': 'Enter a value. The permissions are granted for exactly what you name here.',
    'parameter-too-many': 'These are too many values. Where several are taken, the limit is 20, which keeps the policy within its quota.',
    'parameter-s3-bucket':
      'This is not a bucket name. It has 3 to 63 small letters, digits, dots and hyphens, for example acme-uploads. A bucket ARN is taken too.',
    'parameter-kms-key-id':
      'This is not the ID of a KMS key. It looks like 1234abcd-12ab-34cd-56ef-1234567890ab, or begins with mrk-. A key ARN is taken too, an alias is not.',
    'parameter-sqs-queue':
      'This is not a queue name. It has up to 80 letters, digits, hyphens and underscores, and may end with .fifo. A queue ARN is taken too.',
    'parameter-dynamodb-table':
      'This is not a table name. It has 3 to 255 letters, digits, underscores, hyphens and dots. A table ARN is taken too.',
    'request-invalid':
      'The request does not have the expected form: an object with accountId, region, externalId and permissions, and perhaps role and permissionsPolicy.',
    'handoff-note-too-long': 'This note is too long: 500 characters at most.',
    'handoff-draft-too-long':
      'This is more than a link can carry. Most of it is in the edited permissions policy or in the lists of names: shorten them.',
    'handoff-note-empty': 'Write a sentence or two, so that your colleague knows what you need.',
  },
  /** For a code that is not known here, so that it can be looked for. */
  unknown: (code: string) => `This value does not have the expected form (${code}).`,
})

type RefusalTexts = TextsOf<typeof refusalMessages>['codes']

export type RefusalCode = keyof RefusalTexts

const isRefusalCode = (code: string, texts: RefusalTexts): code is RefusalCode => Object.hasOwn(texts, code)

/** The text for a code; a code that is not known here is named, so that it can be looked for. */
export function refusalMessage(code: string, language = 'en'): string {
  const { codes, unknown } = refusalMessages.in(language)
  return isRefusalCode(code, codes) ? codes[code] : unknown(code)
}
