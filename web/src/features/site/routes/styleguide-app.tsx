import { IconPlayerPlay } from '@tabler/icons-react'
import type { RouteHandle } from '~/lib/handle.ts'
import { LinkButton } from '~/ui/button.tsx'
import { CourseCards } from '~/ui/course-cards.tsx'
import { Cover } from '~/ui/cover.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Card, Page, Section } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { ProgressBar } from '~/ui/progress.tsx'
import { sampleCourses } from '../components/styleguide-samples.ts'
import { onlyInDevelopment } from '../development.ts'
import styles from './styleguide-app.module.css'

export const loader = onlyInDevelopment

export const handle: RouteHandle = { actions: [{ to: '/styleguide', label: 'site.all_courses' }] }

/** The app frame with a learner's home in it. */
export default function StyleguideApp() {
  return (
    <Page>
      <PageHeader title="Good morning, Ariadne" lead="You are 40 minutes from finishing a module." />
      <Card padded={false} className={styles.resume}>
        <div className={styles.cover}>
          <Cover src={null} seed="reading-a-balance-sheet" />
        </div>
        <div className={styles.words}>
          <p className={styles.course}>Reading a balance sheet</p>
          <h2 className={styles.lesson}>What a company owes, and to whom</h2>
          <ProgressBar done={7} total={18} label="Reading a balance sheet" showShare />
          <p>
            <LinkButton to="/styleguide/focus" variant="primary" icon={<IconPlayerPlay />}>
              Continue lesson
            </LinkButton>
          </p>
        </div>
      </Card>
      <Section title="Your courses">
        <CourseCards courses={sampleCourses} />
      </Section>
      <Section title="Certificates">
        <Card>
          <EmptyState heading="h3" title="Your certificates will stand here">
            Finish every lesson of a course and its certificate is made for you.
          </EmptyState>
        </Card>
      </Section>
    </Page>
  )
}
