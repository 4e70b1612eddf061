import type { RefusalCode, ReportCode } from './packages/messages.ts'

/** German of `refusalSentences`. */
export const germanRefusals: Record<RefusalCode, string> = {
  'archive.absolute_path': 'Das Archiv enthält einen Eintrag mit absolutem Pfad: {name}.',
  'archive.damaged': 'Das Archiv ist beschädigt oder abgeschnitten ({detail}).',
  'archive.encrypted':
    'Das Archiv ist mit einem Passwort geschützt (Eintrag {name}). Laden Sie es bitte ohne Passwort hoch.',
  'archive.file_too_large': 'Eine Datei im Archiv ist größer als die erlaubten {limit} Bytes: {name}.',
  'archive.name_too_long': 'Das Archiv enthält einen Eintrag mit zu langem Namen: {name}.',
  'archive.not_an_archive': 'Das ist weder eine zip- noch eine tar-Datei, also kein Kurspaket.',
  'archive.packed_too_tightly':
    'Das Archiv wird beim Entpacken mehr als {ratio}-mal so groß ({name}); das tun nur schädliche Dateien.',
  'archive.path_escapes': 'Das Archiv enthält einen Eintrag, der aus ihm hinausführt: {name}.',
  'archive.too_large': 'Das Archiv ergibt entpackt mehr als die erlaubten {limit} Bytes.',
  'archive.too_many_entries': 'Das Archiv hat mehr als die erlaubten {limit} Einträge.',
  'package.h5p': 'Das ist eine H5P-Aktivität, kein Kurspaket.',
  'package.moodle_backup':
    'Das ist eine Moodle-Sicherung. Exportieren Sie den Kurs bitte als IMS Common Cartridge.',
  'package.not_found': 'Diese Datei oder diesen Ordner gibt es nicht.',
  'package.olx_library': 'Das ist eine Inhaltsbibliothek von Open edX, kein Kurs.',
  'package.root_unreadable': 'Die Kursbeschreibung {path} kann nicht gelesen werden.',
  'package.scorm': 'Das ist ein SCORM-Paket, keine Common Cartridge.',
  'package.takes_too_long': 'Das Paket zu lesen dauert zu lange. Exportieren Sie den Kurs in Teilen.',
  'package.takes_too_much':
    'Das Paket braucht mehr Speicher, als es für eines gibt. Exportieren Sie den Kurs in Teilen.',
  'package.too_many_items': 'Der Kurs hat mehr als die erlaubten {limit} Teile.',
  'package.too_much_text': 'Der Kurs hat mehr Text als die erlaubten {limit} Bytes.',
  'package.unknown_kind':
    'Das Paket enthält weder einen Kurs von Open edX (course.xml) noch eine Common Cartridge (imsmanifest.xml).',
}

/** German of `reportSentences`. */
export const germanReport: Record<ReportCode, string> = {
  'archive.compression_unknown': 'Die Datei {path} ist auf eine Art gepackt, die nicht gelesen werden kann.',
  'archive.duplicate_entry': 'Das Archiv enthält {path} zweimal; die spätere Datei gilt.',
  'archive.link':
    '{path} ist ein Verweis oder ein Gerät, keine Datei. Verweisen in Paketen wird nie gefolgt.',
  'archive.name_repaired': 'Der Dateiname wurde berichtigt; er lautet jetzt {path}.',
  'archive.system_file': '{path} stammt von einem Betriebssystem und gehört nicht zum Kurs.',
  'captions.converted': 'Untertitel ({language}) wurden aus {file} in WebVTT umgewandelt.',
  'captions.missing': 'Untertitel ({language}) sind genannt, aber die Datei {file} ist nicht im Paket.',
  'captions.unreadable':
    'Untertitel ({language}) konnten aus {file} nicht gelesen werden; sie bleiben als Datei erhalten.',
  'cc.assessment_empty': 'Der Test enthält keine Fragen.',
  'cc.assessment_without_questions':
    'Keine der Fragen kann hier bewertet werden; sie wurden zu Aufgaben auf der Seite.',
  'cc.assignment': 'Die Aufgabe steht auf der Seite; Abgabe und Benotung werden nicht übernommen.',
  'cc.course_settings':
    'Einstellungen des Kurses; Titel, Daten, Reihenfolge und Veröffentlichung wurden übernommen.',
  'cc.discussion': 'Der Eingangstext der Diskussion steht auf der Seite, die Diskussion selbst nicht.',
  'cc.external_tool':
    'Läuft in einem äußeren Werkzeug, das nicht übernommen werden kann. Seine Adresse bleibt: {url}',
  'cc.heading_alone': 'Eine Überschrift ohne etwas darunter wurde zu einer kurzen Seite.',
  'cc.heading_groups':
    'Die Überschrift wurde ein eigener Eintrag der Gliederung; die {items} Teile danach stehen darunter.',
  'cc.item_empty': 'Der Eintrag der Gliederung hat weder Titel noch Inhalt.',
  'cc.link_unreadable': 'Der Verweis hat keine brauchbare Adresse: {url}',
  'cc.plain_variant': 'Eine einfachere Form eines Teils, der in seiner vollen Form übernommen wurde.',
  'cc.qti_2': 'Fragen im Format QTI 2 können nicht gelesen werden; Common Cartridge verwendet QTI 1.2.',
  'cc.question_bank': 'Der Fragenkatalog wurde zu einem Test auf einer verborgenen Seite.',
  'cc.resource_missing': 'Der Eintrag der Gliederung nennt die Ressource {resource}, die nicht im Paket ist.',
  'cc.settings_not_used': 'Einstellungen der anderen Plattform, die hier keine Entsprechung haben ({path}).',
  'cc.settings_of_another': 'Einstellungen, die mit dem Teil übernommen wurden, zu dem sie gehören.',
  'cc.settings_read': 'Einstellungen wurden aus {path} übernommen.',
  'cc.syllabus': 'Der Lehrplan wurde zur Beschreibung des Kurses.',
  'cc.unknown_resource': 'Ressourcen der Art {type} sind unbekannt.',
  'file.missing': 'Die Datei {path} ist nicht im Paket.',
  'file.names_differ_by_case':
    'Die Namen {path} und {other} unterscheiden sich nur in der Großschreibung; beide bleiben erhalten.',
  'file.not_part_of_course': 'Die Datei {path} gehört nicht zum Kursformat.',
  'file.outside_package': 'Die Datei {path} liegt außerhalb des Kursordners.',
  'file.unused': 'Die Datei {path} bleibt erhalten, obwohl keine Seite sie verwendet.',
  'file.used': 'Die Datei {path} bleibt erhalten; Seiten des Kurses verwenden sie.',
  'html.appearance_only':
    'Enthielt nur Gestaltung und Programme für das Aussehen der anderen Plattform; zu lesen gibt es nichts.',
  'html.cleaned': 'Der Text bleibt; der Sicherheit wegen weggelassen: {removed}.',
  'html.empty': 'Schon in der Quelle leer.',
  'html.nothing_left': 'Nichts blieb übrig, nachdem dies weggelassen wurde: {removed}.',
  'item.imported': 'Übernommen.',
  'json.unreadable': 'Die Datei {path} ist kein gültiges JSON.',
  'link.target_missing': 'Ein Verweis führt zu etwas, das nicht im Paket ist: {target}. Sein Text bleibt.',
  'olx.about_not_used': 'Dieser Text für Besucher hat hier keine Entsprechung ({path}).',
  'olx.all_alternatives_shown':
    'Open edX zeigt jedem nur einige dieser {items} Teile; hier werden alle gezeigt.',
  'olx.annotation_text_kept': 'Der Text bleibt, mit den Anmerkungen in Klammern.',
  'olx.condition_dropped': 'Open edX zeigt dies unter einer Bedingung; hier wird es immer gezeigt.',
  'olx.container_empty': 'Der Behälter {tag} ist leer.',
  'olx.container_flattened': 'Die {items} Teile in diesem {tag} stehen unmittelbar auf der Seite.',
  'olx.cycle': 'Die Datei {path} enthält sich selbst.',
  'olx.discussion': 'Diskussionen werden nicht übernommen.',
  'olx.document_link': 'Das Dokument wurde zu einem Verweis.',
  'olx.done_button':
    'Ein Knopf, um etwas als erledigt zu kennzeichnen; der Fortschritt wird ohne ihn festgehalten.',
  'olx.due_date': 'Der Abgabetermin {date} wird nicht übernommen.',
  'olx.draft': 'Ein unveröffentlichter Entwurf ({path}).',
  'olx.drag_and_drop':
    'Das Zuordnungsspiel läuft hier nicht; sein Text, Bild und seine Lösung wurden zu einer Aufgabe.',
  'olx.external_tool': 'Läuft in einem äußeren Werkzeug (LTI), das nicht übernommen werden kann.',
  'olx.extra_page_not_used': 'Eine weitere Seite, die in keinem Reiter des Kurses steht ({path}).',
  'olx.google_document': 'Das Dokument einer anderen Website wird in einem Rahmen oder als Verweis gezeigt.',
  'olx.not_in_outline': 'Die Gliederung des Kurses verwendet die Datei {path} nicht.',
  'olx.packaged_activity': 'Enthält ein Aktivitätspaket ({tag}), das nicht übernommen werden kann.',
  'olx.page_added': 'Die Seite wurde zu einer Lektion unter „Other material“.',
  'olx.peer_assessment': 'Aufgabe und Kriterien bleiben; Abgabe und gegenseitige Bewertung nicht.',
  'olx.poll_text_kept': 'Frage und Antworten bleiben als Text, die Stimmen nicht.',
  'olx.problem.answer_not_a_number':
    'Die richtige Antwort ist eine Formel und kann hier nicht bewertet werden; der Text bleibt.',
  'olx.problem.choice_with_text':
    'Auswahlen mit Feldern darin können hier nicht bewertet werden; der Text bleibt.',
  'olx.problem.custom_grader':
    'Ein Programm des Autors bewertet dies ({response}) und läuft hier nicht; der Text bleibt.',
  'olx.problem.drag_and_drop': 'Das Zuordnungsspiel läuft hier nicht; der Text bleibt.',
  'olx.problem.external_grader': 'Ein äußerer Dienst bewertet dies ({response}); der Text bleibt.',
  'olx.problem.formula': 'Antworten, die Formeln sind, können hier nicht bewertet werden; der Text bleibt.',
  'olx.problem.image_input':
    'Antworten durch Klick auf ein Bild können hier nicht bewertet werden; Text und Bild bleiben.',
  'olx.problem.javascript':
    'Der bewegliche Teil ist ein Programm in der Seite und läuft hier nicht; der Text bleibt.',
  'olx.problem.no_choices': 'Die Frage hat keine Auswahl; der Text bleibt.',
  'olx.problem.no_correct_answer':
    'Keine Antwort ist als richtig gekennzeichnet; daraus wurde eine Aufgabe ohne Bewertung.',
  'olx.problem.no_question': 'Die Aufgabe fragt nichts; ihr Text bleibt.',
  'olx.problem.numbers_fixed':
    'Die Quelle denkt sich für jeden neue Zahlen aus; hier sind es immer dieselben.',
  'olx.problem.open_answer': 'Jede Antwort gilt; daraus wurde eine Aufgabe ohne Bewertung.',
  'olx.problem.partly':
    '{questions} Fragen wurden übernommen; {lost} können hier nicht bewertet werden und bleiben als Text.',
  'olx.problem.partial_credit':
    'Open edX gibt für teilweise richtige Antworten einen Teil der Punkte; hier zählen sie als falsch.',
  'olx.problem.pattern_answer':
    'Die richtige Antwort ist ein Muster, das für zu viele Antworten steht; der Text bleibt.',
  'olx.problem.schematic': 'Schaltpläne können hier nicht gezeichnet werden; der Text bleibt.',
  'olx.problem.script_variables':
    'Ein Programm denkt sich für jeden neue Zahlen aus, deshalb kann hier nicht bewertet werden; der Text bleibt.',
  'olx.problem.split': 'Die Felder der Aufgabe wurden zu {questions} Fragen.',
  'olx.problem.unknown_response':
    'Antworten dieser Art ({response}) können hier nicht bewertet werden; der Text bleibt.',
  'olx.settings_not_used': 'Einstellungen der anderen Plattform, die hier keine Entsprechung haben ({path}).',
  'olx.settings_read': 'Einstellungen wurden aus {path} übernommen.',
  'olx.staff_graded':
    'Arbeit, die Lehrende bewerten: Anweisungen bleiben als Aufgabe, Abgabe und Benotung nicht.',
  'olx.tab': 'Ein Teil der anderen Plattform, den Stoa auf eigene Weise hat.',
  'olx.target_missing': 'Die Datei {path} ist nicht im Paket.',
  'olx.target_unreadable': 'Die Datei {path} kann nicht gelesen werden.',
  'olx.textbook': 'Lehrbuchreiter werden nicht übernommen; die Dateien des Buches bleiben.',
  'olx.timed_exam': 'Die Zeitgrenze von {minutes} Minuten für den ganzen Abschnitt wird nicht übernommen.',
  'olx.unknown_component': 'Bausteine der Art {tag} sind unbekannt; Text darin bleibt.',
  'olx.updates': 'Kursnachrichten werden nicht übernommen.',
  'olx.video.no_source': 'Das Video nennt weder Datei noch Adresse.',
  'olx.video.whole_shown': 'Die Quelle zeigt einen Teil dieses Videos; hier wird es ganz gezeigt.',
  'olx.word_cloud': 'Wortwolken werden nicht übernommen; Anweisungen bleiben als Text.',
  'outline.too_deep':
    'Die Gliederung hat hier mehr als vier Ebenen; die {items} Einträge darunter rückten nach oben.',
  'qti.all_of_group':
    'Die Quelle zieht {drawn} von {available} Fragen durch Zufall; hier werden alle gestellt.',
  'qti.bank_missing': 'Die Fragen kommen aus dem Katalog {bank}, der nicht im Paket ist.',
  'qti.calculated_fixed': 'Die Quelle wechselt die Zahlen; hier sind es immer dieselben.',
  'qti.essay': 'Eine freie Antwort: daraus wurde eine Aufgabe ohne Bewertung.',
  'qti.file_upload': 'Eine Antwort als Datei: daraus wurde eine Aufgabe ohne Bewertung.',
  'qti.no_correct_answer':
    'Keine Antwort ist als richtig gekennzeichnet; daraus wurde eine Aufgabe ohne Bewertung.',
  'qti.ordering': 'Eine Reihenfolge kann hier nicht bewertet werden; daraus wurde eine Aufgabe.',
  'qti.partly': '{questions} Teile wurden zu Fragen; {lost} können hier nicht bewertet werden.',
  'qti.pattern_as_answer':
    'Die Quelle nimmt Antworten an, die einen Text enthalten; hier ist der Text selbst die Antwort.',
  'qti.split': 'Die Teile wurden zu {questions} Fragen.',
  'qti.text_only': 'Ein Text zwischen Fragen; er steht vor ihnen auf der Seite.',
  'qti.unsupported': 'Fragen dieser Art können hier nicht bewertet werden; daraus wurde eine Aufgabe.',
  'tex.unreadable': 'Die Formel {tex} kann nicht gelesen werden; sie steht da, wie sie geschrieben ist.',
  'text.encoding_repaired':
    '{path} steht nicht in der genannten Kodierung ({declared}); gelesen wurde es als {actual}.',
  'text.too_large': 'Die Datei {path} ist größer als die {limit} Bytes, die ein Text haben darf.',
  'xml.doctype_ignored':
    'Die Dokumenttyp-Angabe von {path} wurde übergangen; Entitäten werden nicht aufgelöst.',
  'xml.repaired': '{path} ist kein wohlgeformtes XML; es wurde gelesen, soweit es Sinn ergibt.',
  'xml.too_deep': '{path} schachtelt seine Elemente zu tief, um gelesen zu werden.',
  'xml.unreadable': '{path} ist kein XML.',
}
