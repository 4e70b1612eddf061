export const statuses = ['active', 'inactive', 'banned'] as const

/** What the filters of the list of people say; empty where nothing was chosen. */
export type PeopleWish = {
  search: string
  role: string
  status: (typeof statuses)[number] | ''
  /** Has a second factor. */
  factor: 'yes' | 'no' | ''
  /** `now`, within so many days, or not for so many when negative. */
  seen: string
}

/** The filters in an address. */
export function peopleWish(asked: URLSearchParams): PeopleWish {
  const factor = asked.get('factor')
  const seen = asked.get('seen') ?? ''
  return {
    search: asked.get('search')?.trim().slice(0, 100) ?? '',
    role: asked.get('role')?.slice(0, 60) ?? '',
    status: statuses.find((known) => known === asked.get('status')) ?? '',
    factor: factor === 'yes' || factor === 'no' ? factor : '',
    seen: seen === 'now' || /^-?[1-9]\d{0,2}$/.test(seen) ? seen : '',
  }
}

/** The same as the API asks for it. */
export function peopleQuery({ search, role, status, factor, seen }: PeopleWish) {
  const days = Number(seen)
  return {
    ...(search ? { search } : {}),
    ...(role ? { role } : {}),
    ...(status ? { status } : {}),
    ...(factor ? { hasFactor: factor === 'yes' } : {}),
    ...(seen === 'now' ? { isOnline: true } : {}),
    ...(days > 0 ? { seenWithinDays: days } : {}),
    ...(days < 0 ? { notSeenForDays: -days } : {}),
  }
}
