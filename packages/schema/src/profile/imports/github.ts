/** The public part of GitHub's REST API that is read, and what of it a profile can take. */
import * as z from 'zod';

/** Letters, digits and single inner hyphens: GitHub's own rule for names of accounts. */
export const gitHubLoginSchema = z
  .string('must be text')
  .regex(
    /^[A-Za-z\d](?:[A-Za-z\d]|-(?=[A-Za-z\d])){0,38}$/,
    'must be a GitHub user name: 1 to 39 letters, digits and inner hyphens',
  );

/** Repositories that are read: the ones that were pushed to last. */
export const MAX_REPOSITORIES = 100;

const text = z.string().max(10_000).nullish();

/** `GET /users/{login}`: these fields, and no others. */
export const gitHubUserSchema = z.object({
  login: z.string().max(100),
  html_url: z.string().max(2048),
  name: text,
  bio: text,
  blog: text,
  location: text,
});

/** `GET /users/{login}/repos`: these fields of each, and no others. */
export const gitHubRepositorySchema = z.object({
  name: z.string().max(200),
  html_url: z.string().max(2048),
  description: text,
  homepage: text,
  language: text,
  topics: z.array(z.string().max(200)).max(100).nullish(),
  fork: z.boolean(),
  archived: z.boolean().nullish(),
  created_at: text,
});

export const gitHubFoundSchema = z.object({
  user: gitHubUserSchema,
  repositories: z.array(gitHubRepositorySchema).max(MAX_REPOSITORIES),
});
export type GitHubFound = z.infer<typeof gitHubFoundSchema>;

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
