// HTML in the database names places inside Stoa as `stoa-node:<nodeId>` and `stoa-file:<objectId>`; what
// address that is depends on who reads it and when.

const internal = / (href|src)="stoa-(node|file):([^"#]*)(#[^"]*)?"/g

export type LinkAddresses = {
  /** Address of a node, or null when the reader cannot go there: the words stay, the link goes. */
  nodeUrl(id: string): string | null
  /** Address of a file, or null when it is gone. */
  fileUrl(id: string): string | null
}

/** Gives the links inside sanitized HTML their addresses. */
export function resolveLinks(html: string, addresses: LinkAddresses): string {
  return html.replace(internal, (_all, attribute: string, kind: string, encoded: string, fragment = '') => {
    const id = decoded(encoded)
    const url = id === null ? null : kind === 'node' ? addresses.nodeUrl(id) : addresses.fileUrl(id)
    return url === null ? '' : ` ${attribute}="${escapeAttribute(url)}${kind === 'node' ? fragment : ''}"`
  })
}

/** Ids of the files that HTML shows or links. */
export function filesIn(html: string): string[] {
  return [...html.matchAll(internal)].flatMap(([, , kind, encoded]) => {
    const id = kind === 'file' ? decoded(encoded ?? '') : null
    return id === null ? [] : [id]
  })
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('&amp;', '&'))
  } catch {
    return null
  }
}

const escapeAttribute = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
