import { ts } from "ts-morph";

/**
 * Returns the names that a module declares to others with those of all their members and
 * parameters, such as `Token.value`: the same for a source and for its declarations.
 */
export function outlineOf(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return file.statements.filter(isExported).flatMap((statement) => namesIn(statement, ""));
}

function isExported(node: ts.Statement): boolean {
  if (ts.isExportDeclaration(node)) return true;
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function namesIn(node: ts.Node, prefix: string): string[] {
  const name = nameOf(node);
  if (name === PRIVATE) return [];
  const path = name === undefined ? prefix : `${prefix}.${name}`;
  const names = partsOf(node).flatMap((part) => (part === undefined ? [] : namesIn(part, path)));
  return name === undefined ? names : [path, ...names];
}

/** The parts of a node that its declaration has, too: no body, and no value where there is a type. */
function partsOf(node: ts.Node): readonly (ts.Node | undefined)[] {
  if (ts.isFunctionLike(node)) return [...node.parameters, node.type];
  const hasValue = ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node);
  return hasValue ? [node.type ?? node.initializer] : node.getChildren();
}

const PRIVATE = Symbol("private");

/** The name that a node declares, without what only the module itself may use. */
function nameOf(node: ts.Node): string | typeof PRIVATE | undefined {
  if (ts.isExportSpecifier(node)) return node.name.text;
  // A parameter that is taken apart has a name in neither, or another one in the declarations.
  if (!isDeclaration(node) || node.name === undefined || ts.isObjectBindingPattern(node.name)) {
    return undefined;
  }
  const isPrivate = (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Private) !== 0;
  return isPrivate || ts.isPrivateIdentifier(node.name) ? PRIVATE : node.name.getText();
}

function isDeclaration(node: ts.Node) {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isEnumMember(node) ||
    ts.isModuleDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isTypeElement(node) ||
    ts.isClassElement(node) ||
    ts.isPropertyAssignment(node)
  );
}
