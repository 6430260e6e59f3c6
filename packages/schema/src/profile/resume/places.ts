/** Where each section stands in a JSON Resume document, and how it comes out of it and into it. */
import { type ListSection, type ObjectSection, listSections, objectSections } from '../sections.ts';
import { ResumeReader } from '../resume-reader.ts';
import { readAbout, readContact, readIdentity } from './basics.ts';
import { EXTENSION, type Fields, type Written, restOf, withRest } from './extension.ts';
import {
  readAward,
  readCertificate,
  readEducation,
  readLanguage,
  readLink,
  readProject,
  readPublication,
  readSkill,
  readVolunteering,
  readWork,
} from './items.ts';
import { writtenAbout, writtenContact, writtenIdentity, writtenItems, writtenNowhere } from './written.ts';

interface Place {
  /** The list's name in the document. */
  key: string;
  read: (item: ResumeReader) => object | undefined;
  /** The note on an item that cannot be read. */
  lacking?: string;
}

/** `links` stand in `basics`, all others at the root. */
export const lists: Readonly<Record<ListSection, Place>> = {
  skills: { key: 'skills', read: (item) => readSkill(item).skill },
  education: { key: 'education', read: readEducation },
  workExperience: { key: 'work', read: readWork },
  projects: { key: 'projects', read: readProject },
  certificates: { key: 'certificates', read: readCertificate },
  awards: { key: 'awards', read: readAward },
  publications: { key: 'publications', read: readPublication },
  volunteering: { key: 'volunteer', read: readVolunteering },
  languages: { key: 'languages', read: readLanguage },
  links: {
    key: 'profiles',
    read: readLink,
    lacking: 'has no address that can be shown, and none follows from its network and user name; left out',
  },
};

interface ObjectPlace {
  /** Reads `basics`. */
  read: (basics: ResumeReader) => Fields;
  written: Written;
}

const nowhere: ObjectPlace = { read: () => ({}), written: writtenNowhere };

const objects: Readonly<Record<ObjectSection, ObjectPlace>> = {
  identity: { read: (basics) => readIdentity(basics, basics.object('location')), written: writtenIdentity },
  about: { read: readAbout, written: writtenAbout },
  contact: { read: readContact, written: writtenContact },
  availability: nowhere,
  organisation: nowhere,
  mentoring: nowhere,
};

/** A section in its standard fields, as far as they are read back, and the rest that only the extension says. */
export interface Placed {
  standard: Fields;
  rest: Fields;
}

export function placedObject(section: ObjectSection, fields: Fields): Placed {
  const standard = standardObject(section)(fields);
  return { standard, rest: restOf(fields, objects[section].read(new ResumeReader(standard))) };
}

export function placedItem(section: ListSection, item: Fields): Placed {
  const standard = standardItem(section)(item);
  return { standard, rest: restOf(item, (lists[section].read(new ResumeReader(standard)) ?? {}) as Fields) };
}

/** `read` with what the extension says about the section. */
export function completeObject<T extends object>(section: ObjectSection, read: T, extension: ResumeReader): T {
  return withRest(read, extension.object(section), objectSections[section].shape, standardObject(section));
}

/** The same for an item, which bears its own extension. Undefined if it lacks a field that every item has. */
export function completeItem<T extends object>(
  section: ListSection,
  read: T | undefined,
  item: ResumeReader,
): T | undefined {
  if (!item.gave(EXTENSION)) return read;
  const { shape } = listSections[section].item;
  const whole = withRest(read ?? {}, item.object(EXTENSION), shape, standardItem(section)) as T;
  const lacks = Object.entries(shape).some(
    ([field, schema]) => field !== 'id' && !Object.hasOwn(whole, field) && !schema.safeParse(undefined).success,
  );
  return lacks ? undefined : whole;
}

/** The part of the standard's form that reads back and is written the same again. */
function standardObject(section: ObjectSection): Written {
  const { read, written } = objects[section];
  return (fields) => written(read(new ResumeReader(written(fields))));
}

function standardItem(section: ListSection): Written {
  const written = writtenItems[section];
  return (item) => {
    const read = lists[section].read(new ResumeReader(written(item)));
    return read ? written(read as Fields) : {};
  };
}
