/**
 * Writes each package's JavaScript into its dist, module by module, without a type check: what tsc would write, in a
 * twentieth of the time, so that `npm start` need not wait for types. tsc itself writes the declarations alone.
 */
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { markup, styles } from './minify-templates.ts';
import { packages, root } from './stamp.ts';

/** The packages' own options; modules are ES modules whatever stands in them. */
function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.base.json'), ts.sys.readFile) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  return {
    ...options,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    moduleDetection: ts.ModuleDetectionKind.Force,
    sourceMap: true,
  };
}

/** Returns the files written, from the repository's root. Throws where a file is no TypeScript. */
export function emitScripts(): string[] {
  const options = compilerOptions();
  return packages.flatMap((name) => {
    const folder = path.join(root, 'packages', name);
    return globSync('src/**/*.ts', { cwd: folder })
      .sort()
      .map((source) => emit(folder, source, options));
  });
}

function emit(folder: string, source: string, options: ts.CompilerOptions): string {
  const {
    outputText,
    sourceMapText,
    diagnostics = [],
  } = ts.transpileModule(readFileSync(path.join(folder, source), 'utf8'), {
    fileName: path.basename(source),
    compilerOptions: options,
    reportDiagnostics: true,
    transformers: { before: [shrinkTemplates] },
  });
  const [faulty] = diagnostics;
  if (faulty)
    throw new Error(
      `${path.relative(root, path.join(folder, source))}: ${ts.flattenDiagnosticMessageText(faulty.messageText, ' ')}`,
    );
  const output = path.join(folder, 'dist', source.replace(/^src\//, '').replace(/\.ts$/, '.js'));
  mkdirSync(path.dirname(output), { recursive: true });
  writeFileSync(output, outputText);
  const map = JSON.parse(sourceMapText!) as object;
  writeFileSync(
    `${output}.map`,
    JSON.stringify({ ...map, sources: [path.relative(path.dirname(output), path.join(folder, source))] }),
  );
  return path.relative(root, output);
}

const shrinkers: Record<string, ((text: string) => string) | undefined> = { html: markup, css: styles };

/** Takes the indentation out of Lit's templates and sheets: a host's bundler leaves it in. */
function shrinkTemplates(context: ts.TransformationContext): ts.Transformer<ts.SourceFile> {
  const visit = (node: ts.Node): ts.Node => {
    const visited = ts.visitEachChild(node, visit, context);
    const shrink =
      ts.isTaggedTemplateExpression(visited) && ts.isIdentifier(visited.tag) && shrinkers[visited.tag.text];
    return shrink ? shrunk(visited as ts.TaggedTemplateExpression, shrink) : visited;
  };
  return (file) => ts.visitNode(file, visit) as ts.SourceFile;
}

function shrunk(
  { tag, template }: ts.TaggedTemplateExpression,
  shrink: (text: string) => string,
): ts.TaggedTemplateExpression {
  const { factory } = ts;
  const piece = ({ text }: ts.TemplateLiteralLikeNode) => [shrink(text), shrink(text)] as const;
  if (ts.isNoSubstitutionTemplateLiteral(template))
    return factory.createTaggedTemplateExpression(
      tag,
      undefined,
      factory.createNoSubstitutionTemplateLiteral(...piece(template)),
    );
  const spans = template.templateSpans.map(({ expression, literal }) =>
    factory.createTemplateSpan(
      expression,
      ts.isTemplateTail(literal)
        ? factory.createTemplateTail(...piece(literal))
        : factory.createTemplateMiddle(...piece(literal)),
    ),
  );
  const whole = factory.createTemplateExpression(factory.createTemplateHead(...piece(template.head)), spans);
  return factory.createTaggedTemplateExpression(tag, undefined, whole);
}
