import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [reactRouter()],
  resolve: { alias: { '~': `${import.meta.dirname}/src` } },
  build: { target: 'es2022', cssTarget: ['chrome123', 'firefox121', 'safari17.5'], assetsInlineLimit: 0 },
  environments: {
    client: {
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: [
                {
                  name: 'react',
                  test: /node_modules\/(react|react-dom|react-router|scheduler)\//,
                  priority: 1,
                },
                // What stands around every page travels together.
                {
                  name: 'frame',
                  test: /src\/app\/(brand|error-frame|everywhere|palette-asked|panel|person-menu|preference-controls|shortcut-help)\./,
                  priority: 1,
                },
                // The pieces of every page travel together; widgets stay apart and are fetched when wanted.
                {
                  name: 'ui',
                  test: /web\/src\/(lib|ui)\/(?!widgets\/|messages\/(en|de)|menu\.|combobox\.|fonts|colonnade)/,
                },
              ],
            },
          },
        },
      },
    },
  },
  ssr: {
    // One file starts faster than thousands of icon and widget modules. React and the router stay outside:
    // the server must share one copy of them with this build.
    noExternal: true,
    external: ['react', 'react-dom', 'react-router', '@react-router/node'],
  },
})
