/** What a person chose on this device: language, size of type, office. Remembered where the browser allows it. */
export type Preferences = { language?: 'zh' | 'en'; elder?: 'off' | 'on' | 'max'; office?: string };

const KEY = 'bancheng:preferences';

export function readPreferences(box: Pick<Storage, 'getItem'> | undefined): Preferences {
  try {
    const found = JSON.parse(box?.getItem(KEY) ?? '{}') as Preferences;
    return {
      ...(found.language === 'zh' || found.language === 'en' ? { language: found.language } : {}),
      ...(found.elder === 'off' || found.elder === 'on' || found.elder === 'max' ? { elder: found.elder } : {}),
      ...(typeof found.office === 'string' ? { office: found.office } : {}),
    };
  } catch {
    return {};
  }
}

export function keepPreferences(box: Pick<Storage, 'setItem'> | undefined, preferences: Preferences): void {
  try {
    box?.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // Forbidden or full storage only costs the memory of it.
  }
}
