import './prism-manual.ts'
import Prism from 'prismjs/components/prism-core.js'

// The grammars find Prism under its global name.
Object.assign(globalThis, { Prism })

export { Prism }
