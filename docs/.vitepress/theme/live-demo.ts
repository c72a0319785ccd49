import { useData, withBase } from 'vitepress'
import { defineComponent, h, ref, watch } from 'vue'

/**
 * A plain frame of a fixed height, not <rolebridge-wizard>, which is as high as its content: here the wizard scrolls in its frame, so that
 * a visitor has the next button in view at every step. `query` as in docs/demo.md.
 */
export const LiveDemo = defineComponent({
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
