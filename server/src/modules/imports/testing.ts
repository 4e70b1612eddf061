import type { TestStoa } from '../../testing/test-stoa.ts'
import type { GivenPerson } from '../identity/testing.ts'
import { olxCourse } from './packages/fixtures/courses.ts'

/** A picture of one pixel. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
export const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')

/**
 * A sailing course with a picture on its page and behind a link to itself, a picture twice under two names, a
 * document nobody uses, a leftover nobody uses, and a file that is not what it calls itself.
 */
export const sailingCourse = (): Record<string, string | Buffer> =>
  olxCourse(
    `<html url_name="h1" display_name="Hello">
       &lt;p&gt;Wind. &lt;a href="/jump_to_id/v1"&gt;this page&lt;/a&gt;
       &lt;a href="/static/fake.png"&gt;a fake&lt;/a&gt; &lt;img src="/static/boat.png" alt="A boat"/&gt;
       &lt;img src="/static/same-boat.png" alt="The boat again"/&gt;
       &lt;img src="/static/fake.png" alt="No picture"/&gt;&lt;/p&gt;
     </html>
     <problem url_name="p1" display_name="Which sail?">
       <multiplechoiceresponse><label>Which sail is in front?</label>
         <choicegroup type="MultipleChoice">
           <choice correct="true">The jib</choice><choice correct="false">The main</choice>
         </choicegroup>
       </multiplechoiceresponse>
     </problem>
     <discussion url_name="d1" display_name="Talk"/>`,
    {
      'static/boat.png': png,
      'static/same-boat.png': png,
      'static/fake.png': 'MZ this is a program, not a picture',
      'static/chart.pdf': pdf,
      'static/old.css': 'body { color: red }',
    },
  )

/** Sends a package as the wizard does. */
export const upload = (
  stoa: TestStoa,
  person: GivenPerson,
  content: Buffer,
  query = 'fileName=course.tar.gz',
) =>
  stoa.as(person).post(`/imports/courses?${query}`, content, { 'content-type': 'application/octet-stream' })

/** What would be left over if an import did not tidy up. */
export async function leftovers(stoa: TestStoa) {
  const [row] = await stoa.sql<Record<'objects' | 'pending' | 'courses' | 'nodes' | 'lines', number>>(`
    select (select count(*)::int from storage.objects) as objects,
           (select count(*)::int from storage.pending_writes) as pending,
           (select count(*)::int from learning.courses) as courses,
           (select count(*)::int from learning.nodes) as nodes,
           (select count(*)::int from imports.report_lines) as lines`)
  return row
}

export const nothing = { objects: 0, pending: 0, courses: 0, nodes: 0, lines: 0 }
