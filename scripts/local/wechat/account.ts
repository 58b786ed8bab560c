/** The account as its owner sets it up in the console of the platform. */
export type PeerAccount = {
  appId: string;
  secret: string;
  /** `gh_…`, the account's own name in every message. */
  originalId: string;
  token: string;
  aesKey: string;
  mode: 'plain' | 'compatible' | 'safe';
  /** Templates the account has taken from the platform's library: each with its text. */
  templates: readonly PeerTemplate[];
  /** Who may call the interface; everybody when it is empty. */
  allowedAddresses: readonly string[];
};
/** `{{name.DATA}}` stands where a value goes, as in the library. */
export type PeerTemplate = { id: string; title: string; text: string };
