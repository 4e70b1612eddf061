import { defineMessages } from '../../../platform/messages.ts'

/** Mails and text messages with links and codes, in the words of the reader. */
export const say = defineMessages({
  en: {
    'signup.subject': 'Confirm your email address for {organization}',
    'signup.text':
      'Somebody, we hope you, signed up at {organization} with this address and chose a password. Open the link to finish. If you did not sign up, do not open it.',
    'signup.action': 'Confirm email address',
    'magiclink.subject': 'Sign in to {organization}',
    'magiclink.text': 'Somebody, we hope you, wants to sign in to {organization}. Open the link to go on.',
    'magiclink.action': 'Sign in',
    'recovery.subject': 'Get back into your account at {organization}',
    'recovery.text':
      'Somebody, we hope you, forgot the password of your account at {organization}. Open the link to sign in and choose a new one.',
    'recovery.action': 'Go on to a new password',
    'invite.subject': 'You are invited to {organization}',
    'invite.text': 'You are invited to join {organization}. Open the link to accept.',
    'invite.action': 'Accept invitation',
    'email_change_new.subject': 'Confirm your new email address',
    'email_change_new.text':
      'Somebody, we hope you, wants to use {address} for an account at {organization}. Open the link to confirm.',
    'email_change_new.action': 'Confirm new address',
    'email_change_current.subject': 'Confirm the change of your email address',
    'email_change_current.text':
      'Somebody, we hope you, wants to change the address of your account at {organization} to {address}. Open the link to agree. If this was not you, do not open it, and change your password.',
    'email_change_current.action': 'Agree to the change',
    'reauthentication.subject': 'Confirm that it is you',
    'reauthentication.text':
      'Somebody, we hope you, is changing the password of your account at {organization}.',
    'code.text': 'If you are asked for a code, enter {code}. Tell it to nobody.',
    'code.footer':
      'Link and code work once and for a short time. If this was not you, you need not do anything.',
    'sms.text': '{code} is your code for {organization}. Tell it to nobody.',
  },
  de: {
    'signup.subject': 'Bestätigen Sie Ihre E-Mail-Adresse für {organization}',
    'signup.text':
      'Jemand, hoffentlich Sie selbst, hat sich bei {organization} mit dieser Adresse registriert und ein Passwort gewählt. Öffnen Sie den Link, um die Registrierung abzuschließen. Falls Sie sich nicht registriert haben, öffnen Sie ihn nicht.',
    'signup.action': 'E-Mail-Adresse bestätigen',
    'magiclink.subject': 'Bei {organization} anmelden',
    'magiclink.text':
      'Jemand, hoffentlich Sie selbst, möchte sich bei {organization} anmelden. Öffnen Sie den Link, um fortzufahren.',
    'magiclink.action': 'Anmelden',
    'recovery.subject': 'Zurück in Ihr Konto bei {organization}',
    'recovery.text':
      'Jemand, hoffentlich Sie selbst, hat das Passwort Ihres Kontos bei {organization} vergessen. Öffnen Sie den Link, um sich anzumelden und ein neues zu wählen.',
    'recovery.action': 'Weiter zum neuen Passwort',
    'invite.subject': 'Sie sind zu {organization} eingeladen',
    'invite.text': 'Sie sind eingeladen, {organization} beizutreten. Öffnen Sie den Link, um anzunehmen.',
    'invite.action': 'Einladung annehmen',
    'email_change_new.subject': 'Bestätigen Sie Ihre neue E-Mail-Adresse',
    'email_change_new.text':
      'Jemand, hoffentlich Sie selbst, möchte {address} für ein Konto bei {organization} verwenden. Öffnen Sie den Link, um das zu bestätigen.',
    'email_change_new.action': 'Neue Adresse bestätigen',
    'email_change_current.subject': 'Bestätigen Sie die Änderung Ihrer E-Mail-Adresse',
    'email_change_current.text':
      'Jemand, hoffentlich Sie selbst, möchte die Adresse Ihres Kontos bei {organization} in {address} ändern. Öffnen Sie den Link, um zuzustimmen. Falls Sie das nicht waren, öffnen Sie ihn nicht und ändern Sie Ihr Passwort.',
    'email_change_current.action': 'Der Änderung zustimmen',
    'reauthentication.subject': 'Bestätigen Sie, dass Sie es sind',
    'reauthentication.text':
      'Jemand, hoffentlich Sie selbst, ändert gerade das Passwort Ihres Kontos bei {organization}.',
    'code.text': 'Wenn Sie nach einem Code gefragt werden, geben Sie {code} ein. Sagen Sie ihn niemandem.',
    'code.footer':
      'Link und Code gelten einmal und nur kurze Zeit. Falls Sie das nicht waren, müssen Sie nichts tun.',
    'sms.text': '{code} ist Ihr Code für {organization}. Sagen Sie ihn niemandem.',
  },
})
