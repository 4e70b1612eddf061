/** Cookie of a visitor who pressed "join" and is on the way through the door. */
const cookie = 'stoa_joining'

const attributes = 'Path=/courses; HttpOnly; SameSite=Lax'

/** Remembers for two hours which course a visitor wanted to join. */
export const rememberJoining = (courseId: string) =>
  `${cookie}=${encodeURIComponent(courseId)}; ${attributes}; Max-Age=7200`

export const forgetJoining = `${cookie}=; ${attributes}; Max-Age=0`

/** The course this browser asked to join; null when it did not. A link from elsewhere cannot make anybody join. */
export function joiningFrom(request: Request): string | null {
  const found = new RegExp(`(?:^|; )${cookie}=([0-9a-f-]{36})(?:;|$)`).exec(
    request.headers.get('cookie') ?? '',
  )
  return found?.[1] ?? null
}
