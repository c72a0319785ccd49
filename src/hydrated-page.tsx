import { useEffect } from 'react'

/** Tells the page that stood here before the script that it is taken over, and does what was asked of it meanwhile. */
function takeOver(): void {
  const { dataset } = document.documentElement
  const isPressed = dataset['pressed'] !== undefined
  delete dataset['shown']
  delete dataset['pressed']
  if (isPressed) document.getElementById('continue')?.click()
}

export function TakenOver() {
  // The outside system is the page as the server sent it.
  useEffect(takeOver, [])
  return null
}
