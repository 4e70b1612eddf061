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

/** Lets the links in HTML, or in every text of something that holds HTML, lead to other nodes: from id to id. */
export function redirectLinks<T>(value: T, ids: ReadonlyMap<string, string>): T {
  const redirect = (html: string) =>
    resolveLinks(html, {
      nodeUrl: (id) => `stoa-node:${ids.get(id) ?? id}`,
      fileUrl: (id) => `stoa-file:${id}`,
    })
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return part.includes('stoa-node:') ? redirect(part) : part
    if (Array.isArray(part)) return part.map(walk)
    if (part === null || typeof part !== 'object') return part
    return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, walk(each)]))
  }
  return walk(value) as T
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
