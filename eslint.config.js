import ts from 'typescript';
import tseslint from 'typescript-eslint';
import vue from 'eslint-plugin-vue';

/**
 * One program for all pages, in which a page is the text of its script. Left to itself the parser takes each page for a changed file, and
 * checks the types of the whole again for every one of them: four fifths of the time.
 */
let program;
function programOfPages() {
  if (program !== undefined) return program;
  const path = `${import.meta.dirname}/web/tsconfig.json`;
  const { options, fileNames } = ts.getParsedCommandLineOfConfigFile(path, {}, ts.sys, undefined, undefined, [
    { extension: '.vue', isMixedContent: false, scriptKind: ts.ScriptKind.Deferred },
  ]);
  const host = ts.createCompilerHost({ ...options, allowNonTsExtensions: true }, true);
  const { readFile } = host;
  host.readFile = (file) => {
    const text = readFile(file);
    return file.endsWith('.vue') ? /<script[^>]*>(.*?)<\/script>/su.exec(text)?.[1] : text;
  };
  return (program = ts.createProgram(fileNames, { ...options, allowNonTsExtensions: true }, host));
}

/** What stands in a template is parsed without a project; a script with type parameters of its own is given more text than it has. */
const parserOfScripts = {
  ...tseslint.parser,
  parseForESLint(code, options) {
    const known = options.project !== undefined && programOfPages().getSourceFile(options.filePath)?.text === code;
    return tseslint.parser.parseForESLint(code, known ? { ...options, programs: [programOfPages()] } : options);
  },
};

export default tseslint.config(
  { ignores: ['node_modules', '.data', '.build', '.serverless', 'coverage', '**/*.generated.ts'] },
  ...tseslint.configs.strictTypeChecked,
  ...vue.configs['flat/recommended'],
  {
    languageOptions: {
      parserOptions: {
        parser: parserOfScripts,
        project: './web/tsconfig.json',
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.vue'],
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // A leading underscore says: left out on purpose.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // Deps and stores are objects of plain functions; none of them uses `this`.
      '@typescript-eslint/unbound-method': 'off',
      // The two compare every assignment in depth, an eighth of the whole run; the project has no enums, and its few classes are never
      // assigned to one another.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
    },
  },
  {
    rules: {
      // Prettier lays the templates out.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/multi-word-component-names': 'off',
    },
  },
);
