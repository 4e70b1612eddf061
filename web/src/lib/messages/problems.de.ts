import type { problems as english } from './problems.en.ts'

/** Words for refusals of the API, by its codes; the English ones are the API's own. */
export const problems: Record<keyof typeof english, string> & Record<string, string> = {
  'admin.run_over': 'Das ist schon zu Ende.',
  conflict: 'Jemand anderes hat das gleichzeitig geändert. Laden Sie es neu.',
  cross_site_request: 'Diese Anfrage kam von einer anderen Seite und wurde abgelehnt.',
  'field.additionalProperties': 'Danach ist hier nicht gefragt.',
  'field.enum': 'Wählen Sie einen der angebotenen Werte.',
  'field.format': 'So kann es nicht geschrieben sein. Prüfen Sie es auf Tippfehler.',
  'field.maximum': 'Das ist zu groß.',
  'field.maxItems': 'Das sind zu viele.',
  'field.maxLength': 'Das ist zu lang.',
  'field.minimum': 'Das ist zu klein.',
  'field.minItems': 'Wählen Sie mindestens eins.',
  'field.minLength': 'Das ist zu kurz.',
  'field.pattern': 'So kann es nicht geschrieben sein. Prüfen Sie es auf Tippfehler.',
  'field.required': 'Das wird gebraucht.',
  'field.type': 'Das ist von der falschen Art.',
  'field.uniqueItems': 'Jedes darf nur einmal vorkommen.',
  'files.disk_full':
    'Für die Datei ist kein Platz mehr. Nichts wurde behalten; wenden Sie sich an die Betreiber des Servers.',
  'files.in_use': 'Diese Datei wird noch verwendet, etwa hier: {course}. Nehmen Sie sie dort zuerst heraus.',
  'files.link_expired': 'Der Link zur Datei ist abgelaufen. Laden Sie die Seite neu, die hierher führte.',
  'files.name_refused': 'Der Dateiname führt aus seinem Ordner heraus. Benennen Sie die Datei um.',
  'files.no_file': 'Im Formular ist keine Datei. Wählen Sie eine aus.',
  'files.type_mismatch':
    'Die Datei nennt sich {declared}, ihr Inhalt ist aber {found}. Schicken Sie sie mit ihrem wahren Typ.',
  'files.type_not_allowed': 'Dateien vom Typ {found} werden hier nicht genommen. Erlaubt: {allowed}.',
  'files.upload_broken': 'Das Hochladen brach ab. Nichts wurde behalten; versuchen Sie es noch einmal.',
  'files.write_too_old': 'Das Hochladen hat zu lange gedauert. Schicken Sie die Datei noch einmal.',
  forbidden: '{reason}',
  'identity.already_invited':
    'Für diese Adresse gibt es eine offene Einladung. Schicken Sie sie noch einmal oder ziehen Sie sie zurück.',
  'identity.already_member': 'Diese Person gehört schon zur Organisation.',
  'identity.banned': 'Sie dürfen diese Organisation zurzeit nicht benutzen: {reason}',
  'identity.email_not_verified':
    'Bestätigen Sie zuerst Ihre Adresse: Öffnen Sie den Link, den wir geschickt haben, oder legen Sie das Konto noch einmal an.',
  'identity.email_taken': 'Diese Adresse ist schon vergeben.',
  'identity.invitation_closed': 'Diese Einladung wurde angenommen, zurückgezogen oder ist abgelaufen.',
  'identity.invitation_for_somebody_else':
    'Diese Einladung ging an eine andere Adresse. Melden Sie sich ab und öffnen Sie den Link noch einmal.',
  'identity.last_owner':
    'Das ist die letzte Person, der die Organisation gehört. Machen Sie zuerst eine andere dazu.',
  'identity.lift_ban_first': 'Diese Person ist ausgesperrt. Lassen Sie sie zuerst wieder herein.',
  'identity.link_not_valid':
    'Dieser Link wurde schon benutzt oder ist abgelaufen. Fordern Sie einen neuen an.',
  'identity.membership_inactive':
    'Ihre Mitgliedschaft ruht. Wenden Sie sich an die Verwaltung der Organisation.',
  'identity.name_and_password_needed':
    'Geben Sie Ihren Namen an und wählen Sie ein Passwort, um die Einladung anzunehmen.',
  'identity.no_such_role': 'Diese Rolle gibt es in der Organisation nicht.',
  'identity.password_common':
    'Dieses Passwort benutzen viele, darum wird es zuerst geraten. Wählen Sie ein anderes.',
  'identity.password_too_long': 'Ein Passwort hat höchstens 1024 Bytes.',
  'identity.permission_not_held':
    'Sie können kein Recht und kein Modul geben, das Sie nicht haben: {permission}',
  'identity.rank_too_high': 'Sie können keine Rolle geben oder ändern, die über Ihrer eigenen steht.',
  'identity.role_built_in': 'Diese Rolle gehört zu Stoa. Sie bleibt, ebenso ihr Rang.',
  'identity.role_in_use':
    'Personen haben diese Rolle oder sind dazu eingeladen. Geben Sie ihnen zuerst eine andere.',
  'identity.role_taken': 'Eine Rolle dieses Namens gibt es schon.',
  'identity.set_up_already': 'Stoa ist schon eingerichtet. Melden Sie sich an.',
  'identity.sign_in_to_accept':
    'Sie haben schon ein Konto. Melden Sie sich an und nehmen Sie die Einladung dann an.',
  'identity.sign_up_closed': 'Diese Organisation nimmt neue Personen nur auf Einladung auf.',
  'identity.slug_taken': 'Dieser Kurzname ist vergeben. Wählen Sie einen anderen.',
  'identity.too_many_organizations':
    'Ihnen gehören schon {limit} Organisationen; mehr kann eine Person nicht anlegen.',
  'identity.too_many_roles': 'Es gibt schon {limit} Rollen. Löschen Sie zuerst eine.',
  'identity.unknown_time_zone': 'Diese Zeitzone gibt es nicht.',
  'identity.wrong_credentials': 'Adresse und Passwort gehören nicht zusammen. Prüfen Sie beides.',
  'identity.wrong_password': 'Das ist nicht Ihr bisheriges Passwort.',
  'identity.wrong_sign_up_password':
    'Das ist nicht das Passwort, das Sie zu diesem Link gewählt haben. Versuchen Sie es noch einmal oder legen Sie das Konto neu an.',
  'imports.over': 'Dieser Import ist schon zu Ende, es gibt nichts anzuhalten.',
  invalid_input: 'Einige Felder brauchen noch einen Blick.',
  'learning.already_revoked': 'Schon widerrufen ({certificate}).',
  'learning.attempt_over': 'Dieser Versuch ist zu Ende. Sehen Sie sich sein Ergebnis an.',
  'learning.banned':
    'Sie wurden hier ausgesperrt ({course}): {reason} Wenn Sie das für einen Irrtum halten, fragen Sie nach.',
  'learning.certificate_revoked': 'Widerrufen ({certificate}); es gibt kein Dokument mehr.',
  'learning.course_archived': 'Archiviert ({course}). Holen Sie es zuerst aus dem Archiv.',
  'learning.course_has_learners':
    'Jemand ist schon dabei ({course}), darum geht Löschen nicht. Archivieren Sie stattdessen.',
  'learning.enrollment_expired': 'Ihre Zeit hier ist um ({course}). Bitten Sie um Verlängerung.',
  'learning.inside_itself':
    'Ein Teil lässt sich nicht in sich selbst verschieben. Wählen Sie einen anderen Platz.',
  'learning.limit_reached': 'Hier ist kein Platz für mehr: höchstens {limit}.',
  'learning.no_attempts_left': 'Alle {max} Versuche für dieses Quiz sind verbraucht.',
  'learning.no_quiz': 'Diese Seite hat noch kein Quiz. Fügen Sie zuerst eins hinzu.',
  'learning.not_a_sibling':
    'Der Teil, nach dem er stehen soll, ist nicht mehr da. Laden Sie die Gliederung neu.',
  'learning.not_enrolled': 'Schreiben Sie sich zuerst ein ({course}).',
  'learning.not_members': 'Einige dieser Personen gehören nicht zur Organisation. Laden Sie sie zuerst ein.',
  'learning.page_locked': 'Diese Seite ist noch nicht offen. Sie öffnet am {releaseAt}.',
  'learning.part_in_bin': 'Dieser Teil liegt im Papierkorb. Holen Sie ihn zuerst heraus.',
  'learning.quiz_first': 'Bestehen Sie zuerst das Quiz auf dieser Seite.',
  'learning.slug_taken': 'Die Adresse „{slug}“ ist vergeben. Wählen Sie eine andere.',
  'learning.too_deep':
    'Eine Gliederung hat vier Ebenen: {module}, {lesson}, {topic}, {subtopic}. Wählen Sie einen Platz weiter oben.',
  not_found: 'Hier ist nichts, oder Sie dürfen es nicht sehen.',
  'reason.already_enrolled': 'Sie sind schon dabei.',
  'reason.closed_today': 'Heute ist nicht geöffnet.',
  'reason.course_closed': 'Zurzeit wird niemand aufgenommen ({course}).',
  'reason.course_has_learners': 'Jemand ist schon dabei ({course}).',
  'reason.course_not_free': 'Das kostet etwas ({course}).',
  'reason.import_over': 'Dieser Import ist zu Ende.',
  'reason.membership_required': 'Treten Sie zuerst der Organisation bei.',
  'reason.not_a_member': 'Treten Sie zuerst der Organisation bei.',
  'reason.not_on_oneself': 'Das geht nicht bei sich selbst. Bitten Sie jemand anderen in der Verwaltung.',
  'reason.not_while_impersonating': 'Das darf nur die Person selbst.',
  'reason.not_your_course': 'Das gehört jemand anderem ({course}).',
  'reason.not_your_import': 'Diesen Import hat jemand anderes begonnen.',
  'reason.nothing_to_publish': 'Seit der Veröffentlichung hat sich nichts geändert.',
  'reason.owner_role': 'Die Eigentümerrolle bleibt, wie sie ist.',
  'reason.permission': 'Dafür brauchen Sie das Recht „{permission}“. Fragen Sie die Verwaltung.',
  'reason.stands_above': 'Diese Person oder Rolle steht auf Ihrem Rang oder darüber.',
  sign_in_required: 'Melden Sie sich dafür an.',
  too_large: 'Das ist zu groß; höchstens {limit} Bytes werden genommen.',
  too_many_requests: 'Zu viele Versuche. Warten Sie {seconds} Sekunden.',
  unavailable: 'Stoa kann das gerade nicht. Versuchen Sie es gleich noch einmal.',
  version_mismatch:
    'Das wurde geändert, seit Sie es geladen haben. Laden Sie es neu und wiederholen Sie Ihre Änderung.',
}
