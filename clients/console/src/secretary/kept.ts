/* A shelf in the browser's own database: what must outlive the page until the server has it. */

const DATABASE = "diemdanh-console";
const SHELVES = ["ticks", "pictures"] as const;

type Shelf = (typeof SHELVES)[number];

function opened(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    try {
      const asked = indexedDB.open(DATABASE, 1);
      asked.onupgradeneeded = () => SHELVES.forEach((shelf) => asked.result.createObjectStore(shelf, { keyPath: "key" }));
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => resolve(null);
    } catch {
      resolve(null); // refused by an in-app browser: then the page has to stay open
    }
  });
}

let database: Promise<IDBDatabase | null> | undefined;

async function on<T>(shelf: Shelf, mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | null> {
  database ??= opened();
  const db = await database;
  if (!db) return null;
  return new Promise((resolve) => {
    try {
      const asked = act(db.transaction(shelf, mode).objectStore(shelf));
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
}

/* → whether it lies there now. */
export async function put(shelf: Shelf, thing: { key: string }): Promise<boolean> {
  return (await on(shelf, "readwrite", (store) => store.put(thing))) !== null;
}

export function drop(shelf: Shelf, key: string): void {
  void on(shelf, "readwrite", (store) => store.delete(key));
}

export async function all<T>(shelf: Shelf): Promise<T[]> {
  return ((await on(shelf, "readonly", (store) => store.getAll())) ?? []) as T[];
}
