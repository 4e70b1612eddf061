import { IconTrash } from '@tabler/icons-react'
import { useContext, useState } from 'react'
import { useMessages } from '~/lib/messages/index.ts'
import { useSite } from '~/lib/session.ts'
import { Button, IconButton } from '~/ui/button.tsx'
import { TextInput } from '~/ui/field.tsx'
import { Row, Stack } from '~/ui/layout.tsx'
import { youtubeIdOf } from '../block-kinds.ts'
import { type BlockFieldProps, text } from './block-field-props.ts'
import { FileDrop } from './file-drop.tsx'
import styles from './page-editor.module.css'
import { RichText } from './rich-text.tsx'
import { KnownFiles } from './text-contexts.ts'

type Source =
  | { kind: 'file'; objectId: string }
  | { kind: 'youtube'; youtubeId: string }
  | { kind: 'url'; url: string }
type Caption = { language: string; objectId: string }

/** A video: uploaded or from an address, with captions and what is said in it. */
export function VideoFields({ content, change, addFile }: BlockFieldProps) {
  const t = useMessages()
  const files = useContext(KnownFiles)
  const source = (content.source ?? null) as Source | null
  const captions = (content.captions ?? []) as Caption[]
  const file = source?.kind === 'file' ? files[source.objectId] : undefined
  const [address, setAddress] = useState(
    source?.kind === 'youtube'
      ? `https://www.youtube.com/watch?v=${source.youtubeId}`
      : source?.kind === 'url'
        ? source.url
        : '',
  )
  const [hasTranscript, setTranscript] = useState(text(content.transcriptHtml) !== '')
  const onAddress = (typed: string) => {
    setAddress(typed)
    const youtubeId = youtubeIdOf(typed)
    const url = URL.parse(typed.trim())
    if (youtubeId) change({ source: { kind: 'youtube', youtubeId } })
    else if (url?.protocol === 'https:') change({ source: { kind: 'url', url: url.href } })
  }
  return (
    <Stack>
      {file ? (
        // biome-ignore lint/a11y/useMediaCaption: the teacher's own preview; learners get the captions below
        <video controls preload="metadata" src={file.url} className={styles.video} />
      ) : source?.kind === 'youtube' ? (
        <p className={styles.fileName}>
          <a href={`https://www.youtube.com/watch?v=${source.youtubeId}`} target="_blank" rel="noreferrer">
            {t('teaching.youtube_video', { id: source.youtubeId })}
          </a>
        </p>
      ) : null}
      <TextInput
        type="url"
        label={t('teaching.video_address')}
        help={source?.kind === 'youtube' ? t('teaching.youtube_found') : t('teaching.video_address_help')}
        placeholder="https://www.youtube.com/watch?v=…"
        value={address}
        maxLength={2000}
        onChange={(event) => onAddress(event.target.value)}
      />
      <FileDrop
        label={t(file ? 'teaching.replace_video' : 'teaching.choose_video')}
        accept="video/*"
        onDone={(next) => {
          addFile(next)
          setAddress('')
          change({ source: { kind: 'file', objectId: next.id } })
        }}
      />
      <TextInput
        label={t('teaching.video_title')}
        required={false}
        defaultValue={text(content.title)}
        maxLength={500}
        onChange={(event) => change({ title: event.target.value.trim() || null })}
      />
      {source?.kind === 'youtube' ? null : (
        <Captions captions={captions} addFile={addFile} onChange={(next) => change({ captions: next })} />
      )}
      {hasTranscript ? (
        <div>
          <p className={styles.label}>{t('teaching.transcript')}</p>
          <RichText
            compact
            html={text(content.transcriptHtml)}
            label={t('teaching.transcript')}
            onChange={(html) => change({ transcriptHtml: html || null })}
          />
        </div>
      ) : (
        <Row>
          <Button size="small" onClick={() => setTranscript(true)}>
            {t('teaching.add_transcript')}
          </Button>
        </Row>
      )}
    </Stack>
  )
}

function Captions({
  captions,
  addFile,
  onChange,
}: {
  captions: Caption[]
  addFile: BlockFieldProps['addFile']
  onChange: (captions: Caption[]) => void
}) {
  const t = useMessages()
  const { locale } = useSite()
  const files = useContext(KnownFiles)
  const [language, setLanguage] = useState<string>(locale)
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  return (
    <fieldset className={styles.captions}>
      <legend className={styles.label}>{t('teaching.captions')}</legend>
      {captions.length > 0 ? (
        <ul className={styles.captionList}>
          {captions.map((track) => (
            <li key={track.language}>
              <span>
                {names.of(track.language) ?? track.language}: {files[track.objectId]?.name}
              </span>
              <IconButton
                size="small"
                label={t('teaching.remove_captions', {
                  language: names.of(track.language) ?? track.language,
                })}
                onClick={() => onChange(captions.filter((other) => other !== track))}
              >
                <IconTrash />
              </IconButton>
            </li>
          ))}
        </ul>
      ) : null}
      <Row className={styles.captionRow}>
        <TextInput
          label={t('teaching.caption_language')}
          value={language}
          maxLength={35}
          pattern="[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}"
          className={styles.tiny}
          onChange={(event) => setLanguage(event.target.value)}
        />
        <FileDrop
          label={t('teaching.choose_captions')}
          help={t('teaching.captions_help')}
          accept=".vtt,text/vtt"
          onDone={(next) => {
            addFile(next)
            const others = captions.filter((track) => track.language !== language)
            onChange([...others, { language: language || locale, objectId: next.id }])
          }}
        />
      </Row>
    </fieldset>
  )
}
