/** Brazilian Portuguese; the other Portuguese reads it too. */
import type { ProfileFormTerms } from '../terms.ts';

export const words: ProfileFormTerms = {
  empty: 'Você ainda não tem um perfil.',
  shared: {
    startDate: { label: 'Início' },
    endDate: { label: 'Fim' },
    endStatus: {
      label: 'Sem data de fim',
      choices: { ongoing: 'Continua', open: 'Nada é informado', unknown: 'Terminou, data desconhecida' },
    },
    url: { label: 'Endereço na web' },
    summary: { label: 'Resumo' },
    highlights: { label: 'Destaques', help: 'Um por linha.' },
    keywords: { label: 'Palavras-chave', help: 'Um por linha.' },
    organisation: { label: 'Organização' },
    position: { label: 'Cargo' },
  },
  identity: {
    title: 'Nome e lugar',
    fields: {
      displayName: { label: 'Nome', help: 'Como os outros devem ler.' },
      headline: { label: 'Título', help: 'O que você faz, em uma linha.' },
      pronouns: { label: 'Pronomes', help: 'Por exemplo, ela ou elu.' },
      'location.city': { label: 'Cidade' },
      'location.region': { label: 'Estado ou região' },
      'location.countryCode': { label: 'País' },
      avatarUrl: {
        label: 'Endereço da sua foto',
        help: 'Começa com https://. A foto é baixada uma vez e exibida pelo Gigsy.',
      },
    },
  },
  about: { title: 'Sobre você', fields: { text: { label: 'Apresentação', help: 'Quem você é e o que procura.' } } },
  availability: {
    title: 'Disponibilidade',
    fields: {
      status: { label: 'Situação' },
      from: { label: 'A partir de' },
      hoursPerWeek: { label: 'Horas por semana' },
      remote: { label: 'Trabalho remoto', choices: { true: 'Sim', false: 'Não' } },
      timeZone: { label: 'Fuso horário' },
      'rate.amount': { label: 'Valor' },
      'rate.currency': { label: 'Moeda' },
      'rate.per': { label: 'Por', choices: { hour: 'Hora', day: 'Dia', month: 'Mês', project: 'Projeto' } },
    },
  },
  contact: {
    title: 'Contato',
    fields: { email: { label: 'E-mail' }, phone: { label: 'Telefone' }, website: { label: 'Site' } },
  },
  organisation: {
    title: 'Sua organização',
    fields: {
      name: { label: 'Nome' },
      website: { label: 'Site' },
      industry: { label: 'Setor' },
      size: { label: 'Número de pessoas' },
      about: { label: 'Sobre a organização' },
      openingsEmail: { label: 'E-mail para candidaturas' },
      openingsUrl: { label: 'Endereço das suas vagas' },
    },
  },
  mentoring: {
    title: 'Mentoria',
    fields: {
      expertise: { label: 'No que você pode ajudar', help: 'Um por linha.' },
      formats: { label: 'Formas de encontro', choices: { chat: 'Chat', call: 'Chamada', 'in-person': 'Presencial' } },
      capacity: { label: 'Mentorados ao mesmo tempo' },
      about: { label: 'Como você orienta' },
    },
  },
  skills: {
    title: 'Habilidades',
    fields: {
      name: { label: 'Habilidade' },
      category: { label: 'Grupo' },
      level: { label: 'Nível' },
      years: { label: 'Anos de prática' },
    },
  },
  workExperience: { title: 'Experiência profissional', fields: { location: { label: 'Local' } } },
  education: {
    title: 'Formação',
    fields: {
      institution: { label: 'Escola ou universidade' },
      studyType: { label: 'Grau' },
      area: { label: 'Área' },
      score: { label: 'Nota', help: 'Como a instituição escreve.' },
      'gpa.value': { label: 'Média geral' },
      'gpa.scale': { label: 'Máximo da escala' },
      courses: { label: 'Cursos', help: 'Um por linha.' },
    },
  },
  projects: {
    title: 'Projetos',
    fields: {
      name: { label: 'Nome' },
      description: { label: 'Descrição' },
      roles: { label: 'Seus papéis', help: 'Um por linha.' },
    },
  },
  certificates: {
    title: 'Certificados',
    fields: {
      name: { label: 'Nome' },
      issuer: { label: 'Emitido por' },
      date: { label: 'Emitido' },
      expires: { label: 'Válido até' },
    },
  },
  awards: {
    title: 'Prêmios',
    fields: { title: { label: 'Prêmio' }, awarder: { label: 'Concedido por' }, date: { label: 'Data' } },
  },
  publications: {
    title: 'Publicações',
    fields: { name: { label: 'Título' }, publisher: { label: 'Editora' }, releaseDate: { label: 'Publicado' } },
  },
  volunteering: { title: 'Voluntariado' },
  languages: {
    title: 'Idiomas',
    fields: {
      name: { label: 'Idioma' },
      level: { label: 'Nível', choices: { native: 'Língua materna' } },
      fluency: { label: 'Nas suas palavras' },
      tag: { label: 'Código do idioma', help: 'Por exemplo, pt-BR.' },
    },
  },
  links: { title: 'Links', fields: { label: { label: 'Nome' }, username: { label: 'Nome de usuário' } } },
};
