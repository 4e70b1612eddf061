import type { Editor } from '@tiptap/react'
import { createContext } from 'react'
import type { Files } from '../shapes.ts'

/** The text that has the focus; one toolbar serves all texts of a page. */
export const ActiveText = createContext<{
  editor: Editor | null
  activate: (editor: Editor | null) => void
  /** Id of the toolbar, for the key that leads to it. */
  toolbarId: string
}>({ editor: null, activate: () => {}, toolbarId: '' })

/** Addresses of the files that texts and blocks show. */
export const KnownFiles = createContext<Files>({})
