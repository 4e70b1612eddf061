/** How many digits a currency has behind the point: 2 for euros, 0 for yen. */
export function minorDigits(currency: string): number {
  try {
    return (
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
      2
    )
  } catch {
    // No currency anybody knows; the API says so.
    return 2
  }
}

/** An amount as one types it, `12.50`, in minor units; null when it is no amount. A comma is taken as a point. */
export function toMinor(typed: string, currency: string): number | null {
  const amount = Number(typed.trim().replace(',', '.') || '0')
  return Number.isFinite(amount) && amount >= 0 ? Math.round(amount * 10 ** minorDigits(currency)) : null
}

/** The other way round, for the field. */
export function fromMinor(minor: number, currency: string): string {
  const digits = minorDigits(currency)
  return (minor / 10 ** digits).toFixed(digits)
}
