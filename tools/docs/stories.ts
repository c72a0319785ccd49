import { type CoveredCommand, coveredCommands } from './covered-commands.ts'
import { type ShellBlock, shellBlocksIn } from './shell-blocks.ts'

/** Blocks of one page that are run as a reader would, in an empty folder that has the package. */
export type Story = {
  readonly page: string
  /** The config of `rolebridge init` is made by the page. Without it, the demo vendor's is used. */
  readonly server: 'started-by-page' | 'started-before' | 'none'
  /** Each block has a shell of its own, as where a page shows two ways. */
  readonly isApart?: boolean
  /** Shell commands before: what the page takes for granted. */
  readonly given?: string
}

const token = `token=$VENDOR_TOKEN`

const connection = `${token}
id=$(curl -s -X POST https://connect.example.com/api/vendor/connections -H "Authorization: Bearer $token" -H 'Content-Type: application/json' -d '{
  "tenant": "acme", "accountId": "444455556667", "region": "us-east-1",
  "permissions": { "readSourceImages": { "sourceBuckets": ["acme-uploads"] } }
}' | jq -er .id)`

const importedRole = `export AWS_ENDPOINT_URL=http://127.0.0.1:4174 AWS_DEFAULT_REGION=us-east-1 AWS_ACCESS_KEY_ID=SIM444455556666 AWS_SECRET_ACCESS_KEY=any
aws iam create-role --role-name PixelworksAccess --assume-role-policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"sts:AssumeRole"}]}' > created.json`

export const stories: readonly Story[] = [
  { page: 'README.md', server: 'started-by-page' },
  { page: 'docs/get-started.md', server: 'started-by-page' },
  {
    page: 'docs/vendors.md',
    server: 'started-by-page',
    given: 'cp "$SHOWN_CONFIG" vendor.json\ncp "$SHOWN_CONFIG" my-vendor.json\ncp "$SHOWN_POLICY" my-policy.json\nmkdir backups',
  },
  { page: 'docs/vendor-api.md', server: 'started-before', given: connection },
  { page: 'docs/events.md', server: 'started-before', given: token },
  { page: 'docs/http-api.md', server: 'started-before' },
  { page: 'docs/simulator.md', server: 'started-before', isApart: true },
  { page: 'docs/security-reviewers.md', server: 'started-before', given: importedRole },
  { page: 'docs/embed.md', server: 'started-before' },
  {
    page: 'CONTRIBUTING.md',
    server: 'none',
    given: 'git init -q -b main . && git -c user.name=a -c user.email=a@example.com commit -q --allow-empty -m Start',
  },
]

export const coverageOf = ({ page, text }: ShellBlock): CoveredCommand | undefined =>
  coveredCommands.find((entry) => entry.page === page && text.startsWith(entry.begins))

export const isRunBy = (story: Story, block: ShellBlock): boolean => story.page === block.page && coverageOf(block) === undefined

export const blocksOf = (story: Story): readonly ShellBlock[] => shellBlocksIn(story.page).filter((block) => isRunBy(story, block))
