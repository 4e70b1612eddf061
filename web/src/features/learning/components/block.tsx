import { IconDownload, IconExternalLink } from '@tabler/icons-react'
import { useMessages } from '~/lib/messages/index.ts'
import { Callout } from '~/ui/callout.tsx'
import { Prose } from '~/ui/prose.tsx'
import type { Block } from '../shapes.ts'
import styles from './block.module.css'
import { CodeBlock } from './code-block.tsx'
import { FacadeFrame } from './facade-frame.tsx'
import { Video } from './video.tsx'

/** One block of a page. HTML comes sanitized, with its addresses resolved. */
export function BlockView({ block }: { block: Block }) {
  const t = useMessages()
  switch (block.type) {
    case 'text':
      return <Prose html={block.html ?? ''} />
    case 'callout':
      return (
        <Callout tone={block.tone ?? 'info'}>
          <div className={styles.callout}>
            <Prose html={block.html ?? ''} />
          </div>
        </Callout>
      )
    case 'image':
      if (!block.url) return <Gone />
      return (
        <figure className={styles.figure}>
          <img
            src={block.url}
            alt={block.alt ?? ''}
            width={block.width ?? undefined}
            height={block.height ?? undefined}
            loading={block.isLazy === false ? undefined : 'lazy'}
            decoding="async"
          />
          {block.caption ? <figcaption>{block.caption}</figcaption> : null}
        </figure>
      )
    case 'video':
      return <Video block={block} />
    case 'audio':
      if (!block.url) return <Gone />
      return (
        <figure className={styles.figure}>
          {/* biome-ignore lint/a11y/useMediaCaption: what was said stands in the text around it */}
          <audio controls preload="metadata" src={block.url} className={styles.audio} />
          {block.title ? <figcaption>{block.title}</figcaption> : null}
        </figure>
      )
    case 'document':
      return block.url ? <FileCard url={block.url} title={block.title ?? ''} /> : <Gone />
    case 'code':
      return <CodeBlock code={block.code ?? ''} language={block.language ?? null} />
    case 'embed': {
      const url = block.url ?? ''
      const title = block.title || hostOf(url)
      if (!block.isFramed) return <FileCard url={url} title={title} external />
      return (
        <FacadeFrame
          src={url}
          page={url}
          title={title}
          action={t('learning.embed_open')}
          note={t('learning.embed_note', { host: hostOf(url) })}
        />
      )
    }
    case 'exercise':
      return <Exercise block={block} />
  }
}

/** A task with hints that open one after the other, and a way to do it behind a button. No script needed. */
function Exercise({ block }: { block: Block }) {
  const t = useMessages()
  return (
    <section className={styles.exercise} aria-label={block.title || t('learning.exercise')}>
      <p className={styles.kicker}>{t('learning.exercise')}</p>
      {block.title ? <h2 className={styles.exerciseTitle}>{block.title}</h2> : null}
      <Prose html={block.html ?? ''} />
      <Hints hints={block.hints ?? []} />
      {block.solutionHtml ? (
        <details className={styles.reveal}>
          <summary>{t('learning.show_solution')}</summary>
          <div className={styles.revealed}>
            <Prose html={block.solutionHtml} />
          </div>
        </details>
      ) : null}
    </section>
  )
}

/** Hints as HTML; the next can be opened once the one before is. */
export function Hints({ hints }: { hints: string[] }) {
  const t = useMessages()
  return hints.map((hint, index) => (
    <details
      // biome-ignore lint/suspicious/noArrayIndexKey: hints keep their order
      key={index}
      className={`${styles.reveal} ${styles.hint}`}
    >
      <summary>
        {hints.length === 1
          ? t('learning.hint')
          : t('learning.hint_of', { number: index + 1, total: hints.length })}
      </summary>
      <div className={styles.revealed}>
        <Prose html={hint} />
      </div>
    </details>
  ))
}

/** A file to take along, or a page elsewhere. `size` in bytes. */
export function FileCard({
  url,
  title,
  note,
  external = false,
}: {
  url: string
  title: string
  note?: string
  external?: boolean
}) {
  const t = useMessages()
  const fileName = external ? '' : lastPart(url)
  const type = external ? hostOf(url) : (/\.([a-z0-9]{1,8})$/i.exec(fileName)?.[1]?.toUpperCase() ?? '')
  const Icon = external ? IconExternalLink : IconDownload
  return (
    <a
      href={url}
      className={styles.file}
      {...(external ? { target: '_blank', rel: 'noreferrer' } : { download: fileName || true })}
    >
      <span className={styles.fileIcon}>
        <Icon size={20} stroke={1.75} aria-hidden="true" />
      </span>
      <span className={styles.fileWords}>
        <span className={styles.fileTitle}>{title || fileName}</span>
        <span className={styles.fileNote}>
          {[type, note].filter(Boolean).join(' · ')}
          {external ? <span className="visually-hidden"> {t('learning.new_window')}</span> : null}
        </span>
      </span>
    </a>
  )
}

/** The place of a file that is not there any more. */
function Gone() {
  const t = useMessages()
  return <p className={styles.gone}>{t('learning.file_gone')}</p>
}

function hostOf(url: string) {
  return URL.parse(url)?.hostname.replace(/^www\./, '') ?? url
}

function lastPart(url: string) {
  const part = url.split(/[?#]/)[0]?.split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
