/** The platform says how a template message ended: the officer sees whether the person got it. */
import type { Heard } from '../../models/wechat/message.ts';
import { templateArrived } from '../../models/wechat/post.ts';
import type { Deps } from '../deps.ts';
import { changeFollower } from './change-follower.ts';

export async function templateEnded(
  deps: Deps,
  { message, ok }: Extract<Heard, { kind: 'template-ended' }>,
): Promise<undefined> {
  const id = message === '' ? undefined : await deps.followers.ofTemplate(message);
  if (id === undefined) return undefined;
  await changeFollower(deps, id, (f) => {
    const posts = f.posts.map((post) => templateArrived(post, message, ok));
    return JSON.stringify(posts) === JSON.stringify(f.posts) ? undefined : { ...f, posts };
  });
  return undefined;
}
