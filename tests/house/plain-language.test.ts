/**
 * Plain language in comments, documents and test names: sentences name their subject first. The rules catch the commonest
 * riddles only: free relative clauses as subjects, and "none" for "not a".
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { root } from '../../scripts/build/stamp.ts';

/** Builds that were released stay as they are, and generated pages follow from sources that are covered. */
const SKIPPED = /^releases\/|(^|\/)_generated\//;

const RULES: [RegExp, string][] = [
  [
    /^(What|Whatever|Who|Whoever|Whom|Whose|Which)\b(?!.*\?$)/,
    'name the subject instead of a clause with "what" or "who"',
  ],
  [/\bwhoever\b/i, 'name the person instead of "whoever"'],
  [/(?<!there )\b(?:is|are) none\b(?! of)/i, 'say "is not a ..." instead of "is none"'],
  [
    /\bwhat is (?:no|none|not|said|told|written|shown|left|there|kept|asked)\b/i,
    'name the thing instead of "what is ..."',
  ],
];

/** Sentences of a text; parts of a table's row count as sentences. */
function sentences(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+|\s*\|\s*|\n\s*\n|^\s*-\s/m)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
}

function textsOfCode(file: string, code: string): string[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const found = new Map<number, string>();
  const comments = (ranges: ts.CommentRange[] | undefined) => {
    for (const { pos, end } of ranges ?? [])
      found.set(
        pos,
        code.slice(pos, end).replace(/^\/\*+|\*+\/$|^\/\/|\n\s*\*(?!\/)/g, (part) => (part.includes('\n') ? '\n' : '')),
      );
  };
  const visit = (node: ts.Node): void => {
    comments(ts.getLeadingCommentRanges(code, node.getFullStart()));
    comments(ts.getTrailingCommentRanges(code, node.getEnd()));
    const title = titleOf(node);
    if (title) found.set(node.getStart(), title[0]!.toUpperCase() + title.slice(1));
    node.getChildren(source).forEach(visit);
  };
  visit(source);
  return [...found.values()];
}

/** The title of a test or of a group of tests. */
function titleOf(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node) || !/^(test|it|describe)\b/.test(node.expression.getText())) return undefined;
  const [title] = node.arguments;
  return title && (ts.isStringLiteralLike(title) || ts.isTemplateExpression(title))
    ? title.getText().slice(1, -1)
    : undefined;
}

function textsOfPage(page: string): string[] {
  return page.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').split(/\n\s*\n/);
}

function riddles(file: string, content: string): string[] {
  const texts = /\.mdx?$/.test(file) ? textsOfPage(content) : textsOfCode(file, content);
  return texts.flatMap(sentences).flatMap((sentence) => {
    const broken = RULES.find(([rule]) => rule.test(sentence));
    return broken ? [`${file}: "${sentence}": ${broken[1]}`] : [];
  });
}

test('comments, documents and test names name their subject first', () => {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((file) => !SKIPPED.test(file) && /\.(ts|tsx|mjs|cjs|js|md|mdx)$/.test(file));
  expect(files.length).toBeGreaterThan(900);
  expect(files.flatMap((file) => riddles(file, readFileSync(path.join(root, file), 'utf8')))).toEqual([]);
});

test.each([
  ['a.ts', '/** What is no date is not sent. */', 1],
  ['a.ts', "test('whose account is suspended has no views', () => {});", 1],
  ['a.ts', "const url = 'https://a.example'; // Who asks gets an answer.", 1],
  ['a.ts', '/** The handle; null if the name is none. */', 1],
  ['a.md', 'One.\n\n| part | why |\n| --- | --- |\n| `x` | Whoever reads it knows. |', 1],
  ['a.ts', '/** Values that are not dates are dropped. */', 0],
  ['a.md', 'Who may read it? Everybody.\n\n```\n// What is no comment is code.\n```', 0],
])('%s with %j has %i riddles', (file, content, count) => {
  expect(riddles(file, content)).toHaveLength(count);
});
