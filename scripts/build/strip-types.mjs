/**
 * Rollup plugin: turns the example pages' TypeScript into JavaScript, file by file. Packages do not need it: rollup
 * bundles the JavaScript in their dist.
 */
import ts from 'typescript';

const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true };

export function stripTypes() {
  return {
    name: 'gigsy-strip-types',
    transform(code, id) {
      return id.endsWith('.ts') ? { code: ts.transpileModule(code, { compilerOptions }).outputText, map: null } : null;
    },
  };
}
