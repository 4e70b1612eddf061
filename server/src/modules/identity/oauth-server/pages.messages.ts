import { defineMessages } from '../../../platform/messages.ts'

/** What the few pages of the OAuth server say. */
export const say = defineMessages({
  en: {
    'error.title': 'This does not work',
    'error.text':
      'The app that sent you here asked for something Stoa cannot do. Go back to the app and try again; if it stays like this, tell the people who make it what is written below.',
    'sign_out.title': 'Sign out?',
    'sign_out.text': 'You are about to sign out of Stoa in this browser.',
    'sign_out.text_app': '{app} would like to sign you out of Stoa in this browser.',
    'sign_out.yes': 'Sign out',
    'sign_out.no': 'Stay signed in',
    'signed_out.title': 'You are signed out',
    'signed_out.text': 'You can close this page.',
  },
  de: {
    'error.title': 'Das geht so nicht',
    'error.text':
      'Die App, von der Sie kommen, wollte etwas, das Stoa nicht kann. Gehen Sie zurück und versuchen Sie es noch einmal; wenn es dabei bleibt, sagen Sie den Leuten, die diese App machen, was unten steht.',
    'sign_out.title': 'Abmelden?',
    'sign_out.text': 'Sie werden in diesem Browser von Stoa abgemeldet.',
    'sign_out.text_app': '{app} möchte Sie in diesem Browser von Stoa abmelden.',
    'sign_out.yes': 'Abmelden',
    'sign_out.no': 'Angemeldet bleiben',
    'signed_out.title': 'Sie sind abgemeldet',
    'signed_out.text': 'Sie können diese Seite schließen.',
  },
})
