/** One runner for everything; the folders under tests/ say what kind of test it is. Started by scripts/test.mjs. */
import { createRequire } from 'node:module';

const stubs = createRequire(import.meta.url)('./scripts/botkit-stubs.cjs');

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
  // As the bundles have it; and a file that loads Botkit is ready half a second earlier.
  moduleNameMapper: Object.fromEntries(
    Object.entries(stubs).map(([name, path]) => [`^${name.replaceAll('.', '\\.')}$`, path]),
  ),
  testSequencer: '<rootDir>/tests/longest-first.mjs',
  // Long enough for a machine with much else to do: what waits in a test names what it waits for, and fails by that.
  testTimeout: 240_000,
};
