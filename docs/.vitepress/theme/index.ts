import DefaultTheme from 'vitepress/theme'
import './site.css'
import type { Theme } from 'vitepress'
import { h } from 'vue'
import { DemoSection, Facts, Picture } from './home.ts'
import { SectionTabs } from './section-tabs.ts'

/** VitePress requires a default export. */
export default {
  extends: DefaultTheme,
  enhanceApp: ({ app }) => {
    app.component('SectionTabs', SectionTabs)
  },
  Layout: () =>
    h(DefaultTheme.Layout, null, {
      'home-hero-actions-after': () => h(Facts),
      'home-hero-image': () => h(Picture),
      'home-features-before': () => h(DemoSection),
    }),
} satisfies Theme
