import {
  IconArrowDown,
  IconArrowUp,
  IconClock,
  IconCopy,
  IconCornerDownRight,
  IconEye,
  IconEyeOff,
  IconIndentDecrease,
  IconIndentIncrease,
  IconPencil,
  IconPlus,
  IconReplace,
  IconTrash,
  IconTypography,
} from '@tabler/icons-react'
import type { Translate } from '~/lib/messages/index.ts'
import type { PartFields } from '../outline-change.ts'
import { besideSibling, furtherIn, furtherOut, type Place } from '../outline-tree.ts'
import type { OutlineNode } from '../shapes.ts'
import type { RowAction } from './row-menu.tsx'

/** What an outline can do with its parts. */
type Doings = {
  open: (realId: string) => void
  rename: (id: string) => void
  change: (id: string, fields: PartFields) => void
  /** Release and time, in a dialog. */
  set: (id: string) => void
  addBelow: (node: OutlineNode) => void
  addInside: (node: OutlineNode) => void
  copy: (node: OutlineNode) => void
  /** Null: it cannot go there. The words are said afterwards. */
  move: (id: string, to: Place | null, words: string) => void
  /** Any place, in a dialog. */
  choosePlace: (id: string) => void
  remove: (node: OutlineNode) => void
}

/** The menu of a part, in groups. `real` is the id the server knows, null until there is one. */
export function partActions(
  t: Translate,
  nodes: OutlineNode[],
  node: OutlineNode,
  real: string | null,
  can: Doings,
): RowAction[][] {
  const { id, title } = node
  const words = t('teaching.moved', { title })
  const moveTo = (to: Place | null) => ({ disabled: to === null, run: () => can.move(id, to, words) })
  return [
    [
      ...(node.isPage && real
        ? [
            {
              label: t('teaching.edit_page'),
              icon: <IconPencil />,
              keys: 'O',
              run: () => can.open(real),
            },
          ]
        : []),
      {
        label: t('teaching.rename'),
        icon: <IconTypography />,
        keys: 'F2',
        run: () => can.rename(id),
      },
      node.status === 'published'
        ? {
            label: t('teaching.hide_part'),
            icon: <IconEyeOff />,
            run: () => can.change(id, { status: 'draft' }),
          }
        : {
            label: t('teaching.show_part'),
            icon: <IconEye />,
            run: () => can.change(id, { status: 'published' }),
          },
      {
        label: t('teaching.part_settings'),
        icon: <IconClock />,
        run: () => can.set(id),
      },
    ],
    [
      { label: t('teaching.add_below'), icon: <IconPlus />, keys: 'N', run: () => can.addBelow(node) },
      {
        label: t('teaching.add_inside'),
        icon: <IconCornerDownRight />,
        keys: t('teaching.key_shift_n'),
        disabled: node.kind === 'subtopic',
        run: () => can.addInside(node),
      },
      { label: t('studio.copy_part'), icon: <IconCopy />, keys: 'D', run: () => can.copy(node) },
    ],
    [
      {
        label: t('teaching.move_up'),
        icon: <IconArrowUp />,
        keys: 'Alt ↑',
        ...moveTo(besideSibling(nodes, id, -1)),
      },
      {
        label: t('teaching.move_down'),
        icon: <IconArrowDown />,
        keys: 'Alt ↓',
        ...moveTo(besideSibling(nodes, id, 1)),
      },
      {
        label: t('teaching.move_in'),
        icon: <IconIndentIncrease />,
        keys: 'Alt →',
        ...moveTo(furtherIn(nodes, id)),
      },
      {
        label: t('teaching.move_out'),
        icon: <IconIndentDecrease />,
        keys: 'Alt ←',
        ...moveTo(furtherOut(nodes, id)),
      },
      { label: t('teaching.move_to'), icon: <IconReplace />, run: () => can.choosePlace(id) },
    ],
    [
      {
        label: t('teaching.remove_part'),
        icon: <IconTrash />,
        keys: t('teaching.key_delete'),
        danger: true,
        run: () => can.remove(node),
      },
    ],
  ]
}
