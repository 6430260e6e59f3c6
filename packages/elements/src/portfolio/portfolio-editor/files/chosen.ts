/** The files of a contribution as a value of its form. */
import { type FieldValue, isRecord } from '../../../writing/field.ts';

export interface ChosenFile {
  readonly file: string;
  readonly alt?: string;
  readonly preview?: string;
}

/** The things that are known of a file. */
export interface FileFacts {
  readonly type: string;
  readonly size: number;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** A picture of it is at `address`. */
  readonly pictured?: boolean | undefined;
  /** In the person's own view. */
  readonly address?: string | undefined;
  /** Of a file that was chosen in this visit. */
  readonly name?: string | undefined;
}

/** Those that `value` holds; it may come from anywhere. */
export function filesIn(value: FieldValue | undefined): ChosenFile[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly FieldValue[]).flatMap((each) =>
    isRecord(each) && typeof each.file === 'string' ? [each as unknown as ChosenFile] : [],
  );
}

export function asValue(files: readonly ChosenFile[]): FieldValue {
  return files as unknown as FieldValue;
}
