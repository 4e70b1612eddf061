import { useMessages } from '~/lib/messages/index.ts'
import { Kbd } from '~/ui/text.tsx'
import styles from './outline.module.css'

/** What the keys do, for those who want to know. */
export function OutlineHelp() {
  const t = useMessages()
  const keys: [string[], Parameters<typeof t>[0]][] = [
    [['Enter', 'F2'], 'teaching.keys_rename'],
    [['N'], 'teaching.keys_add'],
    [[t('teaching.key_shift_n')], 'teaching.keys_add_inside'],
    [['D'], 'studio.copy_part'],
    [[t('teaching.key_space')], 'teaching.keys_lift'],
    [['Alt ↑', 'Alt ↓', 'Alt ←', 'Alt →'], 'teaching.keys_move'],
    [['O'], 'teaching.keys_open'],
    [[t('teaching.key_delete')], 'teaching.keys_remove'],
  ]
  return (
    <details className={styles.help}>
      <summary>{t('teaching.keys')}</summary>
      <dl className={styles.keys}>
        {keys.map(([names, words]) => (
          <div key={words}>
            <dt>
              {names.map((name) => (
                <Kbd key={name}>{name}</Kbd>
              ))}
            </dt>
            <dd>{t(words)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
