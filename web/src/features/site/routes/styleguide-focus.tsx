import { Button } from '~/ui/button.tsx'
import { FocusBar } from '~/ui/focus-bar.tsx'
import { Page, Row } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { ProgressRing } from '~/ui/progress.tsx'
import { Prose } from '~/ui/prose.tsx'
import { sampleHtml } from '../components/styleguide-samples.ts'
import { onlyInDevelopment } from '../development.ts'

export const loader = onlyInDevelopment

/** The focus frame with a lesson in it. */
export default function StyleguideFocus() {
  return (
    <>
      <FocusBar to="/styleguide" backLabel="Back to the course" title="Building a stoa">
        <ProgressRing done={3} total={9} label="Building a stoa" size={24} />
      </FocusBar>
      <main id="main" tabIndex={-1}>
        <Page width="reading">
          <PageHeader title="Lesson 4: the roof" lead="12 minutes, three questions at the end." />
          <Prose html={sampleHtml} />
          <hr />
          <Row spread>
            <Button>Previous</Button>
            <Button variant="primary">Finish lesson</Button>
          </Row>
        </Page>
      </main>
    </>
  )
}
