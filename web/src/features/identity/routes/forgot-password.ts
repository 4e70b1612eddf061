import { redirect } from 'react-router'

/** The address mails name; the page is the one where a link is asked for. */
export function loader() {
  return redirect('/reset-password')
}
