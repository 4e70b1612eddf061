import { createContext } from 'react'

/** The nonce for inline tags while a page is rendered on the server; empty in the browser, which hides it. */
export const NonceContext = createContext<string | undefined>(undefined)
