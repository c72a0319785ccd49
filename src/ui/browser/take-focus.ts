/** For what takes the place of the button that was pressed. */
export const takeFocus = (element: HTMLElement | null): void => element?.focus()
