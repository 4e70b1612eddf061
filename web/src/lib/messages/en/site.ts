/** Words of the public site. */
export const site = {
  all_courses: 'All {courses}',
  browse: 'Browse {courses}',
  by_teacher: 'by {name}',
  featured: 'Start here',
  featured_text: 'Chosen by {organization}.',
  go_on: 'Continue learning',
  lede: 'Learn in the open. Take a {course} at your own pace, practise what you read, and leave with a {certificate} anyone can check.',
  lesson_count: '{count, plural, one {# {lesson}} other {# {lessons}}}',
  not_set_up: 'This Stoa is not set up yet',
  not_set_up_text:
    'Whoever started it finds a link in its output. Follow it to found the first organization.',
  promise_certified: 'A {certificate} that holds',
  promise_certified_text:
    'Every {certificate} has its own number and page. An employer checks it in seconds, without an account.',
  promise_learn: 'Read, watch, come back',
  promise_learn_text:
    'Your place is kept on every device, to the minute. Stop anywhere; the next {lesson} is waiting where you left it.',
  promise_practise: 'Practise as you go',
  promise_practise_text:
    'Questions sit beside what they ask about and say why an answer is right, not only that it is.',
  promises: 'How learning works here',
}
