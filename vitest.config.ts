import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vitest/config";

const output = fileURLToPath(new URL("generated/src/", import.meta.url));

const templates = fileURLToPath(new URL("templates/typescript/src/", import.meta.url));

/**
 * Resolves the runtime and the client of `generated/` to the templates they are copied from, so that
 * the tests of the package fail when a template is broken.
 */
const templatesOfOutput: Plugin = {
  name: "templates-of-output",
  enforce: "pre",
  resolveId(source, importer) {
    if (!source.startsWith(".") || importer === undefined) return undefined;
    const path = resolve(dirname(importer), source);
    if (!path.startsWith(output)) return undefined;
    const inOutput = path.slice(output.length);
    if (!/^(?:callbacks|client|runtime|testing)\//.test(inOutput)) return undefined;
    return templates + inOutput.replace(/\.js$/, ".ts");
  },
};

/** The tests that mock modules, which no other test may have loaded before. */
const mocking = ["test/write-interrupted.test.ts"];

/**
 * The tests that install programs of others, 350 MB of them: `npm run test:generators` runs them, and they
 * are no part of `npm test`, which needs nothing but this package.
 */
const installing =
  process.env["GENERATORS"] === undefined
    ? ["test/generators.test.ts", "test/frameworks.test.ts"]
    : [];

export default defineConfig({
  plugins: [templatesOfOutput],
  test: {
    projects: [
      {
        extends: true,
        // The files of a worker share its process, where each package is loaded once.
        test: {
          name: "shared",
          include: ["test/**/*.test.ts"],
          exclude: [...mocking, ...installing],
          isolate: false,
          globalSetup: "test/support/shared-folders.ts",
        },
      },
      { extends: true, test: { name: "mocking", include: mocking } },
    ],
    // Tests that start compilers take half a minute alone, and on a busy machine a multiple of that.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // The default leaves a processor free, and of two that is half of the time.
    maxWorkers: "100%",
  },
});
