import { useOutletContext } from 'react-router'
import type { PersonDetail } from './person-detail.ts'

/** The person whose page this one is part of. */
export const usePerson = (): PersonDetail => useOutletContext<PersonDetail>()
