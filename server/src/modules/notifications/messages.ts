import { defineMessages } from '../../platform/messages.ts'

/** Words around a notice that goes out by mail; the notice itself comes from whoever sends it. */
export const say = defineMessages({
  en: {
    'access_changed.title': 'What you may do here has changed',
    'access_changed.message':
      'An administrator changed your roles or modules. Load open pages again to see the difference.',
    'mail.action': 'Open',
    'mail.footer':
      'You get this mail as a member of {organization}. Choose which mails you get in your notification settings: {settings}',
  },
  de: {
    'access_changed.title': 'Ihre Rechte haben sich geändert',
    'access_changed.message':
      'Jemand aus der Verwaltung hat Ihre Rollen oder Module geändert. Laden Sie offene Seiten neu, um den Unterschied zu sehen.',
    'mail.action': 'Öffnen',
    'mail.footer':
      'Sie erhalten diese E-Mail als Mitglied von {organization}. In Ihren Einstellungen für Benachrichtigungen wählen Sie, welche Sie erhalten: {settings}',
  },
})
