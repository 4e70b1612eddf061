import { useState } from 'react'
import { useMessages } from '~/lib/messages/index.ts'
import { useSite } from '~/lib/session.ts'
import { Button } from '~/ui/button.tsx'
import { Dialog, DialogActions } from '~/ui/dialog.tsx'
import { ChoiceGroup, Radio, Select, TextInput } from '~/ui/field.tsx'
import { Stack } from '~/ui/layout.tsx'
import type { PartFields } from '../outline-change.ts'
import { branchOf, depthOf, type Place, possibleParents } from '../outline-tree.ts'
import type { OutlineNode } from '../shapes.ts'
import { fromWallClock, toWallClock } from '../wall-clock.ts'

/** Who sees a part, when, and how long it takes. */
export function PartSettings({
  node,
  onClose,
  onSave,
}: {
  node: OutlineNode
  onClose: () => void
  onSave: (fields: PartFields) => void
}) {
  const t = useMessages()
  const { timeZone } = useSite()
  const [status, setStatus] = useState(node.status)
  const [error, setError] = useState<string | null>(null)
  return (
    <Dialog opened onClose={onClose} title={t('teaching.part_settings_of', { title: node.title })}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const form = new FormData(event.currentTarget)
          const title = String(form.get('title')).trim()
          const minutes = String(form.get('minutes')).trim()
          const releaseAt =
            status === 'scheduled' ? fromWallClock(String(form.get('releaseAt')), timeZone) : null
          if (status === 'scheduled' && releaseAt === null) return setError(t('teaching.release_missing'))
          onSave({
            ...(title && title !== node.title ? { title } : {}),
            status: status === 'archived' ? 'draft' : status,
            releaseAt,
            estimatedMinutes: minutes === '' ? null : Number(minutes),
          })
          onClose()
        }}
      >
        <Stack>
          <TextInput
            name="title"
            label={t('teaching.part_title')}
            required
            maxLength={300}
            defaultValue={node.title}
          />
          <ChoiceGroup legend={t('teaching.part_status')}>
            {(['published', 'scheduled', 'draft'] as const).map((value) => (
              <Radio
                key={value}
                name="status"
                value={value}
                checked={status === value}
                onChange={() => setStatus(value)}
                label={t(`teaching.status_${value}`)}
                help={t(`teaching.part_status_${value}`)}
              />
            ))}
          </ChoiceGroup>
          {status === 'scheduled' ? (
            <TextInput
              type="datetime-local"
              name="releaseAt"
              label={t('teaching.release_at')}
              help={t('teaching.in_time_zone', { timeZone })}
              defaultValue={node.releaseAt ? toWallClock(node.releaseAt, timeZone) : ''}
              error={error}
            />
          ) : null}
          <TextInput
            type="number"
            name="minutes"
            label={t('teaching.part_minutes')}
            help={t('teaching.part_minutes_help')}
            required={false}
            min={0}
            max={100000}
            step={1}
            defaultValue={node.estimatedMinutes ?? ''}
          />
        </Stack>
        <DialogActions>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" variant="primary">
            {t('teaching.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** Any other place in the outline, for those who neither drag nor want to press arrows a hundred times. */
export function MoveDialog({
  node,
  nodes,
  onClose,
  onMove,
}: {
  node: OutlineNode
  nodes: OutlineNode[]
  onClose: () => void
  onMove: (to: Place) => void
}) {
  const t = useMessages()
  const [parentId, setParentId] = useState(node.parentId ?? '')
  const branch = branchOf(nodes, node.id)
  const siblings = nodes.filter((other) => (other.parentId ?? '') === parentId && !branch.includes(other))
  return (
    <Dialog opened onClose={onClose} title={t('teaching.move_title', { title: node.title })}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const after = String(new FormData(event.currentTarget).get('after'))
          onMove({ parentId: parentId || null, after: after || null })
          onClose()
        }}
      >
        <Stack>
          <Select
            name="parent"
            label={t('teaching.move_inside')}
            value={parentId}
            onChange={(event) => setParentId(event.target.value)}
            options={[
              { value: '', label: t('teaching.move_top') },
              ...possibleParents(nodes, node.id).map((other) => ({
                value: other.id,
                label: `${'\u2003'.repeat(depthOf(other))}${other.title}`,
              })),
            ]}
          />
          <Select
            key={parentId}
            name="after"
            label={t('teaching.move_position')}
            defaultValue={siblings.at(-1)?.id ?? ''}
            options={[
              { value: '', label: t('teaching.move_first') },
              ...siblings.map((other) => ({
                value: other.id,
                label: t('teaching.move_after', { title: other.title }),
              })),
            ]}
          />
        </Stack>
        <DialogActions>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" variant="primary">
            {t('teaching.move_here')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
