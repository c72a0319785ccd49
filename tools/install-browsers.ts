import { installChromium, installFirefox } from './browsers.ts'

const paths = [installChromium(), installFirefox()].filter((path) => path !== null)
console.log(`Browsers for the end-to-end tests: ${paths.join(', ')}`)
