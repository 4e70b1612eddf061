import { IconTrash } from '@tabler/icons-react'
import { useContext, useState } from 'react'
import { useMessages } from '~/lib/messages/index.ts'
import { useSite } from '~/lib/session.ts'
import { Button, IconButton } from '~/ui/button.tsx'
import { Select, Textarea, TextInput } from '~/ui/field.tsx'
import { Row, Stack } from '~/ui/layout.tsx'
import { youtubeIdOf } from '../block-kinds.ts'
import type { Content } from '../page-change.ts'
import type { BlockType } from '../shapes.ts'
import { FileDrop } from './file-drop.tsx'
import styles from './page-editor.module.css'
import { RichText } from './rich-text.tsx'
import { KnownFiles } from './text-contexts.ts'
import type { UploadedFile } from './uploaded-file.ts'

type Fields = {
  content: Content
  /** Takes changed parts of the content. */
  change: (part: Content) => void
  addFile: (file: UploadedFile) => void
  autoFocus: boolean
  /** A slash in an empty line of a text. */
  onSlash: () => void
}

/** What is to be filled in for a block of each kind. */
export function BlockFields({ type, ...fields }: { type: BlockType } & Fields) {
  const t = useMessages()
  const { content, change, autoFocus } = fields
  const html = text(content.html)
  switch (type) {
    case 'text':
      return (
        <RichText
          html={html}
          label={t('teaching.block_text')}
          placeholder={t('teaching.text_placeholder')}
          autoFocus={autoFocus}
          onChange={(next) => change({ html: next })}
          onSlash={fields.onSlash}
        />
      )
    case 'callout':
      return (
        <Stack gap="tight" className={styles.callout} data-tone={text(content.tone)}>
          <Select
            label={t('teaching.tone')}
            hideLabel
            value={text(content.tone)}
            onChange={(event) => change({ tone: event.target.value })}
            className={styles.short}
            options={(['info', 'tip', 'warning'] as const).map((value) => ({
              value,
              label: t(`teaching.tone_${value}`),
            }))}
          />
          <RichText
            html={html}
            label={t('teaching.block_callout')}
            placeholder={t('teaching.callout_placeholder')}
            autoFocus={autoFocus}
            compact
            onChange={(next) => change({ html: next })}
          />
        </Stack>
      )
    case 'code':
      return (
        <Stack gap="tight">
          <TextInput
            label={t('teaching.code_language')}
            placeholder="python"
            defaultValue={text(content.language)}
            maxLength={40}
            pattern="[A-Za-z0-9+#._\-]{1,40}"
            className={styles.short}
            spellCheck={false}
            autoCapitalize="none"
            onChange={(event) => change({ language: event.target.value.trim() || null })}
          />
          <Textarea
            label={t('teaching.block_code')}
            hideLabel
            defaultValue={text(content.code)}
            rows={6}
            spellCheck={false}
            className={styles.code}
            autoFocus={autoFocus}
            onChange={(event) => change({ code: event.target.value })}
          />
        </Stack>
      )
    case 'embed':
      return (
        <Stack gap="tight">
          <TextInput
            type="url"
            label={t('teaching.embed_address')}
            help={t('teaching.embed_help')}
            placeholder="https://"
            defaultValue={text(content.url)}
            maxLength={2000}
            autoFocus={autoFocus}
            onChange={(event) => change({ url: event.target.value.trim() })}
          />
          <TitleField content={content} change={change} label={t('teaching.embed_title')} />
        </Stack>
      )
    case 'image':
      return <ImageFields {...fields} />
    case 'video':
      return <VideoFields {...fields} />
    case 'audio':
      return <FileFields {...fields} accept="audio/*" choose={t('teaching.choose_audio')} isAudio />
    case 'document':
      return <FileFields {...fields} accept="" choose={t('teaching.choose_document')} />
    case 'exercise':
      return <ExerciseFields {...fields} />
  }
}

function TitleField({ content, change, label }: Pick<Fields, 'content' | 'change'> & { label: string }) {
  return (
    <TextInput
      label={label}
      defaultValue={text(content.title)}
      maxLength={500}
      onChange={(event) => change({ title: event.target.value })}
    />
  )
}

function ImageFields({ content, change, addFile }: Fields) {
  const t = useMessages()
  const files = useContext(KnownFiles)
  const [isReplacing, setReplacing] = useState(false)
  const file = files[text(content.objectId)]
  const hasFile = typeof content.objectId === 'string'
  const alt = text(content.alt)
  return (
    <Stack>
      {hasFile && !isReplacing ? (
        <figure className={styles.picture}>
          {file ? <img src={file.url} alt={alt} /> : <p className={styles.gone}>{t('teaching.file_gone')}</p>}
          <Button size="small" onClick={() => setReplacing(true)}>
            {t('teaching.replace_image')}
          </Button>
        </figure>
      ) : (
        <FileDrop
          label={t('teaching.choose_image')}
          accept="image/*"
          onDone={(next) => {
            addFile(next)
            setReplacing(false)
            change({ objectId: next.id })
          }}
        />
      )}
      <TextInput
        label={t('teaching.alt')}
        help={t(alt.trim() ? 'teaching.alt_help' : 'teaching.alt_missing')}
        defaultValue={alt}
        maxLength={500}
        onChange={(event) => change({ alt: event.target.value })}
      />
      <TextInput
        label={t('teaching.caption')}
        required={false}
        defaultValue={text(content.caption)}
        maxLength={2000}
        onChange={(event) => change({ caption: event.target.value.trim() || null })}
      />
    </Stack>
  )
}

function FileFields({
  content,
  change,
  addFile,
  accept,
  choose,
  isAudio = false,
}: Fields & { accept: string; choose: string; isAudio?: boolean }) {
  const t = useMessages()
  const files = useContext(KnownFiles)
  const file = files[text(content.objectId)]
  return (
    <Stack>
      {file ? (
        isAudio ? (
          // biome-ignore lint/a11y/useMediaCaption: the teacher's own preview
          <audio controls preload="metadata" src={file.url} className={styles.audio} />
        ) : (
          <p className={styles.fileName}>
            <a href={file.url} target="_blank" rel="noreferrer">
              {file.name}
            </a>
          </p>
        )
      ) : null}
      <FileDrop
        label={file ? t('teaching.replace_file') : choose}
        accept={accept}
        onDone={(next) => {
          addFile(next)
          const isUnnamed = !text(content.title).trim()
          change({ objectId: next.id, ...(isUnnamed ? { title: nameOnly(next.name) } : {}) })
        }}
      />
      <TitleField key={file?.name ?? ''} content={content} change={change} label={t('teaching.shown_name')} />
    </Stack>
  )
}

type Source =
  | { kind: 'file'; objectId: string }
  | { kind: 'youtube'; youtubeId: string }
  | { kind: 'url'; url: string }
type Caption = { language: string; objectId: string }

function VideoFields({ content, change, addFile }: Fields) {
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
  addFile: Fields['addFile']
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

function ExerciseFields({ content, change, autoFocus }: Fields) {
  const t = useMessages()
  const hints = (content.hints ?? []) as string[]
  const [hasSolution, setSolution] = useState(text(content.solutionHtml) !== '')
  return (
    <Stack>
      <TitleField content={content} change={change} label={t('teaching.exercise_title')} />
      <div>
        <p className={styles.label}>{t('teaching.exercise_task')}</p>
        <RichText
          compact
          html={text(content.html)}
          label={t('teaching.exercise_task')}
          autoFocus={autoFocus}
          onChange={(html) => change({ html })}
        />
      </div>
      <HintList hints={hints} onChange={(next) => change({ hints: next })} />
      {hasSolution ? (
        <div>
          <p className={styles.label}>{t('teaching.solution')}</p>
          <RichText
            compact
            html={text(content.solutionHtml)}
            label={t('teaching.solution')}
            onChange={(html) => change({ solutionHtml: html || null })}
          />
        </div>
      ) : (
        <Row>
          <Button size="small" onClick={() => setSolution(true)}>
            {t('teaching.add_solution')}
          </Button>
        </Row>
      )}
    </Stack>
  )
}

/** Hints in the order they are given away. */
export function HintList({ hints, onChange }: { hints: string[]; onChange: (hints: string[]) => void }) {
  const t = useMessages()
  // Hints have no names of their own; a changed length is a new list to draw.
  return (
    <div>
      <p className={styles.label}>{t('teaching.hints')}</p>
      <Stack gap="tight">
        {hints.map((hint, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a changed length is a new list
          <div key={`${hints.length} ${index}`} className={styles.hint}>
            <RichText
              compact
              html={hint}
              label={t('teaching.hint_number', { number: index + 1 })}
              placeholder={t('teaching.hint_number', { number: index + 1 })}
              onChange={(html) => onChange(hints.with(index, html))}
            />
            <IconButton
              label={t('teaching.remove_hint', { number: index + 1 })}
              onClick={() => onChange(hints.toSpliced(index, 1))}
            >
              <IconTrash />
            </IconButton>
          </div>
        ))}
        <Row>
          <Button size="small" disabled={hints.length >= 20} onClick={() => onChange([...hints, ''])}>
            {t('teaching.add_hint')}
          </Button>
        </Row>
      </Stack>
    </div>
  )
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const nameOnly = (fileName: string) => fileName.replace(/\.[^.]{1,8}$/, '')
