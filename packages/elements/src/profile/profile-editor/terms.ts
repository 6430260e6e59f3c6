/** Words of the editor, beside those of the forms in it. */
export interface ProfileEditorTerms {
  title: string;
}
