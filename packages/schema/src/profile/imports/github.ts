/** The public part of GitHub's REST API that is read, and what of it a profile can take. */
import * as z from 'zod';
import { cutText } from '../../contract/text.ts';

/** Letters, digits and single inner hyphens: GitHub's own rule for names of accounts. */
export const gitHubLoginSchema = z
  .string('must be text')
  .regex(
    /^[A-Za-z\d](?:[A-Za-z\d]|-(?=[A-Za-z\d])){0,38}$/,
    'must be a GitHub user name: 1 to 39 letters, digits and inner hyphens',
  );

/** Repositories that are read: the ones that were pushed to last. */
export const MAX_REPOSITORIES = 100;

/** Topics that are kept of a repository. */
const MAX_TOPICS = 20;

interface Texts {
  text(max: number): z.ZodType<string, string>;
  address(max: number): z.ZodType<string | null, string>;
  topics: z.ZodType<string[], string[]>;
  repositories<R extends z.ZodType>(repository: R): z.ZodType<z.output<R>[], z.input<R>[]>;
}

/** The fields of `GET /users/{login}` and of `GET /users/{login}/repos` that are kept, and no others. */
function form({ text, address, topics, repositories }: Texts) {
  return z.object({
    user: z.object({
      login: text(100),
      html_url: text(300),
      name: text(200).nullish(),
      bio: text(1000).nullish(),
      blog: address(300).nullish(),
      location: text(200).nullish(),
    }),
    repositories: repositories(
      z.object({
        name: text(200),
        html_url: text(300),
        description: text(400).nullish(),
        homepage: address(300).nullish(),
        language: text(60).nullish(),
        topics: topics.nullish(),
        fork: z.boolean(),
        created_at: text(40).nullish(),
      }),
    ),
  });
}

/** The kept part of GitHub's answers: less than a document of the database may weigh. */
export const gitHubFoundSchema = form({
  text: (max) => z.string().max(max),
  address: (max) => z.string().max(max),
  topics: z.array(z.string().max(60)).max(MAX_TOPICS),
  repositories: (repository) => z.array(repository).max(MAX_REPOSITORIES),
});
export type GitHubFound = z.infer<typeof gitHubFoundSchema>;

/** A longer text is cut. A longer address is left out, since a part of it leads elsewhere. */
const answers = form({
  text: (max) => z.string().transform((text) => cutText(text, max)),
  address: (max) => z.string().transform((text) => (text.length > max ? null : text)),
  topics: z.array(z.string().transform((text) => cutText(text, 60))).transform((all) => all.slice(0, MAX_TOPICS)),
  repositories: (repository) => z.array(repository).transform((all) => all.slice(0, MAX_REPOSITORIES)),
});

/** The kept part of the answers; undefined where they do not come from GitHub. */
export function readGitHub(user: unknown, repositories: unknown): GitHubFound | undefined {
  return answers.safeParse({ user, repositories }).data;
}

/** The document that `changesFromJsonResume` reads. Forks are the work of others, and are left out. */
export function resumeOfGitHub({ user, repositories }: GitHubFound): object {
  const own = repositories.filter(({ fork }) => !fork);
  return {
    basics: {
      summary: user.bio,
      url: user.blog,
      location: { city: user.location },
      profiles: [{ network: 'GitHub', username: user.login, url: user.html_url }],
    },
    projects: own.map(({ name, description, homepage, html_url, topics, language, created_at }) => ({
      name,
      description,
      url: homepage || html_url,
      keywords: [...new Set([...(language ? [language] : []), ...(topics ?? [])])].slice(0, 20),
      startDate: created_at?.slice(0, 7),
      endDate: undefined,
    })),
    skills: languagesOf(own).map((name) => ({ name })),
  };
}

/** The main languages of the repositories, the most frequent first. */
function languagesOf(repositories: GitHubFound['repositories']): string[] {
  const counts = new Map<string, number>();
  for (const { language } of repositories) if (language) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts.entries()].sort((one, other) => other[1] - one[1]).map(([name]) => name);
}
