import { defineModule } from '../../platform/module.ts'

export const learning = defineModule({
  name: 'learning',
  routes: [
    // Authoring and catalogue

    // The learner's side
  ],
  jobs: [],
  subscribers: [],
  schedules: [],
})
