declare module 'prismjs/components/prism-core.js' {
  import type * as PrismCore from 'prismjs'

  const Prism: typeof PrismCore
  // biome-ignore lint/style/noDefaultExport: it describes a CommonJS module of another package.
  export default Prism
}
