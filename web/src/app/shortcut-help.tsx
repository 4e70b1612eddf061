import { useMessages } from '../lib/messages/index.ts'
import { useActiveShortcuts } from '../lib/shortcuts.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/text.tsx'
import styles from './shortcut-help.module.css'

/** The keys the current page listens to. */
export function ShortcutHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useMessages()
  const shortcuts = useActiveShortcuts()
  return (
    <Dialog opened={opened} onClose={onClose} title={t('app.shortcut_help')} size="small">
      <dl className={styles.list}>
        {shortcuts.map((shortcut) => (
          <div key={shortcut.keys} className={styles.line}>
            <dt>{shortcut.label}</dt>
            <dd className={styles.keys}>
              {shortcut.keys.split('+').map((key) => (
                <Kbd key={key}>{keyName(key)}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}

function keyName(key: string): string {
  const names: Record<string, string> = {
    mod: /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl',
    shift: '⇧',
    ArrowLeft: '←',
    ArrowRight: '→',
    ArrowUp: '↑',
    ArrowDown: '↓',
  }
  return names[key] ?? key.toUpperCase()
}
