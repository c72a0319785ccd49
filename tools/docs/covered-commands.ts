/** A command that isn't run by `npm run docs:commands`, and what runs it. */
export type CoveredCommand = {
  readonly page: string
  /** How the block begins. */
  readonly begins: string
  /** An npm script, or a test by its file and title. */
  readonly by: string
  readonly why: string
}

const workerTest =
  'tools/examples/image-processor.cli.test.ts › the worker uses a role once it is verified, goes on during a rotation, and stops for a customer who disconnects'
const deployedInMoto =
  'tools/deploy/documented-deployment.cli.test.ts › the documented commands for AWS create the secret, upload the code, and create the stack in moto'
const installs = 'it installs packages for minutes'

export const coveredCommands: readonly CoveredCommand[] = [
  { page: 'README.md', begins: 'npm ci && npm test', by: 'test', why: 'it is the command of all tests' },
  { page: 'CONTRIBUTING.md', begins: 'npm ci\nnpm run check', by: 'test', why: 'it is the command of all tests' },
  {
    page: 'CONTRIBUTING.md',
    begins: 'npm run release',
    by: 'tools/release/release.test.ts › every file that names a version of Rolebridge names the one of package.json',
    why: 'it builds everything for 10 minutes. The test runs the part that takes seconds',
  },
  { page: 'docs/get-started.md', begins: 'npm ci\nnpm pack', by: 'test:package', why: installs },
  { page: 'docs/get-started.md', begins: 'mkdir my-wizard', by: 'test:package', why: installs },
  {
    page: 'docs/vendors.md',
    begins: 'npx rolebridge init',
    by: 'src/server/commands/init-command.test.ts › asks five questions, and writes a config that check accepts',
    why: 'it asks questions in a terminal',
  },
  { page: 'docs/vendors.md', begins: 'npm ci && npm run build', by: 'test:container', why: 'a live server needs AWS and its role' },
  {
    page: 'docs/vendors.md',
    begins: 'ROLEBRIDGE_AWS=live ROLEBRIDGE_REGISTRY=dynamodb:rolebridge',
    by: 'src/server/main.cli.test.ts › creates the registry without starting, and checks what is due',
    why: 'it needs DynamoDB. The test runs the command over a file, and the contract of the registry runs over DynamoDB',
  },
  {
    page: 'examples/embed/README.md',
    begins: 'npm run build && npx tsx examples/embed/start.ts',
    by: 'e2e',
    why: 'it runs until it is stopped, and the end-to-end tests open the same pages',
  },
  { page: 'docs/deploy.md', begins: 'docker build', by: 'test:container', why: 'it builds the image' },
  { page: 'docs/deploy.md', begins: 'docker run', by: 'test:container', why: 'it runs the image' },
  {
    page: 'docs/deploy.md',
    begins: "node -e \"const { generateKeyPairSync, randomBytes } = require('node:crypto'); console.log(JSON",
    by: deployedInMoto,
    why: 'the secret needs an AWS account. The test runs the block as written in moto',
  },
  {
    page: 'docs/deploy.md',
    begins: 'npm ci && npm run build',
    by: deployedInMoto,
    why: 'the upload needs an AWS account. The test runs it in moto, and test:container builds the image by the same commands',
  },
  {
    page: 'docs/deploy.md',
    begins: 'aws cloudformation deploy --template-file deploy/aws.yaml',
    by: deployedInMoto,
    why: 'it needs an AWS account. The test runs it as written in moto',
  },
  {
    page: 'docs/deploy.md',
    begins: 'ROLEBRIDGE_AWS=live ROLEBRIDGE_REGISTRY=dynamodb:rolebridge',
    by: 'src/server/main.cli.test.ts › creates the registry without starting, and checks what is due',
    why: 'it needs DynamoDB. The test runs the command over a file, and the contract of the registry runs over DynamoDB',
  },
  {
    page: 'docs/deploy.md',
    begins: 'ROLEBRIDGE_VENDOR=my-vendor.json npm run template',
    by: 'src/server/commands/template-command.test.ts › writes a template for each partition with the command that uploads it',
    why: 'npm run has the same command as npx, which docs/vendors.md runs',
  },
  {
    page: 'docs/deploy.md',
    begins: "node -e \"const { generateKeyPairSync, randomBytes } = require('node:crypto'); const key",
    by: 'tools/deploy/deploy.cli.test.ts › Compose accepts deploy/compose.yaml',
    why: 'Compose would build the image and start PostgreSQL',
  },
  {
    page: 'docs/deploy.md',
    begins: 'kubectl create namespace rolebridge',
    by: 'tools/deploy/documented-deployment.cli.test.ts › the documented commands for Kubernetes make the secret and read the manifests, without a cluster',
    why: 'it needs a cluster. The test runs the block without one, and test:container runs the pods of the manifests',
  },
  {
    page: 'examples/image-processor/README.md',
    begins: 'echo "whsec_',
    by: workerTest,
    why: 'server and worker run until they are stopped. The test does the same with its own ports',
  },
  {
    page: 'examples/image-processor/README.md',
    begins: 'export ROLEBRIDGE_ORIGIN',
    by: workerTest,
    why: 'server and worker run until they are stopped. The test does the same with its own ports',
  },
  {
    page: 'examples/image-processor/README.md',
    begins: 'export AWS_ENDPOINT_URL',
    by: workerTest,
    why: 'server and worker run until they are stopped. The test does the same with its own ports',
  },
]
