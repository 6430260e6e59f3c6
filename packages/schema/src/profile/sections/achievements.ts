/** Lists of what a person has reached: certificates, awards, publications and volunteering. */
import * as z from 'zod';
import { line, link, partialDate, prose } from '../../contract/text.ts';
import { itemId, lines, period } from './fields.ts';

export const certificateSchema = z.strictObject({
  id: itemId,
  name: line(200),
  issuer: line(200).optional(),
  /** Day of issue. */
  date: partialDate.optional(),
  /** Last day on which it holds. */
  expires: partialDate.optional(),
  url: link.optional(),
});

export const awardSchema = z.strictObject({
  id: itemId,
  title: line(200),
  awarder: line(200).optional(),
  date: partialDate.optional(),
  summary: prose(2000).optional(),
});

export const publicationSchema = z.strictObject({
  id: itemId,
  name: line(300),
  publisher: line(200).optional(),
  releaseDate: partialDate.optional(),
  url: link.optional(),
  summary: prose(2000).optional(),
});

export const volunteeringSchema = z.strictObject({
  id: itemId,
  organisation: line(200),
  position: line(200).optional(),
  url: link.optional(),
  summary: prose(2000).optional(),
  highlights: lines(20, 500).optional(),
  ...period,
});
