import {
  IconArchive,
  IconCopy,
  IconDotsVertical,
  IconPencil,
  IconPlus,
  IconTrash,
  IconUserPlus,
} from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { Problem } from '~/lib/problem.ts'
import { Avatar } from '~/ui/avatar.tsx'
import { Badge } from '~/ui/badge.tsx'
import { Button, IconButton, LinkButton } from '~/ui/button.tsx'
import { Callout } from '~/ui/callout.tsx'
import { Combobox, MultiCombobox } from '~/ui/combobox.tsx'
import { ConfirmButton } from '~/ui/confirm-button.tsx'
import { CourseCards } from '~/ui/course-cards.tsx'
import { Dialog, DialogActions } from '~/ui/dialog.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import {
  Checkbox,
  ChoiceGroup,
  PasswordInput,
  Radio,
  Select,
  Switch,
  Textarea,
  TextInput,
} from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Card, Grid, Page, Row, Section, Stack } from '~/ui/layout.tsx'
import { Mark } from '~/ui/mark.tsx'
import { Menu } from '~/ui/menu.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { ProgressBar, ProgressRing } from '~/ui/progress.tsx'
import { Prose } from '~/ui/prose.tsx'
import { Skeleton } from '~/ui/skeleton.tsx'
import { Table } from '~/ui/table.tsx'
import { Tabs } from '~/ui/tabs.tsx'
import { Kbd, Money, Time } from '~/ui/text.tsx'
import { toast } from '~/ui/toast.ts'
import { sampleCourses, sampleHtml, samplePeople } from '../components/styleguide-samples.ts'
import { onlyInDevelopment } from '../development.ts'
import styles from './styleguide.module.css'

export const loader = onlyInDevelopment

const problem: Problem = {
  type: 'about:blank',
  title: 'Two answers need another look',
  status: 422,
  code: 'request.invalid',
  detail: 'Nothing has been saved yet.',
  params: {},
  requestId: null,
  errors: [
    {
      pointer: '/email',
      code: 'email_taken',
      message: 'This address already belongs to an account. Sign in instead?',
    },
  ],
}

const words = [
  { value: 'biology', label: 'Biology' },
  { value: 'chemistry', label: 'Chemistry' },
  { value: 'crafts', label: 'Crafts' },
  { value: 'economics', label: 'Economics' },
  { value: 'history', label: 'History' },
]

const swatches = [
  'page',
  'raised',
  'sunken',
  'hover',
  'line',
  'line-strong',
  'ink',
  'ink-muted',
  'ink-subtle',
  'accent',
  'accent-tint',
  'terracotta',
  'warning-tint',
  'success',
  'success-tint',
  'danger',
  'danger-tint',
]

/** Every piece of the interface, for looking at and for checks. */
export default function Styleguide() {
  return (
    <Page>
      <PageHeader
        title="Style guide"
        lead="Every piece of the interface in one place. Change the theme at the foot of the page and look again."
        crumbs={[{ label: 'Home', to: '/' }]}
        actions={
          <>
            <LinkButton to="/styleguide/app">App frame</LinkButton>
            <LinkButton to="/styleguide/focus">Focus frame</LinkButton>
            <LinkButton to="/styleguide/auth">Auth frame</LinkButton>
          </>
        }
      />
      <Part title="Mark">
        <Row gap="wide">
          <Mark size={96} label="Stoa" />
          <Mark size={48} />
          <Mark size={32} />
          <Mark size={24} />
          <Mark size={16} />
        </Row>
      </Part>
      <Part title="Colour">
        <ul className={styles.swatches}>
          {swatches.map((name) => (
            <li key={name} className={styles.swatch}>
              <svg viewBox="0 0 10 10" preserveAspectRatio="none" aria-hidden="true">
                <rect width="10" height="10" fill={`var(--${name})`} />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      </Part>
      <Part title="Type">
        <Stack>
          <p className={styles.display}>A colonnade open to the street</p>
          <p className={styles.title}>Light, shade, order, people walking</p>
          <p className={styles.serif}>
            Source Serif 4 is for reading: lessons, articles, public titles. Reading width is at most 68
            characters.
          </p>
          <p>
            Inter is for the interface: labels, tables, buttons, everything that is used rather than read.
          </p>
          <p className={styles.small}>
            Small text 0123456789, <code>JetBrains Mono</code>, and keys such as <Kbd>Ctrl</Kbd> <Kbd>K</Kbd>.{' '}
            <Time at="2026-11-20T08:00:00Z" as="longDate" />, <Money minor={129900} currency="EUR" />.
          </p>
        </Stack>
      </Part>
      <Buttons />
      <Forms />
      <Part title="Course cards">
        <CourseCards courses={sampleCourses} />
      </Part>
      <Part title="Table">
        <Tabs
          label="People"
          tabs={[
            { to: '/styleguide', label: 'Everyone', count: 4, end: true },
            { to: '/styleguide/app', label: 'Teachers', count: 1 },
            { to: '/styleguide/focus', label: 'Invited' },
          ]}
        />
        <Table
          caption="People"
          rowKey={(person) => person.id}
          rows={samplePeople}
          columns={[
            {
              key: 'name',
              header: 'Name',
              primary: true,
              cell: (person) => (
                <span className={styles.person}>
                  <Avatar name={person.name} size="small" />
                  {person.name}
                </span>
              ),
            },
            { key: 'email', header: 'Email', cell: (person) => person.email, deskOnly: true },
            { key: 'role', header: 'Role', cell: (person) => person.role },
            {
              key: 'state',
              header: 'State',
              cell: (person) => (
                <Badge
                  dot
                  tone={
                    person.state === 'active' ? 'success' : person.state === 'banned' ? 'danger' : 'neutral'
                  }
                >
                  {person.state}
                </Badge>
              ),
            },
            { key: 'seen', header: 'Last seen', align: 'end', cell: (person) => <Time at={person.seen} /> },
            {
              key: 'actions',
              header: 'Actions',
              actions: true,
              cell: (person) => (
                <Menu
                  trigger={
                    <IconButton label={`Actions for ${person.name}`} size="small">
                      <IconDotsVertical />
                    </IconButton>
                  }
                  groups={[
                    [
                      { label: 'Edit', icon: <IconPencil />, to: '/styleguide' },
                      {
                        label: 'Duplicate',
                        icon: <IconCopy />,
                        onSelect: () => toast({ message: 'Duplicated' }),
                      },
                    ],
                    [{ label: 'Remove', icon: <IconTrash />, danger: true, onSelect: () => {} }],
                  ]}
                />
              ),
            },
          ]}
        />
        <Pagination nextCursor="abc" />
      </Part>
      <Part title="State">
        <Stack gap="wide">
          <Row>
            <Badge>Draft</Badge>
            <Badge tone="accent">Scheduled</Badge>
            <Badge tone="success" dot>
              Published
            </Badge>
            <Badge tone="warning">Needs review</Badge>
            <Badge tone="danger">Revoked</Badge>
          </Row>
          <Row>
            <Avatar name="Ariadne Kalou" size="large" />
            <Avatar name="Tomas Weil" />
            <Avatar name="Eleni Doukas" size="small" />
            <Avatar name="Harbour School" square />
          </Row>
          <div className={styles.bars}>
            <ProgressBar done={7} total={18} label="Reading a balance sheet" showShare />
            <ProgressBar done={9} total={9} label="First aid at work" showShare />
          </div>
          <Row>
            <ProgressRing done={0} total={9} label="Not started" />
            <ProgressRing done={3} total={9} label="Under way" />
            <ProgressRing done={9} total={9} label="Done" />
            <ProgressRing done={7} total={9} label="Large" size={40} />
          </Row>
          <Grid>
            <Card>
              <Skeleton />
            </Card>
            <Card>
              <Skeleton block lines={2} />
            </Card>
          </Grid>
        </Stack>
      </Part>
      <Part title="Notes">
        <Stack>
          <Callout title="Learners keep their version">
            <p>Publishing now does not disturb the 14 people who are half way through.</p>
          </Callout>
          <Callout tone="tip">Hold Alt and press an arrow to move a lesson without the mouse.</Callout>
          <Callout tone="success" title="Certificate is valid" />
          <Callout tone="warning" title="Two files were left out">
            <p>They were larger than your organization allows.</p>
          </Callout>
          <Callout tone="danger" title="The import stopped">
            <p>The package ends in the middle of a file. Nothing was changed; upload it again.</p>
          </Callout>
        </Stack>
      </Part>
      <Part title="Prose">
        <div id="prose">
          <Prose html={sampleHtml} />
        </div>
      </Part>
      <Part title="Nothing here">
        <Grid cells="large">
          <Card>
            <EmptyState
              heading="h3"
              title="Build your first course"
              action={
                <LinkButton to="/styleguide" variant="primary" icon={<IconPlus />}>
                  New course
                </LinkButton>
              }
            >
              Start with one module and one lesson. Or bring a package from another platform.
            </EmptyState>
          </Card>
          <Card>
            <EmptyState heading="h3" title="Nothing matches “plumbing”" picture="search">
              Try fewer words, or look through all courses.
            </EmptyState>
          </Card>
          <Card>
            <EmptyState heading="h3" title="All read" picture="done">
              New notifications appear here by themselves.
            </EmptyState>
          </Card>
          <Card>
            <EmptyState heading="h3" title="Something went wrong" picture="broken">
              The fault is ours and it has been written down.
            </EmptyState>
          </Card>
        </Grid>
      </Part>
    </Page>
  )
}

function Buttons() {
  const [opened, setOpened] = useState(false)
  return (
    <Part title="Buttons and overlays">
      <Stack>
        <Row>
          <Button variant="primary">Publish course</Button>
          <Button>Save draft</Button>
          <Button variant="quiet" icon={<IconArchive />}>
            Archive
          </Button>
          <Button variant="danger">Delete lesson</Button>
          <IconButton label="Add a person">
            <IconUserPlus />
          </IconButton>
        </Row>
        <Row>
          <Button variant="primary" size="large">
            Start learning
          </Button>
          <Button variant="primary" loading>
            Publishing
          </Button>
          <Button size="small">Small</Button>
          <Button disabled>Not yet</Button>
        </Row>
        <Row>
          <Button onClick={() => setOpened(true)}>Open dialog</Button>
          <form
            onSubmit={(event) => {
              event.preventDefault()
              toast({
                message: 'Lesson deleted',
                undo: () => toast({ message: 'Lesson is back', tone: 'success' }),
              })
            }}
          >
            <ConfirmButton
              title="Delete this lesson?"
              message="Its blocks go with it. Learners who finished it keep their progress."
              confirmLabel="Delete lesson"
            >
              Ask first
            </ConfirmButton>
          </form>
          <Button onClick={() => toast({ message: 'Saved', tone: 'success' })}>Show toast</Button>
          <Menu
            trigger={<Button>More actions</Button>}
            groups={[
              [
                { label: 'Edit', icon: <IconPencil />, to: '/styleguide' },
                { label: 'Duplicate', icon: <IconCopy />, onSelect: () => {} },
              ],
              [{ label: 'Delete', icon: <IconTrash />, danger: true, onSelect: () => {} }],
            ]}
          />
        </Row>
      </Stack>
      <Dialog opened={opened} onClose={() => setOpened(false)} title="Invite people">
        <Stack>
          <p>Everybody gets a mail with a link that works for seven days.</p>
          <Textarea label="Email addresses" help="One on each line." />
          <DialogActions>
            <Button onClick={() => setOpened(false)}>Cancel</Button>
            <Button variant="primary" onClick={() => setOpened(false)}>
              Send invitations
            </Button>
          </DialogActions>
        </Stack>
      </Dialog>
    </Part>
  )
}

function Forms() {
  return (
    <Part title="Forms">
      <Grid cells="large">
        <Card>
          <Stack>
            <FormErrors problem={problem} />
            <TextInput
              label="Name"
              name="name"
              autoComplete="name"
              help="As it should stand on certificates."
            />
            <TextInput
              label="Email"
              name="email"
              type="email"
              defaultValue="ariadne@example.com"
              error={problem.errors[0]?.message}
            />
            <PasswordInput label="Password" name="password" help="At least 12 characters." />
            <TextInput label="Title" name="title" required={false} placeholder="e.g. Head of training" />
            <Button variant="primary" type="submit">
              Create account
            </Button>
          </Stack>
        </Card>
        <Card>
          <Stack>
            <Textarea label="About this course" defaultValue="Mortars that breathe, stones that fit." />
            <Select
              label="Level"
              options={[
                { value: 'beginner', label: 'Beginner' },
                { value: 'advanced', label: 'Advanced' },
              ]}
            />
            <Combobox label="Category" name="category" options={words} defaultValue="crafts" />
            <MultiCombobox label="Tags" name="tags" options={words} defaultValue={['history', 'crafts']} />
            <ChoiceGroup legend="Who can see it">
              <Radio name="visibility" value="public" label="Everyone" defaultChecked />
              <Radio
                name="visibility"
                value="enrolled"
                label="Enrolled people"
                help="They need an invitation."
              />
            </ChoiceGroup>
            <Checkbox name="certificate" label="Issue a certificate at the end" defaultChecked />
            <Switch name="reminders" label="Remind learners after a week away" defaultChecked />
            <Switch name="points" label="Points" />
          </Stack>
        </Card>
      </Grid>
    </Part>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return <Section title={title}>{children}</Section>
}
