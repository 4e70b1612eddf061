import { data, type RouterContextProvider } from 'react-router'
import { siteContext } from '~/lib/context.ts'

/** For pages that are only there while developing: elsewhere they do not exist. */
export function onlyInDevelopment({ context }: { context: Readonly<RouterContextProvider> }): null {
  if (context.get(siteContext).environment === 'production') throw data(null, { status: 404 })
  return null
}
