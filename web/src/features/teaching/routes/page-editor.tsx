import { IconArrowLeft, IconArrowRight, IconEye, IconPaperclip } from '@tabler/icons-react'
import type { Editor } from '@tiptap/react'
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { redirect } from 'react-router'
import { unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import type { RouteHandle } from '~/lib/handle.ts'
import { useMessages } from '~/lib/messages/index.ts'
import type { Problem } from '~/lib/problem.ts'
import { Breadcrumbs } from '~/ui/breadcrumbs.tsx'
import { LinkButton } from '~/ui/button.tsx'
import { Page } from '~/ui/layout.tsx'
import { PageTitle } from '~/ui/page-header.tsx'
import { toast } from '~/ui/toast.ts'
import { editorPath, resourcesPath, rowId, studioPath } from '../addresses.ts'
import { emptyContent, isComplete } from '../block-kinds.ts'
import { BlockCard } from '../components/block-card.tsx'
import { BlockPicker } from '../components/block-picker.tsx'
import styles from '../components/page-editor.module.css'
import { QuizEditor } from '../components/quiz-editor.tsx'
import { ActiveText, KnownFiles } from '../components/text-contexts.ts'
import type { UploadedFile } from '../components/uploaded-file.ts'
import { usePageDraft } from '../components/use-page-draft.ts'
import type { PageDraft } from '../page-draft.ts'
import type { BlockType, OutlineNode } from '../shapes.ts'
import type { Route } from './+types/page-editor.ts'

const RichTextToolbar = lazy(() => import('../components/rich-text-toolbar.tsx'))

export const handle: RouteHandle = {
  actions: ({ course }: { course: { id: string } }) => [
    { to: studioPath(course.id), label: 'teaching.to_outline' },
  ],
}

export async function loader({ params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext)
  const { courseId, nodeId } = params
  const [content, outline, course] = await Promise.all([
    api.GET('/api/v1/learning/studio/nodes/{nodeId}/content', { params: { path: { nodeId } } }),
    api.GET('/api/v1/learning/studio/courses/{courseId}/outline', { params: { path: { courseId } } }),
    api.GET('/api/v1/learning/studio/courses/{courseId}', { params: { path: { courseId } } }),
  ])
  const page = unwrap(content)
  if (page.courseId !== courseId) throw redirect(editorPath(page.courseId, nodeId))
  // A part with others below it has no content of its own.
  if (!page.isPage) throw redirect(`${studioPath(courseId)}#${rowId(nodeId)}`)
  const { id, title } = unwrap(course)
  const pages = unwrap(outline).nodes.filter((node) => node.isPage)
  const at = pages.findIndex((node) => node.id === nodeId)
  return {
    page,
    course: { id, title },
    previous: briefly(at > 0 ? pages[at - 1] : undefined),
    next: briefly(at >= 0 ? pages[at + 1] : undefined),
  }
}

const briefly = (node: OutlineNode | undefined) => (node ? { id: node.id, title: node.title } : null)

/** A page of a course with all its blocks; everything is stored while one works. */
export default function PageEditor({ loaderData }: Route.ComponentProps) {
  return <Editing key={loaderData.page.nodeId} {...loaderData} />
}

function Crumbs({ course }: Route.ComponentProps['loaderData']) {
  const t = useMessages()
  return (
    <Breadcrumbs
      crumbs={[
        { to: '/teach', label: t('app.studio') },
        { to: studioPath(course.id), label: course.title },
      ]}
    />
  )
}

function Editing(loaded: Route.ComponentProps['loaderData']) {
  const { page, course, previous, next } = loaded
  const t = useMessages()
  const { draft, state } = usePageDraft(page)
  const [files, setFiles] = useState(page.files)
  const [editor, activate] = useState<Editor | null>(null)
  const [adding, setAdding] = useState<string | null>(null)
  const [newest, setNewest] = useState<string | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const focusMove = useRef<{ key: string; step: -1 | 1 } | null>(null)

  const addFile = useCallback(
    ({ id, name, mimeType, urls }: UploadedFile) =>
      setFiles((before) => ({ ...before, [id]: { url: urls.web || urls.original, name, mimeType } })),
    [],
  )
  const complain = useCallback(
    (problem: Problem | 'offline' | null) => {
      if (!problem) return
      toast({ tone: 'danger', message: problem === 'offline' ? t('teaching.no_connection') : problem.title })
    },
    [t],
  )
  const add = (type: BlockType, behind: string | null) => {
    setAdding(null)
    setNewest(draft.add(type, emptyContent[type], behind))
  }
  const onRemove = useCallback(
    (key: string) => {
      const { blocks } = draft.get()
      const at = blocks.findIndex((block) => block.key === key)
      const block = blocks[at]
      if (!block) return
      const behind = blocks[at - 1]?.key ?? null
      void draft.remove(key).then((problem) => {
        if (problem) return complain(problem)
        if (!isComplete(block)) return
        toast({
          message: t('teaching.block_removed', { kind: t(`teaching.block_${block.type}`) }),
          undo: () => {
            const isThere = draft.get().blocks.some((other) => other.key === behind)
            const last = draft.get().blocks.at(-1)?.key ?? null
            draft.add(block.type, block.content, behind === null || isThere ? behind : last)
          },
        })
      })
      list.current?.focus()
    },
    [draft, complain, t],
  )
  const onMove = useCallback(
    (key: string, step: -1 | 1) => {
      focusMove.current = { key, step }
      void draft.move(key, step).then(complain)
    },
    [draft, complain],
  )
  // The block that was moved keeps the focus, on the same button while it can be pressed again.
  useEffect(() => {
    const moved = focusMove.current
    if (!moved) return
    focusMove.current = null
    const card = list.current?.querySelector<HTMLElement>(`[data-key="${moved.key}"]`)
    if (!card || card.querySelector('.ProseMirror')?.contains(document.activeElement)) return
    const wanted = card.querySelector<HTMLElement>(
      `[data-move="${moved.step < 0 ? 'up' : 'down'}"]:not(:disabled)`,
    )
    const other = card.querySelector<HTMLElement>('[data-move]:not(:disabled)')
    ;(wanted ?? other)?.focus()
    card.scrollIntoView({ block: 'nearest' })
  })

  const active = useMemo(() => ({ editor, activate, toolbarId: 'formatting' }), [editor])
  return (
    <ActiveText.Provider value={active}>
      <KnownFiles.Provider value={files}>
        <Page>
          <div className={styles.page}>
            <PageTitle>{state.title || page.title}</PageTitle>
            <Crumbs {...loaded} />
            <div className={styles.top}>
              <div className={styles.ways}>
                {previous ? (
                  <LinkButton
                    size="small"
                    variant="quiet"
                    to={editorPath(course.id, previous.id)}
                    icon={<IconArrowLeft />}
                    title={previous.title}
                  >
                    {t('teaching.previous_page')}
                  </LinkButton>
                ) : null}
                {next ? (
                  <LinkButton
                    size="small"
                    variant="quiet"
                    to={editorPath(course.id, next.id)}
                    title={next.title}
                  >
                    {t('teaching.next_page')}
                    <IconArrowRight />
                  </LinkButton>
                ) : null}
              </div>
              <LinkButton
                size="small"
                to={`/learn/courses/${course.id}/pages/${page.nodeId}`}
                icon={<IconEye />}
              >
                {t('teaching.view_as_learner')}
              </LinkButton>
            </div>
            <h1 className="visually-hidden">{state.title}</h1>
            <textarea
              className={styles.titleField}
              aria-label={t('teaching.page_title')}
              rows={1}
              value={state.title}
              maxLength={300}
              onChange={(event) => draft.rename(event.target.value.replace(/\n/g, ' '))}
              onKeyDown={(event) => {
                if (event.key === 'Enter') event.preventDefault()
              }}
            />
            <div className={styles.bar}>
              <Suspense fallback={<span />}>
                <RichTextToolbar />
              </Suspense>
              <SavingState state={state} />
            </div>
            <h2 className="visually-hidden">{t('teaching.page_content')}</h2>
            <div ref={list} className={styles.blocks} tabIndex={-1}>
              {state.blocks.length === 0 ? (
                <p className={styles.gone}>{t('teaching.page_empty')}</p>
              ) : (
                state.blocks.map((block, index) => (
                  <div key={block.key} data-key={block.key}>
                    <BlockCard
                      block={block}
                      place={index + 1}
                      total={state.blocks.length}
                      draft={draft}
                      isNew={block.key === newest}
                      addFile={addFile}
                      onRemove={onRemove}
                      onMove={onMove}
                      onAdd={setAdding}
                    />
                    {adding === block.key ? (
                      <BlockPicker
                        onPick={(type) => add(type, block.key)}
                        onClose={() => {
                          setAdding(null)
                          editor?.commands.focus()
                        }}
                      />
                    ) : null}
                  </div>
                ))
              )}
            </div>
            <div className={styles.end}>
              <BlockPicker onPick={(type) => add(type, state.blocks.at(-1)?.key ?? null)} />
            </div>
            <QuizEditor quiz={state.quiz} draft={draft} />
            <LinkButton
              to={resourcesPath(page.courseId, page.nodeId)}
              variant="quiet"
              icon={<IconPaperclip />}
              className={styles.files}
            >
              {t('studio.resources_of_page')}
            </LinkButton>
          </div>
        </Page>
      </KnownFiles.Provider>
    </ActiveText.Provider>
  )
}

/** How the whole page stands, in one word. */
function SavingState({ state }: { state: PageDraft }) {
  const t = useMessages()
  const { blocks, isTitleSaved } = state
  const isBad = blocks.some((block) => block.state === 'failed' || block.state === 'conflict')
  const isOpen =
    !isTitleSaved ||
    blocks.some((block) => block.state === 'saving' || (block.state === 'open' && isComplete(block)))
  return (
    <span role="status" className={styles.saving} data-bad={isBad || undefined}>
      {t(isBad ? 'teaching.not_saved' : isOpen ? 'teaching.saving' : 'teaching.saved')}
    </span>
  )
}
