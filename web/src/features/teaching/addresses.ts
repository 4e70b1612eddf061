/** A course in the studio; its outline. */
export const studioPath = (courseId: string) => `/teach/courses/${courseId}`

/** The editor of a page. */
export const editorPath = (courseId: string, nodeId: string) => `${studioPath(courseId)}/pages/${nodeId}`

/** One learner of a course. */
export const learnerPath = (courseId: string, enrollmentId: string) =>
  `${studioPath(courseId)}/learners/${enrollmentId}`

/** What was removed: of one course, or of all. */
export const binPath = (courseId?: string) => (courseId ? `${studioPath(courseId)}/bin` : '/teach/bin')

/** Files and links of a course, those of one page first. */
export const resourcesPath = (courseId: string, nodeId?: string) =>
  `${studioPath(courseId)}/resources${nodeId ? `?page=${nodeId}` : ''}`

/** Where a row of the outline stands on its page. */
export const rowId = (nodeId: string) => `part-${nodeId}`
