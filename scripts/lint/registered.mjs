/**
 * Restricts the making of public functions. Raw `query`, `mutation` and `action` are imported by door/implement alone,
 * `httpAction` by door/route alone: every other file goes through them, and so through the contract. The rule lists the
 * allowed imports rather than the forbidden ones, because Convex and its components have many makers of public
 * functions.
 */
import path from 'node:path';

const IMPLEMENT = 'convex/model/door/implement.ts';
const ROUTE = 'convex/model/door/route.ts';
const INTERNAL = ['internalQuery', 'internalMutation', 'internalAction'];

/** Values that backend files import, by module; `in`: for one file alone. A module that is not ours and not here is refused. */
const ALLOWED = [
  { module: /^\.\/convex\/_generated\/server$/, names: INTERNAL },
  { module: /^\.\/convex\/_generated\/server$/, names: ['query', 'mutation', 'action'], in: IMPLEMENT },
  { module: /^\.\/convex\/_generated\/server$/, names: ['httpAction'], in: ROUTE },
  { module: /^\.\/convex\/_generated\/api$/, names: ['internal', 'components'] },
  { module: /^\.\/convex\/(?!_generated\/)/ },
  { module: /^convex\/server$/, names: ['defineSchema', 'defineTable', 'httpRouter', 'cronJobs', 'defineApp'] },
  { module: /^convex\/values$/ },
  { module: /^convex-helpers\/server\/zod4$/, names: ['zodToConvex'] },
  { module: /^@convex-dev\/rate-limiter$/, names: ['RateLimiter'], in: 'convex/model/operations/rate.ts' },
  { module: /^@convex-dev\/migrations$/, names: ['Migrations'], in: 'convex/profile/migrations.ts' },
  { module: /^@convex-dev\/[\w-]+\/convex\.config\.js$/, in: 'convex/convex.config.ts' },
  { module: /^(@gigsy\/schema(\/(sandbox|picture-format))?|zod|ipaddr\.js)$/ },
  { module: /^@clerk\/backend\/webhooks$/, names: ['verifyWebhook'], in: 'convex/profile/clerk.ts' },
  { module: /^standardwebhooks$/, names: ['Webhook'], in: 'convex/model/events/signature.ts' },
  { module: /^fflate$/, names: ['Zip', 'ZipDeflate', 'ZipPassThrough'], in: 'convex/model/privacy/archive.ts' },
  { module: /^fflate$/, names: ['Unzlib'], in: 'convex/model/portfolio/files/unpack.ts' },
  { module: /^htmlparser2$/, names: ['Parser'], in: 'convex/model/portfolio/links/pageWords.ts' },
  { module: /^htmlparser2$/, names: ['Parser'], in: 'convex/model/trust/backLinks.ts' },
  { module: /^tldts$/, names: ['parse'], in: 'convex/model/trust/registered.ts' },
  { module: /^base58-universal$/, names: ['encode'], in: 'convex/model/trust/credentials/keys.ts' },
  {
    module:
      /^@(digitalbazaar\/(vc|data-integrity|ed25519-multikey|eddsa-rdfc-2022-cryptosuite)|digitalbazaar\/credentials-context|digitalcredentials\/open-badges-context)$/,
    names: ['issue', 'DataIntegrityProof', 'fromJwk', 'cryptosuite', 'named', 'contexts'],
    in: 'convex/trust/node/proof.ts',
  },
  { module: /^node:(?!module$|vm$|worker_threads$|child_process$)/ },
];

const messages = {
  typescript: 'Backend files are named *.ts: the rules of this house read no others.',
  value:
    '"{{ name }}" of {{ module }} may not be imported here: public functions are made by door/implement, routes by door/route, and nothing else reaches the outside.',
  forwarded: 'Re-export nothing of {{ module }}: import it where it is used.',
  dynamic: 'Import statically: lint must see what a backend file uses.',
  openUrl: 'A file URL of Convex is open to whoever has it: serve the file by a route that asks the view.',
  host: '"Convex" is the runtime\'s own door to the database: use ctx.',
};

export const registeredByContract = {
  meta: { type: 'problem', schema: [], messages },
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');
    const dynamic = (node) => context.report({ node, messageId: 'dynamic' });
    const forwarded = (node) => {
      const module = moduleAt(node.source.value, file);
      if (node.exportKind !== 'type' && !isOwnFile(module))
        context.report({ node, messageId: 'forwarded', data: { module } });
    };
    return {
      Program(node) {
        if (!/^[^.]+(\.config)?\.ts$/.test(path.basename(file))) context.report({ node, messageId: 'typescript' });
      },
      ImportDeclaration(node) {
        const module = moduleAt(node.source.value, file);
        for (const { specifier, name } of valuesOf(node)) {
          if (!mayImport(file, module, name))
            context.report({ node: specifier, messageId: 'value', data: { name, module } });
        }
      },
      ExportAllDeclaration: forwarded,
      'ExportNamedDeclaration[source]': forwarded,
      ImportExpression: dynamic,
      'CallExpression[callee.name=/^(require|eval)$/]': dynamic,
      "MemberExpression > Identifier.property[name='getUrl'], Property > Identifier.key[name='getUrl'], Literal[value='getUrl']":
        (node) => context.report({ node, messageId: 'openUrl' }),
      "Identifier[name='Convex'], Literal[value='Convex']": (node) => context.report({ node, messageId: 'host' }),
    };
  },
};

/** A bare import for its effects counts as one of the whole module. */
function valuesOf({ importKind, specifiers, source }) {
  if (importKind === 'type') return [];
  if (specifiers.length === 0) return [{ specifier: source, name: '*' }];
  return specifiers
    .filter((specifier) => specifier.importKind !== 'type')
    .map((specifier) => ({
      specifier,
      name:
        { ImportNamespaceSpecifier: '*', ImportDefaultSpecifier: 'default' }[specifier.type] ??
        specifier.imported.name ??
        specifier.imported.value,
    }));
}

function mayImport(file, module, name) {
  return ALLOWED.some(
    (entry) =>
      entry.module.test(module) && (!entry.names || entry.names.includes(name)) && (!entry.in || entry.in === file),
  );
}

/** Relative modules as ./ and their path from the root, without an ending: no package has such a name. */
function moduleAt(source, file) {
  if (!source.startsWith('.')) return source;
  const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), source)).replace(/\.[cm]?[jt]sx?$/, '');
  return `./${target}`;
}

function isOwnFile(module) {
  return module.startsWith('./convex/') && !module.startsWith('./convex/_generated/');
}
