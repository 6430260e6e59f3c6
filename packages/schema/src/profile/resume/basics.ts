/** `basics` of a document: who somebody is, and how to reach them. */
import { isSafeUrl, isSecureUrl } from '../../contract/text.ts';
import type { ResumeReader } from '../resume-reader.ts';
import { contactSchema } from '../sections.ts';
import { emailAddress } from './addresses.ts';
import { countryOf } from './country-names.ts';
import { compact, readWebAddress } from './fields.ts';

/** `location` is the object of that name in `basics`. */
export function readIdentity(basics: ResumeReader, location: ResumeReader) {
  return compact({
    displayName: readName(basics),
    headline: basics.text('label', 200),
    pronouns: basics.text('pronouns', 40),
    avatarUrl: readWebAddress(basics, ['image', 'picture'], isSecureUrl),
    location: readLocation(location),
  });
}

export function readAbout(basics: ResumeReader) {
  return compact({ text: basics.text('summary', 5000, true) });
}

export function readContact(basics: ResumeReader) {
  return compact({
    email: readEmail(basics),
    phone: readPhone(basics),
    website: readWebAddress(basics, ['url', 'website'], isSafeUrl),
  });
}

/** A name without visible characters refuses the document. */
function readName(basics: ResumeReader): string | undefined {
  const before = basics.problems.length;
  const name = basics.text('name', 120);
  const blank = name === undefined && basics.problems.length === before && basics.gave('name');
  return blank ? basics.wrong('name', 'must not be empty') : name;
}

function readLocation(location: ResumeReader) {
  const read = compact({
    city: location.text('city', 100),
    region: location.text('region', 100),
    countryCode: readCountry(location),
  });
  return Object.keys(read).length > 0 ? read : undefined;
}

function readCountry(location: ResumeReader): string | undefined {
  const keys = ['countryCode', 'country'];
  const given = location.text(keys, 100);
  const code = given === undefined ? undefined : countryOf(given);
  return given === undefined || code !== undefined
    ? code
    : location.note(keys, `is not a country that we know: "${given}"; left out`);
}

function readEmail(basics: ResumeReader): string | undefined {
  const given = basics.text('email', 1000);
  if (given === undefined) return undefined;
  const found = emailAddress(given);
  if (found === undefined) return basics.note('email', 'is not an e-mail address that we can keep; left out');
  if (found.more) basics.note('email', 'has more than an address; only the address is kept');
  return found.email;
}

function readPhone(basics: ResumeReader): string | undefined {
  const given = basics.text('phone', 200)?.replace(/^tel:\s*/i, '');
  if (given === undefined) return undefined;
  const phone = contactSchema.shape.phone.safeParse(given);
  return phone.success
    ? phone.data
    : basics.note(
        'phone',
        'is not a phone number that we can keep (digits, spaces and + ( ) . / - x, at most 40); left out',
      );
}
