/** Sources that answer a read by handles: people, and states that a deployment rarely shows. All others are unknown. */
import { type ErrorCode, GigsyError, type ResourceSource } from '@gigsy/sdk/reader';

const failures: Readonly<Record<string, ErrorCode>> = { failing: 'internal', offline: 'offline' };

/** `loading` never gets an answer, `failing` and `offline` fail, and `disconnected` loses its connection after Ada's. */
export function sourceOf(answers: Readonly<Record<string, unknown>>): ResourceSource {
  const read = (_name: string, { handle }: { handle: string }): Promise<never> => {
    if (handle === 'loading') return new Promise(() => {});
    if (failures[handle]) return Promise.reject(new GigsyError(failures[handle], 'For the story.'));
    return Promise.resolve((answers[handle === 'disconnected' ? 'ada' : handle] ?? null) as never);
  };
  return {
    read,
    watch: (_name, args, { next, error }) => {
      const { handle } = args as { handle: string };
      const tell = (answer: never) => {
        next(answer);
        if (handle === 'disconnected') error?.(new GigsyError('offline', 'For the story.'));
      };
      read('', { handle }).then(tell, (thrown: unknown) => error?.(thrown as GigsyError));
      return () => {};
    },
  };
}
