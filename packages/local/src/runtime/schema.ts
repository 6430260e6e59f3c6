/** The schema of a component, from its schema.ts. */
import type { ComponentBundle } from '../bundle/bundle.ts';
import { LocalDeploymentError, errorText } from '../errors.ts';
import type { SchemaJSON } from '../store/schema.ts';
import type { ImportTime } from './realm.ts';
import { evaluateConfig } from './runtime.ts';

export function evaluateSchema(
  component: Pick<ComponentBundle, 'schema' | 'path'>,
  env: Record<string, string>,
  importTime: ImportTime,
): SchemaJSON | null {
  if (component.schema === null) return null;
  try {
    const schema = evaluateConfig(component.schema, env, importTime) as { export?: unknown } | undefined;
    if (typeof schema?.export !== 'function')
      throw new Error('the default export of schema is not made by defineSchema');
    return JSON.parse((schema.export as () => string)()) as SchemaJSON;
  } catch (error) {
    throw new LocalDeploymentError(
      'functions_invalid',
      `The schema of ${component.path || 'the project'} is invalid: ${errorText(error)}.`,
      { cause: error },
    );
  }
}
