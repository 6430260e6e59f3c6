/** Rules on what modules export: names of functions, their argument validators, the routers of http and crons. */
import type { ModuleExports } from '../runtime/isolate.ts';
import { errorText } from '../errors.ts';
import type { Breach } from './breach.ts';
import type { ValidatorJSON } from '../values/validator-json.ts';
import { identifierFault, validatorFaults } from './names.ts';

interface Exported {
  isQuery?: true;
  isMutation?: true;
  isAction?: true;
  isRouter?: true;
  isCrons?: true;
  exportArgs?: () => string;
  exportReturns?: () => string;
}

export function exportBreaches(isolate: ModuleExports, node: ModuleExports): Breach[] {
  const breaches: Breach[] = [];
  for (const [module, exports] of [...Object.entries(isolate), ...Object.entries(node)]) {
    for (const [name, value] of Object.entries(exports))
      breaches.push(...functionBreaches(`${module}:${name}`, name, value, module in node));
  }
  const router = isolate.http?.default as Exported | undefined;
  if (isolate.http && router?.isRouter !== true)
    breaches.push({ rule: 'exports', message: 'The default export of http is not a router made by httpRouter.' });
  const crons = isolate.crons?.default as Exported | undefined;
  if (isolate.crons && crons?.isCrons !== true)
    breaches.push({ rule: 'exports', message: 'The default export of crons is not made by cronJobs.' });
  return breaches;
}

function functionBreaches(path: string, name: string, value: unknown, isNode: boolean): Breach[] {
  if (typeof value !== 'function') return [];
  const fn = value as Exported;
  if (!fn.isQuery && !fn.isMutation && !fn.isAction) return [];
  const breaches: Breach[] = [];
  const fault = identifierFault(name);
  if (fault !== null) breaches.push({ rule: 'function', message: `The function name ${path} ${fault}.` });
  if (isNode && !fn.isAction)
    breaches.push({
      rule: 'runtime',
      message: `${path} is a query or mutation in a "use node" file, which can only define actions.`,
    });
  return [...breaches, ...argumentBreaches(path, fn)];
}

function argumentBreaches(path: string, fn: Exported): Breach[] {
  try {
    const args = JSON.parse(fn.exportArgs!()) as ValidatorJSON;
    const returns = JSON.parse(fn.exportReturns!()) as ValidatorJSON | null;
    const messages = [
      ...(args.type === 'object' || args.type === 'any'
        ? []
        : [`The arguments of ${path} are a ${args.type}; they must be an object or any.`]),
      ...validatorFaults(args).map((fault) => `In the arguments of ${path} ${fault}.`),
      ...(returns ? validatorFaults(returns) : []).map((fault) => `In the result of ${path} ${fault}.`),
    ];
    return messages.map((message) => ({ rule: 'exports', message }));
  } catch (error) {
    return [
      {
        rule: 'exports',
        message: `The arguments or the result of ${path} have no valid validator: ${errorText(error)}.`,
      },
    ];
  }
}
