import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { memo, useContext } from 'react'
import { useMessages } from '~/lib/messages/index.ts'
import { Button, IconButton } from '~/ui/button.tsx'
import { Callout } from '~/ui/callout.tsx'
import { Row } from '~/ui/layout.tsx'
import { Prose } from '~/ui/prose.tsx'
import { isComplete } from '../block-kinds.ts'
import type { EditedBlock } from '../page-draft.ts'
import { withFileUrls } from '../rich-html.ts'
import type { StoredBlock } from '../shapes.ts'
import { BlockFields } from './block-fields.tsx'
import { BlockIcon } from './block-icon.tsx'
import styles from './page-editor.module.css'
import { KnownFiles } from './text-contexts.ts'
import type { UploadedFile } from './uploaded-file.ts'
import type { DraftOfPage } from './use-page-draft.ts'

/** One block of a page: its fields, what can be done with it, and how it stands. */
export const BlockCard = memo(function BlockCard({
  block,
  place,
  total,
  draft,
  isNew,
  addFile,
  onRemove,
  onMove,
  onAdd,
}: {
  block: EditedBlock
  /** From 1. */
  place: number
  total: number
  draft: DraftOfPage
  /** Just added: it takes the focus. */
  isNew: boolean
  addFile: (file: UploadedFile) => void
  onRemove: (key: string) => void
  onMove: (key: string, step: -1 | 1) => void
  /** Wants a block behind this one. */
  onAdd: (key: string) => void
}) {
  const t = useMessages()
  const { key, type } = block
  const kind = t(`teaching.block_${type}`)
  const name = t('teaching.block_name', { kind, place, total })
  return (
    <section
      className={styles.block}
      data-type={type}
      data-state={block.state}
      aria-label={name}
      onKeyDown={(event) => {
        if (!event.altKey || !event.shiftKey) return
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
        event.preventDefault()
        onMove(key, event.key === 'ArrowUp' ? -1 : 1)
      }}
    >
      <div className={styles.head}>
        <span className={styles.kind}>
          <BlockIcon type={type} />
          {kind}
        </span>
        <span className={styles.state} role="status">
          {stateWords(block, t)}
        </span>
        <span className={styles.tools}>
          <IconButton
            size="small"
            label={t('teaching.block_up', { name })}
            disabled={place === 1}
            data-move="up"
            onClick={() => onMove(key, -1)}
          >
            <IconArrowUp />
          </IconButton>
          <IconButton
            size="small"
            label={t('teaching.block_down', { name })}
            disabled={place === total}
            data-move="down"
            onClick={() => onMove(key, 1)}
          >
            <IconArrowDown />
          </IconButton>
          <IconButton size="small" label={t('teaching.block_add_after', { name })} onClick={() => onAdd(key)}>
            <IconPlus />
          </IconButton>
          <IconButton size="small" label={t('teaching.block_remove', { name })} onClick={() => onRemove(key)}>
            <IconTrash />
          </IconButton>
        </span>
      </div>
      {block.state === 'conflict' ? <Conflict block={block} draft={draft} /> : null}
      {block.state === 'failed' ? (
        <div role="alert">
          <Callout tone="danger" title={t('teaching.block_not_saved')}>
            <p>{block.problem?.errors[0]?.message ?? block.problem?.title ?? t('teaching.no_connection')}</p>
            <Row>
              <Button size="small" onClick={() => void draft.retry(key)}>
                {t('ui.try_again')}
              </Button>
            </Row>
          </Callout>
        </div>
      ) : null}
      <BlockFields
        key={block.round}
        type={type}
        content={block.content}
        autoFocus={isNew}
        addFile={addFile}
        onSlash={() => onAdd(key)}
        change={(part) => {
          const now = draft.get().blocks.find((other) => other.key === key)
          if (now) draft.write(key, { ...now.content, ...part })
        }}
      />
    </section>
  )
})

function stateWords(block: EditedBlock, t: ReturnType<typeof useMessages>): string {
  switch (block.state) {
    case 'saved':
      return t('teaching.saved')
    case 'saving':
      return t('teaching.saving')
    case 'open':
      return isComplete(block)
        ? t('teaching.saving')
        : t(block.type === 'embed' ? 'teaching.needs_address' : 'teaching.needs_file')
    case 'failed':
    case 'conflict':
      return t('teaching.not_saved')
  }
}

/** Two people changed the same block: both versions are there, one of them is to be chosen. */
function Conflict({ block, draft }: { block: EditedBlock; draft: DraftOfPage }) {
  const t = useMessages()
  return (
    <div role="alert" className={styles.conflict}>
      <Callout
        tone="warning"
        title={t(block.theirs ? 'teaching.conflict_changed' : 'teaching.conflict_removed')}
      >
        {block.theirs ? <Theirs block={block.theirs} /> : null}
        <Row gap="tight">
          <Button size="small" onClick={() => draft.keepMine(block.key)}>
            {t('teaching.keep_mine')}
          </Button>
          <Button size="small" onClick={() => draft.takeTheirs(block.key)}>
            {t(block.theirs ? 'teaching.take_theirs' : 'teaching.take_removal')}
          </Button>
        </Row>
      </Callout>
    </div>
  )
}

function Theirs({ block }: { block: StoredBlock }) {
  const t = useMessages()
  const files = useContext(KnownFiles)
  const { html, code, title, url } = block.content
  return (
    <details className={styles.theirs}>
      <summary>{t('teaching.see_theirs')}</summary>
      {typeof html === 'string' ? (
        <Prose html={withFileUrls(html, files)} />
      ) : (
        <pre>{[title, url, code].filter((part) => typeof part === 'string').join('\n')}</pre>
      )}
    </details>
  )
}
