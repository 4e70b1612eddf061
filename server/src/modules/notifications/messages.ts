import { defineMessages } from '../../platform/messages.ts'

/** Words around a notice that goes out by mail; the notice itself comes from whoever sends it. */
export const say = defineMessages({
  en: {
    'mail.action': 'Open',
    'mail.footer':
      'You get this mail as a member of {organization}. Choose which mails you get in your notification settings: {settings}',
  },
  de: {
    'mail.action': 'Öffnen',
    'mail.footer':
      'Sie erhalten diese E-Mail als Mitglied von {organization}. In Ihren Einstellungen für Benachrichtigungen wählen Sie, welche Sie erhalten: {settings}',
  },
})
