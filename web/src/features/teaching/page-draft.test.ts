import { expect, test } from 'vitest'
import type { PageAnswer, PageWish } from './page-change.ts'
import { createPageDraft } from './page-draft.ts'
import type { PageContent, StoredBlock } from './shapes.ts'

const text = (id: string, html: string): StoredBlock => ({ id, type: 'text', content: { html } })

const page = (revision: number, blocks: StoredBlock[]): PageContent => ({
  nodeId: 'node',
  courseId: 'course',
  title: 'A page',
  kind: 'lesson',
  isPage: true,
  contentRevision: revision,
  blocks,
  quiz: null,
  files: {},
})

const stale = { status: 412, code: 'version_mismatch', title: 'Changed', errors: [] } as never

/** A server with one page, kept the way the API keeps it. */
function server(blocks: StoredBlock[]) {
  const there = { revision: 1, blocks: [...blocks], ids: 0, isDown: false, sent: [] as PageWish[] }
  const send = async (wish: PageWish): Promise<PageAnswer> => {
    if (there.isDown) throw new Error('no connection')
    there.sent.push(wish)
    if (wish.revision !== there.revision)
      return { problem: stale, current: page(there.revision, there.blocks) }
    const { change } = wish
    there.revision += 1
    const done = { problem: null, revision: there.revision }
    switch (change.kind) {
      case 'write': {
        const block = { id: change.id, type: change.type, content: change.content }
        there.blocks = there.blocks.map((other) => (other.id === change.id ? block : other))
        return { ...done, block }
      }
      case 'add': {
        there.ids += 1
        const block = { id: `new-${there.ids}`, type: change.type, content: change.content }
        const at = there.blocks.findIndex((other) => other.id === change.after) + 1
        there.blocks = there.blocks.toSpliced(at, 0, block)
        return { ...done, block }
      }
      case 'remove':
        there.blocks = there.blocks.filter((other) => other.id !== change.id)
        return done
      case 'move': {
        const moving = there.blocks.find((other) => other.id === change.id)!
        const rest = there.blocks.filter((other) => other !== moving)
        there.blocks = rest.toSpliced(rest.findIndex((other) => other.id === change.after) + 1, 0, moving)
        return done
      }
      default:
        return done
    }
  }
  /** What another person does meanwhile. */
  const elsewhere = (blocks: StoredBlock[]) => {
    there.blocks = blocks
    there.revision += 1
  }
  const draft = createPageDraft({
    page: page(1, blocks),
    send,
    isComplete: ({ content }) => content.html !== undefined,
    pause: 0,
  })
  const settle = async () => {
    draft.flush()
    await draft.settled()
  }
  const htmls = () => draft.get().blocks.map((block) => block.content.html)
  const states = () => draft.get().blocks.map((block) => block.state)
  return { there, draft, elsewhere, settle, htmls, states }
}

test('what is typed is stored, each change on the revision the one before left', async () => {
  const { there, draft, settle, states } = server([text('a', '1'), text('b', '2')])
  const [a, b] = draft.get().blocks
  draft.write(a!.key, { html: 'one' })
  draft.write(b!.key, { html: 'two' })
  expect(states()).toEqual(['open', 'open'])
  await settle()
  expect(states()).toEqual(['saved', 'saved'])
  expect(there.blocks.map((block) => block.content.html)).toEqual(['one', 'two'])
})

test('a new block is stored where it stands, once there is something to store', async () => {
  const { there, draft, settle } = server([text('a', '1'), text('b', '2')])
  const key = draft.add('text', {}, draft.get().blocks[0]!.key)
  await settle()
  expect(there.blocks).toHaveLength(2)
  draft.write(key, { html: 'between' })
  await settle()
  expect(there.blocks.map((block) => block.content.html)).toEqual(['1', 'between', '2'])
})

test('another person at another block disturbs nobody', async () => {
  const { there, draft, elsewhere, settle, htmls, states } = server([text('a', '1'), text('b', '2')])
  elsewhere([text('a', '1'), text('b', 'theirs'), text('c', 'new')])
  draft.write(draft.get().blocks[0]!.key, { html: 'mine' })
  await settle()
  expect(htmls()).toEqual(['mine', 'theirs', 'new'])
  expect(states()).toEqual(['saved', 'saved', 'saved'])
  expect(there.blocks.map((block) => block.content.html)).toEqual(['mine', 'theirs', 'new'])
})

test('the same block changed by both waits for a decision: mine', async () => {
  const { there, draft, elsewhere, settle, states } = server([text('a', '1')])
  elsewhere([text('a', 'theirs')])
  const { key } = draft.get().blocks[0]!
  draft.write(key, { html: 'mine' })
  await settle()
  expect(states()).toEqual(['conflict'])
  expect(draft.get().blocks[0]?.theirs?.content.html).toBe('theirs')
  expect(there.blocks[0]?.content.html).toBe('theirs')
  draft.keepMine(key)
  await settle()
  expect(there.blocks[0]?.content.html).toBe('mine')
})

test('the same block changed by both waits for a decision: theirs', async () => {
  const { draft, elsewhere, settle, htmls, states } = server([text('a', '1')])
  elsewhere([text('a', 'theirs')])
  const { key } = draft.get().blocks[0]!
  draft.write(key, { html: 'mine' })
  await settle()
  draft.takeTheirs(key)
  expect(htmls()).toEqual(['theirs'])
  expect(states()).toEqual(['saved'])
})

test('a block somebody removed while it was being written is not lost', async () => {
  const { there, draft, elsewhere, settle } = server([text('a', '1')])
  elsewhere([])
  const { key } = draft.get().blocks[0]!
  draft.write(key, { html: 'mine' })
  await settle()
  expect(draft.get().blocks[0]).toMatchObject({ state: 'conflict', theirs: null })
  draft.keepMine(key)
  await settle()
  expect(there.blocks.map((block) => block.content.html)).toEqual(['mine'])
})

test('without a connection nothing is lost, and trying again saves it', async () => {
  const { there, draft, settle, states } = server([text('a', '1')])
  there.isDown = true
  const { key } = draft.get().blocks[0]!
  draft.write(key, { html: 'one' })
  await settle()
  expect(states()).toEqual(['failed'])
  there.isDown = false
  await draft.retry(key)
  expect(there.blocks[0]?.content.html).toBe('one')
})

test('moving and removing show at once and are taken back when they fail', async () => {
  const { there, draft, htmls } = server([text('a', '1'), text('b', '2'), text('c', '3')])
  const first = draft.move(draft.get().blocks[0]!.key, 1)
  expect(htmls()).toEqual(['2', '1', '3'])
  expect(await first).toBeNull()
  expect(there.blocks.map((block) => block.id)).toEqual(['b', 'a', 'c'])
  there.isDown = true
  const second = draft.remove(draft.get().blocks[2]!.key)
  expect(htmls()).toEqual(['2', '1'])
  expect(await second).toBe('offline')
  expect(htmls()).toEqual(['2', '1', '3'])
})
