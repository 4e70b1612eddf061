/** Why a package is refused. `{name}` stands for a parameter. */
export const refusalSentences = {
  'archive.absolute_path': 'The archive has an entry with an absolute path: {name}.',
  'archive.damaged': 'The archive is damaged or cut off ({detail}).',
  'archive.encrypted':
    'The archive is protected with a password (entry {name}). Please upload it without one.',
  'archive.file_too_large': 'A file in the archive is larger than the {limit} bytes allowed: {name}.',
  'archive.name_too_long': 'The archive has an entry with a name that is too long: {name}.',
  'archive.not_an_archive': 'This is neither a zip nor a tar file, so it cannot be a course package.',
  'archive.packed_too_tightly':
    'The archive unpacks to more than {ratio} times its size ({name}), as only harmful files do.',
  'archive.path_escapes': 'The archive has an entry that points outside of it: {name}.',
  'archive.too_large': 'The archive unpacks to more than the {limit} bytes allowed.',
  'archive.too_many_entries': 'The archive has more than the {limit} entries allowed.',
  'package.h5p': 'This is an H5P activity, not a course package.',
  'package.moodle_backup':
    'This is a Moodle backup. Please export the course as an IMS Common Cartridge instead.',
  'package.not_found': 'There is no such file or folder.',
  'package.olx_library': 'This is an Open edX content library, not a course.',
  'package.root_unreadable': 'The course description {path} cannot be read.',
  'package.scorm': 'This is a SCORM package, not a Common Cartridge.',
  'package.takes_too_long': 'The package takes too long to read. Export the course in parts.',
  'package.takes_too_much':
    'The package takes more memory than there is for one. Export the course in parts.',
  'package.too_many_items': 'The course has more than the {limit} items allowed.',
  'package.too_much_text': 'The texts of the course are larger than the {limit} bytes allowed.',
  'package.unknown_kind':
    'The package holds neither an Open edX course (course.xml) nor a Common Cartridge (imsmanifest.xml).',
} as const

export type RefusalCode = keyof typeof refusalSentences

/** What became of an item of the source. `{name}` stands for a parameter. */
export const reportSentences = {
  'archive.compression_unknown': 'The file {path} is packed in a way that cannot be read.',
  'archive.duplicate_entry': 'The archive has {path} twice; the later one counts.',
  'archive.link': '{path} is a link or a device, not a file. Links in packages are never followed.',
  'archive.name_repaired': 'The file name was repaired; it is now {path}.',
  'archive.system_file': '{path} was left by an operating system and is no part of the course.',
  'captions.converted': 'Captions ({language}) were converted to WebVTT from {file}.',
  'captions.missing': 'Captions ({language}) are named, but the file {file} is not in the package.',
  'captions.unreadable': 'Captions ({language}) could not be read from {file}; it is kept as a file.',
  'cc.assessment_empty': 'The assessment holds no questions.',
  'cc.assessment_without_questions':
    'None of the questions can be marked here, so they became tasks on the page.',
  'cc.assignment': 'The assignment became a task on the page; handing in and grading are not carried over.',
  'cc.course_settings': 'Settings of the course; title, dates, order and publication were taken over.',
  'cc.discussion': 'The opening text of the discussion is kept on the page; the discussion itself is not.',
  'cc.external_tool': 'Runs in an external tool, which cannot be carried over. Its address is kept: {url}',
  'cc.heading_alone': 'A heading with nothing below it became a short page.',
  'cc.heading_groups':
    'The heading became an outline entry of its own; the {items} items after it stand below it.',
  'cc.item_empty': 'The outline entry has neither a title nor content.',
  'cc.link_unreadable': 'The web link has no usable address: {url}',
  'cc.plain_variant': 'A plainer form of an item that was imported in its full form.',
  'cc.qti_2': 'Questions in QTI 2 format cannot be read; Common Cartridge uses QTI 1.2.',
  'cc.question_bank': 'The question bank became a quiz on a hidden page.',
  'cc.resource_missing': 'The outline entry names the resource {resource}, which is not in the package.',
  'cc.settings_not_used': 'Settings of the other platform that have no counterpart here ({path}).',
  'cc.settings_of_another': 'Settings that were taken over with the item they belong to.',
  'cc.settings_read': 'Settings were taken over from {path}.',
  'cc.syllabus': 'The syllabus became the description of the course.',
  'cc.unknown_resource': 'Resources of type {type} are not known.',
  'file.missing': 'The file {path} is not in the package.',
  'file.names_differ_by_case': 'The names {path} and {other} differ only in capital letters; both are kept.',
  'file.not_part_of_course': 'The file {path} is not part of the course format.',
  'file.outside_package': 'The file {path} lies outside of the course folder.',
  'file.unused': 'The file {path} is kept although no page uses it (unused file).',
  'file.used': 'The file {path} is kept; pages of the course use it.',
  'html.appearance_only':
    'Held only styles and scripts for the look of the other platform; there is nothing in it to read.',
  'html.cleaned': 'The text is kept; left out for safety: {removed}.',
  'html.empty': 'Empty in the source.',
  'html.nothing_left': 'Nothing remained after leaving out: {removed}.',
  'item.imported': 'Imported.',
  'json.unreadable': 'The file {path} is not valid JSON.',
  'link.target_missing': 'A link leads to something the package does not hold: {target}. Its text is kept.',
  'olx.about_not_used': 'This text for visitors has no counterpart here ({path}).',
  'olx.all_alternatives_shown':
    'Open edX shows some of these {items} items to each learner; here all of them are shown.',
  'olx.annotation_text_kept': 'The text is kept with its annotations in brackets.',
  'olx.condition_dropped': 'Open edX shows this under a condition; here it is always shown.',
  'olx.container_empty': 'The container {tag} is empty.',
  'olx.container_flattened': 'The {items} items in this {tag} stand directly on the page.',
  'olx.cycle': 'The file {path} contains itself.',
  'olx.discussion': 'Discussions are not carried over.',
  'olx.document_link': 'The document became a link.',
  'olx.done_button': 'A button to mark work as done; progress is tracked without it.',
  'olx.due_date': 'The due date {date} is not carried over.',
  'olx.draft': 'An unpublished draft ({path}).',
  'olx.drag_and_drop': 'The puzzle cannot be played here; its text, picture and solution became a task.',
  'olx.external_tool': 'Runs in an external tool (LTI), which cannot be carried over.',
  'olx.extra_page_not_used': 'An extra page that no tab of the course shows ({path}).',
  'olx.google_document': 'The document of another site is shown in a frame or as a link.',
  'olx.not_in_outline': 'The file {path} is not used by the outline of the course.',
  'olx.packaged_activity': 'Holds an activity package ({tag}), which cannot be carried over.',
  'olx.page_added': 'The page became a lesson under "Other material".',
  'olx.peer_assessment': 'The task and its criteria are kept; handing in and assessing each other are not.',
  'olx.poll_text_kept': 'The question and its answers are kept as text; votes are not.',
  'olx.problem.answer_not_a_number':
    'The right answer is a formula, so it cannot be marked here; the text is kept.',
  'olx.problem.choice_with_text': 'Choices with fields in them cannot be marked here; the text is kept.',
  'olx.problem.custom_grader':
    'A program of the author marks this ({response}), which is not run here; the text is kept.',
  'olx.problem.drag_and_drop': 'The puzzle cannot be played here; the text is kept.',
  'olx.problem.external_grader': 'An outside service marks this ({response}); the text is kept.',
  'olx.problem.formula': 'Answers that are formulas cannot be marked here; the text is kept.',
  'olx.problem.image_input':
    'Answers given by clicking on a picture cannot be marked here; text and picture are kept.',
  'olx.problem.javascript':
    'The interactive part is a program in the page, which is not run here; the text is kept.',
  'olx.problem.no_choices': 'The question has no choices; the text is kept.',
  'olx.problem.no_correct_answer': 'No answer is marked as right, so it became a task without marking.',
  'olx.problem.no_question': 'The problem asks nothing; its text is kept.',
  'olx.problem.numbers_fixed':
    'The source makes up new numbers for each learner; here they are always the same.',
  'olx.problem.open_answer': 'Any answer is accepted, so it became a task without marking.',
  'olx.problem.partly':
    '{questions} questions were imported; {lost} cannot be marked here and are kept as text.',
  'olx.problem.partial_credit':
    'Open edX gives part of the points for answers that are partly right; here they count as wrong.',
  'olx.problem.pattern_answer':
    'The right answer is a pattern that stands for too many answers; the text is kept.',
  'olx.problem.schematic': 'Circuits cannot be drawn here; the text is kept.',
  'olx.problem.script_variables':
    'A script makes up new numbers for each learner, so it cannot be marked here; the text is kept.',
  'olx.problem.split': 'The fields of the problem became {questions} questions.',
  'olx.problem.unknown_response':
    'Answers of this kind ({response}) cannot be marked here; the text is kept.',
  'olx.settings_not_used': 'Settings of the other platform that have no counterpart here ({path}).',
  'olx.settings_read': 'Settings were taken over from {path}.',
  'olx.staff_graded':
    'Work that staff mark: any instructions are kept as a task, handing in and grading are not.',
  'olx.tab': 'A part of the other platform that Stoa has in its own way.',
  'olx.target_missing': 'The file {path} is not in the package.',
  'olx.target_unreadable': 'The file {path} cannot be read.',
  'olx.textbook': 'Textbook tabs are not carried over; the files of the book are kept.',
  'olx.timed_exam': 'The time limit of {minutes} minutes for the whole section is not carried over.',
  'olx.unknown_component': 'Components of type {tag} are not known; any text in it is kept.',
  'olx.updates': 'Course news are not carried over.',
  'olx.video.no_source': 'The video names no file and no address.',
  'olx.video.whole_shown': 'The source shows a part of this video; here it is shown whole.',
  'olx.word_cloud': 'Word clouds are not carried over; instructions are kept as text.',
  'outline.too_deep': 'The outline has more than four levels here; the {items} entries below were moved up.',
  'qti.all_of_group':
    'The source draws {drawn} of {available} questions at random; here all of them are asked.',
  'qti.bank_missing': 'The questions are drawn from the bank {bank}, which is not in the package.',
  'qti.calculated_fixed': 'The source varies the numbers; here they are always the same.',
  'qti.essay': 'A free answer: it became a task without marking.',
  'qti.file_upload': 'An answer as a file: it became a task without marking.',
  'qti.no_correct_answer': 'No answer is marked as right, so it became a task without marking.',
  'qti.ordering': 'Putting things in order cannot be marked here; it became a task.',
  'qti.partly': '{questions} parts became questions; {lost} cannot be marked here.',
  'qti.pattern_as_answer':
    'The source accepts answers containing a text; here the text itself is the answer.',
  'qti.split': 'The parts became {questions} questions.',
  'qti.text_only': 'A text between questions; it stands on the page before them.',
  'qti.unsupported': 'Questions of this kind cannot be marked here; it became a task.',
  'tex.unreadable': 'The formula {tex} cannot be read; it stands there as it is written.',
  'text.encoding_repaired': '{path} is not in the encoding it states ({declared}); it was read as {actual}.',
  'text.too_large': 'The file {path} is larger than the {limit} bytes a text may have.',
  'xml.doctype_ignored': 'The document type declaration of {path} was ignored; no entities are expanded.',
  'xml.repaired': '{path} is not well-formed XML; it was read as far as it makes sense.',
  'xml.too_deep': '{path} nests its tags too deeply to be read.',
  'xml.unreadable': '{path} is not XML.',
} as const

export type ReportCode = keyof typeof reportSentences

/** Names the reader gives to things that have none in the package. */
export const contentWords = {
  course: 'Course',
  exercise: 'Exercise',
  files: 'Files',
  handouts: 'Handouts',
  otherMaterial: 'Other material',
  page: 'Page',
  questions: 'Questions',
  elements: {
    chapter: 'Module',
    sequential: 'Lesson',
    vertical: 'Page',
    problem: 'Questions',
    video: 'Video',
    html: 'Text',
  },
} as const

/** A sentence with its parameters filled in. */
export function sentence(pattern: string, params: Record<string, string | number>): string {
  return pattern.replace(/\{(\w+)\}/g, (_all, name: string) => String(params[name] ?? ''))
}
