/** A course in the studio; its outline. */
export const studioPath = (courseId: string) => `/teach/courses/${courseId}`

/** The editor of a page. */
export const editorPath = (courseId: string, nodeId: string) => `${studioPath(courseId)}/pages/${nodeId}`

/** One learner of a course. */
export const learnerPath = (courseId: string, enrollmentId: string) =>
  `${studioPath(courseId)}/learners/${enrollmentId}`

/** Where a row of the outline stands on its page. */
export const rowId = (nodeId: string) => `part-${nodeId}`
