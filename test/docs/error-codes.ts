import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** One stable code of an error licet throws. */
export interface ErrorCode {
  readonly code: string;
  /** `LicetError` itself, or the class of its own. */
  readonly className: string;
  /** What the library says, with `…` for what is filled in, in alphabetical order; the command prints its own. */
  readonly messages: readonly string[];
}

/** Every error code in `src`, read from its classes and throw sites. */
export function errorCodes(): readonly ErrorCode[] {
  const sources = globSync('src/**/*.ts', { cwd: root }).map((path) =>
    ts.createSourceFile(path, readFileSync(`${root}${path}`, 'utf8'), ts.ScriptTarget.ESNext, true),
  );
  const codeOfClass = new Map<string, string>();
  const messages = new Map<string, { className: string; readonly texts: Set<string> }>();
  const add = (code: string, className: string, text: string | undefined) => {
    const entry = messages.get(code) ?? { className, texts: new Set() };
    if (className !== 'LicetError') entry.className = className;
    if (text !== undefined) entry.texts.add(text);
    messages.set(code, entry);
  };
  for (const source of sources) {
    walk(source, (node) => {
      if (!ts.isClassDeclaration(node) || node.name === undefined) return;
      const code = codeOfSuper(node);
      if (code === undefined) return;
      codeOfClass.set(node.name.text, code);
      add(code, node.name.text, ownMessage(node));
    });
  }
  for (const source of sources) {
    walk(source, (node) => {
      if (!ts.isNewExpression(node) || !ts.isIdentifier(node.expression)) return;
      const className = node.expression.text;
      const [first, second] = node.arguments ?? [];
      const said = (text: string | undefined) => (source.fileName.startsWith('src/cli/') ? undefined : text);
      if (className === 'LicetError') add(textOf(first) ?? fail(source, node), className, said(textOf(second)));
      const code = codeOfClass.get(className);
      if (code !== undefined) add(code, className, said(textOf(first)));
    });
  }
  return [...messages]
    .map(([code, { className, texts }]) => ({ code, className, messages: [...texts].toSorted() }))
    .toSorted((a, b) => a.code.localeCompare(b.code, 'en'));
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** `usage` of `class UsageError extends LicetError<'usage'>`. */
function codeOfSuper(node: ts.ClassDeclaration): string | undefined {
  const parent = node.heritageClauses?.flatMap(({ types }) => types).find(({ expression }) => expression.getText() === 'LicetError');
  const [argument] = parent?.typeArguments ?? [];
  return argument !== undefined && ts.isLiteralTypeNode(argument) && ts.isStringLiteral(argument.literal) ? argument.literal.text : undefined;
}

/** The text a class gives to `super` by itself. */
function ownMessage(node: ts.ClassDeclaration): string | undefined {
  let text: string | undefined;
  walk(node, (inner) => {
    if (ts.isCallExpression(inner) && inner.expression.kind === ts.SyntaxKind.SuperKeyword) text = textOf(inner.arguments[1]);
  });
  return text;
}

function textOf(node: ts.Expression | undefined): string | undefined {
  if (node === undefined) return undefined;
  if (ts.isStringLiteralLike(node)) return node.text;
  return ts.isTemplateExpression(node) ? `${node.head.text}${node.templateSpans.map(({ literal }) => `…${literal.text}`).join('')}` : undefined;
}

function fail(source: ts.SourceFile, node: ts.Node): never {
  throw new Error(`${source.fileName}: a LicetError is made with a code that is no literal: ${node.getText()}`);
}
