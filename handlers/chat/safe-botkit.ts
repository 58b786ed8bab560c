/**
 * Botkit 4.15 never settles a turn in which a handler, a dialog step or the storage throws (the rejection is lost and the
 * turn hangs). The same steps as its `handleTurn`, awaited one by one, so that an error reaches the caller.
 */
import { Botkit, type BotkitMessage, type BotWorker } from 'botkit';
import { TurnContext, type Activity } from 'botbuilder-core';
import { DialogTurnStatus } from 'botbuilder-dialogs';

type Listening = {
  listenForInterrupts(bot: BotWorker, message: BotkitMessage): Promise<unknown>;
  listenForTriggers(bot: BotWorker, message: BotkitMessage): Promise<unknown>;
};

export class SafeBotkit extends Botkit {
  override async handleTurn(context: TurnContext): Promise<void> {
    const activity: Activity = context.activity;
    const message: BotkitMessage = {
      // The sender's device never chooses the type: a forged `botkitEventType` would fire internal events.
      ...(activity.channelData as Record<string, unknown>),
      type: activity.type,
      user: activity.from.id,
      text: activity.text,
      channel: activity.conversation.id,
      value: activity.value as string,
      reference: TurnContext.getConversationReference(activity) as BotkitMessage['reference'],
      context,
      incoming_message: activity,
    };
    context.turnState.set('botkitMessage', message);
    const dialogs = await this.dialogSet.createContext(context);
    const bot = await this.spawn(dialogs);
    // Private in Botkit's types; the alternative is to let it swallow what they throw.
    const listening = this as unknown as Listening;
    if ((await listening.listenForInterrupts(bot, message)) === false) {
      const { status } = await dialogs.continueDialog();
      if (status === DialogTurnStatus.empty) await listening.listenForTriggers(bot, message);
    }
    await this.saveState(bot);
  }
}
