/**
 * Languages of the texts that are shown as code. A new one needs a row here, and its grammars for Prism (highlight.ts) and Monaco
 * (monaco-view.tsx), which are fetched later and apart.
 */
export const codeLanguages = {
  json: { mediaType: 'application/json', monaco: 'json' },
  yaml: { mediaType: 'application/yaml', monaco: 'yaml' },
  bash: { mediaType: 'text/x-shellscript', monaco: 'shell' },
  powershell: { mediaType: 'text/plain', monaco: 'powershell' },
  hcl: { mediaType: 'text/plain', monaco: 'hcl' },
  typescript: { mediaType: 'text/plain', monaco: 'typescript' },
  python: { mediaType: 'text/plain', monaco: 'python' },
  go: { mediaType: 'text/plain', monaco: 'go' },
  java: { mediaType: 'text/plain', monaco: 'java' },
  csharp: { mediaType: 'text/plain', monaco: 'csharp' },
  rust: { mediaType: 'text/plain', monaco: 'rust' },
  php: { mediaType: 'text/plain', monaco: 'php' },
  ruby: { mediaType: 'text/plain', monaco: 'ruby' },
  ini: { mediaType: 'text/plain', monaco: 'ini' },
  text: { mediaType: 'text/plain', monaco: 'plaintext' },
} as const satisfies Readonly<Record<string, { readonly mediaType: string; readonly monaco: string }>>

export type CodeLanguage = keyof typeof codeLanguages
