import { type ReactNode, useState } from 'react'
import type { ArtifactId } from '#core/artifacts/artifacts.ts'
import { Tabs } from '#ui/controls/tabs.tsx'

/** Names of products, the same in every language. The other methods have texts. */
export const products = {
  cloudformation: 'CloudFormation',
  'aws-cli': 'AWS CLI',
  terraform: 'Terraform',
  cdk: 'CDK',
  pulumi: 'Pulumi',
  'aws-cli-powershell': 'PowerShell',
  cloudshell: 'CloudShell',
} as const
type Product = keyof typeof products

/** The ways to create the role that have a way to update it, and a way back, of their own. */
export const roleMethods = ['cloudformation', 'aws-cli', 'terraform', 'cdk', 'pulumi', 'aws-cli-powershell', 'console-steps'] as const
export type RoleMethod = (typeof roleMethods)[number]

type MethodTabsProps<Method extends ArtifactId> = {
  readonly label: string
  readonly methods: readonly Method[]
  /** The names of methods that aren't products. */
  readonly titles: Readonly<Record<Exclude<Method, Product>, string>>
  readonly panel: (method: Method) => ReactNode
}

/** One tab for each way to create the role. */
export function MethodTabs<Method extends ArtifactId>({ label, methods, titles, panel }: MethodTabsProps<Method>) {
  const [selected, select] = useState<string>(methods[0] ?? '')
  const names: Readonly<Record<string, string>> = { ...titles, ...products }
  return (
    <Tabs
      label={label}
      selected={selected}
      onSelect={select}
      tabs={methods.map((id) => ({ id, title: names[id] ?? id, isName: Object.hasOwn(products, id), panel: panel(id) }))}
    />
  )
}
