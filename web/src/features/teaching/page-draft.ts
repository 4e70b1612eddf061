import type { Problem } from '~/lib/problem.ts'
import type { Content, PageAnswer, PageChange, PageWish } from './page-change.ts'
import type { BlockType, PageContent, Quiz, StoredBlock } from './shapes.ts'

/**
 * Where a block stands between the hands and the database: `open` has changes that wait (or something to fill in
 * first), `conflict` was changed by somebody else meanwhile.
 */
export type BlockState = 'saved' | 'open' | 'saving' | 'failed' | 'conflict'

export type EditedBlock = {
  /** Stays the same from the first keystroke on. */
  key: string
  /** Null until it is stored. */
  id: string | null
  type: BlockType
  content: Content
  state: BlockState
  /** Why it is not saved; null when the connection broke. */
  problem: Problem | null
  /** What somebody else made of it; null when they removed it. Only in a conflict. */
  theirs: StoredBlock | null
  /** Grows when the content came from elsewhere than its own fields, so that these begin anew. */
  round: number
}

export type PageDraft = {
  blocks: readonly EditedBlock[]
  quiz: Quiz | null
  title: string
  isTitleSaved: boolean
}

type Known = Map<string, StoredBlock>

/** How long a pause in typing is before a block is stored, in milliseconds. */
const usualPause = 700

/**
 * A page while it is edited. Every block is stored by itself after a pause; changes go out one after the other, each
 * on the revision the one before left. What somebody else changed meanwhile is taken over, and where both changed the
 * same block, it waits for a decision.
 * @param options.send carries one change to the server; rejects when there is no connection
 * @param options.isComplete whether a block can be stored yet
 */
export function createPageDraft(options: {
  page: PageContent
  send: (wish: PageWish) => Promise<PageAnswer>
  isComplete: (block: Pick<EditedBlock, 'type' | 'content'>) => boolean
  pause?: number
}) {
  const { send, isComplete, pause = usualPause } = options
  let revision = options.page.contentRevision
  /** Blocks as the server told them last. */
  let known: Known = byId(options.page.blocks)
  let keys = 0
  const newKey = () => {
    keys += 1
    return `block-${keys}`
  }
  const asEdited = (block: StoredBlock): EditedBlock => ({
    key: newKey(),
    id: block.id,
    type: block.type,
    content: block.content,
    state: 'saved',
    problem: null,
    theirs: null,
    round: 0,
  })
  let state: PageDraft = {
    blocks: options.page.blocks.map(asEdited),
    quiz: options.page.quiz,
    title: options.page.title,
    isTitleSaved: true,
  }
  const listeners = new Set<() => void>()
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  let queue: Promise<unknown> = Promise.resolve()

  const set = (next: Partial<PageDraft>) => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }
  const find = (key: string) => state.blocks.find((block) => block.key === key)
  const patch = (key: string, change: Partial<EditedBlock>) =>
    set({ blocks: state.blocks.map((block) => (block.key === key ? { ...block, ...change } : block)) })
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work)
    queue = turn.catch(() => undefined)
    return turn
  }

  /** Sends a change; when the page moved on meanwhile, takes that over and lets the caller decide. */
  const tell = async (change: PageChange): Promise<PageAnswer | null> => {
    const answer = await send({ revision, change }).catch(() => null)
    if (answer?.revision !== undefined) revision = answer.revision
    if (answer?.quiz !== undefined) set({ quiz: answer.quiz })
    if (answer?.current) takeOver(answer.current)
    return answer
  }

  /** Takes over what somebody else did; own changes of the same block become conflicts. */
  const takeOver = (page: PageContent) => {
    const before = known
    known = byId(page.blocks)
    revision = page.contentRevision
    const kept = state.blocks.flatMap((block): EditedBlock[] => {
      if (block.id === null) return [block]
      const theirs = known.get(block.id) ?? null
      const isUntouched = theirs !== null && isSame(theirs, before.get(block.id))
      if (isUntouched) return [block]
      if (block.state !== 'saved') return [{ ...block, state: 'conflict', theirs, problem: null }]
      return theirs ? [{ ...block, ...contentOf(theirs), round: block.round + 1 }] : []
    })
    set({ blocks: inOrderOf(page.blocks, kept, asEdited), quiz: page.quiz })
  }

  const idBefore = (key: string): string | null => {
    const at = state.blocks.findIndex((block) => block.key === key)
    return state.blocks.slice(0, at).findLast((block) => block.id !== null)?.id ?? null
  }

  const store = async (key: string, again = true): Promise<void> => {
    const block = find(key)
    if (!block || block.state === 'conflict' || block.state === 'saved' || !isComplete(block)) return
    const { id, type, content } = block
    patch(key, { state: 'saving', problem: null })
    const answer = await tell(
      id ? { kind: 'write', id, type, content } : { kind: 'add', type, content, after: idBefore(key) },
    )
    const now = find(key)
    if (!now) {
      // Taken away while its first version was on its way.
      if (answer?.block && id === null) await tell({ kind: 'remove', id: answer.block.id })
      return
    }
    if (answer?.block) {
      known.set(answer.block.id, answer.block)
      const isNewest = now.content === content
      return patch(key, { id: answer.block.id, state: isNewest ? 'saved' : 'open' })
    }
    if (now.state === 'conflict') return
    if (answer?.current && again) return store(key, false)
    patch(key, { state: 'failed', problem: answer?.problem ?? null })
  }
  const storeSoon = (key: string, after = pause) => {
    clearTimeout(timers.get(key))
    timers.set(
      key,
      setTimeout(() => storeNow(key), after),
    )
  }
  const storeNow = (key: string) => {
    clearTimeout(timers.get(key))
    timers.delete(key)
    return inTurn(() => store(key))
  }

  const titleKey = 'title'
  const storeTitle = async () => {
    const { title } = state
    const wanted = title.trim()
    if (!wanted) return
    const answer = await tell({ kind: 'title', title: wanted })
    const done = answer?.current ? await tell({ kind: 'title', title: wanted }) : answer
    if (done && !done.problem && state.title === title) set({ isTitleSaved: true })
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    get: () => state,

    /** Takes new content from a block's own fields. */
    write(key: string, content: Content) {
      const block = find(key)
      if (!block) return
      patch(key, { content, state: block.state === 'conflict' ? 'conflict' : 'open', problem: null })
      storeSoon(key)
    },
    /** Puts a block behind another one, or first. Answers its key. */
    add(type: BlockType, content: Content, behind: string | null): string {
      const block: EditedBlock = {
        key: newKey(),
        id: null,
        type,
        content,
        state: 'open',
        problem: null,
        theirs: null,
        round: 0,
      }
      const at = behind === null ? 0 : state.blocks.findIndex((one) => one.key === behind) + 1
      set({ blocks: state.blocks.toSpliced(at, 0, block) })
      storeSoon(block.key, 0)
      return block.key
    },
    /** Moves a block one place; answers the problem when it could not stay there. */
    async move(key: string, step: -1 | 1): Promise<Problem | 'offline' | null> {
      const at = state.blocks.findIndex((block) => block.key === key)
      const block = state.blocks[at]
      const target = at + step
      if (!block || target < 0 || target >= state.blocks.length) return null
      const before = state.blocks
      set({ blocks: before.toSpliced(at, 1).toSpliced(target, 0, block) })
      return inTurn(async () => {
        const { id } = find(key) ?? {}
        if (!id) return null
        let answer = await tell({ kind: 'move', id, after: idBefore(key) })
        if (answer?.current && find(key)) answer = await tell({ kind: 'move', id, after: idBefore(key) })
        if (answer && !answer.problem) return null
        set({ blocks: [...state.blocks].sort((a, b) => before.indexOf(a) - before.indexOf(b)) })
        return answer?.problem ?? 'offline'
      })
    },
    /** Takes a block off the page. */
    async remove(key: string): Promise<Problem | 'offline' | null> {
      const at = state.blocks.findIndex((block) => block.key === key)
      const block = state.blocks[at]
      if (!block) return null
      clearTimeout(timers.get(key))
      set({ blocks: state.blocks.toSpliced(at, 1) })
      return inTurn(async () => {
        if (block.id === null) return null
        let answer = await tell({ kind: 'remove', id: block.id })
        // Somebody else changed the page meanwhile; their block is back on it and is taken off all the same.
        if (answer?.current) {
          set({ blocks: state.blocks.filter((one) => one.id !== block.id) })
          if (!known.has(block.id)) return null
          answer = await tell({ kind: 'remove', id: block.id })
        }
        if (answer && !answer.problem) {
          known.delete(block.id)
          return null
        }
        set({ blocks: state.blocks.toSpliced(at, 0, block) })
        return answer?.problem ?? 'offline'
      })
    },
    /** Ends a conflict: what this person wrote counts. */
    keepMine(key: string) {
      const block = find(key)
      if (block?.state !== 'conflict') return
      patch(key, { state: 'open', id: block.theirs ? block.id : null, theirs: null })
      void storeNow(key)
    },
    /** Ends a conflict: what the other one wrote counts. */
    takeTheirs(key: string) {
      const block = find(key)
      if (block?.state !== 'conflict') return
      if (!block.theirs) return set({ blocks: state.blocks.filter((one) => one.key !== key) })
      patch(key, { ...contentOf(block.theirs), state: 'saved', theirs: null, round: block.round + 1 })
    },
    /** Tries once more what was not saved. */
    retry(key: string) {
      patch(key, { state: 'open', problem: null })
      return storeNow(key)
    },
    rename(title: string) {
      set({ title, isTitleSaved: false })
      clearTimeout(timers.get(titleKey))
      timers.set(
        titleKey,
        setTimeout(() => void inTurn(storeTitle), pause),
      )
    },
    /** A change of the quiz; answers the problem when it was refused. */
    async changeQuiz(change: PageChange): Promise<Problem | 'offline' | null> {
      return inTurn(async () => {
        const before = JSON.stringify(state.quiz)
        let answer = await tell(change)
        // Somebody worked on another part of the page: the change still fits.
        if (answer?.current && JSON.stringify(state.quiz) === before) answer = await tell(change)
        return answer ? answer.problem : 'offline'
      })
    },
    /** Stores at once whatever waits, for when the page goes away. */
    flush() {
      for (const block of state.blocks) if (block.state === 'open') void storeNow(block.key)
      if (!state.isTitleSaved) void inTurn(storeTitle)
    },
    /** Resolves when nothing is on its way. */
    settled: () => queue,
  }
}

const byId = (blocks: readonly StoredBlock[]): Known => new Map(blocks.map((block) => [block.id, block]))

const contentOf = ({ type, content }: StoredBlock) => ({ type, content })

const isSame = (a: StoredBlock, b: StoredBlock | undefined) =>
  b !== undefined && a.type === b.type && canonical(a.content) === canonical(b.content)

/** JSON with sorted keys: the database sorts them its own way. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

/** Blocks in the order they are stored in; those not stored yet stay behind the one they stood behind. */
function inOrderOf(
  stored: readonly StoredBlock[],
  edited: readonly EditedBlock[],
  asEdited: (block: StoredBlock) => EditedBlock,
): EditedBlock[] {
  const mine = new Map(edited.map((block) => [block.id, block]))
  const loose = new Map<string | null, EditedBlock[]>()
  let behind: string | null = null
  for (const block of edited) {
    const isStored = block.id !== null && stored.some(({ id }) => id === block.id)
    if (isStored) behind = block.id
    else loose.set(behind, [...(loose.get(behind) ?? []), block])
  }
  return [
    ...(loose.get(null) ?? []),
    ...stored.flatMap((block) => [mine.get(block.id) ?? asEdited(block), ...(loose.get(block.id) ?? [])]),
  ]
}
