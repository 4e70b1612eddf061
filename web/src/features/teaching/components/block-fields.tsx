import { useContext, useState } from 'react'
import { useMessages } from '~/lib/messages/index.ts'
import { Button } from '~/ui/button.tsx'
import { Select, Textarea, TextInput } from '~/ui/field.tsx'
import { Stack } from '~/ui/layout.tsx'
import type { BlockType } from '../shapes.ts'
import { type BlockFieldProps, text } from './block-field-props.ts'
import { ExerciseFields } from './exercise-fields.tsx'
import { FileDrop } from './file-drop.tsx'
import styles from './page-editor.module.css'
import { RichText } from './rich-text.tsx'
import { KnownFiles } from './text-contexts.ts'
import { VideoFields } from './video-fields.tsx'

/** What is to be filled in for a block of each kind. */
export function BlockFields({ type, ...fields }: { type: BlockType } & BlockFieldProps) {
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

function TitleField({
  content,
  change,
  label,
}: Pick<BlockFieldProps, 'content' | 'change'> & { label: string }) {
  return (
    <TextInput
      label={label}
      defaultValue={text(content.title)}
      maxLength={500}
      onChange={(event) => change({ title: event.target.value })}
    />
  )
}

function ImageFields({ content, change, addFile }: BlockFieldProps) {
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
}: BlockFieldProps & { accept: string; choose: string; isAudio?: boolean }) {
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

const nameOnly = (fileName: string) => fileName.replace(/\.[^.]{1,8}$/, '')
