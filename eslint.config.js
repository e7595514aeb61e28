import prettier from 'eslint-config-prettier';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { droppedWordsRule } from './scripts/lib/dropped-words-rule.mjs';

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', '.build/', 'src/generated/']),
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // process.env['X'], which noPropertyAccessFromIndexSignature style asks for, reads better than a cast.
      '@typescript-eslint/dot-notation': 'off',
    },
  },
  {
    files: ['src/**', 'test/**', 'scripts/**'],
    plugins: { glossary: { rules: { 'dropped-words': droppedWordsRule } } },
    rules: { 'glossary/dropped-words': 'error' },
  },
  {
    files: ['src/**'],
    rules: { 'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }] },
  },
  {
    // Their type casts are comments, which the type checker sees and these rules do not.
    files: ['**/*.{js,mjs}'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // The engines that the bench installs by itself are there for nobody else, so nothing is known of their types.
    files: ['bench/engines/*.mjs'],
    rules: { '@typescript-eslint/no-unsafe-call': 'off', '@typescript-eslint/no-unsafe-argument': 'off' },
  },
  prettier,
);
