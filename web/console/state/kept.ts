/** What the browser remembers between visits. A full or forbidden storage loses the memory, never the page. */
export function recall<T>(key: string, otherwise: T): T {
  try {
    const text = localStorage.getItem(`bancheng.${key}`);
    return text === null ? otherwise : (JSON.parse(text) as T);
  } catch {
    return otherwise;
  }
}

/** `undefined` forgets. Answers whether it was kept. */
export function keep(key: string, value: unknown): boolean {
  try {
    if (value === undefined) localStorage.removeItem(`bancheng.${key}`);
    else localStorage.setItem(`bancheng.${key}`, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

export function recallKeys(prefix: string): string[] {
  const full = `bancheng.${prefix}`;
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(full))
      .map((key) => key.slice('bancheng.'.length));
  } catch {
    return [];
  }
}
