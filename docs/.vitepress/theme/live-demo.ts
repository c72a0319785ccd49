import { useData, withBase } from 'vitepress'
import { defineComponent, h } from 'vue'

/** The demo in a page, by the same tag that vendors use. `query` as in docs/demo.md. */
export const LiveDemo = defineComponent({
  props: { query: { type: String, default: '' }, name: { type: String, default: 'Demo of the wizard' } },
  setup(props) {
    const { isDark } = useData()
    return () =>
      h('rolebridge-wizard', {
        src: withBase(`/live/?demo${props.query}`),
        theme: isDark.value ? 'dark' : 'light',
        'aria-label': props.name,
      })
  },
})
