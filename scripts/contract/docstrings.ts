/**
 * Docstrings of the schema package by the names of its exports: the comment above a schema, and those above the fields of
 * its object. Read from the sources, since comments are gone at run time.
 */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { root } from '../build/stamp.ts';

export interface Docstring {
  /** In one paragraph; empty where there is none. */
  text: string;
  /** By field, for schemas of objects. */
  fields: Record<string, string>;
}

export function docstrings(): Map<string, Docstring> {
  const folder = path.join(root, 'packages/schema/src');
  const found = new Map<string, Docstring>();
  for (const file of globSync('**/*.ts', { cwd: folder }).sort()) {
    const source = ts.createSourceFile(
      file,
      readFileSync(path.join(folder, file), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    );
    source.forEachChild((statement) => {
      if (!ts.isVariableStatement(statement)) return;
      const exported = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
      const [declared] = statement.declarationList.declarations;
      if (!exported || !declared?.initializer || !ts.isIdentifier(declared.name)) return;
      found.set(declared.name.text, { text: textOf(statement), fields: fieldsOf(declared.initializer) });
    });
  }
  return found;
}

/** The fields of the first `z.object({...})`, `z.strictObject({...})` or `.extend({...})` in an expression. */
function fieldsOf(expression: ts.Node): Record<string, string> {
  const shape = shapeIn(expression);
  const fields: Record<string, string> = {};
  for (const property of shape?.properties ?? []) {
    if (!ts.isPropertyAssignment(property) || !ts.isIdentifier(property.name)) continue;
    const text = textOf(property);
    if (text !== '') fields[property.name.text] = text;
  }
  return fields;
}

function shapeIn(node: ts.Node): ts.ObjectLiteralExpression | undefined {
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const [given] = node.arguments;
    if (
      /^(object|strictObject|extend)$/.test(node.expression.name.text) &&
      given &&
      ts.isObjectLiteralExpression(given)
    )
      return given;
  }
  return ts.forEachChild(node, shapeIn);
}

function textOf(node: ts.Node): string {
  const comment = ts
    .getJSDocCommentsAndTags(node)
    .filter((one) => ts.isJSDoc(one))
    .at(-1);
  return (ts.getTextOfJSDocComment(comment?.comment) ?? '').replace(/\s+/g, ' ').trim();
}
