/**
 * Where Botkit thinks the world is. It sends nothing: replies are collected by the turn itself, and the state of the dialogs
 * is read from and written to the conversation record, so that a turn is one read and one transaction.
 */
import {
  BotAdapter,
  TurnContext,
  type Activity,
  type ResourceResponse,
  type Storage,
  type StoreItems,
} from 'botbuilder-core';

/** What Botkit keeps of one turn: the stack of open dialogs, as it was read and as it shall be written. */
export type DialogMemory = { state: object | undefined };

export class TurnAdapter extends BotAdapter implements Storage {
  name = 'Turn Adapter';
  private turns = new Map<string, DialogMemory>();
  private count = 0;

  /** Lets Botkit hear one message. Each turn is its own user to Botkit, so two turns can never touch each other's memory. */
  async hear(
    text: string,
    channelData: object,
    memory: DialogMemory,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    const user = String((this.count += 1));
    const key = `chat/conversations/turn-${user}/`;
    this.turns.set(key, memory);
    const activity = {
      type: 'message',
      id: user,
      channelId: 'chat',
      from: { id: user },
      recipient: { id: 'bancheng' },
      conversation: { id: 'turn' },
      serviceUrl: '',
      text,
      channelData,
    } as Activity;
    try {
      await logic(new TurnContext(this, activity));
    } finally {
      this.turns.delete(key);
    }
  }

  read(keys: string[]): Promise<StoreItems> {
    return Promise.resolve(Object.fromEntries(keys.map((key) => [key, this.turns.get(key)?.state ?? {}])));
  }

  write(changes: StoreItems): Promise<void> {
    for (const [key, state] of Object.entries(changes)) {
      const memory = this.turns.get(key);
      if (memory !== undefined) memory.state = state as object;
    }
    return Promise.resolve();
  }

  delete(keys: string[]): Promise<void> {
    for (const key of keys) {
      const memory = this.turns.get(key);
      if (memory !== undefined) memory.state = undefined;
    }
    return Promise.resolve();
  }

  /** Dialog prompts are empty; the words were put into the turn by the handler. */
  sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    return Promise.resolve(activities.map((_, i) => ({ id: String(i) })));
  }
  updateActivity(): Promise<void> {
    return Promise.resolve();
  }
  deleteActivity(): Promise<void> {
    return Promise.resolve();
  }
  continueConversation(): Promise<void> {
    return Promise.reject(new Error('this adapter only answers'));
  }
}
