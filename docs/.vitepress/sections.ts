type Section = { readonly text: string; readonly pages: Readonly<Record<string, string>>; readonly collapsed?: boolean }

/** The pages for readers, in the order of their questions. */
export const guide: readonly Section[] = [
  {
    text: 'Start',
    pages: {
      Overview: '/',
      'Get started': '/get-started',
      Architecture: '/architecture',
      Comparison: '/comparison',
      FAQ: '/faq',
    },
  },
  {
    text: 'For vendors',
    pages: {
      'Set up your own wizard': '/vendors',
      'Embed the wizard': '/embed',
      'Embedding examples': '/examples/embed/README',
      Deploy: '/deploy',
      'Operate the server': '/operations',
      Scale: '/scale',
      Troubleshooting: '/troubleshooting',
      'Upgrade policy': '/upgrade',
      Changelog: '/changelog',
    },
  },
  {
    text: 'For your back end',
    pages: {
      'Vendor API': '/vendor-api',
      Events: '/events',
      'Worker example': '/examples/image-processor/README',
      'HTTP API': '/http-api',
    },
  },
  {
    text: 'Security and customers',
    pages: { 'Security model': '/security', 'For security reviewers': '/security-reviewers', 'For customers': '/customers' },
  },
  { text: 'For sales engineers', pages: { 'Run a demo': '/demo' } },
  {
    text: 'Reference',
    pages: { Commands: '/commands', Configuration: '/configuration', Diagnoses: '/diagnoses', Rules: '/rules', Simulator: '/simulator' },
  },
]

/** The pages for those who change Rolebridge. */
export const contributing: readonly Section[] = [
  {
    text: 'Contributing',
    pages: {
      Contributing: '/contributing',
      'From a field to AWS and back': '/code-path',
      'Translate Rolebridge': '/translating',
      'Interface checklist': '/checklist',
      'The paper, rule by rule': '/paper',
    },
  },
]

/** Pages that are gone, and where their readers find the same. */
export const moved: Readonly<Record<string, string>> = { 'try-it': '#try-it' }
