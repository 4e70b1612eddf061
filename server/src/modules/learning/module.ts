import { defineModule } from '../../platform/module.ts'
import { activityRoutes } from './activities.routes.ts'
import { attemptRoutes } from './attempts.routes.ts'
import { binRoutes } from './bin.routes.ts'
import { clearBins } from './bin.ts'
import { blockRoutes } from './blocks.routes.ts'
import { catalogueRoutes } from './catalogue.routes.ts'
import { categoryRoutes } from './categories.routes.ts'
import { certificateRoutes } from './certificates.routes.ts'
import { copyRoutes } from './copies.routes.ts'
import { courseRoutes } from './courses.routes.ts'
import { publishDue } from './due.ts'
import { enrollmentRoutes } from './enrollments.routes.ts'
import { completeLearners } from './jobs.ts'
import { learnerRoutes } from './learners.routes.ts'
import { nodeRoutes } from './nodes.routes.ts'
import { closeOverdue } from './overdue.ts'
import { personalData } from './personal-data.ts'
import { playerRoutes } from './player.routes.ts'
import { progressRoutes } from './progress.routes.ts'
import { quizRoutes } from './quizzes.routes.ts'
import { resourceRoutes } from './resources.routes.ts'
import { learningSubscribers } from './subscribers.ts'

export const learning = defineModule({
  name: 'learning',
  routes: [
    // Authoring and catalogue
    ...catalogueRoutes,
    ...categoryRoutes,
    ...courseRoutes,
    ...nodeRoutes,
    ...blockRoutes,
    ...quizRoutes,
    ...resourceRoutes,
    ...copyRoutes,
    ...binRoutes,

    // The learner's side
    ...enrollmentRoutes,
    ...playerRoutes,
    ...progressRoutes,
    ...attemptRoutes,
    ...certificateRoutes,
    ...learnerRoutes,
    ...activityRoutes,
  ],
  jobs: [completeLearners],
  personalData,
  subscribers: [...learningSubscribers],
  schedules: [publishDue, closeOverdue, clearBins],
})
