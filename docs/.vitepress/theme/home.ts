import { useData, withBase } from 'vitepress'
import { defineComponent, h } from 'vue'
import packageFile from '../../../package.json'
import light from '../../images/create-role.png'
import dark from '../../images/create-role-dark.png'
import { LiveDemo } from './live-demo.ts'

const { version, license } = packageFile
const repository = 'repository' in packageFile ? String(packageFile.repository) : null

/** Under the buttons: how to get it, and what it is. */
export const Facts = () =>
  h('div', { class: 'home-facts' }, [
    h('pre', [h('code', 'npx rolebridge')]),
    h('p', [
      h('a', { href: withBase('/changelog.html') }, `Version ${version}`),
      ' · ',
      h('a', { href: withBase('/faq.html#what-is-the-license') }, license),
      ' · ',
      repository === null
        ? h('a', { href: withBase('/get-started.html#_1-install-it') }, 'Install from a clone')
        : h('a', { href: repository }, 'Repository'),
      ' · Node 20.19 or later',
    ]),
  ])

export const Picture = defineComponent(() => {
  const { isDark } = useData()
  return () =>
    h('img', {
      class: 'home-picture',
      src: isDark.value ? dark : light,
      width: 1240,
      height: 1000,
      alt: 'The Create role screen: the launch button and the steps on the left, what is checked on the right',
    })
})

export const DemoSection = () =>
  h('section', { class: 'home-demo', 'aria-labelledby': 'demo' }, [
    h('h2', { id: 'demo' }, 'Try it here'),
    h('p', [
      'This is the wizard itself, filled in. Its server and a simulated AWS run in this page, and nothing leaves your browser. Enter the account ID ',
      h('code', '400000000010'),
      ' to see what happens when a role has no condition. ',
      h('a', { href: withBase('/simulator.html#scenario-accounts') }, 'All such accounts'),
    ]),
    h(LiveDemo, { id: 'try-it', query: 'scenario=success' }),
  ])
