import { IconArrowDown, IconArrowUp, IconFile, IconLink, IconPencil, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Form, Link, useSearchParams } from 'react-router'
import { useFormat } from '~/lib/format.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { IconButton } from '~/ui/button.tsx'
import { Card } from '~/ui/layout.tsx'
import type { Resource } from '../shapes.ts'
import styles from './resource-list.module.css'

/** A page of the course that something can be shown on. */
export type PageName = { id: string; title: string }

/** Files and links by where they are shown: those of the whole course first, then page by page. */
export function ResourceList({ items, pages }: { items: Resource[]; pages: PageName[] }) {
  const t = useMessages()
  const places = [{ id: null, title: t('studio.whole_course') }, ...pages]
  const known = new Set<string | null>(places.map(({ id }) => id))
  // On a part that is no page now, or lies in the bin.
  const elsewhere = items.filter((item) => !known.has(item.nodeId))
  return (
    <Card padded={false}>
      {places.map(({ id, title }) => (
        <Group key={id} title={title} items={items.filter((item) => item.nodeId === id)} />
      ))}
      <Group title="–" items={elsewhere} />
    </Card>
  )
}

function Group({ title, items }: { title: string; items: Resource[] }) {
  if (items.length === 0) return null
  return (
    <section className={styles.group} aria-label={title}>
      <h3 className={styles.place}>{title}</h3>
      <ol className={styles.list}>
        {items.map((item, index) => (
          <ResourceRow
            key={item.id}
            item={item}
            up={index > 0 ? (items[index - 2]?.id ?? '') : null}
            down={items[index + 1]?.id ?? null}
          />
        ))}
      </ol>
    </section>
  )
}

/** `up` and `down`: what it would follow then, empty for the first place; null when it cannot go there. */
function ResourceRow({ item, up, down }: { item: Resource; up: string | null; down: string | null }) {
  const t = useMessages()
  const format = useFormat()
  const [search] = useSearchParams()
  const { id, title, description, url, type, size } = item
  const edit = new URLSearchParams(search)
  edit.set('edit', id)
  const Icon = type === 'file' ? IconFile : IconLink
  const facts = type === 'link' ? hostOf(url) : size === null ? null : format.bytes(size)
  return (
    <li className={styles.row}>
      <Icon size={18} stroke={1.75} aria-hidden="true" className={styles.icon} />
      <div className={styles.words}>
        {url ? (
          <a href={url} target="_blank" rel="noreferrer" className={styles.title}>
            {title}
          </a>
        ) : (
          <span className={styles.title}>{title}</span>
        )}
        <span className={styles.facts}>
          {t(`studio.kind_${type}`)}
          {facts ? ` · ${facts}` : ''}
        </span>
        {description ? <p className={styles.description}>{description}</p> : null}
      </div>
      <div className={styles.acts}>
        <Place id={id} after={up} label={t('studio.move_up', { title })}>
          <IconArrowUp />
        </Place>
        <Place id={id} after={down} label={t('studio.move_down', { title })}>
          <IconArrowDown />
        </Place>
        <Link
          to={`?${edit}`}
          preventScrollReset
          className={styles.edit}
          aria-label={t('studio.edit_thing', { title })}
          title={t('studio.edit')}
        >
          <IconPencil size={18} stroke={1.75} aria-hidden="true" />
        </Link>
        <Form method="post" preventScrollReset>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="title" value={title} />
          <IconButton type="submit" name="intent" value="removed" label={t('studio.remove_thing', { title })}>
            <IconTrash />
          </IconButton>
        </Form>
      </div>
    </li>
  )
}

function Place({
  id,
  after,
  label,
  children,
}: {
  id: string
  after: string | null
  label: string
  children: ReactNode
}) {
  // Keeps its place, so that the other buttons stand in columns.
  if (after === null) return <span className={styles.nowhere} />
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="after" value={after} />
      <IconButton type="submit" name="intent" value="moved" label={label}>
        {children}
      </IconButton>
    </Form>
  )
}

const hostOf = (url: string | null) => (url === null ? null : (URL.parse(url)?.host ?? null))
