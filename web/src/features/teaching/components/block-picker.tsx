import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useMessages } from '~/lib/messages/index.ts'
import { blockTypes } from '../block-kinds.ts'
import type { BlockType } from '../shapes.ts'
import { BlockIcon } from './block-icon.tsx'
import styles from './page-editor.module.css'

/** The kinds of blocks, to put one here. With `onClose` it was asked for in passing, takes the focus and can be left. */
export function BlockPicker({
  onPick,
  onClose,
}: {
  onPick: (type: BlockType) => void
  onClose?: () => void
}) {
  const t = useMessages()
  const box = useRef<HTMLFieldSetElement>(null)
  const isPassing = onClose !== undefined
  useEffect(() => {
    if (isPassing) box.current?.querySelector('button')?.focus()
  }, [isPassing])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && onClose) {
      event.preventDefault()
      return onClose()
    }
    const buttons = [...(box.current?.querySelectorAll('button') ?? [])]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (step === undefined || at < 0) return
    event.preventDefault()
    buttons.at((at + step) % buttons.length)?.focus()
  }
  return (
    <fieldset
      ref={box}
      className={styles.picker}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onClose?.()
      }}
    >
      <legend className={isPassing ? 'visually-hidden' : styles.pickerTitle}>
        {t('teaching.add_block')}
      </legend>
      {blockTypes.map((type) => (
        <button key={type} type="button" className={styles.pick} onClick={() => onPick(type)}>
          <BlockIcon type={type} />
          {t(`teaching.block_${type}`)}
        </button>
      ))}
    </fieldset>
  )
}
