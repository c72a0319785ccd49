import { useData, withBase } from 'vitepress'
import { defineComponent, h, ref, watch } from 'vue'
import packageFile from '../../../package.json'
import light from '../../images/create-role.png'
import dark from '../../images/create-role-dark.png'

/**
 * A plain frame of a fixed height, not <rolebridge-wizard>, which is as high as its content: here the wizard scrolls in its frame, so that
 * a visitor has the next button in view at every step. `query` as in docs/demo.md.
 */
const LiveDemo = defineComponent({
  props: { query: { type: String, required: true }, id: { type: String, required: true } },
  setup({ query, id }) {
    const { isDark } = useData()
    const frame = ref<HTMLIFrameElement>()
    const theme = () => (isDark.value ? 'dark' : 'light')
    const src = ref<string>()
    watch(isDark, () => frame.value?.contentWindow?.postMessage({ rolebridge: 1, type: 'theme', theme: theme() }, window.location.origin))
    return () =>
      h('iframe', {
        id,
        ref: frame,
        class: 'live-demo',
        src: src.value,
        title: 'Demo of the wizard',
        allow: 'clipboard-write',
        // The server does not know the theme, and a later change of the URL would start over.
        onVnodeMounted: () => {
          src.value = withBase(`/live/?demo&${query}&theme=${theme()}`)
        },
      })
  },
})

const { version, license } = packageFile
/** The commit that first publishes the package removes `private`. */
const isPublished = !('private' in packageFile)
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
      'Node 20.19 or later',
      ...(repository === null ? [] : [' · ', h('a', { href: repository }, 'Repository')]),
      ...(isPublished
        ? []
        : [' · ', h('a', { href: withBase('/get-started.html#_1-install-it') }, 'Not on npm yet: install from a clone')]),
    ]),
  ])

const picture = (theme: 'light' | 'dark', src: string) =>
  h('img', {
    class: `home-picture ${theme}`,
    src,
    width: 1240,
    height: 1000,
    // One that isn't shown isn't loaded.
    loading: 'lazy',
    alt: 'The Create role screen: the launch button and the steps on the left, what is checked on the right',
  })

/** The server does not know the theme, so the style chooses. */
export const Picture = () => [picture('light', light), picture('dark', dark)]

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
