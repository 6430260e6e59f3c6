/** JSON Schemas (draft 2020-12) of the data of events, as deployments serve them to senders and receivers. */
import * as z from 'zod';

export interface DescribedData {
  type: string;
  version: number;
  /** One sentence: the thing that happened. */
  summary: string;
  data: z.ZodType;
}

/** The form of the data on the wire. Rules that JSON Schema cannot say, such as the order of characters, are left out. */
export function dataSchemaOf({ type, version, summary, data }: DescribedData): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(data, { io: 'input', target: 'draft-2020-12', unrepresentable: 'any' });
  const $id = `urn:gigsy:schema:events:${type}:${version}`;
  return { $schema, $id, title: `Data of ${type}`, description: summary, ...rest };
}
