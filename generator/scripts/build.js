// Bundles the command line into dist/: a start of a few kilobytes, and scripts that it runs with the
// code that V8 has made of them before: what every run needs, what a run needs that has something to
// do, and the printer.
//
// The names of the scripts change with their contents, and so what is kept of them is never stale.
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { ts } from "ts-morph";

const root = fileURLToPath(new URL("../../", import.meta.url));

const dist = new URL("../../dist/", import.meta.url);
for (const name of await readdir(dist)) {
  if (name.endsWith(".cjs")) await rm(new URL(name, dist));
}

const packages = [];
const formatter = await script("generator/outputs/typescript/print/formatter.ts");
const printer = await script("generator/outputs/typescript/print/printer.ts", {
  plugins: [required({ formatter }), withoutCompiler()],
});
const site = await script("generator/outputs/site/site.ts");
const yaml = await script("generator/yaml-text.ts");
const completion = await script("generator/commands/completion.ts");
const interchange = await script("generator/report/interchange.ts", {
  plugins: [required({})],
  minify: true, // of the large library in it little is used
});
const work = await script("generator/work.ts", {
  plugins: [required({ interchange, printer, site, "yaml-text": yaml })],
});
const main = await script("generator/main.ts", {
  plugins: [required({ completion, interchange, work })],
});
await buildScript({ ...common(), entryPoints: ["generator/read/import.ts"] });
await buildScript({
  ...common(),
  entryPoints: { md2sdk: "generator/start.ts" },
  define: {
    ...common().define,
    MAIN_SCRIPT: JSON.stringify(main),
    PRINTER_SCRIPT: JSON.stringify(printer),
    WORK_SCRIPT: JSON.stringify(work),
    SITE_SCRIPT: JSON.stringify(site),
    YAML_SCRIPT: JSON.stringify(yaml),
  },
});

// The script and the style sheet of a site.
await build({
  absWorkingDir: root,
  outdir: "dist",
  entryPoints: ["templates/site/site.ts", "templates/site/site.css"],
  bundle: true,
  format: "iife",
  target: ["chrome109", "firefox115", "safari16.4"],
  minify: true,
  logLevel: "warning",
});

const licenses = await Promise.all([...new Set(packages)].toSorted().map(licenseOf));
await writeFile(new URL("licenses.txt", dist), licenses.join(`\n${"-".repeat(80)}\n\n`));

/** Writes a script; returns its name. */
async function script(entryPoint, options = { plugins: [required({})] }) {
  const { metafile } = await buildScript({
    ...common(),
    entryPoints: [entryPoint],
    entryNames: "[name]-[hash]",
    // A script cannot import: what is outside of it is required, or imported by `import.cjs`.
    supported: { ...common().supported, "dynamic-import": false },
    external: ["jiti"],
    metafile: true,
    ...options,
  });
  packages.push(...packagesOf(metafile));
  return basename(Object.keys(metafile.outputs)[0]);
}

/**
 * Builds a script of ASCII alone, which V8 keeps in half of the memory: esbuild escapes the texts of a
 * script, but not its regular expressions.
 */
async function buildScript(options) {
  const result = await build({ ...options, write: false });
  for (const { path, text } of result.outputFiles) {
    const [escaped] = /(?<!\\)\\(?:\\\\)*[^\0-\x7f]/.exec(text) ?? [];
    if (escaped !== undefined) throw new Error(`${path}: take the back-slash of ${escaped} away`);
    const ascii = text.replaceAll(/[^\0-\x7f]/g, (unit) => {
      return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
    });
    await writeFile(path, ascii);
  }
  return result;
}

function common() {
  return {
    absWorkingDir: root,
    outdir: "dist",
    bundle: true,
    platform: "node",
    format: "cjs",
    outExtension: { ".js": ".cjs" },
    target: "node20.19",
    // esbuild would make a new expression of each one, whenever it is used.
    supported: { "regexp-unicode-property-escapes": true },
    define: { "import.meta.url": "importMetaUrl" },
    banner: {
      js: 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;',
    },
    // Its UMD build requires its own modules in a way that no bundler sees.
    alias: {
      "jsonc-parser": "jsonc-parser/lib/esm/main.js",
      "string-width": "./generator/report/string-width.ts",
    },
    legalComments: "none",
    logLevel: "warning",
  };
}

/** The packages that a bundle was made of, as folders. */
function packagesOf({ inputs }) {
  const folders = Object.keys(inputs).map(
    (path) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0],
  );
  return folders.filter((folder) => folder !== undefined);
}

/** A package with the text of its licence: what is bundled is given away with it. */
async function licenseOf(folder) {
  const { name, version, license } = JSON.parse(
    await readFile(`${root}${folder}/package.json`, "utf8"),
  );
  const names = await readdir(`${root}${folder}`, { recursive: true, withFileTypes: true });
  const files = names
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name: file }) => relative(`${root}${folder}`, join(parentPath, file)))
    .filter((file) =>
      /^(?:licen[cs]e[^/\\]*|licen[cs]es[/\\].*|third_party_licenses\.md)$/i.test(file),
    )
    .toSorted();
  const texts = await Promise.all(
    files.map((file) => readFile(`${root}${folder}/${file}`, "utf8")),
  );
  return [`${name} ${version} (${license})`, ...texts].join("\n\n");
}

/**
 * ts-morph without the TypeScript compiler and its libraries, for what only prints: to load them takes
 * longer than to print the documents.
 */
function withoutCompiler() {
  const path = fileURLToPath(new URL("typescript.cjs", import.meta.url));
  return {
    name: "without-compiler",
    setup: ({ initialOptions, onLoad, onResolve }) => {
      initialOptions.define.TYPESCRIPT_CONSTANTS = JSON.stringify(constantsOf(ts));
      onResolve({ filter: /^\.\/typescript$/ }, () => ({ path }));
      onLoad({ filter: /ts-morph-common\.js$/ }, async ({ path }) => {
        const text = await readFile(path, "utf8");
        return {
          contents: text.replace(
            /^const libFiles = \[\{$[^]*?^ {4}\}\];$/m,
            "const libFiles = [];",
          ),
        };
      });
    },
  };
}

/** The numbers and the strings of an object, and the objects of nothing else: enumerations. */
function constantsOf(object) {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => isScalar(value) || isEnumeration(value)),
  );
}

function isEnumeration(value) {
  const values = typeof value === "object" && value !== null ? Object.values(value) : [];
  return values.length > 0 && values.every(isScalar);
}

function isScalar(value) {
  return typeof value === "number" || typeof value === "string";
}

/** The modules that are scripts of their own, by their names, and what only Node itself can import. */
function required(scripts) {
  return {
    name: "required",
    setup: ({ onResolve }) => {
      for (const [name, script] of Object.entries(scripts)) {
        const filter = new RegExp(`/${name}\\.js$`);
        onResolve({ filter }, () => ({ path: `./${script}`, external: true }));
      }
      onResolve({ filter: /\/import\.js$/ }, () => ({ path: "./import.cjs", external: true }));
    },
  };
}
