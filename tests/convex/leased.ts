/** The content of a person whose fields are opened by leases. */

/** A student: by default members alone see pronouns and what she says about herself, and nobody sees her address. */
export const sections = {
  identity: { displayName: 'Ada', headline: 'Builds things', pronouns: 'she/her' },
  about: { text: 'Likes engines' },
  contact: { email: 'ada@example.org' },
  skills: [{ id: 'one', name: 'Rust' }],
};
