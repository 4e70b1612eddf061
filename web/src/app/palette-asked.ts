/** Lets a button anywhere ask for the palette, whose code is not there yet. */
const asked = 'stoa:palette'

export function askForPalette(): void {
  window.dispatchEvent(new Event(asked))
}

export function onPaletteAsked(listener: () => void): () => void {
  window.addEventListener(asked, listener)
  return () => window.removeEventListener(asked, listener)
}
