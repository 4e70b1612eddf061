/** Where to learn in a course; leads on to the page where one left. */
export const playerPath = (courseId: string) => `/learn/courses/${courseId}`

/** A page of a course in the player. A part with pages below opens its first one. */
export const lessonPath = (courseId: string, nodeId: string) => `${playerPath(courseId)}/pages/${nodeId}`

/** What is right below a part of a course, as data. */
export const branchPath = (courseId: string, nodeId: string) => `${playerPath(courseId)}/branches/${nodeId}`

/** What stands behind the last page. */
export const endPath = (courseId: string) => `${playerPath(courseId)}/end`

/** A course in the catalogue. */
export const coursePath = (slug: string) => `/courses/${slug}`

/** The public proof of a certificate. */
export const certificatePath = (number: string) => `/certificates/${encodeURIComponent(number)}`
