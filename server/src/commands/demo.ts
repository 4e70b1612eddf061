import { join } from 'node:path'
import type { Sitting } from '../modules/learning/index.ts'

const samples = join(import.meta.dirname, '../../../samples')

export type DemoPerson = { role: string; email: string; name: string; language?: string; timeZone?: string }

/** One password for everybody in the demonstration. */
export const demoPassword = 'stoa-demo-2026'

const at = (name: string) => `${name}@demo.stoa.example`

export const academy = {
  slug: 'stoa',
  name: 'Stoa Academy',
  description:
    'Short courses for people who teach, run a training programme, or look after a Stoa of their own. Open to everybody.',
}

/** A second organization, so that the wall between two can be seen. */
export const neighbour = {
  slug: 'harbour',
  name: 'Harbour School',
  description: 'Evening classes on boats, ropes and weather.',
}

export const academyPeople: DemoPerson[] = [
  { role: 'owner', email: at('owner'), name: 'Thea Lindqvist', timeZone: 'Europe/Stockholm' },
  { role: 'admin', email: at('admin'), name: 'Jonas Okafor', timeZone: 'Africa/Lagos' },
  { role: 'mentor', email: at('teacher'), name: 'Marta Reyes', timeZone: 'Europe/Madrid' },
  { role: 'student', email: at('learner'), name: 'Sam Whitlock', timeZone: 'Europe/London' },
  { role: 'student', email: at('amina'), name: 'Amina Hassan', timeZone: 'Africa/Nairobi' },
  { role: 'student', email: at('luca'), name: 'Luca Bianchi', timeZone: 'Europe/Rome' },
  { role: 'student', email: at('yuki'), name: 'Yuki Tanaka', timeZone: 'Asia/Tokyo' },
  { role: 'student', email: at('priya'), name: 'Priya Nair', timeZone: 'Asia/Kolkata' },
  { role: 'student', email: at('jana'), name: 'Jana Vogel', language: 'de', timeZone: 'Europe/Berlin' },
]

export const neighbourPeople: DemoPerson[] = [
  { role: 'owner', email: at('harbour'), name: 'Ruth Calder', timeZone: 'Europe/Dublin' },
]

/** Who is named at the start; the others have the same password. */
export const demoSignIns = [
  { role: 'Owner', email: at('owner') },
  { role: 'Administrator', email: at('admin') },
  { role: 'Teacher', email: at('teacher') },
  { role: 'Learner', email: at('learner') },
  { role: 'Other school', email: at('harbour') },
]

/** Imported by the teacher, with the importer everybody uses. */
export const demoCourses = [
  {
    path: join(samples, 'getting-started'),
    title: 'Getting started with Stoa',
    category: 'Using Stoa',
    isFeatured: true,
    durationMinutes: 120,
  },
  {
    path: join(samples, 'accessible-writing'),
    title: 'Writing that everyone can read',
    category: 'Writing and design',
    isFeatured: false,
    durationMinutes: 45,
  },
]

/** When which learner sat down with which course, and for how long; `pages: 100` reads to the end. */
export const demoSittings: Array<Sitting & { email: string; course: number; daysAgo: number }> = [
  { email: at('amina'), course: 0, daysAgo: 9, pages: 12, secondsAPage: 200 },
  { email: at('amina'), course: 0, daysAgo: 7, pages: 100, secondsAPage: 170 },
  { email: at('luca'), course: 0, daysAgo: 8, pages: 4, secondsAPage: 95 },
  { email: at('luca'), course: 1, daysAgo: 6, pages: 3, secondsAPage: 240 },
  { email: at('jana'), course: 0, daysAgo: 5, pages: 15, secondsAPage: 150 },
  { email: at('learner'), course: 1, daysAgo: 4, pages: 2, secondsAPage: 210 },
  { email: at('yuki'), course: 0, daysAgo: 3, pages: 1, secondsAPage: 60 },
  { email: at('learner'), course: 0, daysAgo: 2, pages: 9, secondsAPage: 180 },
  { email: at('yuki'), course: 1, daysAgo: 1, pages: 100, secondsAPage: 260 },
  { email: at('priya'), course: 0, daysAgo: 1, pages: 0, secondsAPage: 0 },
]
