/** Words of the public site. */
export const site = {
  all_courses: 'Alle {courses}',
  browse: '{Courses} ansehen',
  by_teacher: 'von {name}',
  featured: 'Hier anfangen',
  featured_text: 'Ausgewählt von {organization}.',
  go_on: 'Weiterlernen',
  lede: 'Lernen Sie im eigenen Tempo, üben Sie gleich, was Sie gelesen haben, und zeigen Sie am Ende ein {certificate}, das jeder prüfen kann.',
  lesson_count: '{count, plural, one {# {lesson}} other {# {lessons}}}',
  not_set_up: 'Diese Stoa ist noch nicht eingerichtet',
  not_set_up_text:
    'Wer sie gestartet hat, findet in der Ausgabe einen Link. Darüber wird die erste Organisation gegründet.',
  promise_certified: '{Certificate} mit Bestand',
  promise_certified_text:
    'Jede Nummer hat ihre eigene Seite. Arbeitgeber prüfen sie in Sekunden, ohne ein Konto.',
  promise_learn: 'Lesen, ansehen, wiederkommen',
  promise_learn_text:
    'Ihr Platz bleibt auf jedem Gerät gemerkt. Hören Sie auf, wo Sie wollen; es geht genau dort weiter.',
  promise_practise: 'Gleich üben',
  promise_practise_text: 'Fragen stehen neben dem, wonach sie fragen, und sagen, warum eine Antwort stimmt.',
  promises: 'So lernt man hier',
}
