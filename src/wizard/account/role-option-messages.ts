import { messages } from '#core/text/messages.ts'
import { plural } from '#core/text/plural.ts'

const hoursText = (hours: number): string => plural('en', hours, { one: '# hour', other: '# hours' })

/** Requirements of a company for the role, on the account screen. */
export const roleOptionMessages = messages('role-options', {
  hint: 'Fill these in only if your company requires them.',
  path: {
    label: 'Role path',
    hint: (ofVendor: string) => `Starts and ends with /, for example /company/connectors/. Default: ${ofVendor}`,
  },
  boundary: {
    label: 'Permissions boundary',
    requiredLabel: 'Permissions boundary (required)',
    hint: (example: string) => `ARN of the policy that caps this role’s permissions, for example ${example}`,
  },
  tags: {
    label: 'Tags',
    hint: (ofVendor: readonly string[]) =>
      `One Key=Value per line.${ofVendor.length === 0 ? '' : ` Already set: ${ofVendor.join(', ')}.`} With custom tags, you’ll upload a template instead of using a link.`,
  },
  session: {
    label: 'Maximum session duration',
    hint: 'AWS limits role chaining to 1 hour.',
    asAsked: (hours: number, vendor: string) => `${hoursText(hours)} (requested by ${vendor})`,
    hours: hoursText,
  },
  facts: {
    title: 'Role',
    arn: 'ARN',
    boundary: 'Permissions boundary',
    noBoundary: 'none',
    tags: 'Tags',
    noTags: 'none',
    session: 'Maximum session duration',
    seconds: (seconds: number) => `${seconds} seconds`,
  },
})
