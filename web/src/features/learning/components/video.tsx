import { useFormat } from '~/lib/format.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { useSite } from '~/lib/session.ts'
import { Prose } from '~/ui/prose.tsx'
import type { Block } from '../shapes.ts'
import { FacadeFrame } from './facade-frame.tsx'
import styles from './video.module.css'

/** A video of ours with its captions, or one on YouTube that waits to be asked for; its transcript below. */
export function Video({ block }: { block: Block }) {
  const t = useMessages()
  const { locale } = useSite()
  const format = useFormat()
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  const captions = block.captions ?? []
  const spoken = captions.find((track) => track.language.split('-')[0] === locale) ?? captions[0]
  const length = block.durationSeconds ? format.duration(Math.max(1, block.durationSeconds / 60)) : null
  const title = block.title || t('learning.video')
  return (
    <figure className={styles.figure}>
      {block.youtubeId ? (
        <FacadeFrame
          plays
          src={`https://www.youtube-nocookie.com/embed/${block.youtubeId}?autoplay=1&rel=0`}
          page={`https://www.youtube.com/watch?v=${block.youtubeId}`}
          title={title}
          action={t('learning.video_play')}
          note={[length, t('learning.embed_note', { host: 'YouTube' })].filter(Boolean).join(' · ')}
        />
      ) : block.url ? (
        // biome-ignore lint/a11y/useMediaCaption: captions are there when the teacher gave any
        <video controls playsInline preload="metadata" className={styles.video} aria-label={title}>
          <source src={block.url} />
          {captions.map((track) => (
            <track
              key={track.language}
              kind="captions"
              src={track.url}
              srcLang={track.language}
              label={names.of(track.language) ?? track.language}
              default={track === spoken}
            />
          ))}
          <a href={block.url}>{t('learning.video_download')}</a>
        </video>
      ) : (
        <p className={styles.gone}>{t('learning.file_gone')}</p>
      )}
      {block.title && !block.youtubeId ? <figcaption>{block.title}</figcaption> : null}
      {block.youtubeId && captions.length > 0 ? (
        <p className={styles.captions}>
          {t.rich('learning.captions_to_read', {
            languages: (
              <span key="languages" className={styles.languages}>
                {captions.map((track) => (
                  <a key={track.language} href={track.url} hrefLang={track.language} download>
                    {names.of(track.language) ?? track.language}
                  </a>
                ))}
              </span>
            ),
          })}
        </p>
      ) : null}
      {block.transcriptHtml ? (
        <details className={styles.transcript}>
          <summary>{t('learning.transcript')}</summary>
          <Prose html={block.transcriptHtml} />
        </details>
      ) : null}
    </figure>
  )
}
