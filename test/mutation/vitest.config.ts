import { defineConfig } from "vitest/config";
import base from "../../vitest.config.js";

const { projects: _projects, ...settings } = base.test ?? {};

/**
 * The tests that run the code of the mutants in their own process. Tests of the built command line
 * are left out because they would run `dist/`, which has no mutants.
 */
export default defineConfig({
  ...base,
  test: {
    ...settings,
    include: [
      "test/{cases,conformance,encoding,lost-content,report-schema,results,spellings,write}.test.ts",
      "test/{client,generator,runtime}/**/*.test.ts",
      "test/diff/{changes,page,report,sentences}.test.ts",
    ],
  },
});
