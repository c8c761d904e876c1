import type { ImportDeclarationStructure, StatementStructures } from "ts-morph";
import { printable } from "../../../source/code.js";
import type { ClientProfile } from "../clients/profile.js";
import type { Declaration, Enum, Module } from "../plan/plan.js";
import { paragraphs } from "../../../source/text.js";
import { emitAlias } from "./alias.js";
import { emitCall } from "./call.js";
import { emitCallAnswers } from "./call-answers.js";
import { emitCallErrors } from "./call-errors.js";
import { callbackHead, emitCallbacks } from "./callbacks.js";
import { emitConstant } from "./constant.js";
import { emitEnum, emitEnumCodec, exportedName } from "./enum.js";
import type { EmittedFile, Section } from "../files.js";
import { importsOf } from "./imports.js";
import { escapeComment } from "./jsdoc.js";
import { inOneText, kinds } from "./kinds.js";
import { emitModel, emitModelList } from "./model.js";
import { enumsModuleOf, pathOf, specifierOf } from "./reference.js";
import { ModuleScope } from "./scope.js";

/** Whether a document makes a module: without declarations and calls it has nothing to export. */
export function hasExports({ declarations, calls, callbacks }: Module): boolean {
  return declarations.length > 0 || calls.length > 0 || callbacks !== undefined;
}

/** Whether models of a package have XML codecs. */
export function hasXml(modules: readonly Module[]): boolean {
  return modules.some(({ declarations }) =>
    declarations.some((declaration) => declaration.kind === "model" && declaration.xml),
  );
}

/** The modules of one document: its types with their codecs, and its enums where it has some. */
export function emitModule(module: Module, client: ClientProfile | undefined): EmittedFile[] {
  return scopedModules(module, client).map(({ file }) => file);
}

/** An emitted module with its names. */
export interface ScopedModule {
  readonly file: EmittedFile;
  readonly scope: ModuleScope;
}

/** The modules of one document with their names. */
export function scopedModules(module: Module, client: ClientProfile | undefined): ScopedModule[] {
  if (!hasExports(module)) return [];
  const scope = new ModuleScope(module.name);
  const sections = [
    ...emitCallbacks(module, scope),
    ...module.declarations.flatMap((declaration) => emitDeclaration(declaration, module, scope)),
    ...(client === undefined ? [] : callsOf(module, client, scope)),
  ];
  const lists = scope.lists.map((reference) => emitModelList(reference, scope));
  const enums = module.declarations.filter((declaration) => declaration.kind === "enum");
  const head = [
    preambleOf(module),
    overviewOf(module),
    ...importsOf(scope, module.name),
    ...enumExports(module, enums),
    ...callbackHead(module),
  ].map((statement) => movedInto(module, statement));
  const main = { file: sourceFile(module.name, [head, ...sections, ...lists]), scope };
  return enums.length === 0 ? [main] : [main, enumsOf(module, enums)];
}

function enumsOf(module: Module, enums: readonly Enum[]): ScopedModule {
  const name = enumsModuleOf(module.name);
  const scope = new ModuleScope(name);
  const [first = [], ...others] = enums.map((declaration) => emitEnum(declaration, scope));
  return { file: sourceFile(name, [[preambleOf(module), ...first], ...others]), scope };
}

function callsOf(
  { name, calls }: Module,
  client: ClientProfile,
  scope: ModuleScope,
): StatementStructures[][] {
  return calls.map((call) => [
    ...emitCall(call, name, client, scope),
    ...emitCallAnswers(call, scope),
    ...emitCallErrors(call, client, scope),
  ]);
}

function emitDeclaration(declaration: Declaration, module: Module, scope: ModuleScope): Section[] {
  switch (declaration.kind) {
    case "model":
      return [emitModel(declaration, scope)];
    case "enum":
      return emitEnumCodec(declaration, module.name, scope);
    case "alias":
      return [emitAlias(declaration, scope)];
    case "constant":
      return [[emitConstant(declaration, scope)]];
  }
}

function enumExports(module: Module, enums: readonly Enum[]): StatementStructures[] {
  if (enums.length === 0) return [];
  const moduleSpecifier = specifierOf(enumsModuleOf(module.name));
  const isTypeOnly = enums.every(({ style }) => style === "union");
  const names = enums.map((one) => (isTypeOnly ? one.names.type : exportedName(one)));
  const namedExports = inOneText(names);
  return [{ kind: kinds.export, moduleSpecifier, isTypeOnly, namedExports, leadingTrivia: "\n" }];
}

/** Rewrites a specifier that is relative to `src/` as a module in a folder below needs it. */
function movedInto<Statement>({ name }: Module, statement: Statement): Statement {
  const { moduleSpecifier } = statement as Partial<ImportDeclarationStructure>;
  if (moduleSpecifier === undefined || !name.includes("/")) return statement;
  return { ...statement, moduleSpecifier: specifierFrom(name, moduleSpecifier) };
}

function specifierFrom(module: string, specifier: string): string {
  // Packages are found from every folder.
  if (!/^\.{1,2}\//.test(specifier)) return specifier;
  const folders = module.split("/").slice(0, -1);
  const target = specifier.replace(/^\.\//, "").split("/");
  while (folders.length > 0 && folders[0] === target[0]) {
    folders.shift();
    target.shift();
  }
  return [...(folders.length > 0 ? folders.map(() => "..") : ["."]), ...target].join("/");
}

/** Says where the file comes from, in the form that code review tools know. */
function preambleOf({ source }: Module): string {
  const path = escapeComment(printable(source));
  return `// @generated by md2sdk from ${path}. Edit that document, not this file.`;
}

/** Returns the comment of a module: the title and the text before the declarations of its document. */
function overviewOf({ title, documentation }: Module): string {
  const text = escapeComment(paragraphs([title, documentation]));
  return ["/**", ...text.split("\n"), "@module"].join("\n * ") + "\n */";
}

function sourceFile(module: string, sections: readonly Section[]): EmittedFile {
  return { kind: "typescript", path: pathOf(module), sections };
}
