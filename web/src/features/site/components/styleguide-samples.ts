import type { CourseCard } from '~/ui/course-cards.tsx'

/** Made-up things that fill the style guide; nothing else may show them. */
export const sampleCourses: CourseCard[] = [
  {
    slug: 'reading-a-balance-sheet',
    title: 'Reading a balance sheet',
    summary:
      'Where a company’s money comes from, where it went, and three questions that show whether it can last.',
    cover: null,
    instructor: { name: 'Ariadne Kalou' },
    pageTotal: 18,
    durationMinutes: 260,
    level: 'beginner',
    priceMinor: 0,
    currency: 'EUR',
  },
  {
    slug: 'first-aid-at-work',
    title: 'First aid at work',
    summary:
      'The first four minutes: looking, calling, pressing, breathing. With drills you can run with your team.',
    cover: null,
    instructor: { name: 'Tomas Weil' },
    pageTotal: 9,
    durationMinutes: 95,
    level: null,
    priceMinor: 4900,
    currency: 'EUR',
  },
  {
    slug: 'stone-and-lime',
    title: 'Stone and lime: repairing old walls',
    summary: 'Mortars that breathe, stones that fit, and why cement ruins both.',
    cover: null,
    instructor: { name: 'Eleni Doukas' },
    pageTotal: 31,
    durationMinutes: 640,
    level: 'advanced',
    priceMinor: 12900,
    currency: 'EUR',
  },
]

export type SamplePerson = {
  id: string
  name: string
  email: string
  role: string
  state: 'active' | 'invited' | 'banned'
  seen: string
  done: number
}

export const samplePeople: SamplePerson[] = [
  {
    id: '1',
    name: 'Ariadne Kalou',
    email: 'ariadne@example.com',
    role: 'Teacher',
    state: 'active',
    seen: '2026-11-19T09:20:00Z',
    done: 18,
  },
  {
    id: '2',
    name: 'Tomas Weil',
    email: 'tomas@example.com',
    role: 'Learner',
    state: 'invited',
    seen: '2026-11-02T16:05:00Z',
    done: 3,
  },
  {
    id: '3',
    name: 'Wanjiku Mwangi',
    email: 'wanjiku@example.com',
    role: 'Learner',
    state: 'active',
    seen: '2026-11-20T07:41:00Z',
    done: 11,
  },
  {
    id: '4',
    name: 'Olu Ade',
    email: 'olu@example.com',
    role: 'Learner',
    state: 'banned',
    seen: '2026-08-30T12:00:00Z',
    done: 0,
  },
]

export const sampleHtml = `
<h2>Why the roof comes first</h2>
<p>A stoa was the most ordinary of buildings: <strong>a wall, a row of columns and a roof</strong> between them. It gave shade in July and kept the rain off in January, and because it was open along its whole length, anybody could walk in, listen for a while, and walk out again. <a href="#prose">Teaching happened there</a> because people were already there.</p>
<p>The measure is simple. With <em>n</em> columns at a distance of <code>d</code> metres, the roof must carry itself over every gap:</p>
<pre><code>const span = (columns - 1) * distance
if (span > timber.length) throw new Error('Another column, please')</code></pre>
<blockquote><p>Whoever builds a porch builds a school, though he may not know it yet.</p></blockquote>
<h3>What each part carries</h3>
<table><thead><tr><th>Part</th><th>Greek</th><th>Carries</th></tr></thead><tbody><tr><td>Step</td><td>stylobates</td><td>the columns, and whoever sits down to rest</td></tr><tr><td>Column</td><td>styl</td><td>the beam above it</td></tr><tr><td>Beam</td><td>epistylion</td><td>the roof</td></tr></tbody></table>
<ul><li>Columns outside are Doric: plain, wide, close together.</li><li>Columns inside are Ionic: slimmer, and only every second one.</li></ul>`
