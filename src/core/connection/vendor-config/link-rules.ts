import type { ConfigRule } from './config-finding.ts'

const oddName: ConfigRule = {
  severity: 'warning',
  check: ({ links }) =>
    Object.keys(links)
      .filter((name) => !/^[A-Za-z][\w-]*$/.test(name))
      .map((name) => ({
        path: ['links', name],
        message: 'Names of links are letters, digits and hyphens, for example "privacy". Rename this one.',
      })),
}

export const linkRules: readonly ConfigRule[] = [oddName]
