import type { pictures as english } from '../en/pictures.ts'

export const pictures: typeof english = {
  avatar: 'Ihr Bild',
  avatar_help:
    'PNG, JPEG, WebP oder AVIF, höchstens 10 MB. Es erscheint rund, wo immer Ihr Name steht. Ohne Bild sind es Ihre Initialen.',
  choose_avatar: 'Bild wählen',
  choose_cover: 'Titelbild wählen',
  choose_logo: 'Logo wählen',
  cover: 'Titelbild',
  cover_help: 'Ein breites Bild für Ihre Startseite. PNG, JPEG, WebP oder AVIF, höchstens 10 MB.',
  cover_none: 'Kein Titelbild: Die Startseite zeigt den Säulengang.',
  logo: 'Logo',
  logo_help:
    'Steht neben dem Namen auf jeder Seite und auf Urkunden ({certificates}). Quadratisch sieht es am besten aus. PNG, JPEG, WebP oder AVIF, höchstens 10 MB.',
  of_organization: 'Logo und Titelbild',
  of_organization_text: 'Alle sehen sie, auch ohne Anmeldung. Sie werden sofort gespeichert.',
  remove_avatar: 'Entfernen',
  remove_cover: 'Entfernen',
  remove_logo: 'Entfernen',
  removed: 'Das Bild ist weg',
  replace_avatar: 'Bild ändern',
  replace_cover: 'Titelbild ändern',
  replace_logo: 'Logo ändern',
  saved: 'Das Bild ist gespeichert',
  stop: 'Abbrechen',
}
