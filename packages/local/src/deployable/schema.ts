/**
 * Rules on tables, fields and indexes, as convex-backend's common/src/schemas/json.rs has them. The numbers of indexes are
 * those of the documentation; the backend lets some more through.
 */
import type { SchemaJSON, TableSchema } from '../store/schema.ts';
import type { ValidatorJSON } from '../values/validator-json.ts';
import type { Breach } from './breach.ts';
import { identifierFault, validatorFaults } from './names.ts';

const MOST_INDEXES = 32;
const MOST_INDEX_FIELDS = 16;
const MOST_FILTER_FIELDS = 16;
const MOST_VECTOR_INDEXES = 4;
const DIMENSIONS = { least: 2, most: 4_096 };
const RESERVED_INDEXES = ['by_id', 'by_creation_time'];

export function schemaBreaches(schema: SchemaJSON): Breach[] {
  return schema.tables.flatMap((table) => [...tableBreaches(table), ...indexBreaches(table)]);
}

function tableBreaches({ tableName, documentType }: TableSchema): Breach[] {
  const messages: string[] = [];
  if (tableName.startsWith('_'))
    messages.push(`The table name "${tableName}" starts with an underscore, which is kept for system tables.`);
  else if (identifierFault(tableName) !== null)
    messages.push(`The table name "${tableName}" ${identifierFault(tableName)}.`);
  if (!isDocument(documentType)) messages.push(`The documents of table "${tableName}" are not objects.`);
  for (const field of new Set(topFields(documentType))) {
    if (field.startsWith('_') || field.startsWith('$'))
      messages.push(
        `The field "${field}" of table "${tableName}" starts with "${field[0]}", which is kept for the system.`,
      );
  }
  messages.push(...validatorFaults(documentType).map((fault) => `In table "${tableName}" ${fault}.`));
  return messages.map((message) => ({ rule: 'table', message }));
}

function isDocument(type: ValidatorJSON): boolean {
  return type.type === 'union'
    ? type.value.every((member) => member.type === 'object')
    : type.type === 'object' || type.type === 'any';
}

function topFields(type: ValidatorJSON): string[] {
  if (type.type === 'union') return type.value.flatMap(topFields);
  return type.type === 'object' ? Object.keys(type.value) : [];
}

function indexBreaches(table: TableSchema): Breach[] {
  const special = (indexDescriptor: string, field: string, filterFields: string[]) => ({
    indexDescriptor,
    fields: [field, ...filterFields],
    filters: filterFields.length,
  });
  const search = (table.searchIndexes ?? []).map((index) =>
    special(index.indexDescriptor, index.searchField, index.filterFields),
  );
  const vector = (table.vectorIndexes ?? []).map((index) =>
    special(index.indexDescriptor, index.vectorField, index.filterFields),
  );
  const all = [...table.indexes.map((index) => ({ ...index, filters: 0 })), ...search, ...vector];
  const names = all.map(({ indexDescriptor }) => indexDescriptor);
  const messages = [
    ...all.flatMap(({ indexDescriptor, fields, filters }) => faultsOf(table, indexDescriptor, fields, filters)),
    ...table.indexes.flatMap(({ indexDescriptor, fields }) => databaseFaults(indexDescriptor, fields)),
    ...twins(table.indexes, ({ fields }) => fields.join(','), 'are on the same fields'),
    ...twins(table.searchIndexes ?? [], ({ searchField }) => searchField, 'search the same field'),
    ...twins(
      table.vectorIndexes ?? [],
      ({ vectorField, dimensions }) => `${vectorField},${dimensions}`,
      'are on the same field with as many dimensions',
    ),
    ...(table.vectorIndexes ?? [])
      .filter(({ vectorField }) => !isVector(fieldsAt(table.documentType, vectorField.split('.'))))
      .map(
        ({ indexDescriptor, vectorField }) =>
          `the vector index "${indexDescriptor}" is on "${vectorField}", which is no array of numbers`,
      ),
    ...names.filter((name, at) => names.indexOf(name) !== at).map((name) => `the index "${name}" is there twice`),
    ...(table.vectorIndexes ?? [])
      .filter(
        ({ dimensions }) =>
          !Number.isInteger(dimensions) || dimensions < DIMENSIONS.least || dimensions > DIMENSIONS.most,
      )
      .map(
        ({ indexDescriptor, dimensions }) =>
          `the vector index "${indexDescriptor}" has ${dimensions} dimensions; ${DIMENSIONS.least} to ${DIMENSIONS.most} are allowed`,
      ),
    ...(all.length > MOST_INDEXES ? [`it has ${all.length} indexes; at most ${MOST_INDEXES} are allowed`] : []),
    ...(vector.length > MOST_VECTOR_INDEXES
      ? [`it has ${vector.length} vector indexes; at most ${MOST_VECTOR_INDEXES} are allowed`]
      : []),
  ];
  return messages.map((message) => ({ rule: 'index', message: `In table "${table.tableName}" ${message}.` }));
}

function faultsOf(table: TableSchema, name: string, fields: string[], filters: number): string[] {
  const faults: string[] = [];
  if (RESERVED_INDEXES.includes(name) || name.startsWith('_'))
    faults.push(`the index name "${name}" is kept for the system`);
  else if (identifierFault(name) !== null) faults.push(`the index name "${name}" ${identifierFault(name)}`);
  if (filters > MOST_FILTER_FIELDS)
    faults.push(`the index "${name}" has ${filters} filter fields; at most ${MOST_FILTER_FIELDS} are allowed`);
  for (const field of fields) {
    if (field.startsWith('_') || fieldsAt(table.documentType, field.split('.')).length > 0) continue;
    faults.push(`the index "${name}" is on the field "${field}", which the table does not have`);
  }
  return faults;
}

/** `_creationTime` and `_id` end every index by themselves. */
function databaseFaults(name: string, fields: string[]): string[] {
  const faults: string[] = [];
  if (fields.length === 0) faults.push(`the index "${name}" has no field`);
  if (new Set(fields).size !== fields.length) faults.push(`the index "${name}" names a field twice`);
  if (fields.length > MOST_INDEX_FIELDS)
    faults.push(`the index "${name}" has ${fields.length} fields; at most ${MOST_INDEX_FIELDS} are allowed`);
  for (const field of fields) {
    if (field === '_creationTime' || field === '_id')
      faults.push(`the index "${name}" names ${field}, which is part of every index`);
    else if (field.startsWith('_')) faults.push(`the index "${name}" names ${field}, which is kept for the system`);
  }
  return faults;
}

/** Indexes of one kind that a deployment takes for the same. */
function twins<Index extends { indexDescriptor: string }>(
  indexes: Index[],
  subject: (index: Index) => string,
  fault: string,
): string[] {
  return indexes.flatMap((index, at) => {
    const earlier = indexes.slice(0, at).find((other) => subject(other) === subject(index));
    return earlier ? [`the indexes "${earlier.indexDescriptor}" and "${index.indexDescriptor}" ${fault}`] : [];
  });
}

/** The types that a field may have in the documents: none if the table lacks the field. */
function fieldsAt(type: ValidatorJSON, path: string[]): ValidatorJSON[] {
  const [field, ...rest] = path;
  if (field === undefined || type.type === 'any' || type.type === 'record') return [type];
  if (type.type === 'union') return type.value.flatMap((member) => fieldsAt(member, path));
  return type.type === 'object' && field in type.value ? fieldsAt(type.value[field]!.fieldType, rest) : [];
}

function isVector(types: ValidatorJSON[]): boolean {
  return (
    types.length === 0 ||
    types.some(
      ({ type, ...rest }) =>
        type === 'any' ||
        type === 'union' ||
        (type === 'array' && (rest as { value: ValidatorJSON }).value.type === 'number'),
    )
  );
}
