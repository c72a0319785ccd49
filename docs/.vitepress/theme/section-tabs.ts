import { defineComponent, h, nextTick, onBeforeUnmount, onMounted, type Ref, ref } from 'vue'

const steps: Readonly<Record<string, (active: number, count: number) => number>> = {
  ArrowRight: (active, count) => (active + 1) % count,
  ArrowLeft: (active, count) => (active + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

const tabId = (index: number) => `tab-${index}`
const panelId = (index: number) => `tab-panel-${index}`

/** Null until the page has its script. */
type Active = Ref<number | null>

/** Links to a heading, from the outline and from other pages, open its tab. */
function openLinkedTabs(active: Active, count: number): void {
  async function openTarget(): Promise<void> {
    const target = document.getElementById(decodeURIComponent(window.location.hash.slice(1)))
    const ids = Array.from({ length: count }, (_, index) => panelId(index))
    const index = target === null ? -1 : ids.findIndex((id) => document.getElementById(id)?.contains(target))
    if (index < 0) return
    active.value = index
    await nextTick()
    target?.scrollIntoView()
  }
  onMounted(() => {
    active.value = 0
    void openTarget()
    window.addEventListener('hashchange', openTarget)
  })
  onBeforeUnmount(() => window.removeEventListener('hashchange', openTarget))
}

async function turn(event: KeyboardEvent, active: Active, index: number, count: number): Promise<void> {
  const step = steps[event.key]
  if (step === undefined) return
  event.preventDefault()
  const next = step(index, count)
  active.value = next
  await nextTick()
  document.getElementById(tabId(next))?.focus()
}

const tab = (active: Active, name: string, index: number, count: number) => {
  const state = { 'aria-selected': active.value === index, 'aria-controls': panelId(index), tabindex: active.value === index ? 0 : -1 }
  const open = () => {
    active.value = index
  }
  const onKeydown = (event: KeyboardEvent) => void turn(event, active, index, count)
  return h('button', { type: 'button', role: 'tab', id: tabId(index), ...state, onClick: open, onKeydown }, name)
}

const panelState = (active: Active, index: number) =>
  active.value === null ? {} : { role: 'tabpanel', 'aria-labelledby': tabId(index), hidden: active.value !== index }

/** Sections as tabs: https://www.w3.org/WAI/ARIA/apg/patterns/tabs/. Without a script, they stand one under another. */
export const SectionTabs = defineComponent({
  props: { label: { type: String, required: true }, names: { type: Array<string>, required: true } },
  setup({ label, names }, { slots }) {
    const active: Active = ref(null)
    openLinkedTabs(active, names.length)
    const list = () =>
      h(
        'div',
        { role: 'tablist', 'aria-label': label },
        names.map((name, index) => tab(active, name, index, names.length)),
      )
    const panel = (index: number) => h('div', { id: panelId(index), ...panelState(active, index) }, slots[`section${index}`]?.())
    return () => h('div', { class: 'section-tabs' }, [active.value === null ? null : list(), ...names.map((_, index) => panel(index))])
  },
})
