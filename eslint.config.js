import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'

/** Imports run one way (CONTRIBUTING.md draws it): what each room may not reach, and why. */
const rooms = [
  {
    files: ['graph/**'],
    forbid: ['(^|/)(server|client)/', 'The graph imports nothing from the server or the page.'],
  },
  {
    files: ['server/**'],
    forbid: ['(^|/)client/', 'The server knows nothing of the page.'],
  },
  {
    files: ['client/src/**'],
    forbid: [
      '^(\\.\\./){3,}(server|graph/(?!model|text|dates))',
      'The page reaches the server through the schema alone.',
    ],
  },
  {
    files: ['client/src/{ui,lib,api,graph-view}/**'],
    ignores: ['client/src/ui/Bar.svelte'],
    forbid: ['/features/', 'Plain controls and the drawing know no feature.'],
  },
  {
    files: ['client/src/features/**', 'client/src/ui/**', 'client/src/lib/**'],
    forbid: ['/graph-view/(canvas-renderer|raster|signs|paint|stress)', 'Only graph-view draws the graph.'],
  },
]

export default ts.config(
  {
    ignores: [
      'dist/',
      'node_modules/',
      'server/src/generated/',
      'client/src/generated/',
      '.followthrough/',
      'coverage/',
    ],
  },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.node } },
    rules: {
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  { files: ['client/**'], languageOptions: { globals: { ...globals.browser } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      // Addresses are fragments built by routes/paths.ts; the rule speaks of SvelteKit's resolve().
      'svelte/no-navigation-without-resolve': 'off',
      // Dates and URLSearchParams here are made, read and dropped within one function; none is state.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  // Commands speak to a terminal.
  {
    files: [
      'scripts/**',
      'server/src/cli/**',
      'server/src/launch/**',
      'server/bench/**',
      'client/bench/**',
      'docs/examples/**',
    ],
    rules: { 'no-console': 'off' },
  },
  ...rooms.map(({ files, ignores = [], forbid: [regex, message] }) => ({
    files,
    ignores,
    rules: { 'no-restricted-imports': ['error', { patterns: [{ regex, message }] }] },
  })),
)
