import { useEffect, useState } from 'react'

/** The time zone of this device, once the script is there; sign-up works without it. */
export function TimeZoneField() {
  const [zone, setZone] = useState('')
  useEffect(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone ?? ''), [])
  return zone ? <input type="hidden" name="timeZone" value={zone} /> : null
}
