/** What a duty answers: what was done, or a refusal with its kind and one clear sentence. A crash is a crash and is not caught. */
export const refusalKinds = ['bad-input', 'not-allowed', 'not-found', 'wrong-state', 'stale', 'too-many'] as const;
export type RefusalKind = (typeof refusalKinds)[number];
export type Refusal = { kind: RefusalKind; detail: string };
export type Outcome<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });

/** `detail` is English, for logs of kind and for developers; what a person reads comes from the phrasebook by `kind` or by the duty. */
export const refused = (kind: RefusalKind, detail: string): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: { kind, detail },
});
