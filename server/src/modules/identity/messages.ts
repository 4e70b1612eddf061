import { defineMessages } from '../../platform/messages.ts'

/** Mails identity sends, in the words of the reader. */
export const say = defineMessages({
  en: {
    'verify_email.subject': 'Confirm your email address for {organization}',
    'verify_email.text':
      'Somebody, we hope you, signed up at {organization} with this address. Open the link and enter the password you chose to finish. The link works once, for 24 hours.',
    'verify_email.action': 'Confirm email address',
    'verify_email.footer':
      'If this was not you, you need not do anything: without the link there is no account.',
    'have_account.subject': 'You have an account at {organization} already',
    'have_account.text':
      'Somebody, we hope you, tried to sign up at {organization} with this address, which has an account. Sign in as usual. If you do not remember your password, open the link to choose a new one; it works once, for 24 hours.',
    'have_account.action': 'Choose a new password',
    'have_account.footer':
      'If this was not you, you need not do anything. Nobody was told that you have an account.',
    'reset_password.subject': 'Choose a new password',
    'reset_password.text':
      'Somebody, we hope you, asked for a new password for your account at {organization}. Open the link to choose one; it works once, for one hour. You will be signed out everywhere.',
    'reset_password.action': 'Choose a new password',
    'reset_password.footer': 'If this was not you, you need not do anything: your password stays as it is.',
    'password_changed.subject': 'Your password was changed',
    'password_changed.text':
      'The password of your account at {organization} was changed on {when, date, long} at {when, time, short} UTC. Your other sign-ins have ended.',
    'password_changed.action': 'This was not me',
    'password_changed.footer':
      'If it was you, all is well. If not, open the link and choose a new password at once.',
    'invitation.subject': '{inviter} invites you to {organization}',
    'invitation.text':
      '{inviter} would like you to join {organization} as {role}. The link works once, for {days} days.',
    'invitation.action': 'Accept invitation',
    'invitation.footer': 'If you do not want to join, you need not do anything.',
    'new_device.subject': 'New sign-in to your account at {organization}',
    'new_device.text':
      'Somebody signed in to your account on {when, date, long} at {when, time, short} (UTC) from a device we have not seen before: {device}, address {ip}. If that was you, all is well. If not, sign it out and change your password.',
    'new_device.action': 'See where you are signed in',
    'new_device.footer': 'You get this mail because a new device signed in to your account.',
    'inviter.nobody': 'An administrator',
  },
  de: {
    'verify_email.subject': 'Bestätige deine E-Mail-Adresse für {organization}',
    'verify_email.text':
      'Jemand, hoffentlich du, hat sich bei {organization} mit dieser Adresse registriert. Öffne den Link und gib das gewählte Passwort ein, um die Registrierung abzuschließen. Der Link gilt einmal, 24 Stunden lang.',
    'verify_email.action': 'E-Mail-Adresse bestätigen',
    'verify_email.footer':
      'Falls du das nicht warst, musst du nichts tun: Ohne den Link entsteht kein Konto.',
    'have_account.subject': 'Du hast schon ein Konto bei {organization}',
    'have_account.text':
      'Jemand, hoffentlich du, wollte sich bei {organization} mit dieser Adresse registrieren, für die es schon ein Konto gibt. Melde dich wie gewohnt an. Falls du dein Passwort nicht mehr weißt, wähle über den Link ein neues; er gilt einmal, 24 Stunden lang.',
    'have_account.action': 'Neues Passwort wählen',
    'have_account.footer':
      'Falls du das nicht warst, musst du nichts tun. Niemand hat erfahren, dass du ein Konto hast.',
    'reset_password.subject': 'Wähle ein neues Passwort',
    'reset_password.text':
      'Jemand, hoffentlich du, hat ein neues Passwort für dein Konto bei {organization} angefordert. Über den Link kannst du es wählen; er gilt einmal, eine Stunde lang. Du wirst überall abgemeldet.',
    'reset_password.action': 'Neues Passwort wählen',
    'reset_password.footer':
      'Falls du das nicht warst, musst du nichts tun: Dein Passwort bleibt, wie es ist.',
    'password_changed.subject': 'Dein Passwort wurde geändert',
    'password_changed.text':
      'Das Passwort deines Kontos bei {organization} wurde am {when, date, long} um {when, time, short} UTC geändert. Deine anderen Anmeldungen sind beendet.',
    'password_changed.action': 'Das war ich nicht',
    'password_changed.footer':
      'Falls du es warst, ist alles gut. Falls nicht, öffne den Link und wähle sofort ein neues Passwort.',
    'invitation.subject': '{inviter} lädt dich zu {organization} ein',
    'invitation.text':
      '{inviter} möchte dich bei {organization} als {role} dabeihaben. Der Link gilt einmal, {days} Tage lang.',
    'invitation.action': 'Einladung annehmen',
    'invitation.footer': 'Falls du nicht beitreten möchtest, musst du nichts tun.',
    'new_device.subject': 'Neue Anmeldung bei deinem Konto bei {organization}',
    'new_device.text':
      'Am {when, date, long} um {when, time, short} (UTC) hat sich jemand von einem Gerät bei deinem Konto angemeldet, das wir noch nicht kennen: {device}, Adresse {ip}. Falls du das warst, ist alles in Ordnung. Falls nicht, melde das Gerät ab und ändere dein Passwort.',
    'new_device.action': 'Ansehen, wo du angemeldet bist',
    'new_device.footer': 'Du bekommst diese Mail, weil sich ein neues Gerät bei deinem Konto angemeldet hat.',
    'inviter.nobody': 'Die Verwaltung',
  },
})
