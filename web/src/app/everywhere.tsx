import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useLocation, useNavigation, useNavigationType } from 'react-router'
import { useMessages } from '../lib/messages/index.ts'
import { listenForShortcuts, useShortcut } from '../lib/shortcuts.ts'
import { Toasts } from '../ui/toasts.tsx'
import styles from './everywhere.module.css'
import { onPaletteAsked } from './palette-asked.ts'
import { ShortcutHelp } from './shortcut-help.tsx'

const Palette = lazy(() => import('./palette.tsx'))

/** What belongs to every page: palette, shortcuts, toasts, and telling people that the page has changed. */
export function Everywhere() {
  const t = useMessages()
  const [palette, setPalette] = useState<'never' | 'open' | 'closed'>('never')
  const [help, setHelp] = useState(false)
  useEffect(listenForShortcuts, [])
  useEffect(() => onPaletteAsked(() => setPalette('open')), [])
  useShortcut('mod+k', t('app.shortcut_palette'), () => setPalette('open'))
  useShortcut('?', t('app.shortcut_help'), () => setHelp(true))
  return (
    <>
      <Arrival />
      <PendingBar />
      <OfflineNotice />
      <Toasts />
      <ShortcutHelp opened={help} onClose={() => setHelp(false)} />
      {palette === 'never' ? null : (
        <Suspense fallback={null}>
          <Palette opened={palette === 'open'} onClose={() => setPalette('closed')} />
        </Suspense>
      )}
    </>
  )
}

/** After a move to another page: the focus goes to its start and a screen reader hears its title. */
function Arrival() {
  const { pathname, hash } = useLocation()
  const how = useNavigationType()
  const [said, setSaid] = useState('')
  const last = useRef(pathname)
  useEffect(() => {
    if (last.current === pathname) return
    last.current = pathname
    setSaid(document.title)
    // Back and forward, and links to a part of a page, have a place of their own.
    if (how !== 'POP' && !hash) document.getElementById('main')?.focus({ preventScroll: true })
  }, [pathname, hash, how])
  return (
    <div role="status" aria-live="polite" className="visually-hidden">
      {said}
    </div>
  )
}

function PendingBar() {
  const { state } = useNavigation()
  return state === 'idle' ? null : <div className={styles.pending} aria-hidden="true" />
}

function OfflineNotice() {
  const t = useMessages()
  const [offline, setOffline] = useState(false)
  useEffect(() => {
    const look = () => setOffline(!navigator.onLine)
    look()
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    return () => {
      window.removeEventListener('online', look)
      window.removeEventListener('offline', look)
    }
  }, [])
  return (
    <div role="status" className={offline ? styles.offline : 'visually-hidden'}>
      {offline ? t('app.offline') : null}
    </div>
  )
}
