import {
  IconAdjustments,
  IconBooks,
  IconBox,
  IconCertificate,
  IconClipboardList,
  IconFileImport,
  IconFingerprint,
  IconHistory,
  IconHome,
  IconLayoutDashboard,
  IconMail,
  IconMailOpened,
  IconShieldLock,
  IconToggleLeft,
  IconUsers,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { MessageKey } from '../lib/messages/index.ts'
import { may, type Session, type Site } from '../lib/session.ts'

export type Place = {
  to: string
  label: MessageKey
  icon: ComponentType<{ size?: number; stroke?: number }>
  /** Shown to those who may; everybody when absent. */
  needs?: string
  /** Shown while this module is switched on for the person. */
  module?: string
  /** Only on a developer's machine. */
  development?: boolean
  /** The address must be exactly this to be the current place. */
  end?: boolean
  /** Below this address it is the current place all the same. */
  within?: string
}

export type Area = { id: 'learn' | 'teach' | 'admin'; label: MessageKey; places: Place[] }

/** Everything the side navigation, the phone bar and the palette lead to. */
const areas: Area[] = [
  {
    id: 'learn',
    label: 'app.learn',
    places: [
      { to: '/learn', label: 'app.my_learning', icon: IconHome, module: 'learning', end: true },
      { to: '/courses', label: 'app.catalogue', icon: IconBooks, module: 'learning' },
      { to: '/learn/certificates', label: 'app.certificates', icon: IconCertificate, module: 'learning' },
    ],
  },
  {
    id: 'teach',
    label: 'app.teach',
    places: [
      {
        to: '/teach',
        label: 'app.studio',
        icon: IconBox,
        module: 'learning',
        needs: 'learning.courses.author',
        end: true,
        within: '/teach/courses/',
      },
      {
        to: '/teach/imports',
        label: 'app.imports',
        icon: IconFileImport,
        module: 'imports',
        needs: 'imports.courses',
      },
    ],
  },
  {
    id: 'admin',
    label: 'app.admin',
    places: [
      {
        to: '/admin',
        label: 'admin.overview',
        icon: IconLayoutDashboard,
        needs: 'identity.people.read',
        end: true,
      },
      { to: '/admin/people', label: 'app.people', icon: IconUsers, needs: 'identity.people.read' },
      { to: '/admin/roles', label: 'app.roles', icon: IconShieldLock, needs: 'identity.roles.manage' },
      {
        to: '/admin/security',
        label: 'access.security',
        icon: IconFingerprint,
        needs: 'identity.security.manage',
      },
      { to: '/admin/modules', label: 'app.modules', icon: IconToggleLeft, needs: 'identity.settings.manage' },
      { to: '/admin/audit', label: 'app.audit', icon: IconHistory, needs: 'audit.read', module: 'audit' },
      { to: '/admin/jobs', label: 'app.jobs', icon: IconClipboardList, needs: 'admin.jobs', module: 'admin' },
      {
        to: '/admin/settings',
        label: 'app.settings',
        icon: IconAdjustments,
        needs: 'identity.settings.manage',
      },
      {
        to: '/admin/mail',
        label: 'admin.outgoing_mail',
        icon: IconMail,
        needs: 'notifications.mail.read',
        module: 'notifications',
      },
      {
        to: '/mail',
        label: 'app.mail',
        icon: IconMailOpened,
        needs: 'notifications.mail.read',
        development: true,
      },
    ],
  },
]

/** The areas and places a person may go to; an area without any is left out. */
export function areasFor(session: Session, site: Pick<Site, 'environment'>): Area[] {
  return areas
    .map((area) => ({
      ...area,
      places: area.places.filter(
        (place) =>
          (!place.needs || may(session, place.needs)) &&
          (!place.module || session.modules.includes(place.module)) &&
          (!place.development || site.environment === 'development'),
      ),
    }))
    .filter((area) => area.places.length > 0)
}
