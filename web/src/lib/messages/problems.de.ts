import type { problems as english } from './problems.en.ts'

/** Words for refusals of the API, by its codes; the English ones are the API's own. */
export const problems: Record<keyof typeof english, string> & Record<string, string> = {
  'admin.run_over': 'Das ist schon zu Ende.',
  'command.no_demo_in_production':
    'Das Passwort der Vorführung kennen alle, darum ist sie nicht für den Betrieb. Nehmen Sie STOA_ENV heraus, um sie auszuprobieren.',
  'command.no_such_organization': 'Eine Organisation „{slug}“ gibt es nicht.',
  'command.password_missing':
    'Es kam kein Passwort an. Geben Sie es über die Standardeingabe: printf %s "…" | stoa user create …',
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
  'files.picture_unreadable':
    'Das Bild lässt sich nicht lesen: Es ist beschädigt oder zu groß. Wählen Sie ein anderes.',
  'files.range_not_satisfiable': 'Die Datei hat {size} Bytes; der verlangte Teil liegt außerhalb.',
  'files.type_mismatch':
    'Die Datei nennt sich {declared}, ihr Inhalt ist aber {found}. Schicken Sie sie mit ihrem wahren Typ.',
  'files.type_not_allowed': 'Dateien vom Typ {found} werden hier nicht genommen. Erlaubt: {allowed}.',
  'files.upload_broken': 'Das Hochladen brach ab. Nichts wurde behalten; versuchen Sie es noch einmal.',
  'files.write_too_old': 'Das Hochladen hat zu lange gedauert. Schicken Sie die Datei noch einmal.',
  forbidden: '{reason}',
  idempotency_key_reused:
    'Dieser Idempotency-Key gehört schon zu einer anderen Anfrage. Nehmen Sie einen neuen.',
  'identity.address_identity_stays':
    'Eine Adresse ändern Sie bei Ihren Adressen; hier lässt sie sich nicht trennen.',
  'identity.address_not_proven':
    'Bestätigen Sie diese Adresse zuerst, mit dem Link oder Code, den wir dorthin geschickt haben.',
  'identity.address_proven': 'Diese Adresse gehört schon Ihnen; es gibt nichts mehr zu bestätigen.',
  'identity.already_invited':
    'Für diese Adresse gibt es eine offene Einladung. Schicken Sie sie noch einmal oder ziehen Sie sie zurück.',
  'identity.already_member': 'Diese Person gehört schon zur Organisation.',
  'identity.api_tokens_off': 'Diese Organisation erlaubt keine API-Tokens. Fragen Sie die Verwaltung.',
  'identity.banned': 'Sie dürfen diese Organisation zurzeit nicht benutzen: {reason}',
  'identity.challenge_over':
    'Das hat zu lange gedauert oder wurde schon verwendet. Beginnen Sie noch einmal.',
  'identity.code_sent_lately':
    'Gerade eben ging ein Code hinaus. Warten Sie {seconds} Sekunden, bis Sie um einen neuen bitten.',
  'identity.deletion_not_confirmed':
    'Tippen Sie Ihre Hauptadresse ein, um zu bestätigen, dass Sie Ihr Konto löschen wollen.',
  'identity.directory_name_taken':
    'Es gibt schon ein Verzeichnis mit diesem Namen. Wählen Sie einen anderen.',
  'identity.email_not_verified':
    'Bestätigen Sie zuerst Ihre Adresse: Öffnen Sie den Link, den wir geschickt haben, oder legen Sie das Konto noch einmal an.',
  'identity.email_taken': 'Diese Adresse ist schon vergeben.',
  'identity.factor_kind_off': 'Diese Art des zweiten Faktors ist hier ausgeschaltet. Wählen Sie eine andere.',
  'identity.factor_name_taken':
    'Einen zweiten Faktor dieses Namens haben Sie schon. Wählen Sie einen anderen Namen.',
  'identity.factors_used_elsewhere':
    'Diese Person gehört auch zu anderen Organisationen und meldet sich dort mit denselben zweiten Faktoren an. Wenden Sie sich an die Betreiber der Installation.',
  'identity.flow_not_found': 'Diese Anmeldung ist schon zu Ende oder abgelaufen. Beginnen Sie noch einmal.',
  'identity.id_token_refused': 'Das ID-Token wurde abgelehnt ({reason}). Holen Sie beim Anbieter ein neues.',
  'identity.identity_already_exists':
    'Dieses Konto bei {provider} ist mit jemand anderem verbunden. Melden Sie sich damit an oder nehmen Sie ein anderes.',
  'identity.identity_of_another_address':
    'Die Adresse dieses Kontos bei {provider} hat jemand anderes. Melden Sie sich mit dieser Adresse an.',
  'identity.invitation_closed': 'Diese Einladung wurde angenommen, zurückgezogen oder ist abgelaufen.',
  'identity.invitation_for_somebody_else':
    'Diese Einladung ging an eine andere Adresse. Melden Sie sich ab und öffnen Sie den Link noch einmal.',
  'identity.last_factor_needed':
    'Ihre Organisation verlangt einen zweiten Faktor, und das ist Ihr letzter. Fügen Sie zuerst einen anderen hinzu.',
  'identity.last_owner':
    'Das ist die letzte Person, der die Organisation gehört. Machen Sie zuerst eine andere dazu.',
  'identity.last_owner_of':
    'Sie sind die letzte Person, der {organization} gehört. Machen Sie dort zuerst jemand anderen dazu.',
  'identity.lift_ban_first': 'Diese Person ist ausgesperrt. Lassen Sie sie zuerst wieder herein.',
  'identity.link_not_valid':
    'Dieser Link wurde schon benutzt oder ist abgelaufen. Fordern Sie einen neuen an.',
  'identity.manager_cycle': 'Diese Person steht schon über der gewählten. Wählen Sie jemand anderen.',
  'identity.manual_linking_disabled': 'Weitere Konten zu verbinden ist auf dieser Installation abgeschaltet.',
  'identity.membership_inactive':
    'Ihre Mitgliedschaft ruht. Wenden Sie sich an die Verwaltung der Organisation.',
  'identity.name_and_password_needed':
    'Geben Sie Ihren Namen an und wählen Sie ein Passwort, um die Einladung anzunehmen.',
  'identity.no_mailed_code':
    'Ein Code per Mail genügt für Ihr Konto nicht. Nehmen Sie Ihr Passwort oder einen zweiten Faktor.',
  'identity.no_other_way_in':
    'Ohne das könnten Sie sich nicht mehr anmelden. Fügen Sie zuerst einen anderen Weg hinzu.',
  'identity.no_phone_number':
    'Das ist keine Telefonnummer. Schreiben Sie sie mit Landesvorwahl, etwa +49 151 12345678.',
  'identity.no_second_factor': 'Es gibt noch keinen zweiten Faktor. Fügen Sie zuerst einen hinzu.',
  'identity.no_such_manager':
    'Diese Person gehört nicht zur Organisation. Wählen Sie jemanden, der dazugehört.',
  'identity.no_such_role': 'Diese Rolle gibt es in der Organisation nicht.',
  'identity.oauth_client_has_no_secret':
    'Diese App ist öffentlich: Sie weist sich mit PKCE aus und hat kein Geheimnis.',
  'identity.oauth_client_refused':
    'So lässt sich die App nicht registrieren: {reason}. Berichtigen Sie das und versuchen Sie es noch einmal.',
  'identity.own_sign_in_needed':
    'Sie haben sich über Ihre Organisation angemeldet; sie kümmert sich darum, wie Sie sich ausweisen. Melden Sie sich anders an, um etwas Eigenes hinzuzufügen.',
  'identity.owner_role_by_directory':
    'Ein Verzeichnis macht niemanden zum Eigentümer. Wählen Sie eine andere Rolle.',
  'identity.passkey_challenge_over':
    'Das hat zu lange gedauert oder wurde schon verwendet. Beginnen Sie noch einmal.',
  'identity.passkey_exists':
    'Diesen Passkey haben Sie schon hinzugefügt. Nehmen Sie ein anderes Gerät, oder melden Sie sich damit an.',
  'identity.passkey_refused':
    'Dieser Passkey ließ sich nicht prüfen oder gehört zu keinem Konto hier. Melden Sie sich anders an.',
  'identity.passkeys_off': 'Passkeys sind hier ausgeschaltet. Melden Sie sich anders an.',
  'identity.password_common':
    'Dieses Passwort benutzen viele, darum wird es zuerst geraten. Wählen Sie ein anderes.',
  'identity.password_too_long': 'Ein Passwort hat höchstens 1024 Bytes.',
  'identity.permission_not_held':
    'Sie können kein Recht und kein Modul geben, das Sie nicht haben: {permission}',
  'identity.phone_factor_exists': 'Diese Telefonnummer ist schon einer Ihrer zweiten Faktoren.',
  'identity.phone_not_valid': 'Schreiben Sie die Telefonnummer mit Landesvorwahl, etwa +49 151 12345678.',
  'identity.phone_sign_in_off': 'Telefonnummern werden hier nicht verwendet. Nehmen Sie Ihre E-Mail-Adresse.',
  'identity.phone_taken': 'Diese Telefonnummer ist schon vergeben.',
  'identity.primary_address_stays':
    'An diese Adresse gehen Mails. Machen Sie zuerst eine andere zur Hauptadresse.',
  'identity.proof_too_old':
    'Bestätigen Sie zuerst, dass Sie es sind: Geben Sie Ihr Passwort ein oder verwenden Sie einen zweiten Faktor.',
  'identity.provider_denied':
    '{provider} hat Sie nicht durchgelassen ({reason}). Versuchen Sie es noch einmal oder wählen Sie einen anderen Weg.',
  'identity.provider_discovery_failed': 'Der Anbieter konnte nicht gelesen werden: {reason}',
  'identity.provider_email_not_proven':
    '{provider} hat nicht bestätigt, dass Ihre E-Mail-Adresse Ihnen gehört. Bestätigen Sie sie dort, oder registrieren Sie sich per E-Mail und verbinden Sie das Konto danach.',
  'identity.provider_failed':
    'Die Antwort von {provider} war nicht zu gebrauchen ({reason}). Versuchen Sie es noch einmal; passiert es wieder, sagen Sie der Verwaltung Bescheid.',
  'identity.provider_in_use':
    'Über diesen Anbieter sind schon Personen verbunden, daher bleiben seine Adressen, wie sie sind. Fügen Sie einen neuen Anbieter hinzu.',
  'identity.provider_incomplete': 'Diese Adressen des Anbieters fehlen: {missing}.',
  'identity.provider_may_not_vouch':
    'Diese Organisation darf über {provider} nur Personen einlassen, deren Adresse zu einer nachgewiesenen Domain gehört. Melden Sie sich anders an oder fragen Sie die Verwaltung.',
  'identity.provider_reserved':
    'Der Name {identifier} steht für einen Anbieter, der zu Stoa gehört. Wählen Sie einen anderen.',
  'identity.provider_taken': 'Einen Anbieter mit diesem Namen gibt es schon. Wählen Sie einen anderen.',
  'identity.provider_unknown':
    'Mit diesem Anbieter meldet sich hier niemand an. Wählen Sie einen anderen Weg.',
  'identity.provider_visit_unknown':
    'Diese Anmeldung wurde nicht in diesem Browser begonnen, schon verwendet oder hat zu lange gedauert. Beginnen Sie von vorn.',
  'identity.rank_too_high': 'Sie können keine Rolle geben oder ändern, die über Ihrer eigenen steht.',
  'identity.refresh_token_unknown': 'Dieses Refresh-Token gilt nicht. Melden Sie sich noch einmal an.',
  'identity.refresh_token_used':
    'Dieses Refresh-Token wurde schon verwendet. Melden Sie sich noch einmal an.',
  'identity.role_built_in': 'Diese Rolle gehört zu Stoa. Sie bleibt, ebenso ihr Rang.',
  'identity.role_in_use':
    'Personen haben diese Rolle oder sind dazu eingeladen. Geben Sie ihnen zuerst eine andere.',
  'identity.role_taken': 'Eine Rolle dieses Namens gibt es schon.',
  'identity.saml_off': 'SAML ist in dieser Installation ausgeschaltet.',
  'identity.second_factor_needed': 'Bestätigen Sie zuerst mit einem Ihrer zweiten Faktoren.',
  'identity.set_up_already': 'Stoa ist schon eingerichtet. Melden Sie sich an.',
  'identity.sign_in_to_accept':
    'Sie haben schon ein Konto. Melden Sie sich an und nehmen Sie die Einladung dann an.',
  'identity.sign_up_closed': 'Diese Organisation nimmt neue Personen nur auf Einladung auf.',
  'identity.single_identity_not_deletable':
    'Das ist Ihr einziger Weg hinein. Wählen Sie zuerst ein Passwort oder verbinden Sie ein anderes Konto.',
  'identity.slug_taken': 'Dieser Kurzname ist vergeben. Wählen Sie einen anderen.',
  'identity.sso_disabled':
    'Diese Anmeldung Ihrer Organisation ist ausgeschaltet. Melden Sie sich anders an oder fragen Sie die Verwaltung.',
  'identity.sso_domain_claimed': 'Diese Domain hat die Organisation schon eingetragen.',
  'identity.sso_domain_not_proven':
    'Der Nachweis wurde nicht gefunden. Tragen Sie den TXT-Eintrag im DNS von {domain} ein und versuchen Sie es noch einmal; es kann Stunden dauern, bis er zu sehen ist.',
  'identity.sso_domain_public':
    'Bei {domain} bekommt jede Person eine Adresse. Keine Organisation kann die Domain beanspruchen.',
  'identity.sso_domain_taken':
    'Eine andere Organisation hat diese Domain nachgewiesen. Wenden Sie sich an die Betreiber von Stoa.',
  'identity.sso_entity_changed':
    'Diese Metadaten gehören zu einem anderen Identitätsanbieter. Richten Sie dafür eine neue Anmeldung ein.',
  'identity.sso_entity_taken': 'Für diesen Identitätsanbieter gibt es schon eine Anmeldung.',
  'identity.sso_foreign_email':
    'Ihre Adresse gehört zu keiner Domain, die Ihre Organisation nachgewiesen hat. Bitten Sie die Verwaltung, sie nachzuweisen.',
  'identity.sso_identity_taken':
    'Diese Anmeldung gehört schon zu einem anderen Konto. Fragen Sie die Verwaltung.',
  'identity.sso_kind_fixed': 'Diese Angaben passen nicht zu dieser Art der Anmeldung.',
  'identity.sso_metadata_refused':
    'Das sind keine brauchbaren Metadaten eines Identitätsanbieters ({reason}).',
  'identity.sso_metadata_refused.bad_certificate':
    'In den Metadaten steht ein unlesbares Zertifikat. Laden Sie sie beim Identitätsanbieter noch einmal herunter.',
  'identity.sso_metadata_refused.expired':
    'Diese Metadaten sind abgelaufen. Holen Sie die aktuellen beim Identitätsanbieter.',
  'identity.sso_metadata_refused.forbidden_markup':
    'Die Datei enthält einen Dokumenttyp oder Entitäten, die Metadaten nie brauchen. Laden Sie sie noch einmal herunter.',
  'identity.sso_metadata_refused.key_not_supported':
    'Der Signaturschlüssel ist zu schwach oder ungewöhnlich. Wählen Sie beim Identitätsanbieter RSA mit mindestens 2048 Bit.',
  'identity.sso_metadata_refused.no_certificate':
    'In den Metadaten steht kein Signaturzertifikat. Wählen Sie beim Identitätsanbieter eines und laden Sie sie noch einmal herunter.',
  'identity.sso_metadata_refused.no_entity_id':
    'Die Metadaten sagen nicht, wessen sie sind (entityID). Laden Sie sie beim Identitätsanbieter noch einmal herunter.',
  'identity.sso_metadata_refused.no_identity_provider':
    'Das sind keine Metadaten eines Identitätsanbieters. Suchen Sie dort nach „IdP-Metadaten“ oder „Federation Metadata“.',
  'identity.sso_metadata_refused.no_redirect_binding':
    'Der Identitätsanbieter bietet keine Anmeldung per HTTP-Redirect an. Schalten Sie sie dort ein.',
  'identity.sso_metadata_refused.not_xml':
    'Das ist kein XML. Fügen Sie die ganze Datei ein, von der ersten spitzen Klammer bis zur letzten.',
  'identity.sso_metadata_refused.several_identity_providers':
    'Diese Metadaten beschreiben mehrere Identitätsanbieter. Bringen Sie nur die eines einzigen.',
  'identity.sso_metadata_refused.sign_in_address':
    'Die Anmeldeadresse in den Metadaten ist keine https-Adresse. Berichtigen Sie sie beim Identitätsanbieter.',
  'identity.sso_not_ready':
    'Richten Sie zuerst Single Sign-on mit einer bestätigten Domain ein, damit alle noch hereinkommen.',
  'identity.sso_other_browser':
    'Diese Anmeldung wurde in einem anderen Browser begonnen. Beginnen Sie in diesem noch einmal.',
  'identity.sso_replayed':
    'Diese Antwort Ihrer Organisation wurde schon verwendet. Beginnen Sie die Anmeldung noch einmal.',
  'identity.sso_required': 'Ihre Organisation bittet Sie, sich über sie anzumelden.',
  'identity.sso_resource_taken': 'Eine Anmeldung mit dieser Kennung gibt es schon.',
  'identity.sso_response_refused':
    'Die Antwort der Anmeldung Ihrer Organisation wurde abgelehnt ({reason}). Beginnen Sie noch einmal; geschieht es wieder, zeigen Sie dies der Verwaltung.',
  'identity.sso_role_refused': 'Die Rolle einer Inhaberin oder eines Inhabers kann so nicht vergeben werden.',
  'identity.sso_too_many': 'Es gibt schon {limit}; mehr kann eine Organisation nicht haben.',
  'identity.sso_unknown':
    'Für diese Adresse gibt es keine Anmeldung einer Organisation. Melden Sie sich anders an oder fragen Sie die Verwaltung.',
  'identity.sso_visit_unknown':
    'Diese Anmeldung wurde nicht hier begonnen, schon verwendet oder hat zu lange gedauert. Beginnen Sie noch einmal.',
  'identity.sso_without_email':
    'Die Anmeldung Ihrer Organisation hat Ihre E-Mail-Adresse nicht mitgeteilt. Fragen Sie die Verwaltung.',
  'identity.token_lasts_too_long': 'Hier gilt ein Token höchstens {days} Tage. Wählen Sie ein früheres Ende.',
  'identity.too_many_addresses': 'Sie haben schon {limit} Adressen. Entfernen Sie zuerst eine.',
  'identity.too_many_api_tokens': 'Sie haben {limit} gültige Tokens. Widerrufen Sie zuerst eines.',
  'identity.too_many_directories': 'Es gibt schon {limit} Verzeichnisse. Löschen Sie zuerst eines.',
  'identity.too_many_directory_tokens':
    'Dieses Verzeichnis hat {limit} gültige Tokens. Widerrufen Sie zuerst eines.',
  'identity.too_many_factors': 'Sie haben schon {limit} zweite Faktoren. Entfernen Sie zuerst einen.',
  'identity.too_many_oauth_clients': 'Es gibt schon {limit} Apps. Löschen Sie zuerst eine.',
  'identity.too_many_organizations':
    'Ihnen gehören schon {limit} Organisationen; mehr kann eine Person nicht anlegen.',
  'identity.too_many_passkeys': 'Sie haben schon {limit} Passkeys. Entfernen Sie zuerst einen.',
  'identity.too_many_providers': 'Es gibt schon {limit} Anbieter; mehr kann eine Organisation nicht haben.',
  'identity.too_many_roles': 'Es gibt schon {limit} Rollen. Löschen Sie zuerst eine.',
  'identity.unknown_time_zone': 'Diese Zeitzone gibt es nicht.',
  'identity.would_lock_you_out':
    'Mit dieser Regel kämen Sie selbst nicht mehr herein. Richten Sie erst einen zweiten Faktor ein, oder melden Sie sich über das Single Sign-on an.',
  'identity.wrong_code':
    'Dieser Code stimmt nicht oder ist abgelaufen. Prüfen Sie ihn, oder bitten Sie um einen neuen.',
  'identity.wrong_credentials': 'Adresse und Passwort gehören nicht zusammen. Prüfen Sie beides.',
  'identity.wrong_key':
    'Dieser Schlüssel ließ sich nicht prüfen. Nehmen Sie den, den Sie hinzugefügt haben, und versuchen Sie es noch einmal.',
  'identity.wrong_password': 'Das ist nicht Ihr bisheriges Passwort.',
  'identity.wrong_sign_up_password':
    'Das ist nicht das Passwort, das Sie zu diesem Link gewählt haben. Versuchen Sie es noch einmal oder legen Sie das Konto neu an.',
  'identity.wrong_verifier':
    'Diese Anmeldung wurde woanders begonnen. Beginnen Sie noch einmal, in derselben App.',
  'imports.over': 'Dieser Import ist schon zu Ende, es gibt nichts anzuhalten.',
  invalid_input: 'Einige Felder brauchen noch einen Blick.',
  'learning.already_revoked': 'Schon widerrufen ({certificate}).',
  'learning.attempt_over': 'Dieser Versuch ist zu Ende. Sehen Sie sich sein Ergebnis an.',
  'learning.banned':
    'Sie wurden hier ausgesperrt ({course}): {reason} Wenn Sie das für einen Irrtum halten, fragen Sie nach.',
  'learning.certificate_revoked': 'Widerrufen ({certificate}); es gibt kein Dokument mehr.',
  'learning.course_archived': 'Archiviert ({course}). Holen Sie es zuerst aus dem Archiv.',
  'learning.course_has_learners':
    'Jemand ist schon dabei ({course}), darum geht der Papierkorb nicht. Archivieren Sie stattdessen.',
  'learning.course_not_ready':
    'Veröffentlichen geht noch nicht ({course}): {problem}. Ergänzen Sie, was fehlt, und veröffentlichen Sie noch einmal.',
  'learning.enrollment_expired': 'Ihre Zeit hier ist um ({course}). Bitten Sie um Verlängerung.',
  'learning.file_unfit':
    'Die Datei lässt sich hier nicht verwenden: Sie ist weg oder von anderer Art als nötig ({wanted}). Laden Sie sie noch einmal hoch.',
  'learning.inside_itself':
    'Ein Teil lässt sich nicht in sich selbst verschieben. Wählen Sie einen anderen Platz.',
  'learning.limit_reached': 'Hier ist kein Platz für mehr: höchstens {limit}.',
  'learning.no_attempts_left': 'Alle {max} Versuche für dieses Quiz sind verbraucht.',
  'learning.no_quiz': 'Diese Seite hat noch kein Quiz. Fügen Sie zuerst eins hinzu.',
  'learning.not_a_page':
    'Nur eine Seite hat Inhalt: ein Teil, unter dem nichts mehr steht. Öffnen Sie eine seiner Seiten.',
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
  malformed_request: 'Die Anfrage ließ sich nicht lesen: {reason}',
  not_found: 'Hier ist nichts, oder Sie dürfen es nicht sehen.',
  on_hold: 'Ihre Anmeldung ist noch nicht fertig. Schließen Sie sie ab und versuchen Sie es noch einmal.',
  outgoing_failed:
    'Die Adresse {host} hat nicht geantwortet wie erwartet ({reason}). Prüfen Sie sie und versuchen Sie es noch einmal.',
  outgoing_refused:
    'Die Adresse {host} lässt sich nicht verwenden ({reason}). Geben Sie eine öffentliche https-Adresse an.',
  'reason.already_enrolled': 'Sie sind schon dabei.',
  'reason.closed_today': 'Heute ist nicht geöffnet.',
  'reason.course_closed': 'Zurzeit wird niemand aufgenommen ({course}).',
  'reason.course_has_learners': 'Jemand ist schon dabei ({course}).',
  'reason.course_not_free': 'Das kostet etwas ({course}).',
  'reason.holds_more': 'Diese Person darf mehr als Sie selbst.',
  'reason.import_over': 'Dieser Import ist zu Ende.',
  'reason.membership_required': 'Treten Sie zuerst der Organisation bei.',
  'reason.not_a_member': 'Treten Sie zuerst der Organisation bei.',
  'reason.not_active': 'Die Mitgliedschaft dieser Person ruht.',
  'reason.not_on_oneself': 'Das geht nicht bei sich selbst. Bitten Sie jemand anderen in der Verwaltung.',
  'reason.not_while_impersonating': 'Das darf nur die Person selbst.',
  'reason.not_your_course': 'Das gehört jemand anderem ({course}).',
  'reason.not_your_import': 'Diesen Import hat jemand anderes begonnen.',
  'reason.nothing_to_publish': 'Seit der Veröffentlichung hat sich nichts geändert.',
  'reason.owner_role': 'Die Eigentümerrolle bleibt, wie sie ist.',
  'reason.permission': 'Dafür brauchen Sie das Recht „{permission}“. Fragen Sie die Verwaltung.',
  'reason.session_required':
    'Das geht nur in einer eigenen Anmeldung, nicht mit einem Token oder über eine App.',
  'reason.sign_in_required': 'Melden Sie sich zuerst an.',
  'reason.stands_above': 'Diese Person oder Rolle steht auf Ihrem Rang oder darüber.',
  scope_missing: 'Dieses Token darf das nicht ({scope}). Erstellen Sie eins, das es darf.',
  sign_in_required: 'Melden Sie sich dafür an.',
  too_large: 'Das ist zu groß; höchstens {limit} Bytes werden genommen.',
  too_many_requests: 'Zu viele Versuche. Warten Sie {seconds} Sekunden.',
  unavailable: 'Stoa kann das gerade nicht. Versuchen Sie es gleich noch einmal.',
  version_mismatch:
    'Das wurde geändert, seit Sie es geladen haben. Laden Sie es neu und wiederholen Sie Ihre Änderung.',
}
