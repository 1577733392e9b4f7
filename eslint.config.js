import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Why each rule that is not a preset's stands beside it. */
export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'weft-data/', 'docs/', '.cache/', 'data/examples/**/*.json'] },
  eslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Small rooms: a reader finds one idea in a file.
      'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true, IIFEs: true }],
      complexity: ['error', 12],
      // Sentences are full of numbers.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      // { left, out, ...rest } is how a field is left out.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // "if (x === true)" style fights with noUncheckedIndexedAccess on typed arrays; tsc knows better there.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // Both forms read well.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/prefer-nullish-coalescing': 'error',
      '@typescript-eslint/require-await': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'Name what is exported.' },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: 'All randomness comes from Random (analysis/graph/random.ts) with a seed.',
        },
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Text nodes only.' },
      ],
    },
  },
  {
    // Loops over typed arrays: the bounds are the loop's own invariant, and a checked read would cost in the kernel.
    files: ['analysis/**/*.ts', 'viz/scene/**/*.ts', 'data/lens/**/*.ts', 'test/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // Inner loops of published algorithms keep the shape of their paper.
    files: ['analysis/**/*.ts'],
    rules: { complexity: ['error', 18] },
  },
  {
    // One suite is one function; its length is not complexity.
    files: ['test/**/*.ts'],
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/unbound-method': 'off' },
  },
  {
    files: ['**/*.js', '**/*.cjs'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly', module: 'writable' },
    },
  },
);
