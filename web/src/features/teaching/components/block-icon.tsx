import {
  IconAlignLeft,
  IconBarbell,
  IconCode,
  IconFileDownload,
  IconInfoSquareRounded,
  IconMicrophone,
  IconPhoto,
  IconPlayerPlay,
  IconWindow,
} from '@tabler/icons-react'
import type { BlockType } from '../shapes.ts'

const icons = {
  text: IconAlignLeft,
  image: IconPhoto,
  video: IconPlayerPlay,
  audio: IconMicrophone,
  document: IconFileDownload,
  code: IconCode,
  callout: IconInfoSquareRounded,
  embed: IconWindow,
  exercise: IconBarbell,
} satisfies Record<BlockType, unknown>

export function BlockIcon({ type }: { type: BlockType }) {
  const Icon = icons[type]
  return <Icon size={18} stroke={1.75} aria-hidden="true" />
}
