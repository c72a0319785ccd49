import { installChromium } from './chromium.ts'

console.log(`Browser for the end-to-end tests: ${installChromium()}`)
