import { defineWizard } from './wizard-element.ts'

// Vite takes a whole `new URL(…, import.meta.url)` for the address of a file.
const { url } = import.meta

defineWizard(() => new URL('.', url).href)
