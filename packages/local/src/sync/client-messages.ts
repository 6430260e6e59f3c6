/** Reads a client's message: a message of the protocol, or a fault in one sentence. */
import { errorText } from '../errors.ts';
import { parseJson } from '../values/json-text.ts';
import type { ClientMessage, QueryModification } from './protocol.ts';

/** The socket ends; its client is told why and does not come back by itself. */
export class ProtocolError extends Error {}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Eight bytes in base64. */
const TIMESTAMP = /^[A-Za-z0-9+/]{11}=$/;

type Fields = Record<string, unknown>;

export function readMessage(text: string): ClientMessage {
  const fields = object(parse(text), 'The message');
  if (typeof fields.type !== 'string') throw new ProtocolError('The message has no `type`.');
  if (Object.hasOwn(CHECKS, fields.type)) CHECKS[fields.type]!(fields);
  return fields as unknown as ClientMessage;
}

function parse(text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    throw new ProtocolError(`The message ${errorText(error)}.`);
  }
}

const CHECKS: Record<string, (fields: Fields) => void> = {
  Connect(fields) {
    if (typeof fields.sessionId !== 'string' || !UUID.test(fields.sessionId))
      throw new ProtocolError('`sessionId` must be a UUID.');
    const { maxObservedTimestamp: ts } = fields;
    if (ts !== undefined && ts !== null && (typeof ts !== 'string' || !TIMESTAMP.test(ts)))
      throw new ProtocolError('`maxObservedTimestamp` must be a timestamp.');
  },
  Authenticate(fields) {
    number(fields, 'baseVersion');
    if (fields.tokenType === 'None') return;
    if (fields.tokenType !== 'User' && fields.tokenType !== 'Admin')
      throw new ProtocolError('`tokenType` must be "Admin", "User" or "None".');
    text(fields, 'value');
    if (fields.impersonating !== undefined && fields.impersonating !== null)
      text(object(fields.impersonating, '`impersonating`'), 'subject');
  },
  ModifyQuerySet(fields) {
    number(fields, 'baseVersion');
    number(fields, 'newVersion');
    if (!Array.isArray(fields.modifications)) throw new ProtocolError('`modifications` must be an array.');
    for (const modification of fields.modifications) checkModification(object(modification, 'A modification'));
  },
  Mutation: checkRequest,
  Action: checkRequest,
};

function checkModification(fields: Fields): void {
  number(fields, 'queryId');
  const { type } = fields as unknown as QueryModification;
  if (type === 'Remove') return;
  if (type !== 'Add') throw new ProtocolError('A modification must be "Add" or "Remove".');
  checkCall(fields);
  if (fields.journal !== undefined && fields.journal !== null) checkJournal(fields.journal);
}

function checkJournal(journal: unknown): void {
  try {
    const { endCursor } = JSON.parse(String(journal)) as { endCursor: unknown };
    if (endCursor === null || typeof endCursor === 'string') return;
  } catch {
    // Said below.
  }
  throw new ProtocolError('`journal` must be one that this deployment has sent.');
}

function checkRequest(fields: Fields): void {
  number(fields, 'requestId');
  checkCall(fields);
}

function checkCall(fields: Fields): void {
  text(fields, 'udfPath');
  if (fields.componentPath !== undefined && fields.componentPath !== null) text(fields, 'componentPath');
}

function object(value: unknown, what: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ProtocolError(`${what} must be an object.`);
  return value as Fields;
}

function number(fields: Fields, name: string): void {
  const value = fields[name];
  if (!Number.isSafeInteger(value) || (value as number) < 0)
    throw new ProtocolError(`\`${name}\` must be a whole number.`);
}

function text(fields: Fields, name: string): void {
  if (typeof fields[name] !== 'string') throw new ProtocolError(`\`${name}\` must be a text.`);
}
