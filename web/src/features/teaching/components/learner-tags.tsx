import { Form, useNavigation } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import { Button } from '~/ui/button.tsx'
import { Checkbox, ChoiceGroup } from '~/ui/field.tsx'
import { Row, Section, Stack } from '~/ui/layout.tsx'
import type { LearnerDetail } from '../shapes.ts'
import { learnerTags } from './learner-bits.tsx'

/** What a teacher marks a learner as. */
export function LearnerTags({ tags }: { tags: LearnerDetail['tags'] }) {
  const t = useMessages()
  const { state } = useNavigation()
  return (
    <Section title={t('teaching.tags')} description={t('teaching.tags_text')}>
      <Form method="post" preventScrollReset>
        <Stack>
          <ChoiceGroup legend={<span className="visually-hidden">{t('teaching.tags')}</span>}>
            {learnerTags.map((tag) => (
              <Checkbox
                key={tag}
                name="tag"
                value={tag}
                defaultChecked={tags.includes(tag)}
                label={t(`teaching.tag_${tag}`)}
              />
            ))}
          </ChoiceGroup>
          <Row>
            <Button type="submit" name="intent" value="tag" loading={state === 'submitting'}>
              {t('teaching.save_tags')}
            </Button>
          </Row>
        </Stack>
      </Form>
    </Section>
  )
}
