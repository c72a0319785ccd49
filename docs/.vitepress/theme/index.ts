import type { Theme } from 'vitepress'
import DefaultTheme from 'vitepress/theme'
import { LiveDemo } from './live-demo.ts'
import './site.css'

/** A default export is what VitePress asks for. */
export default {
  extends: DefaultTheme,
  enhanceApp: ({ app }) => {
    app.component('LiveDemo', LiveDemo)
  },
} satisfies Theme
