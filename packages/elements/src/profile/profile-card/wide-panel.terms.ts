/** The words of the wide panel. They travel with it, so that narrower cards do not carry them. */
export interface PanelTerms {
  links: string;
  /** The first day of availability. */
  from: (date: string) => string;
  /** Words for levels 1 to 5. */
  levels: readonly [string, string, string, string, string];
}

const en: PanelTerms = {
  links: 'Links',
  from: (date) => `From ${date}`,
  levels: ['Learning', 'Basic', 'Working', 'Advanced', 'Expert'],
};

const tables: Record<string, PanelTerms> = {
  en,
  es: {
    links: 'Enlaces',
    from: (date) => `Desde ${date}`,
    levels: ['Aprendiendo', 'Básico', 'Competente', 'Avanzado', 'Experto'],
  },
  ar: {
    links: 'الروابط',
    from: (date) => `من ${date}`,
    levels: ['متعلّم', 'أساسي', 'متمكّن', 'متقدّم', 'خبير'],
  },
};

/** The words in the language that the rest of the card speaks. */
export function panelTerms(language: string): PanelTerms {
  return tables[language] ?? en;
}
