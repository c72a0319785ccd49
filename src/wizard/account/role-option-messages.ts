import { messages } from '#core/text/messages.ts'
import { plural } from '#core/text/plural.ts'

const hoursText = (hours: number): string => plural('en', hours, { one: '# hour', other: '# hours' })

/** Requirements of a company for the role, on the account screen. */
export const roleOptionMessages = messages('role-options', {
  hint: 'Only what your company asks for. An empty field leaves the role as it is proposed.',
  path: {
    label: 'Path of the role',
    hint: (ofVendor: string) =>
      `Part of the ARN of the role. Begins and ends with /, for example /company/connectors/. Leave it empty for ${ofVendor}`,
  },
  boundary: {
    label: 'Permissions boundary',
    requiredLabel: 'Permissions boundary (required)',
    hint: (example: string) => `The ARN of the policy that limits what the role may ever do, for example ${example}`,
  },
  tags: {
    label: 'Tags',
    hint: (ofVendor: readonly string[]) =>
      `One a line: Key=Value.${ofVendor.length === 0 ? '' : ` Set already: ${ofVendor.join(', ')}.`} With tags you upload a template instead of opening a link.`,
  },
  session: {
    label: 'Longest session',
    hint: 'A shorter one is enough for an application that works with a role itself: AWS gives it an hour at most.',
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
    session: 'Longest session',
    seconds: (seconds: number) => `${seconds} seconds`,
  },
})
