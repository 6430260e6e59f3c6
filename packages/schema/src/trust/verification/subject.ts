/** The subject of a verification by code: the address or number that is proved. Personal data, which no audience's view holds. */
import * as z from 'zod';
import { fault } from '../../contract/field-code.ts';
import { isEmail } from '../../contract/text.ts';
import { type CodeMethod, codeMethodNames, verificationMethodNames } from './levels.ts';

/** ITU-T E.164: a plus sign and at most 15 digits, the first of a country code. No country has numbers of fewer than 7. */
const E164 = /^\+[1-9]\d{6,14}$/;
/** Signs by which people group digits. */
const GROUPING = /[\s().\-/]/g;

const MAX_SUBJECT = 254;

interface Form {
  /** The one form in which a subject is stored and written to; undefined for text that is no such subject. */
  readonly normal: (subject: string) => string | undefined;
  /** Equal for subjects that lead to the same reader, as far as that can be told. For counting alone. */
  readonly reader: (normal: string) => string;
  readonly fault: string;
}

const forms: Readonly<Record<CodeMethod, Form>> = {
  email: { normal: normalEmail, reader: readerOf, fault: 'must be an e-mail address' },
  phone: {
    normal: (subject) => {
      const digits = subject.replace(GROUPING, '');
      return E164.test(digits) ? digits : undefined;
    },
    reader: (normal) => normal,
    fault: 'must be a phone number with its country code, such as +43 664 1234567',
  },
};

/** The part before the @ stays as it is: RFC 5321, section 2.4, leaves its case to the receiver. */
function normalEmail(subject: string): string | undefined {
  const trimmed = subject.trim().normalize('NFC');
  if (!isEmail(trimmed)) return undefined;
  const at = trimmed.lastIndexOf('@');
  return `${trimmed.slice(0, at)}@${trimmed.slice(at + 1).toLowerCase()}`;
}

/** Without case, and without the tag after a plus sign, which many providers deliver to the same reader. */
function readerOf(email: string): string {
  const at = email.lastIndexOf('@');
  const [local = ''] = email.slice(0, at).split('+', 1);
  return `${local || email.slice(0, at)}${email.slice(at)}`.toLowerCase();
}

/** The stored form of a subject of the method; undefined for text that is no such subject. */
export function normalSubject(method: CodeMethod, subject: string): string | undefined {
  return forms[method].normal(subject);
}

/** The name under which messages to the reader of a subject in its stored form are counted. */
export function readerOfSubject(method: CodeMethod, normal: string): string {
  return forms[method].reader(normal);
}

export const verificationMethodSchema = z.enum(
  verificationMethodNames,
  `must be one of ${verificationMethodNames.join(', ')}`,
);

export const codeMethodSchema = z.enum(codeMethodNames, `must be one of ${codeMethodNames.join(', ')}`);

/** The arguments of `trust.verifications.start`, without the idempotency key. */
export const startSchema = z
  .strictObject({
    method: codeMethodSchema,
    subject: z.string('must be text').max(MAX_SUBJECT, `must have at most ${MAX_SUBJECT} characters`),
  })
  .superRefine(({ method, subject }, ctx) => {
    if (normalSubject(method, subject) === undefined)
      ctx.addIssue({ code: 'custom', path: ['subject'], ...fault(forms[method].fault, 'invalid_format') });
  });
