import '@mantine/core/styles/ModalBase.layer.css'
import '@mantine/core/styles/Modal.layer.css'
import '@mantine/spotlight/styles.layer.css'
import { createSpotlight, Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useMatches, useNavigate } from 'react-router'
import type { RouteHandle } from '../lib/handle.ts'
import { useMessages } from '../lib/messages/index.ts'
import { useSession, useSite } from '../lib/session.ts'
import { Widgets } from '../ui/widgets/provider.tsx'
import { areasFor } from './navigation.ts'
import styles from './palette.module.css'

const [store, spotlight] = createSpotlight()

/** Jumps anywhere by typing: what the page offers, then every place the person may go to. */
export default function Palette({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useMessages()
  const navigate = useNavigate()
  const session = useSession()
  const site = useSite()
  const matches = useMatches()

  useEffect(() => {
    if (opened) spotlight.open()
    else spotlight.close()
  }, [opened])

  const here = matches.flatMap((match) => {
    const actions = (match.handle as RouteHandle | undefined)?.actions ?? []
    if (typeof actions !== 'function') return actions
    return match.loaderData === undefined ? [] : actions(match.loaderData as never)
  })
  const go = (to: string) => () => void navigate(to)
  const areas = session ? areasFor(session, site) : []
  const groups: SpotlightActionGroupData[] = [
    {
      group: t('app.on_this_page'),
      actions: here.map((action) => ({
        id: action.to,
        label: t(action.label, action.values),
        onClick: go(action.to),
      })),
    },
    ...areas.map((area) => ({
      group: t(area.label),
      actions: area.places.map(({ to, label, icon: Icon }) => ({
        id: to,
        label: t(label),
        leftSection: <Icon size={18} stroke={1.75} />,
        onClick: go(to),
      })),
    })),
    {
      group: t('app.account'),
      actions: session
        ? [
            { id: '/account', label: t('app.account_settings'), onClick: go('/account') },
            ...(session.modules.includes('notifications')
              ? [{ id: '/notifications', label: t('app.notifications'), onClick: go('/notifications') }]
              : []),
          ]
        : [
            { id: '/courses', label: t('app.catalogue'), onClick: go('/courses') },
            { id: '/sign-in', label: t('app.sign_in'), onClick: go('/sign-in') },
          ],
    },
  ].filter((group) => group.actions.length > 0)

  return (
    <Widgets>
      <Spotlight
        store={store}
        actions={groups}
        attributes={{ content: { 'aria-label': t('app.jump_to') } }}
        shortcut={null}
        onSpotlightClose={onClose}
        nothingFound={t('ui.nothing_found')}
        highlightQuery
        scrollable
        maxHeight={420}
        transitionProps={{ transition: 'fade', duration: 100 }}
        overlayProps={{ backgroundOpacity: 0.45, color: '#14110d' }}
        searchProps={{
          leftSection: <IconSearch size={20} stroke={1.75} />,
          placeholder: t('app.jump_to'),
          'aria-label': t('app.jump_to'),
        }}
        classNames={{
          content: styles.content ?? '',
          search: styles.search ?? '',
          action: styles.action ?? '',
          actionsGroup: styles.group ?? '',
        }}
      />
    </Widgets>
  )
}
