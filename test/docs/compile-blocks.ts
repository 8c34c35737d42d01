import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { CodeBlock } from './code-blocks.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Compiles every block as a module of its own, with the settings of this repository; gives what is wrong, by the line of the page. */
export function faultsOf(blocks: readonly CodeBlock[]): readonly string[] {
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ compilerOptions: config.config.compilerOptions, files: [] }, ts.sys, root);
  const files = new Map(blocks.map((block, index) => [join(root, 'docs', `block-${index}.ts`), block]));
  const host = ts.createCompilerHost({ ...options, isolatedDeclarations: false, declaration: false });
  const { fileExists, readFile, getSourceFile } = host;
  const textOf = (path: string) => (files.has(path) ? `${files.get(path)?.given}${files.get(path)?.code}export {};\n` : undefined);
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.readFile = (path) => textOf(path) ?? readFile(path);
  host.getSourceFile = (path, language, ...more) => {
    const text = textOf(path);
    return text === undefined ? getSourceFile(path, language, ...more) : ts.createSourceFile(path, text, language);
  };
  const program = ts.createProgram([...files.keys()], { ...options, isolatedDeclarations: false, declaration: false }, host);
  return [...files].flatMap(([path, block]) => {
    const source = program.getSourceFile(path);
    if (source === undefined) return [`${block.place}: not compiled`];
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map((fault) => {
      const line = ts.getLineAndCharacterOfPosition(source, fault.start ?? 0).line + 1 - (block.given.split('\n').length - 1);
      return `${block.place}, line ${line}: ${ts.flattenDiagnosticMessageText(fault.messageText, ' ')}`;
    });
  });
}
