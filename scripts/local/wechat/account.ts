/** The account as its owner sets it up in the console of the platform. */
export type PeerAccount = {
  appId: string;
  secret: string;
  /** `gh_…`, the account's own name in every message. */
  originalId: string;
  token: string;
  aesKey: string;
  mode: 'plain' | 'compatible' | 'safe';
  /** Templates the account has taken from the platform's library: id, title, and the names of their values. */
  templates: readonly PeerTemplate[];
  /** Who may call the interface; everybody when it is empty. */
  allowedAddresses: readonly string[];
};
export type PeerTemplate = { id: string; title: string; values: Readonly<Record<string, string>> };
