import { data, type RouterContextProvider } from 'react-router'
import { siteContext } from '~/lib/context.ts'

/** Where mail is really sent there is no catcher, and no such page. */
export function onlyWhereMailIsCaught(context: Readonly<RouterContextProvider>): void {
  if (context.get(siteContext).environment === 'production') throw data(null, { status: 404 })
}
